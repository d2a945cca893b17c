// Microdata as a researcher expects them: variables with labels, words for every code, the four missing codes, a weight. What every export
// writes down. Separate from the formats, so that SPSS, CSV and R hold the same; separate from microdata, which know no words.
import type { MeasuredWave } from '../analysis/edition.ts'
import { coreFear } from '../instrument/batteries/core.ts'
import { functionalFear, functionalFearItem, functionalFearOptions } from '../instrument/functional-fear.ts'
import type { InstrumentText } from '../instrument/instrument.ts'
import { DONT_KNOW, NOT_ASKED, PREFER_NOT, SKIPPED } from '../instrument/item.ts'
import type { Item } from '../instrument/item.ts'
import { scaleValues } from '../instrument/scale.ts'

export interface Variable {
  /** Letters, digits and dots; begins with a letter. */
  name: string
  label: string
  level: 'nominal' | 'ordinal' | 'scale'
  /** Code -> words; empty for text and for measures. */
  words: Readonly<Record<number, string>>
  /** Whether 96 to 99 say why there is no answer. */
  missing: boolean
  /** One a row; NaN where a derived value does not exist. */
  values: Int16Array | Float64Array | readonly string[]
}

export interface DataSet {
  title: string
  n: number
  variables: readonly Variable[]
}

export interface DataSetOptions {
  /** Area and stratum stand in the file: only after a second person agreed. */
  withArea: boolean
  /** Area id -> name. */
  areaNames?: Readonly<Record<string, string>>
}

/** Name of the weight in every export. */
export const WEIGHT = 'weight'

/**
 * The variables of a counted wave: weight, stratum and area (when asked for), how people answered, every item, scales and functional fear.
 * Rows stay in the order of the frozen file, which says nothing. Throws RangeError when a text is missing for an item.
 */
export function dataSet(wave: MeasuredWave, weights: Float64Array, text: InstrumentText, { withArea, areaNames = {} }: DataSetOptions): DataSet {
  const { microdata, instrument, strata } = wave
  const areaOf = new Map(strata.map(({ id, area }) => [id, area]))
  const said = (name: string, label: string, values: readonly string[]): Variable => ({ name, label, level: 'nominal', words: {}, missing: false, values })
  const places = withArea ? [
    said('stratum', 'Stratum of the sample', microdata.labels.stratum!),
    said('area', 'Area', microdata.labels.stratum!.map((stratum) => areaOf.get(stratum) ?? '')),
    said('areaName', 'Name of the area', microdata.labels.stratum!.map((stratum) => areaNames[areaOf.get(stratum) ?? ''] ?? '')),
  ] : []
  const variables: Variable[] = [
    { name: WEIGHT, label: 'Weight, raked to the register', level: 'scale', words: {}, missing: false, values: weights },
    ...places,
    ...(['mode', 'language', 'phase'] as const).map((label) => said(label, { mode: 'How people answered', language: 'Language', phase: 'Letter or reminder' }[label], microdata.labels[label] ?? new Array<string>(microdata.n).fill(''))),
    ...instrument.items.flatMap((item) => ofItem(item, text, microdata.codes)),
    ...instrument.scales.map((scale): Variable => ({ name: scale.id, label: scale.summary?.label.en ?? scale.id, level: 'scale', words: {}, missing: false, values: scaleValues(scale, microdata) })),
  ]
  if ([coreFear.worried, coreFear.episode, coreFear.precaution, coreFear.loss].every(({ column }) => microdata.codes[column])) {
    variables.push({
      name: functionalFearItem.id, label: functionalFearItem.summary!.label.en!, level: 'ordinal', missing: true,
      words: { ...functionalFearOptions.en, ...missingWords(text) }, values: functionalFear(microdata, coreFear),
    })
  }
  return { title: wave.label, n: microdata.n, variables }
}

function ofItem(item: Item, text: InstrumentText, codes: Readonly<Record<string, Int16Array>>): Variable[] {
  const words = text.items[item.id]
  if (!words) throw new RangeError(`dataSet requires a text for item ${item.id}`)
  const missing = missingWords(text)
  if (item.kind !== 'several') {
    return [{ name: item.id, label: words.question, level: item.kind === 'mark' ? 'scale' : 'ordinal', missing: true, words: { ...optionWords(words.options), ...missing }, values: codes[item.id]! }]
  }
  return item.options.map((option) => ({
    name: `${item.id}.${option}`, label: `${words.question} ${words.options[String(option)] ?? option}`, level: 'nominal', missing: true,
    words: { 0: NOT_CHOSEN, 1: CHOSEN, ...missing }, values: codes[`${item.id}.${option}`]!,
  }))
}

const NOT_CHOSEN = 'not chosen'
const CHOSEN = 'chosen'

function optionWords(options: Readonly<Record<string, string>>): Record<number, string> {
  return Object.fromEntries(Object.entries(options).map(([code, words]) => [Number(code), words]))
}

function missingWords({ missing: { dontKnow, preferNot } }: InstrumentText): Record<number, string> {
  return { [NOT_ASKED]: 'not asked', [SKIPPED]: 'skipped', [DONT_KNOW]: dontKnow, [PREFER_NOT]: preferNot }
}
