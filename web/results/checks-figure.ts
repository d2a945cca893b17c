// The change of the primary outcomes looked at once more among other people: without those who were watched, among stayers, with the baseline's mix of
// age and sex. Separate because two views show it, each its own check.
import type { EditionItem, PublishedComparison, SensitivityCheck } from '../../src/analysis/edition.ts'
import type { ChangeRow } from '../charts/Changes.tsx'
import { amountWords, domainName, measureName, unitOf } from '../charts/from-comparison.ts'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import type { EditionParts, Reading } from './edition-parts.ts'
import { comparisonsOf, mainItems } from './edition-parts.ts'
import { figureChange, limits } from './views/against-comparison.ts'
import type { ResultFigure } from './view.ts'

type Kind = SensitivityCheck['kind']
interface Line { item: EditionItem; reading: Reading; kind: Kind | null; difference: NonNullable<PublishedComparison['difference']>; verdict: 'higher' | 'lower' | 'none' }

/** Null where the edition made no such check. Percentages only beside percentages: marks have their own figure. */
export function checksFigure(edition: EditionParts, kinds: Kind | readonly Kind[], { id, title, sentence }: { id: string; title: string; sentence: string }, language: ResultsLanguage, unit: 'points' | 'mark' = 'points'): ResultFigure | null {
  const { head } = edition
  const words = resultsText[language]
  const wanted: readonly Kind[] = typeof kinds === 'string' ? [kinds] : kinds
  const lines = mainItems(edition).filter((item) => item.primary && unitOf(item) === unit).flatMap((item) => comparisonsOf(edition, item)
    .filter(({ difference, checks }) => difference !== null && checks.some(({ kind }) => wanted.includes(kind)))
    .flatMap((reading): Line[] => [
      { item, reading, kind: null, difference: reading.difference!, verdict: reading.verdict === 'lower' || reading.verdict === 'higher' ? reading.verdict : 'none' },
      ...wanted.flatMap((kind) => reading.checks.filter((check) => check.kind === kind).map((check): Line => ({ item, reading, kind, difference: check.difference, verdict: check.verdict }))),
    ]))
  if (lines.length === 0) return null
  const name = ({ item, reading }: Line): string => `${domainName(reading.domain, head, language)}: ${measureName(item, language)}`
  const who = ({ kind }: Line): string => words.tenure.checks[kind ?? 'everybody']
  const said = ({ item, difference, verdict }: Line): string => (verdict === 'none' ? words.chart.none : `${amountWords(difference.value, unitOf(item), words)} ${words.chart[verdict]}`)
  return {
    id, title, sentence,
    chart: {
      kind: 'changes', unit, label: title,
      rows: lines.map((line): ChangeRow => ({
        id: `${line.item.item} ${line.reading.domain} ${line.kind}`, label: line.kind === null ? name(line) : `– ${who(line)}`, change: line.difference, look: line.kind === null ? 'focus' : 'other',
        words: said(line), sentence: `${name(line)}, ${who(line)}: ${said(line)} (${limits(line.item, line.difference, language)}).`,
      })),
    },
    table: {
      caption: words.table.caption(title), columns: [{ heading: words.table.name }, { heading: words.table.who }, { heading: words.table.change, numeric: true }, { heading: words.table.margin, numeric: true }, { heading: words.table.difference }],
      rows: lines.map((line) => [name(line), who(line), figureChange(line.item, line.difference.value, language), limits(line.item, line.difference, language), said(line)]),
    },
    csv: {
      columns: ['municipality', 'item', 'measure', 'area_code', 'area', 'among', 'change', 'change_lower', 'change_upper', 'verdict'],
      rows: lines.map(({ item, reading, kind, difference, verdict }) => [head.municipality, item.item, item.measure, reading.domain, domainName(reading.domain, head, language), kind ?? 'everybody', difference.value, difference.low, difference.high, verdict]),
    },
  }
}
