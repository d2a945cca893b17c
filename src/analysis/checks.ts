// Would the change be the same among other people? Without those who were watched, among stayers, with the baseline's
// mix of age and sex. For primary outcomes, everybody and focus areas. Separate because these cut through an area: a part
// is only used where it and everybody else of that area are both large enough, so that subtracting one shows nothing.
import { tooSmall } from '../disclosure/primary.ts'
import type { Domain as Rows } from '../stats/design.ts'
import { changeOf } from '../stats/change.ts'
import { mean } from '../stats/mean.ts'
import { standardisedChange } from '../stats/standardised-change.ts'
import { dfShare, welchChange } from '../stats/welch-change.ts'
import type { Change } from '../stats/change.ts'
import type { EditionInput, PublishedComparison, SensitivityCheck } from './edition.ts'
import type { Reported } from './measures.ts'
import { rounded, tidy } from './published-cell.ts'
import { WATCHED } from './response.ts'
import { STAYERS } from './tenure.ts'
import type { WaveTable } from './wave-table.ts'

/** Adds the checks to the comparisons of primary outcomes that show a difference. */
export function withChecks(comparisons: readonly PublishedComparison[], reported: readonly Reported[], before: WaveTable, after: WaveTable, input: EditionInput): PublishedComparison[] {
  const focus = new Set(['all', 'focus', ...input.areas.flatMap(({ id, role }) => (role === 'focus' ? [id] : []))])
  return comparisons.map((comparison) => {
    if (comparison.difference === null || !input.plan.primary.includes(comparison.item) || !focus.has(comparison.domain)) return comparison
    const measure = reported.find(({ item, measure: kind }) => item === comparison.item && kind === comparison.measure)
    if (!measure || (measure.measure !== 'share' && measure.measure !== 'mean')) return comparison
    const [then, now] = [sideOf(before, measure, comparison.domain), sideOf(after, measure, comparison.domain)]
    const checks: SensitivityCheck[] = []
    const show = (value: number): number => rounded(measure.measure, value)
    const add = (kind: SensitivityCheck['kind'], found: Found | null): void => {
      if (found === null || found.margin === null || found.p === null) return
      const verdict = found.p > input.recipe.level ? 'none' : found.change > 0 ? 'higher' : 'lower'
      // the difference of two figures as they are printed, wherever there are two: what stands beside them adds up
      const value = found.ends ? tidy(show(found.ends[1]) - show(found.ends[0])) : show(found.change)
      checks.push({ kind, difference: { value, low: tidy(value - show(found.margin)), high: tidy(value + show(found.margin)) }, verdict })
    }
    add('unwatched', part(measure, then, now, (table, row) => code(table, 'watched', row) !== WATCHED))
    add('stayers', part(measure, then, now, (table, row) => STAYERS.includes(code(table, 'years', row))))
    add('composition', sameComposition(then, now))
    return { ...comparison, checks }
  })
}

/** A change, and the two figures it lies between where it has them. */
type Found = Change & { ends?: readonly [number, number] }

interface Side { table: WaveTable; values: Float64Array; rows: Uint8Array }

function sideOf(table: WaveTable, reported: Reported, domain: string): Side {
  const d = table.domains.findIndex(({ id }) => id === domain)
  const inside = new Set(table.strata[d]!)
  return { table, values: reported.values(table.wave.microdata), rows: Uint8Array.from(table.weighed.design.stratum, (h) => (inside.has(h) ? 1 : 0)) }
}

function part(reported: Reported, then: Side, now: Side, belongs: (table: WaveTable, row: number) => boolean): Found | null {
  const parts = [then, now].map((side) => {
    const rows = side.rows.map((inside, row) => (inside === 1 && belongs(side.table, row) ? 1 : 0))
    const others = side.rows.map((inside, row) => (inside === 1 && rows[row] === 0 ? 1 : 0))
    return { side, rows, large: largeEnough(reported, side, rows) && largeEnough(reported, side, others) }
  })
  if (parts.some(({ large }) => !large)) return null
  const [a, b] = parts.map(({ side: { table: { weighed: { design } }, values }, rows }) => {
    const { estimate, se, dfAnswered } = mean(design, values, { domain: rows })
    return { estimate, se, df: dfAnswered * dfShare(design, rows) }
  })
  return { ...welchChange(a!, b!), ends: [a!.estimate, b!.estimate] }
}

function largeEnough(reported: Reported, { values }: Side, rows: NonNullable<Rows>): boolean {
  let [base, count] = [0, 0]
  values.forEach((value, row) => {
    if (rows[row] === 0 || Number.isNaN(value)) return
    base += 1
    if (value === 1) count += 1
  })
  return !tooSmall(base, reported.measure === 'share' ? count : null)
}

/** Age group (4) by sex (man, woman, unknown or other), unknown age a group of its own. */
function sameComposition(then: Side, now: Side): Change | null {
  const classed = ({ table, values, rows }: Side) => ({
    design: table.weighed.design, values, domain: rows,
    classes: Int32Array.from(values, (_, row) => {
      const [age, sex] = [code(table, 'age', row), code(table, 'sex', row)]
      return (age >= 1 && age <= 4 ? age - 1 : 4) * 3 + (sex === 1 || sex === 2 ? sex - 1 : 2)
    }),
  })
  const [a, b] = [classed(then), classed(now)]
  // a class the baseline has and this wave has not cannot be standardised: then nothing is said
  const present = (side: typeof a): Set<number> => new Set(Array.from(side.classes).filter((_, row) => side.domain[row] === 1 && !Number.isNaN(side.values[row]!)))
  const here = present(b)
  if (![...present(a)].every((k) => here.has(k))) return null
  const { change, se, df } = standardisedChange(a, b, 15)
  return changeOf(change, se, df * Math.min(...[a, b].map(({ design, domain }) => dfShare(design, domain))))
}

function code(table: WaveTable, item: string, row: number): number {
  return table.wave.microdata.codes[item]?.[row] ?? 0
}
