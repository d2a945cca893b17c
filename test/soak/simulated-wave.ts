// A simulated resident wave whose truth is known: areas of given size, non-response by age, household selection, items of
// given prevalence; weighted as the product weighs (N/invited, selection factor, raked to area and age).
// Separate from coverage because the false claims, the power and the headline are all judged on the same kind of waves.
import { surveyDesign, type Design } from '../../src/stats/design.ts'
import { designWeights } from '../../src/stats/design-weights.ts'
import { rake } from '../../src/stats/rake.ts'

export type Random = () => number

/** Deterministic uniform numbers in [0, 1): a 32-bit Weyl sequence with a murmur finish. */
export function seeded(seed: number): Random {
  let state = seed | 0
  return function uniform() {
    state = (state + 0x6d2b79f5) | 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A standard normal (Box-Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** How unequal the weights come out: none, by age, by age and household. Kish deff about 1.0, 1.3 and 1.8. */
export const UNEQUAL = [
  { name: 'deff 1.0', response: [0.4, 0.4, 0.4, 0.4], households: [1, 0, 0, 0] },
  { name: 'deff 1.3', response: [0.15, 0.35, 0.5, 0.65], households: [1, 0, 0, 0] },
  { name: 'deff 1.8', response: [0.15, 0.35, 0.5, 0.65], households: [0.5, 0.3, 0, 0.2] },
] as const

const AGE_SHARES = [0.2, 0.3, 0.3, 0.2]
/** Prevalence by age relative to that of everybody; the weighted mean is 1. */
const BY_AGE = [1.4, 1.1, 0.9, 0.6]

export interface WavePlan {
  /** Expected respondents per area. */
  respondents: readonly number[]
  unequal: (typeof UNEQUAL)[number]
  /** True share per item and area. */
  shares: readonly (readonly number[])[]
  /** True mean (0 to 10) of a scale per area. */
  scale?: readonly number[]
}

export interface SimulatedWave { design: Design; items: Uint8Array[]; scale: Uint8Array | undefined }

export function simulateWave(plan: WavePlan, random: Random): SimulatedWave {
  const { respondents, unequal, shares } = plan
  const average = AGE_SHARES.reduce((sum, share, age) => sum + share * unequal.response[age]!, 0)
  const invited = respondents.map((n) => Math.round(n / average))
  const adults = invited.map((letters) => letters * 8)
  const [area, age, household]: [number[], number[], number[]] = [[], [], []]
  invited.forEach((letters, a) => {
    for (let i = 0; i < letters; i++) {
      const group = pick(AGE_SHARES, random)
      if (random() >= unequal.response[group]!) continue
      area.push(a)
      age.push(group)
      household.push(pick(unequal.households, random) + 1)
    }
  })
  const stratum = Int32Array.from(area)
  const population = Float64Array.from(adults)
  const everybody = adults.reduce((a, b) => a + b, 0)
  const base = designWeights(stratum, population, invited, household)
  const margins = [
    { name: 'area', classes: stratum, totals: population },
    { name: 'age', classes: Int32Array.from(age), totals: Float64Array.from(AGE_SHARES, (share) => share * everybody) },
  ]
  const items = shares.map((perArea) => Uint8Array.from(area, (a, i) => (random() < perArea[a]! * BY_AGE[age[i]!]! ? 1 : 0)))
  const scale = plan.scale && Uint8Array.from(area, (a, i) => {
    const chance = (plan.scale![a]! / 10) * (0.75 + 0.25 * BY_AGE[age[i]!]!)
    let mark = 0
    for (let k = 0; k < 10; k++) if (random() < chance) mark++
    return mark
  })
  return { design: surveyDesign({ weights: rake(base, margins).weights, stratum, strata: respondents.length }), items, scale }
}

function pick(shares: readonly number[], random: Random): number {
  let left = random()
  for (let k = 0; k < shares.length - 1; k++) {
    left -= shares[k]!
    if (left < 0) return k
  }
  return shares.length - 1
}
