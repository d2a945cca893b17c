// The example municipality: an invented town of 13 areas. Its people, letters and responses per area, nothing about answers.
// Separate from planted.ts so that what is true of the town and what the approach changed can be read apart.
import type { Area, ControlTotal } from '../analysis/edition.ts'

export const TOWN = { id: 'lindestad', name: 'Lindestad', boundaryYear: 2025, countedOn: '2025-01-01' } as const

export interface TownArea extends Area {
  district: string
  /** Adults in the register. */
  population: number
  /** Letters a wave. */
  invited: number
  /** Responses in the baseline and in the second wave. */
  responses: readonly [number, number]
}

const place = (id: string, name: string, role: Area['role'], district: string, population: number, invited: number, responses: readonly [number, number]): TownArea =>
  ({ id, name, role, district, population, invited, responses })

/** Three focus areas with 350 to 400 responses, nine comparison areas of about 200, one too small to show. */
export const AREAS: readonly TownArea[] = [
  place('LK', 'Lindenkwartier', 'focus', 'Noord', 2840, 1400, [384, 372]),
  place('SW', 'Sluiswijk', 'focus', 'Noord', 2610, 1350, [366, 378]),
  place('KB', 'Ketelbuurt', 'focus', 'Zuid', 2930, 1400, [372, 358]),
  place('MV', 'Molenveld', 'comparison', 'Noord', 3120, 700, [204, 198]),
  place('OP', 'Oosterpark', 'comparison', 'Noord', 3480, 700, [211, 203]),
  place('HZ', 'Havenzicht', 'comparison', 'Noord', 2760, 700, [196, 206]),
  place('KH', 'Kloosterhof', 'comparison', 'Midden', 4020, 700, [202, 195]),
  place('WB', 'Weidebuurt', 'comparison', 'Midden', 3650, 700, [208, 212]),
  place('SK', 'Stationskwartier', 'comparison', 'Midden', 4230, 700, [193, 199]),
  place('VB', 'Vogelbuurt', 'comparison', 'Midden', 3310, 700, [205, 201]),
  place('ZP', 'Zandpoort', 'comparison', 'Zuid', 2990, 700, [199, 204]),
  place('BD', 'Bergdal', 'comparison', 'Zuid', 3540, 700, [207, 194]),
  place('HE', 'Het Eiland', 'other', 'Zuid', 160, 60, [8, 7]),
]

/** Share of the adults per age group (18-34, 35-54, 55-74, 75+), and how often each answers against the average. */
const AGE_SHARES = [0.27, 0.33, 0.28, 0.12] as const
const AGE_RESPONSE = [0.55, 0.95, 1.3, 1.1] as const

/** Whole people that add up to `total`, as close to the shares as whole people can be (largest remainder). */
export function apportion(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0)
  const exact = shares.map((share) => (total * share) / sum)
  const whole = exact.map(Math.floor)
  const byRemainder = exact.map((value, index) => ({ index, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (let left = total - whole.reduce((a, b) => a + b, 0), next = 0; left > 0; left--, next++) whole[byRemainder[next]!.index]!++
  return whole
}

/** Eight cells, age by sex, in the order (1,1) (1,2) (2,1) ... */
function cells(total: number, ages: readonly number[]): number[] {
  return apportion(total, ages.flatMap((share, age) => [share * (0.505 - 0.015 * age), share * (0.495 + 0.015 * age)]))
}

/** Register counts of the town: area x age x sex. */
export function controlTotals(): ControlTotal[] {
  return AREAS.flatMap((area) => cells(area.population, AGE_SHARES)
    .map((population, cell) => ({ area: area.id, age: (cell >> 1) + 1, sex: (cell & 1) + 1, population })))
}

/** How many of `responses` people answer in each age x sex cell: the young half as often. */
export function respondentsByCell(responses: number): number[] {
  return cells(responses, AGE_SHARES.map((share, age) => share * AGE_RESPONSE[age]!))
}
