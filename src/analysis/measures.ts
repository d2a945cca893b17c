// What is reported of an instrument: one measure a line, with the column of values it is read from.
// Separate because tables, comparisons and the ledger all walk this list in this order. Which categories count comes from
// each item's own summary; nothing is chosen here.
// Bases: a share is of everybody who answered. Who routing passed over gave no such answer and counts as 0 (so a base
// never tells how many gave the answer before it); who did not say whether they should be asked is missing.
import { coreFear } from '../instrument/batteries/core.ts'
import { functionalFearItem, functionalFear } from '../instrument/functional-fear.ts'
import type { Instrument } from '../instrument/instrument.ts'
import { DONT_KNOW, NOT_ASKED, PREFER_NOT, isMissing } from '../instrument/item.ts'
import type { Item } from '../instrument/item.ts'
import type { Microdata } from '../instrument/microdata.ts'
import type { Condition } from '../instrument/relevance.ts'
import { scaleValues } from '../instrument/scale.ts'
import type { Label, Summary } from '../instrument/summary.ts'
import type { Measure } from './edition.ts'

export interface Reported {
  item: string
  measure: Measure
  categories: readonly number[]
  label: Label
  better: Summary['better']
  sensitive: boolean
  /** Tied by logic to the others of this set (routed, derived, answers that add up): everybody and groups only, all or none. */
  set: string | null
  /** Set against the baseline and tested: not every single answer of an item, which would drown all else in tests. */
  compared: boolean
  /** Who was asked, where that is not everybody. */
  base?: Label
  /** Lowest and highest value there can be: 0 and 1 for shares. */
  range: readonly [number, number]
  /** One value a respondent, NaN where missing. */
  values: (microdata: Microdata) => Float64Array
}

/** Used to divide people, reported under "whom did we hear" instead. */
const CLASSIFYING = ['age', 'sex']

/** Everything an instrument reports, in its own order: items, functional fear, scales. */
export function reportedOf(instrument: Instrument): Reported[] {
  const byId = new Map(instrument.items.map((item) => [item.id, item]))
  const ofItems = instrument.items.flatMap((item) => (CLASSIFYING.includes(item.id) ? [] : ofItem(item, byId)))
  const fearColumns = [coreFear.worried, coreFear.episode, coreFear.precaution, coreFear.loss]
  const fear = fearColumns.every(({ column }) => byId.has(column)) ? ofFear() : []
  const scales = instrument.scales.flatMap((scale): Reported[] => {
    if (!scale.summary) return []
    const { label, better, sensitive } = scale.summary
    return [{ item: scale.id, measure: 'mean', categories: [], label, better, sensitive, set: null, compared: true, range: [0, 10], values: (microdata) => scaleValues(scale, microdata) }]
  })
  return [...ofItems, ...fear, ...scales]
}

function ofItem(item: Item, byId: ReadonlyMap<string, Item>): Reported[] {
  const { summary } = item
  if (!summary) return []
  const routed = item.askedIf !== undefined && item.implied === undefined
  const { label, better, sensitive, report } = summary
  const shared = { item: item.id, label, better, sensitive }
  const share = (categories: readonly number[], set: string | null): Reported =>
    ({ ...shared, measure: 'share', categories, set, compared: true, range: [0, 1], values: (microdata) => shareValues(item, categories, microdata, byId) })
  const among = (categories: readonly number[], compared: boolean): Reported => ({
    ...shared, measure: 'among', categories, set: item.id, compared, range: [0, 1], ...(summary.base ? { base: summary.base } : {}),
    values: (microdata) => askedOnly(item, microdata, shareValues(item, categories, microdata, byId)),
  })
  if (report.as === 'each') {
    const each = item.options.map((option) => share([option], routed || item.kind === 'one' ? item.id : null))
    return routed ? [...each, ...item.options.map((option) => among([option], false))] : each
  }
  const main: Reported = report.as === 'share' ? share(report.categories, routed ? item.id : null)
    : { ...shared, measure: 'mean', categories: [], set: routed ? item.id : null, compared: true, range: [Math.min(...item.options), Math.max(...item.options)] as const, values: (microdata: Microdata) => validCodes(column(microdata, item.id)) }
  if (routed) return report.as === 'share' ? [main, among(report.categories, true)] : [main]
  const missing = ([['dontKnow', DONT_KNOW], ['preferNot', PREFER_NOT]] as const).map(([measure, code]): Reported =>
    ({ ...shared, better: 'neither', measure, categories: [], set: null, compared: true, range: [0, 1], values: (microdata) => missingValues(firstColumn(item, microdata), code) }))
  return [main, ...missing, ...answersOf(item, main, byId)]
}

