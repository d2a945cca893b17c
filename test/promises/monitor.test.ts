// Promise 9: what staff can see of fieldwork is no clock. One response changes no count, no status, no size and no audit row until the daily
// hour; what the hour shows is rounded down per area, and subtracting tells nothing more. On both runtimes.
import { beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { access } from '../../src/http/roles.ts'
import type { ProgressAnswer } from '../../src/mailings/wire.ts'
import type { WaveSummary } from '../../src/waves/wire.ts'
import { roundedDown } from '../../src/waves/wave.ts'
import { tick } from '../../src/waves/tick.ts'
import { aWaveInField, answer, ok, someAreas } from '../support/fieldwork.ts'
import type { AWave } from '../support/fieldwork.ts'
import { overEachRuntime } from '../support/runtimes.ts'

/** Ten in the morning of a day from now: past the hour of the count in Amsterdam, in summer and winter. */
const morning = (days: number) => () => new Date(`${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T10:00:00Z`)

overEachRuntime('the monitor', (started) => {
  let wave: AWave
  const tickAt = (days: number) => tick({ ...started().deps, clock: morning(days) })
  const progress = () => ok<ProgressAnswer>(started().wire.staff('GET', `/api/waves/${wave.wave}/progress`))

  /** Every reply staff can get: status, headers with sizes, and every byte. */
  async function everythingSeen(): Promise<Record<string, unknown>> {
    const seen: Record<string, unknown> = {}
    for (const { path } of access.filter(({ method, face }) => method === 'GET' && face !== 'resident')) {
      const address = path.replace(':wave', wave.wave).replace(':reference', wave.reference).replace(/:\w+/g, '0')
      const reply = await started().wire.staff('GET', address)
      const bytes = Buffer.from(await reply.arrayBuffer())
      seen[address] = { status: reply.status, headers: [...reply.headers].filter(([name]) => name !== 'date').sort(), size: bytes.length, bytes: bytes.toString('latin1') }
    }
    return seen
  }

  beforeAll(async () => {
    await someAreas(started().deps, 'veld', ['A', 'B', 'C'])
    wave = await aWaveInField(started().wire, ['A', 'B', 'C'], 50)
    for (const code of wave.codes[0]!.slice(0, 4)) await answer(started().wire, wave, code)
    await tickAt(0)
  })

  it('moves nothing for a response, or for six, on the day they come, whatever the clock does meanwhile (attack 58)', async () => {
    const before = await everythingSeen()
    expect(Object.keys(before).length).toBeGreaterThan(15)
    for (const code of wave.codes[0]!.slice(4, 10)) {
      await answer(started().wire, wave, code)
      await tickAt(0)
      expect(await everythingSeen()).toEqual(before)
    }
  })

  it('moves once the next morning: per area, rounded down, and the whole is the sum of its areas (attack 15)', async () => {
    for (const code of wave.codes[1]!.slice(0, 9)) await answer(started().wire, wave, code)
    for (const code of wave.codes[2]!.slice(0, 4)) await answer(started().wire, wave, code)
    expect((await progress()).areas.map(({ received }) => received)).toEqual([0, 0, 0])
    await tickAt(1)
    const seen = await progress()
    expect(seen.areas.map(({ area, received, invited }) => [area, received, invited])).toEqual([['A', 10, 50], ['B', 5, 50], ['C', 0, 50]])
    // 23 responses: a total of its own would say 20.
    expect(seen.days.map(({ received }) => received)).toEqual([0, 15])
    expect((await ok<WaveSummary[]>(started().wire.staff('GET', '/api/waves')))[0]!.received).toBe(15)
  })
})

describe('counts rounded down per area', () => {
  it('with their own sum tell no area to less than five; with a total rounded by itself they would (attack 15)', () => {
    /** How many values an area can have given what is shown: by all the ways the rests can add up. */
    const feasible = (counts: readonly number[], total: ((sum: number) => number) | null) => counts.map((_, area) => [0, 1, 2, 3, 4].filter((rest) => {
      if (total === null) return true
      const floors = counts.map(roundedDown).reduce((sum, floor) => sum + floor, 0)
      const shown = total(counts.reduce((sum, count) => sum + count, 0))
      const others = 4 * (counts.length - 1)
      // The rests of the others can be anything from 0 to 4 each.
      return Array.from({ length: others + 1 }, (_, sum) => floors + rest + sum).some((whole) => total(whole) === shown) && area >= 0
    }).length)
    // The worst case: five areas, each 4 over.
    expect(feasible([9, 9, 9, 9, 9], roundedDown)).toEqual([1, 1, 1, 1, 1])
    fc.assert(fc.property(fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 30 }), (counts) => {
      // What the product shows as a total follows from the areas it shows: nothing is added.
      const sumOfShown = (all: readonly number[]) => all.map(roundedDown).reduce((sum, one) => sum + one, 0)
      const same = counts.map((count) => roundedDown(count) + (count * 7) % 5)
      expect(sumOfShown(same)).toBe(sumOfShown(counts))
      expect(Math.min(...feasible(counts, null))).toBe(5)
    }))
  })
})
