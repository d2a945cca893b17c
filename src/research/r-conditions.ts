// An instrument's measures as R expressions over the exported columns: which answers count, who was passed over, who is unknown.
// Separate from the script around them, because this is the same rule as src/analysis/measures.ts in another language.
import { coreFear } from '../instrument/batteries/core.ts'
import type { ColumnTest } from '../instrument/functional-fear.ts'
import { functionalFearItem } from '../instrument/functional-fear.ts'
import type { Instrument } from '../instrument/instrument.ts'
import type { Item } from '../instrument/item.ts'
import type { Condition } from '../instrument/relevance.ts'
import type { Measure } from '../analysis/edition.ts'

export interface RMeasure { item: string; measure: Measure; categories: readonly number[] }

/** The values of one measure, an R expression over the data frame `d`: 0 and 1, or a mark, NA where there is no answer. */
export function rMeasure(instrument: Instrument, { item: id, measure, categories }: RMeasure): string {
  const scale = instrument.scales.find((one) => one.id === id)
  if (scale) return `scale10(d, list(${scale.items.map((one) => `list(${rText(one.id)}, ${one.reverse ? 'TRUE' : 'FALSE'}, ${one.min}, ${one.max})`).join(', ')}), ${scale.minimumValid})`
  if (id === functionalFearItem.id) return `as_share(fear(${[coreFear.worried, coreFear.episode, coreFear.precaution, coreFear.loss].map(rTest).join(', ')}), ${vector(categories)}, FALSE)`
  const byId = new Map(instrument.items.map((one) => [one.id, one]))
  const item = byId.get(id)
  if (!item) throw new RangeError(`rMeasure requires item ${id} in the instrument`)
  const first = firstColumn(item)
  if (measure === 'dontKnow' || measure === 'preferNot') return `refusal(${first}, ${measure === 'dontKnow' ? 98 : 99})`
  if (measure === 'mean') return `mark(${first})`
  const unknown = item.askedIf ? unknownRouting(item, byId) : 'FALSE'
  const share = item.kind !== 'several' ? `as_share(${first}, ${vector(categories)}, ${unknown})`
    : `as_chosen(list(${categories.map((option) => column(`${id}.${option}`)).join(', ')}), ${unknown})`
  return measure === 'among' ? `asked_only(${first}, ${share})` : share
}

/** Where the answer that decides whether an item was asked is itself missing. */
function unknownRouting(item: Item, byId: ReadonlyMap<string, Item>): string {
  const parents = (item.askedIf ? itemsOf(item.askedIf) : []).flatMap((id) => byId.get(id) ?? [])
  const parts = parents.map((parent) => {
    const code = firstColumn(parent)
    return `no_answer(${code})${parent.askedIf ? ` | (${code} == 96 & (${unknownRouting(parent, byId)}))` : ''}`
  })
  return parts.length === 0 ? 'FALSE' : parts.map((part) => `(${part})`).join(' | ')
}

function itemsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(itemsOf)
  if ('any' in condition) return condition.any.flatMap(itemsOf)
  return 'not' in condition ? itemsOf(condition.not) : [condition.item]
}

function rTest({ column: name, in: codes }: ColumnTest): string {
  return `test(${column(name)}, ${vector(codes)})`
}

const firstColumn = (item: Item): string => column(item.kind === 'several' ? `${item.id}.${item.options[0]}` : item.id)
const column = (name: string): string => `d[[${rText(name)}]]`
const vector = (numbers: readonly number[]): string => `c(${numbers.join(', ')})`

/** A text as R writes it. */
export function rText(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(/[\r\n]+/g, ' ')}"`
}
