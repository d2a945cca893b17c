// Random towns for the disclosure tests: areas with a weighted base, respondents, a count and a design effect, in roles
// and districts; and what each breakdown would print. Built from a small generator so that fast-check can shrink them.
import * as fc from 'fast-check'
import { betaInverse, tInverse } from '../../src/stats/distributions.ts'
import { domainsOf } from '../../src/disclosure/catalogue.ts'
import type { Domain, Place } from '../../src/disclosure/catalogue.ts'
import { tooSmall } from '../../src/disclosure/primary.ts'
import { wholePoints } from '../../src/disclosure/rounding.ts'
import type { Table, TableCell, State } from '../../src/disclosure/table.ts'

export interface TownArea extends Place { base: number; n: number; count: number; share: number; variance: number; /** variance = factor x p(1-p) */ factor: number }
export interface TownDomain extends Domain { share: number; variance: number; n: number; count: number; df: number }
export interface Town { areas: TownArea[]; domains: TownDomain[] }
export interface Printed { value: number; low: number; high: number; limit?: 'atMost' | 'atLeast' }

/** Korn-Graubard limits (R: svyciprop, method beta) for a share 0 < p < 1 with a variance above 0. */
export function betaLimits(p: number, variance: number, df: number, n: number): [number, number] {
  if (!(p > 0 && p < 1) || variance <= 1e-12) return [p, p]
  const e = (p * (1 - p) / variance) * (tInverse(0.975, Math.max(1, n - 1)) / tInverse(0.975, df)) ** 2
  return [betaInverse(0.025, e * p, e * (1 - p) + 1), betaInverse(0.975, e * p + 1, e * (1 - p))]
}

export function print(share: number, variance: number, df: number, n: number): Printed {
  if (share <= 0) return { value: 3, low: 0, high: 3, limit: 'atMost' }
  if (share >= 1) return { value: 97, low: 97, high: 100, limit: 'atLeast' }
  const [low, high] = betaLimits(share, variance, df, n)
  const value = wholePoints(share)
  return { value, low: Math.max(0, value - wholePoints(share - low)), high: Math.min(100, value + wholePoints(high - share)) }
}

/** The town as the table the suppressor sees; `state` may be overruled, as a ledger would. */
export function tableOf(town: Town, state: (domain: TownDomain, small: boolean) => State = (_, small) => (small ? 'hidden' : 'open')): Table {
  const cells = town.domains.map((domain): TableCell => ({
    domain: domain.id, atoms: domain.areas, share: domain.share, variance: domain.variance, n: domain.n,
    state: state(domain, tooSmall(domain.n, domain.count)),
    print: (share, variance) => JSON.stringify(print(share, variance, domain.df, domain.n)),
  }))
  const atoms = town.areas.map(({ base, share, variance, n }) => ({ base, share, variance, n, least: 0, most: 1 }))
  return { atoms, cells, binomial: true }
}

/** Towns of 3 to 9 areas, of which some are tiny or have a rare answer. */
export function towns(): fc.Arbitrary<Town> {
  const area = fc.record({
    role: fc.constantFrom('focus' as const, 'comparison' as const, 'other' as const),
    district: fc.constantFrom('1', '2'),
    weight: fc.double({ min: 3, max: 25, noNaN: true }),
    n: fc.oneof({ weight: 1, arbitrary: fc.integer({ min: 4, max: 14 }) }, { weight: 4, arbitrary: fc.integer({ min: 30, max: 400 }) }),
    chance: fc.double({ min: 0, max: 1, noNaN: true }),
    deff: fc.double({ min: 1, max: 2, noNaN: true }),
  })
  const level = fc.constantFrom(0.02, 0.06, 0.15, 0.3, 0.5, 0.8)
  return fc.tuple(level, fc.boolean(), fc.array(area, { minLength: 3, maxLength: 9 })).map(([common, districts, areas]) =>
    townOf(areas.map((each, index) => {
      const count = Math.min(each.n, Math.round(each.n * common * (0.5 + each.chance)))
      return { id: `a${index}`, role: each.role, ...(districts ? { district: each.district } : {}), n: each.n, count, base: each.n * each.weight, deff: each.deff }
    })))
}

export function townOf(areas: (Place & { n: number; count: number; base: number; deff: number })[]): Town {
  const full = areas.map((area): TownArea => {
    const share = area.count / area.n
    const factor = area.deff / Math.max(1, area.n - 1)
    return { ...area, share, factor, variance: factor * share * (1 - share) }
  })
  const sum = (indices: readonly number[], of: (area: TownArea) => number): number => indices.reduce((total, index) => total + of(full[index]!), 0)
  const domains = domainsOf(full).map((domain): TownDomain => {
    const base = sum(domain.areas, (area) => area.base)
    const n = sum(domain.areas, (area) => area.n)
    return {
      ...domain, n, df: Math.max(1, n - domain.areas.length), count: sum(domain.areas, (area) => area.count),
      share: sum(domain.areas, (area) => area.base * area.share) / base,
      variance: sum(domain.areas, (area) => (area.base / base) ** 2 * area.variance),
    }
  })
  return { areas: full, domains }
}
