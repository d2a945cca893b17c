// alpha.csv: Cronbach's alpha of the scale per wave, complete and pairwise, unweighted and weighted. One row a wave and
// scale; the scale's name comes last, because R's table has one scale and no name for it.
import { toFive } from '../disclosure/rounding.ts'
import { alpha, pairwiseAlpha } from '../stats/alpha.ts'
import type { Scale } from '../instrument/scale.ts'
import type { Survey, SurveyWave } from './survey-files.ts'
import type { SurveyFigures } from './survey-figures.ts'
import type { SurveyInstrument } from './survey-instrument.ts'
import type { AnalyseOptions, CsvTable } from './survey-tables.ts'

/** Alphas of every scale; suppressed: two decimals, n in fives. */
export function alphaTable(survey: Survey, { instrument }: SurveyInstrument, figures: readonly SurveyFigures[], { unsuppressed }: AnalyseOptions): CsvTable {
  const header = ['wave', 'n_complete', 'alpha_complete', 'alpha_pairwise', 'alpha_weighted', 'alpha_svycralpha', 'scale']
  const show = (value: number): number => (unsuppressed ? value : Math.round(value * 100) / 100)
  const rows = survey.waves.flatMap((wave, index) => instrument.scales.map((scale) => {
    const items = scale.items.map((item) => column(wave, item))
    const weights = figures[index]!.weights.rake
    try {
      const complete = alpha(items)
      const weighted = show(alpha(items, weights).alpha)
      return [wave.id, unsuppressed ? complete.n : toFive(complete.n), show(complete.alpha), show(pairwiseAlpha(items).alpha), weighted, weighted, scale.id]
    } catch (error) {
      // nobody answered all items, or all alike: there is no alpha
      if (error instanceof RangeError) return [wave.id, null, null, null, null, null, scale.id]
      throw error
    }
  }))
  return { header, rows }
}

function column(wave: SurveyWave, { id, reverse, min, max }: Scale['items'][number]): Float64Array {
  return Float64Array.from(wave.codes[id]!, (code) => (code < min || code > max ? NaN : reverse ? max + min - code : code))
}
