// From a counted wave to a survey design: design weights, raked to the register, trimmed where the recipe says so.
// Separate because every figure of an edition rests on this one step, and it is the recipe that is stored with it.
// R survey: svydesign, rake, trimWeights. Unknown age or sex ("anders" too, which registers lack) stays a class of its own.
import { designWeights } from '../stats/design-weights.ts'
import { surveyDesign } from '../stats/design.ts'
import type { Design } from '../stats/design.ts'
import { UNKNOWN } from '../stats/margin.ts'
import type { Margin } from '../stats/margin.ts'
import { rake } from '../stats/rake.ts'
import { trimAndRake } from '../stats/trim.ts'
import { weightDiagnostics } from '../stats/weight-diagnostics.ts'
import type { WeightDiagnostics } from '../stats/weight-diagnostics.ts'
import type { ControlTotal, MeasuredWave, Recipe } from './edition.ts'

export interface Weighed {
  design: Design
  /** Area id per stratum of the design. */
  areaOfStratum: readonly string[]
  diagnostics: WeightDiagnostics
  /** Largest relative gap between a weighted margin and its total; 0 for imported weights. */
  misfit: number
  trimmed: number
  /** Weighted share of respondents whose age or sex is unknown, 0..1. */
  unknownAgeOrSex: number
}

/** Weighs a wave by its recipe. Throws RangeError naming the stratum, margin or class that cannot be weighed. */
export function weigh(wave: MeasuredWave, recipe: Recipe): Weighed {
  const { microdata, strata } = wave
  const places = new Map(strata.map(({ id }, index) => [id, index]))
  const labels = microdata.labels.stratum
  if (!labels || labels.length !== microdata.n || microdata.n === 0) throw new RangeError(`weigh requires a stratum for every respondent of wave ${wave.id}`)
  const stratum = Int32Array.from(labels, (label) => {
    const place = places.get(label)
    if (place === undefined) throw new RangeError(`weigh requires stratum ${label} of wave ${wave.id} among its strata`)
    return place
  })
  const age = classes(microdata.codes.age, microdata.n, 4)
  const sex = classes(microdata.codes.sex, microdata.n, 2)
  const population = Float64Array.from(strata, ({ population: people }) => people)
  const areaOfStratum = strata.map(({ area }) => area)
  let weights: Float64Array
  let [misfit, trimmed] = [0, 0]
  if (wave.weights) weights = wave.weights
  else {
    const base = designWeights(stratum, population, Float64Array.from(strata, ({ invited }) => invited))
    const answering = new Set(Array.from(stratum, (h) => areaOfStratum[h]!))
    const margins = marginsOf(wave.controlTotals.filter(({ area }) => answering.has(area)), recipe, stratum, areaOfStratum, age, sex)
    const raked = recipe.trim === null ? { ...rake(base, margins), trimmed: 0 } : trimmedBy(base, margins, recipe.trim)
    ;({ weights, misfit, trimmed } = raked)
  }
  const design = surveyDesign({ weights, stratum, strata: strata.length, population })
  let unknown = 0
  let total = 0
  weights.forEach((weight, row) => {
    total += weight
    if (age[row] === UNKNOWN || sex[row] === UNKNOWN) unknown += weight
  })
  return { design, areaOfStratum, diagnostics: weightDiagnostics(weights), misfit, trimmed, unknownAgeOrSex: unknown / total }
}

function trimmedBy(base: Float64Array, margins: readonly Margin[], limits: NonNullable<Recipe['trim']>) {
  const mean = margins[0]!.totals.reduce((sum, total) => sum + total, 0) / base.length
  return trimAndRake(base, margins, { lower: limits.low * mean, upper: limits.high * mean }, limits.strict ? 20 : 1)
}

/** Codes 1..count as classes 0..count-1; everything else is unknown. */
function classes(codes: Int16Array | undefined, n: number, count: number): Int32Array {
  return Int32Array.from({ length: n }, (_, row) => {
    const code = codes?.[row] ?? 0
    return code >= 1 && code <= count ? code - 1 : UNKNOWN
  })
}

function marginsOf(totals: readonly ControlTotal[], recipe: Recipe, stratum: Int32Array, areaOfStratum: readonly string[], age: Int32Array, sex: Int32Array): Margin[] {
  const areas = [...new Set(totals.map(({ area }) => area))]
  const placeOfArea = new Map(areas.map((area, index) => [area, index]))
  const sums = (count: number, place: (total: ControlTotal) => number): Float64Array => {
    const sum = new Float64Array(count)
    for (const total of totals) sum[place(total)]! += total.population
    return sum
  }
  const byName: Record<Recipe['margins'][number], () => Margin> = {
    area: () => ({
      name: 'area', labels: areas, totals: sums(areas.length, ({ area }) => placeOfArea.get(area)!),
      classes: Int32Array.from(stratum, (h) => {
        const place = placeOfArea.get(areaOfStratum[h]!)
        if (place === undefined) throw new RangeError(`weigh requires control totals for area ${areaOfStratum[h]}`)
        return place
      }),
    }),
    age: () => ({ name: 'age', labels: ['1', '2', '3', '4'], totals: sums(4, (total) => total.age - 1), classes: age }),
    sex: () => ({ name: 'sex', labels: ['1', '2'], totals: sums(2, (total) => total.sex - 1), classes: sex }),
  }
  return recipe.margins.map((name) => byName[name]())
}
