// Protects: no hidden figure can be worked out from what is published (attacks 15 and 59), by subtraction, through the
// rounding, through margins, or from an earlier edition for another audience.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PROTECTED_WIDTH, suppress } from '../../src/disclosure/secondary.ts'
import { record, stateOf } from '../../src/disclosure/ledger.ts'
import type { Entry } from '../../src/disclosure/ledger.ts'
import { offered } from '../../src/disclosure/catalogue.ts'
import type { Table } from '../../src/disclosure/table.ts'
import { attack } from './attacker.ts'
import { print, tableOf, townOf, towns } from './town.ts'
import type { Printed, Town } from './town.ts'

const RUNS = Number(process.env.NULMETING_ATTACKS ?? 30)
const width = ({ low, high }: { low: number; high: number }): number => high - low

function printedOf(town: Town, ids: ReadonlySet<string>): Map<string, Printed> {
  return new Map(town.domains.filter(({ id }) => ids.has(id)).map((domain) => [domain.id, print(domain.share, domain.variance, domain.df, domain.n)]))
}

function shownIds(table: Table): Set<string> {
  return new Set([...suppress(table).shown].map(({ domain }) => domain))
}

const area = (id: string, n: number, count: number, base: number) => ({ id, role: 'other' as const, n, count, base, deff: 1.2 })

describe('secondary suppression', () => {
  it('refuses to show a large area beside the total when one area alone is hidden (attack 15)', () => {
    const town = townOf([area('a', 200, 60, 2000), area('b', 200, 70, 2000), area('c', 200, 2, 2000)])
    const naive = new Set(['all', 'a', 'b'])
    const known = attack(town, printedOf(town, naive), [2])
    expect(width(known)).toBeLessThan(PROTECTED_WIDTH)
    const shown = shownIds(tableOf(town))
    expect(shown.has('c')).toBe(false)
    expect(width(attack(town, printedOf(town, shown), [2]))).toBeGreaterThanOrEqual(PROTECTED_WIDTH)
  })

  it('hides nothing when nothing is small', () => {
    const town = townOf([area('a', 200, 60, 2000), area('b', 200, 70, 2000), area('c', 200, 20, 2000)])
    expect(shownIds(tableOf(town))).toEqual(new Set(['all', 'a', 'b', 'c']))
  })

  it('hides one tiny area alone when the rounding of a whole town leaves it free', () => {
    const areas = Array.from({ length: 12 }, (_, index) => area(`a${index}`, 240, 70 + 5 * index, 1600))
    const town = townOf([...areas, area('tiny', 8, 2, 150)])
    const shown = shownIds(tableOf(town))
    expect(shown.size).toBe(town.domains.length - 1)
    expect(width(attack(town, printedOf(town, shown), [12]))).toBeGreaterThanOrEqual(PROTECTED_WIDTH)
  })

  it('leaves the linear programming attacker 20 points for every hidden figure, over breakdowns and margins (attack 59)', () => {
    let hidden = 0
    fc.assert(fc.property(towns(), (town) => {
      const shown = shownIds(tableOf(town))
      const printed = printedOf(town, shown)
      for (const domain of town.domains) {
        if (shown.has(domain.id)) continue
        hidden += 1
        expect(width(attack(town, printed, domain.areas))).toBeGreaterThanOrEqual(PROTECTED_WIDTH - 1e-6)
      }
    }), { numRuns: RUNS })
    expect(hidden).toBeGreaterThan(RUNS / 4)
  }, 300_000)

  it('leaves the attacker 20 points over editions and audiences, whichever came first (attack 59)', () => {
    const editions = fc.array(fc.constantFrom('area' as const, 'district' as const, 'all' as const), { minLength: 2, maxLength: 3 })
    fc.assert(fc.property(towns(), editions, (town, levels) => {
      const ledger = new Map<string, Entry>()
      for (const level of levels) {
        const table = tableOf(town, (domain, small) => stateOf(ledger.get(domain.id), small, offered(domain.kind, level)))
        const outcome = suppress(table)
        // nothing protects every cell: this edition leaves the measure out, and prints no sign for it either
        if (!outcome.safe) continue
        const shown = new Set([...outcome.shown].map(({ domain }) => domain))
        for (const domain of town.domains) {
          if (shown.has(domain.id)) record(ledger, domain.id, 'shown')
          else if (offered(domain.kind, level)) record(ledger, domain.id, null)
        }
      }
      const public_ = new Set([...ledger].filter(([, entry]) => entry.shownAs.size > 0).map(([id]) => id))
      const printed = printedOf(town, public_)
      for (const [id, entry] of ledger) {
        if (!entry.hidden) continue
        expect(public_.has(id)).toBe(false)
        const domain = town.domains.find((each) => each.id === id)!
        expect(width(attack(town, printed, domain.areas))).toBeGreaterThanOrEqual(PROTECTED_WIDTH - 1e-6)
      }
    }), { numRuns: RUNS / 2 })
  }, 300_000)

  it('succeeds as an attacker against primary suppression alone', () => {
    let broken = 0
    fc.assert(fc.property(towns(), (town) => {
      const table = tableOf(town)
      const shown = new Set(table.cells.filter(({ state }) => state === 'open').map(({ domain }) => domain))
      const printed = printedOf(town, shown)
      for (const domain of town.domains) {
        if (!shown.has(domain.id) && width(attack(town, printed, domain.areas)) < PROTECTED_WIDTH) broken += 1
      }
    }), { numRuns: 20, seed: 59 })
    expect(broken).toBeGreaterThan(5)
  }, 300_000)
})