/** Every answer of an item of which one share is the main figure, in the order people saw them. */
function answersOf(item: Item, main: Reported, byId: ReadonlyMap<string, Item>): Reported[] {
  // of two answers the main figure says both
  if (item.kind !== 'one' || main.measure !== 'share' || item.options.length < 3) return []
  return item.options.map((option): Reported => ({
    ...main, better: 'neither', measure: 'answer', categories: [option], set: `${item.id} answers`, compared: false,
    values: (microdata) => shareValues(item, [option], microdata, byId),
  }))
}

function ofFear(): Reported[] {
  const { id, options, summary } = functionalFearItem
  return options.map((option): Reported => ({
    item: id, measure: 'share', categories: [option], label: summary!.label, better: 'neither', sensitive: false, set: id, compared: true, range: [0, 1],
    values: (microdata) => Float64Array.from(functionalFear(microdata, coreFear), (code) => (isMissing(code) ? NaN : code === option ? 1 : 0)),
  }))
}

/** Missing for everybody whom routing passed over. */
function askedOnly(item: Item, microdata: Microdata, values: Float64Array): Float64Array {
  const codes = firstColumn(item, microdata)
  return values.map((value, row) => (codes[row] === NOT_ASKED ? NaN : value))
}

function shareValues(item: Item, categories: readonly number[], microdata: Microdata, byId: ReadonlyMap<string, Item>): Float64Array {
  const columns = item.kind === 'several' ? categories.map((option) => column(microdata, `${item.id}.${option}`)) : [column(microdata, item.id)]
  const chosen = item.kind === 'several' ? [1] : categories
  return Float64Array.from({ length: microdata.n }, (_, row) => {
    const code = columns[0]![row]!
    if (code === NOT_ASKED) return unknownRouting(item, row, microdata, byId) ? NaN : 0
    if (isMissing(code)) return NaN
    return columns.some((each) => chosen.includes(each[row]!)) ? 1 : 0
  })
}

/** Whether an item was not asked because the answer that decides about it is missing. */
function unknownRouting(item: Item, row: number, microdata: Microdata, byId: ReadonlyMap<string, Item>): boolean {
  return (item.askedIf ? itemsOf(item.askedIf) : []).some((id) => {
    const parent = byId.get(id)
    if (!parent) return false
    const code = firstColumn(parent, microdata)[row]!
    return code === NOT_ASKED ? unknownRouting(parent, row, microdata, byId) : isMissing(code)
  })
}

function itemsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(itemsOf)
  if ('any' in condition) return condition.any.flatMap(itemsOf)
  return 'not' in condition ? itemsOf(condition.not) : [condition.item]
}

function validCodes(codes: Int16Array): Float64Array {
  return Float64Array.from(codes, (code) => (isMissing(code) ? NaN : code))
}

function missingValues(codes: Int16Array, which: number): Float64Array {
  return Float64Array.from(codes, (code) => (code === NOT_ASKED ? NaN : code === which ? 1 : 0))
}

function firstColumn(item: Item, microdata: Microdata): Int16Array {
  return column(microdata, item.kind === 'several' ? `${item.id}.${item.options[0]}` : item.id)
}

function column(microdata: Microdata, name: string): Int16Array {
  const found = microdata.codes[name]
  if (!found) throw new RangeError(`reportedOf requires a column ${name} in the microdata`)
  return found
}
