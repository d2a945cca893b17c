// estimates.csv (one row per wave, item and domain) and ciprop.csv (limits of shares by six methods).
// Separate from the figures they are written from. R survey: svymean, svyciprop.
import { toFive } from '../disclosure/rounding.ts'
import { tLimits } from '../stats/estimate.ts'
import { proportionLimits } from '../stats/proportion-limits.ts'
import type { ProportionMethod } from '../stats/proportion-limits.ts'
import type { Measure } from './edition.ts'
import { publishedCell } from './published-cell.ts'
import { figureAt, writtenDomains } from './survey-figures.ts'
import type { SurveyFigures } from './survey-figures.ts'
import type { AnalyseOptions, CsvTable } from './survey-tables.ts'

/** The columns of R's means table; suppressed: value, limits and n as printed, everything else empty. */
export function estimatesTable(figures: readonly SurveyFigures[], { fpc, unsuppressed }: AnalyseOptions): CsvTable {
  const header = ['design', 'wave', 'item', 'domain', 'n_valid', 'sum_w', 'estimate', 'se', 'df', 'ci_low', 'ci_high', 'deff']
  const design = fpc ? 'fix_fpc' : 'fix_nofpc'
  const rows = figures.flatMap((each) => each.measures.flatMap((reported) => writtenDomains(each).map(({ id, d }) => {
    const figure = figureAt(each, reported, d)
    const name = [design, each.wave.id, reported.item, id]
    if (!figure || !each.shows(reported, id)) return [...name, ...empty(8)]
    if (unsuppressed) {
      const { low, high } = tLimits(figure.estimate, figure.se, figure.df)
      return [...name, figure.n, figure.weightSum, figure.estimate, figure.se, figure.df, low, high, figure.deff]
    }
    const cell = publishedCell(reported.measure, figure)
    const scale = reported.measure === 'mean' ? 1 : 100
    return [...name, cell.n, null, cell.limit ? null : cell.value / scale, null, null, cell.low / scale, cell.high / scale, null]
  })))
  return { header, rows }
}

const METHODS: readonly ProportionMethod[] = ['logit', 'xlogit', 'asin', 'beta', 'mean', 'wilson']

/** Limits of shares; suppressed: the printed beta limits alone. */
export function proportionsTable(figures: readonly SurveyFigures[], { unsuppressed }: AnalyseOptions): CsvTable {
  const header = ['wave', 'item', 'domain', 'n_row', 'df', 'p', ...METHODS.flatMap((method) => [`${method}_low`, `${method}_high`])]
  const rows = figures.flatMap((each) => each.measures.filter(({ measure }) => measure === 'share').flatMap((reported) => writtenDomains(each).map(({ id, d }) => {
    const figure = figureAt(each, reported, d)
    const name = [each.wave.id, reported.item, id]
    if (!figure || !each.shows(reported, id)) return [...name, ...empty(header.length - 3)]
    if (unsuppressed) {
      const parts = { share: figure.estimate, se: figure.se, df: figure.df, rows: figure.respondents, n: figure.n }
      const limits = METHODS.flatMap((method) => {
        const { low, high } = proportionLimits(method, parts, { wrap: true })
        return [low, high]
      })
      return [...name, figure.respondents, figure.df, figure.estimate, ...limits]
    }
    const cell = publishedCell('share', figure)
    return [...name, toFive(figure.respondents), null, cell.limit ? null : cell.value / 100,
      ...METHODS.flatMap((method) => (method === 'beta' ? [cell.low / 100, cell.high / 100] : [null, null]))]
  })))
  return { header, rows }
}

/** So many empty cells. */
export function empty(count: number): null[] {
  return new Array<null>(count).fill(null)
}

/** Whole points as a share, or one decimal of a mean: how a suppressed table rounds. */
export function roundedValue(measure: Measure, value: number): number {
  return measure === 'mean' ? Math.round(value * 10) / 10 : Math.round(value * 100) / 100
}
