// Published comparisons as rows of a dumbbell: which figure stands where, and the words beside it. Separate from chart and screen so
// that the console and the reader's page say the same. Only published, already suppressed figures come in.
import type { Cell, EditionHead, EditionItem, PublishedComparison } from '../../src/analysis/edition.ts'
import { BREAKS } from '../../src/analysis/sentence-words.ts'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage, ResultsText } from '../languages/results-text.ts'
import type { DumbbellRow, Figure, Unit } from './dumbbell.ts'
import { written } from './dumbbell.ts'

/** Names one measure of an edition, in addresses and in pickers: item, measure and categories. */
export function measureKey({ item, measure, categories }: Pick<PublishedComparison, 'item' | 'measure' | 'categories'>): string {
  return [item, measure, ...categories].join('.')
}

/** The unit of a measure: means are marks from 0 to 10, everything else a percentage. */
export function unitOf({ measure }: Pick<PublishedComparison, 'measure'>): Unit {
  return measure === 'mean' ? 'mark' : 'points'
}

/** The name of a domain as people read it. */
export function domainName(domain: string, head: Pick<EditionHead, 'areas'>, language: ResultsLanguage = 'nl'): string {
  const { domains } = resultsText[language]
  if (domain === 'all' || domain === 'focus' || domain === 'comparison') return domains[domain]
  const [kind, rest] = [domain.slice(0, domain.indexOf(':')), domain.slice(domain.indexOf(':') + 1)]
  if (kind === 'district') return domains.district(rest)
  if (kind === 'stayers' || kind === 'newcomers') return domains[kind](domainName(rest, head, language))
  return head.areas.find((area) => area.id === domain)?.name ?? domain
}

/** The name of a measure as a heading: its label with a capital. */
export function measureName(item: EditionItem, language: ResultsLanguage = 'nl'): string {
  const label = item.label[language] ?? item.label.nl ?? item.item
  const name = label.charAt(0).toUpperCase() + label.slice(1)
  const { chart } = resultsText[language]
  return item.measure === 'dontKnow' ? `${name}: ${chart.dontKnow}` : item.measure === 'preferNot' ? `${name}: ${chart.preferNot}` : name
}

/** One comparison as a row. `label` is what heads it: an area, or an item. */
export function dumbbellRow(comparison: PublishedComparison & { alone?: boolean }, label: string, sentence: string, language: ResultsLanguage = 'nl'): DumbbellRow {
  const unit = unitOf(comparison)
  return {
    id: `${measureKey(comparison)} ${comparison.domain}`, label, sentence, verdict: comparison.verdict,
    now: figureOf(comparison.now), baseline: comparison.alone ? { kind: 'none' } : baselineFigure(comparison), ...wordsOf(comparison, unit, resultsText[language]),
  }
}

/** Words and detail beside a row: "11 punten lager" and "verschil 5 tot 17". */
export function wordsOf({ verdict, difference, detectable, reasons }: Pick<PublishedComparison, 'verdict' | 'difference' | 'detectable' | 'reasons'>, unit: Unit, { chart, language }: ResultsText): { words: string; detail?: string } {
  const amount = (value: number) => amountWords(value, unit, { chart, language })
  switch (verdict) {
    case 'higher':
    case 'lower': {
      if (!difference) return { words: chart[verdict] }
      const ends = [Math.abs(difference.low), Math.abs(difference.high)].sort((a, b) => a - b)
      const [least, most] = ends.map((value) => unit === 'points' ? String(Math.round(value)) : written(value, unit, language))
      return { words: `${amount(difference.value)} ${chart[verdict]}`, detail: chart.difference(least!, most!) }
    }
    case 'none': return { words: chart.none, ...(detectable === null ? {} : { detail: chart.visibleFrom(amount(detectable)) }) }
    case 'break': return { words: chart.rowBreak, detail: reasons.map((reason) => BREAKS[language][reason]).join(', ') }
    case 'context': return { words: chart.onlyContext, detail: chart.contextDetail }
    case 'hidden': return reasons.includes('absent') ? { words: '' } : { words: chart.nothing }
  }
}

/** "11 punten", "1 point", "0,4": a size of change without its sign. */
export function amountWords(value: number, unit: Unit, { chart, language }: Pick<ResultsText, 'chart' | 'language'>): string {
  return unit === 'points' ? chart.points(Math.round(Math.abs(value))) : written(Math.abs(value), unit, language)
}

/** A published cell as a figure of a chart. */
export function figureOf(cell: Cell): Figure {
  if ('hidden' in cell) return { kind: 'hidden' }
  const { value, low, high, n, effectiveN, limit, reliability } = cell
  return limit ? { kind: 'limit', side: limit, bound: value, n, effectiveN } : { kind: reliability, value, lower: low, upper: high, n, effectiveN }
}

function baselineFigure({ baseline, verdict, reasons }: PublishedComparison): Figure {
  if (reasons.includes('absent') && 'hidden' in baseline) return { kind: 'absent' }
  if (verdict === 'context' && !('hidden' in baseline)) return { kind: 'bare', value: baseline.value }
  return figureOf(baseline)
}
