// All weights of one wave of a survey on disk, in the columns R users compare: design, raked, calibrated, trimmed,
// post-stratified. Separate from weigh.ts, which makes the one weight an edition uses. Estimates here use `rake`.
import { calibrate } from '../stats/calibrate.ts'
import { designWeights } from '../stats/design-weights.ts'
import type { Margin } from '../stats/margin.ts'
import { postStratify } from '../stats/post-stratify.ts'
import { rake } from '../stats/rake.ts'
import { trim } from '../stats/trim.ts'
import type { Survey, SurveyWave } from './survey-files.ts'

export interface SurveyWeights { design: Float64Array; rake: Float64Array }

/** Design weights N/n per area and weights raked to area, age and sex. Throws RangeError naming the margin at fault. */
export function surveyWeights(survey: Survey, wave: SurveyWave): SurveyWeights {
  const design = designWeights(wave.area, wave.population)
  return { design, rake: rake(design, marginsOf(survey, wave)).weights }
}

/** Further columns, by their name in weights.csv; null where a method cannot fit this wave. Trimmed: 0.5 to 2 mean weights. */
export function otherWeights(survey: Survey, wave: SurveyWave, { design, rake: raked }: SurveyWeights): Record<string, Float64Array | null> {
  const margins = marginsOf(survey, wave)
  const ageSex = crossed(survey, wave)
  const mean = raked.reduce((sum, weight) => sum + weight, 0) / wave.n
  const limits = { lower: 0.5 * mean, upper: 2 * mean }
  return {
    w_rake_agesex: fit(() => rake(design, [margins[0]!, ageSex]).weights),
    // R's default stop rule changes between versions and is no target: left empty
    w_rake_default: null,
    w_cal_raking: fit(() => calibrate(design, margins, { method: 'raking' }).weights),
    w_cal_linear: fit(() => calibrate(design, margins, { method: 'linear' }).weights),
    w_cal_logit: fit(() => calibrate(design, margins, { method: 'logit', bounds: { lower: 0.3, upper: 3 } }).weights),
    w_trim: fit(() => trim(raked, limits).weights),
    w_trim_strict: fit(() => trim(raked, limits, true).weights),
    w_post_agesex: fit(() => postStratify(design, ageSex)),
  }
}

function fit(make: () => Float64Array): Float64Array | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function marginsOf({ areas, ages, sexes }: Survey, wave: SurveyWave): [Margin, Margin, Margin] {
  const sums = (count: number, of: (total: SurveyWave['totals'][number]) => number): Float64Array => {
    const sum = new Float64Array(count)
    for (const total of wave.totals) sum[of(total)]! += total.population
    return sum
  }
  return [
    { name: 'area', classes: wave.area, totals: sums(areas.length, ({ area }) => area), labels: areas.map(({ id }) => id) },
    { name: 'age', classes: wave.age, totals: sums(ages.length, ({ age }) => age), labels: ages },
    { name: 'sex', classes: wave.sex, totals: sums(sexes.length, ({ sex }) => sex), labels: sexes },
  ]
}

function crossed({ ages, sexes }: Survey, wave: SurveyWave): Margin {
  const totals = new Float64Array(ages.length * sexes.length)
  for (const { age, sex, population } of wave.totals) totals[age * sexes.length + sex]! += population
  const classes = Int32Array.from(wave.age, (age, row) => (age < 0 || wave.sex[row]! < 0 ? -1 : age * sexes.length + wave.sex[row]!))
  return { name: 'age x sex', classes, totals }
}
