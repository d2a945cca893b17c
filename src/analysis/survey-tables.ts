// The tables `analyse` writes about a survey on disk: weights, estimates, comparisons with the first wave, difference in
// differences, limits of proportions, alpha. Column names and numbers are those R users check against; separate from an
// edition, which knows one comparison and its readers. Suppressed and rounded unless the caller asks for everything.
import type { Survey } from './survey-files.ts'
import type { SurveyInstrument } from './survey-instrument.ts'
import { alphaTable } from './survey-alpha.ts'
import { comparisonsTable } from './survey-comparisons.ts'
import { didTable } from './survey-did.ts'
import { estimatesTable, proportionsTable } from './survey-estimates.ts'
import { estimateSurvey } from './survey-figures.ts'
import { otherWeights } from './survey-weights.ts'

export interface AnalyseOptions {
  /** Finite population correction: these people, now. Differences then use it too, as a check of the arithmetic. */
  fpc: boolean
  unsuppressed: boolean
}

/** One line a row, cells as written. */
export interface CsvTable { header: readonly string[]; rows: (string | number | null)[][] }

/** Every table by file name. `progress` hears what is under way. */
export function surveyTables(survey: Survey, instrument: SurveyInstrument, options: AnalyseOptions, progress: (done: number, total: number, what: string) => void = () => {}): Record<string, CsvTable> {
  const total = survey.waves.length + 5
  const figures = estimateSurvey(survey, instrument, options, (wave, index) => progress(index, total, `wave ${wave}`))
  const step = survey.waves.length
  progress(step, total, 'weights')
  const weights = weightsTable(survey, figures.map(({ weights: each }) => each), options)
  progress(step + 1, total, 'estimates')
  const estimates = estimatesTable(figures, options)
  const proportions = proportionsTable(figures, options)
  progress(step + 2, total, 'comparisons')
  const comparisons = comparisonsTable(survey, instrument, figures, options)
  progress(step + 3, total, 'difference in differences')
  const did = didTable(survey, figures, options)
  progress(step + 4, total, 'alpha')
  const alphas = alphaTable(survey, instrument, figures, options)
  progress(total, total, 'done')
  return { 'weights.csv': weights, 'estimates.csv': estimates, 'comparisons.csv': comparisons, 'did.csv': did, 'ciprop.csv': proportions, 'alpha.csv': alphas }
}

const WEIGHTS = ['w_rake_agesex', 'w_rake_default', 'w_cal_raking', 'w_cal_linear', 'w_cal_logit', 'w_trim', 'w_trim_strict', 'w_post_agesex']

/** A weight a person tells area, age and sex: without `unsuppressed` the table stays empty. */
function weightsTable(survey: Survey, weights: readonly { design: Float64Array; rake: Float64Array }[], { unsuppressed }: AnalyseOptions): CsvTable {
  const header = ['person', 'wave', 'w_design', 'w_rake', ...WEIGHTS]
  if (!unsuppressed) return { header, rows: [] }
  const rows = survey.waves.flatMap((wave, index) => {
    const own = weights[index]!
    const others = otherWeights(survey, wave, own)
    return wave.persons.map((person, row) => [person, wave.id, own.design[row]!, own.rake[row]!, ...WEIGHTS.map((name) => others[name]?.[row] ?? null)])
  })
  return { header, rows }
}

/** A table as CSV text with 15 significant digits, line by line; empty where there is no number. */
export function csvText({ header, rows }: CsvTable): string {
  return `${[header, ...rows].map((cells) => cells.map(cellText).join(',')).join('\n')}\n`
}

function cellText(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toPrecision(15))) : ''
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
