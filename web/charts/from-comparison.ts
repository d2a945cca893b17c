// Published comparisons as rows of a dumbbell: which figure stands where, and the words beside it. Separate from chart and screen so
// that the console and the reader's page say the same. Only published, already suppressed figures come in.
import type { Cell, EditionHead, EditionItem, PublishedComparison } from '../../src/analysis/edition.ts'
import { BREAKS } from '../../src/analysis/sentence-words.ts'
import type { DumbbellRow, Figure, Unit } from './dumbbell.ts'

/** Names one measure of an edition, in addresses and in pickers: item, measure and categories. */
export function measureKey({ item, measure, categories }: Pick<PublishedComparison, 'item' | 'measure' | 'categories'>): string {
  return [item, measure, ...categories].join('.')
}

/** The unit of a measure: means are marks from 0 to 10, everything else a percentage. */
export function unitOf({ measure }: Pick<PublishedComparison, 'measure'>): Unit {
  return measure === 'mean' ? 'mark' : 'points'
}

/** The name of a domain as people read it. */
export function domainName(domain: string, head: Pick<EditionHead, 'areas'>): string {
  const named: Record<string, string> = { all: 'Hele gemeente', focus: 'Focuswijken samen', comparison: 'Vergelijkingswijken samen' }
  if (Object.hasOwn(named, domain)) return named[domain]!
  if (domain.startsWith('district:')) return `Stadsdeel ${domain.slice('district:'.length)}`
  return head.areas.find((area) => area.id === domain)?.name ?? domain
}

/** The name of a measure as a heading: its Dutch label with a capital. */
export function measureName(item: EditionItem): string {
  const label = item.label.nl ?? item.item
  const name = label.charAt(0).toUpperCase() + label.slice(1)
  return item.measure === 'dontKnow' ? `${name}: weet ik niet` : item.measure === 'preferNot' ? `${name}: wil ik niet zeggen` : name
}

/** One comparison as a row. `label` is what heads it: an area, or an item. */
export function dumbbellRow(comparison: PublishedComparison, label: string, sentence: string): DumbbellRow {
  const unit = unitOf(comparison)
  return {
    id: `${measureKey(comparison)} ${comparison.domain}`, label, sentence, verdict: comparison.verdict,
    now: figure(comparison.now), baseline: baselineFigure(comparison), ...wordsOf(comparison, unit),
  }
}

/** Words and detail beside a row: "11 punten lager" and "verschil 5 tot 17". */
export function wordsOf({ verdict, difference, detectable, reasons }: PublishedComparison, unit: Unit): { words: string; detail?: string } {
  const amount = (value: number) => unit === 'points' ? `${Math.round(Math.abs(value))} ${Math.round(Math.abs(value)) === 1 ? 'punt' : 'punten'}` : decimal(Math.abs(value))
  switch (verdict) {
    case 'higher':
    case 'lower': {
      if (!difference) return { words: verdict === 'higher' ? 'hoger' : 'lager' }
      const ends = [Math.abs(difference.low), Math.abs(difference.high)].sort((a, b) => a - b)
      const [least, most] = ends.map((value) => unit === 'points' ? String(Math.round(value)) : decimal(value))
      return { words: `${amount(difference.value)} ${verdict === 'higher' ? 'hoger' : 'lager'}`, detail: `verschil ${least} tot ${most}` }
    }
    case 'none': return { words: 'geen aantoonbaar verschil', ...(detectable === null ? {} : { detail: `zichtbaar vanaf ${amount(detectable)}` }) }
    case 'break': return { words: 'breuk: niet te vergelijken', detail: reasons.map((reason) => BREAKS.nl[reason]).join(', ') }
    case 'context': return { words: 'alleen ter vergelijking', detail: 'ouder cijfer zonder marge' }
    case 'hidden': return { words: 'niets over te zeggen' }
  }
}

function figure(cell: Cell): Figure {
  if ('hidden' in cell) return { kind: 'hidden' }
  const { value, low, high, n, limit, reliability } = cell
  return limit ? { kind: 'limit', side: limit, bound: value, n } : { kind: reliability, value, lower: low, upper: high, n }
}

function baselineFigure({ baseline, verdict, reasons }: PublishedComparison): Figure {
  if (reasons.includes('absent') && 'hidden' in baseline) return { kind: 'absent' }
  if (verdict === 'context' && !('hidden' in baseline)) return { kind: 'bare', value: baseline.value }
  return figure(baseline)
}

function decimal(value: number): string {
  return value.toFixed(1).replace('.', ',')
}
