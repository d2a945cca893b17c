// A number of letters over areas: in proportion to their people, for the same precision everywhere, or everybody. Whole letters, never more
// than there are people, never fewer than anonymity needs: an area too small for that gets none. Pure; separate from the planner, which
// says what the letters will show.
import type { PlannedArea } from './plan-measurement.ts'

export type Allocation = 'proportional' | 'equal' | 'everybody'

/** Letters by area id. `least`: the smallest group there may be. Throws RangeError for letters that are no whole number of 0 or more. */
export function allocateLetters(letters: number, areas: readonly PlannedArea[], how: Allocation, least: number): Record<string, number> {
  if (!Number.isInteger(letters) || letters < 0) throw new RangeError(`allocateLetters requires a whole number of letters, got ${letters}`)
  const able = areas.filter(({ adults }) => adults >= least)
  const given: Record<string, number> = Object.fromEntries(areas.map(({ id }) => [id, 0]))
  if (how === 'everybody') for (const { id, adults } of able) given[id] = adults
  else share(letters, able, how).forEach((count, i) => { given[able[i]!.id] = Math.min(able[i]!.adults, Math.max(least, count)) })
  return given
}

/** What an area cannot take goes to the others, until nothing is left or everybody is invited. */
function share(letters: number, areas: readonly PlannedArea[], how: Allocation): number[] {
  const counts = areas.map(() => 0)
  for (let left = letters, round = 0; left >= 1 && round < 100; round += 1) {
    const open = areas.map(({ adults }, i) => (counts[i]! < adults ? (how === 'equal' ? 1 : adults) : 0))
    const sum = open.reduce((a, b) => a + b, 0)
    if (sum === 0) break
    const before = left
    open.forEach((weight, i) => {
      const extra = Math.min(areas[i]!.adults - counts[i]!, Math.floor((before * weight) / sum), left)
      counts[i]! += extra
      left -= extra
    })
    // Less than one each is left: one by one, the largest first.
    if (left === before) {
      const next = open.indexOf(Math.max(...open))
      counts[next]! += 1
      left -= 1
    }
  }
  return counts
}
