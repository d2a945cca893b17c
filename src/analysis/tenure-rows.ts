// The rows and comparisons of those who stayed and those who came, for both waves of an edition. Separate from tenure, which makes and
// protects the figures of one wave.
import type { Tenure } from '../disclosure/catalogue.ts'
import type { Entry } from '../disclosure/ledger.ts'
import { cellOf, isMain } from './compare.ts'
import type { Compared } from './compare.ts'
import { comparabilityKey } from './comparable.ts'
import { testable } from './difference.ts'
import type { Side } from './difference.ts'
import type { BreakReason, EditionInput, ExactRow, PublishedRow } from './edition.ts'
import { reportedOf } from './measures.ts'
import type { Reported } from './measures.ts'
import { answersOf, levelOf } from './suppress-wave.ts'
import type { ShownFigures } from './suppress-wave.ts'
import { suppressTenure, tenureFigures } from './tenure.ts'
import type { TenureCell, TenureFigures } from './tenure.ts'
import { keyOf } from './wave-table.ts'
import type { WaveTable } from './wave-table.ts'

/** `others`: figures of other waves beside which one of this wave is printed as a change. */
interface Judged { table: WaveTable; shown: ShownFigures; others: (reported: Reported, d: number) => readonly Side[] }

export interface TenureRows { rows: PublishedRow[]; compared: Compared[]; exact: ExactRow[] }

/** For the primary outcomes; nothing where a wave did not ask how long people live here. */
export function tenureOf(input: EditionInput, now: Judged, then: Judged | null, ledger: ReadonlyMap<string, Entry>, breaks: (item: string) => readonly BreakReason[]): TenureRows {
  const primary = (wave: WaveTable['wave']): Reported[] => reportedOf(wave.instrument).filter((reported) => isMain(reported) && input.plan.primary.includes(reported.item))
  const result: TenureRows = { rows: [], compared: [], exact: [] }
  for (const reported of primary(now.table.wave)) {
    const reasons = breaks(reported.item)
    const sides = [now, ...(then && then.table.figures.has(keyOf(reported)) ? [then] : [])].map((judged) => ({ ...judged, figures: tenureFigures(judged.table, reported) }))
    const cells = sides.map(({ table, shown, figures, others }, index) => {
      const beside = (part: Tenure, domain: string): readonly Side[] => figureAt(reasons.length === 0 ? sides[1 - index]?.figures : null, part, domain)
      const known = { ledger, others: (d: number) => others(reported, d), family: answersOf(reported, reportedOf(table.wave.instrument)) }
      return figures ? suppressTenure(table, figures, levelOf(reported, input), shown, known, beside) : []
    })
    sides.forEach(({ table }, index) => {
      result.rows.push(...cells[index]!.map((cell) => rowOf(table, reported, cell)))
      result.exact.push(...cells[index]!.map((cell) => exactOf(table, reported, cell)))
    })
    if (then) result.compared.push(...cells[0]!.map((cell) => comparedOf(reported, cell, cells[1]?.find(({ domain }) => domain === cell.domain), reasons)))
  }
  return result
}

function figureAt(figures: TenureFigures | null | undefined, part: Tenure, domain: string): readonly Side[] {
  const figure = figures?.parts.get(domain)?.[part]
  return figure ? [figure] : []
}

function rowOf({ wave }: WaveTable, reported: Reported, { domain, figure }: TenureCell): PublishedRow {
  return { wave: wave.id, item: reported.item, measure: reported.measure, categories: reported.categories, domain, cell: cellOf(reported, figure, true) }
}

function comparedOf(reported: Reported, { domain, figure }: TenureCell, earlier: TenureCell | undefined, reasons: readonly BreakReason[]): Compared {
  return {
    reported, domain, now: cellOf(reported, figure, true), nowSide: testable(figure), reasons: earlier ? reasons : ['absent'],
    baseline: { cell: cellOf(reported, earlier?.figure ?? null, earlier !== undefined), side: earlier ? testable(earlier.figure) : null },
  }
}

function exactOf({ wave }: WaveTable, reported: Reported, { domain, figure }: TenureCell): ExactRow {
  return {
    wave: wave.id, item: reported.item, measure: reported.measure, categories: reported.categories, domain, estimate: figure.estimate, standardError: figure.se,
    df: figure.df, testDf: figure.testDf, n: figure.respondents, nValid: figure.n, effectiveN: figure.effectiveN, deff: figure.deff,
    comparability: comparabilityKey(wave, reported.item),
  }
}
