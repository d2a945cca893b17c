// One figure over all waves that were published: which waves there are, and where the series breaks. Separate from an edition, which holds two
// waves; this reads the marks by which each edition says how its waves asked (head.wordings), their mixes and their boundary year.
import type { EditionHead, EditionItem } from '../../src/analysis/edition.ts'
import { BREAKS, cellWords } from '../../src/analysis/sentence-words.ts'
import type { SeriesWave } from '../../src/analysis/series.ts'
import { MIX_LIMIT } from '../../src/instrument/comparability.ts'
import type { TrendPoint } from '../charts/Trend.tsx'
import { domainName, figureOf, measureName, unitOf } from '../charts/from-comparison.ts'
import { countText, figureText } from '../charts/dumbbell.ts'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import { TOGETHER } from './edition-parts.ts'
import { cellCsv } from './reading-csv.ts'
import type { ResultFigure } from './view.ts'

type Item = Pick<EditionItem, 'item' | 'measure' | 'categories' | 'label'> & EditionItem

/** Why a wave does not continue the one before it; null where it does. */
export function breakBetween(before: SeriesWave, after: SeriesWave, item: string, domain: string, language: ResultsLanguage): string | null {
  const reasons = BREAKS[language]
  if (before.marks === null || after.marks === null) return resultsText[language].series.unknown
  if (!TOGETHER.includes(domain) && before.boundaryYear !== after.boundaryYear) return resultsText[language].series.boundaries
  const shared = Object.keys(before.marks).filter((each) => each in after.marks!)
  const mark = ({ marks }: SeriesWave, each: string): string => marks![each]?.[item] ?? ''
  if (shared.some((each) => mark(before, each) === '' || mark(after, each) === '')) return reasons.absent
  if (shared.some((each) => mark(before, each) !== mark(after, each))) return reasons.wording
  const mix = (of: 'modes' | 'languages', { response }: SeriesWave): Map<string, number> =>
    new Map((response?.[of] ?? []).map((each) => [('mode' in each ? each.mode : each.language), each.percent]))
  const moved = (a: Map<string, number>, b: Map<string, number>): number => [...new Set([...a.keys(), ...b.keys()])].reduce((sum, key) => sum + Math.abs((a.get(key) ?? 0) - (b.get(key) ?? 0)), 0) / 200
  if (before.response && after.response && moved(mix('modes', before), mix('modes', after)) > MIX_LIMIT) return reasons.mode
  const alone = [before, after].some((side) => [...mix('languages', side)].reduce((sum, [each, percent]) => sum + (shared.includes(each) ? 0 : percent), 0) > 100 * MIX_LIMIT)
  return shared.length === 0 || alone ? reasons.language : null
}

/** The figure of a measure in a domain over the waves; null with fewer than three: two waves are a comparison. */
export function seriesFigure(waves: readonly SeriesWave[], { head }: { head: EditionHead }, item: Item, domain: string, language: ResultsLanguage): ResultFigure | null {
  if (waves.length < 3) return null
  const words = resultsText[language]
  const unit = unitOf(item)
  const ordered = [...waves].sort((a, b) => a.wave.starts.localeCompare(b.wave.starts))
  const points = ordered.map((each, index): TrendPoint => {
    const cell = each.cells[domain]
    const before = ordered[index - 1]
    const why = before ? breakBetween(before, each, item.item, domain, language) : null
    const said = cell ? cellWords(item.measure, cell, language) : words.chart.notAsked
    return {
      id: each.wave.id, label: each.wave.label, day: each.wave.starts, figure: cell ? figureOf(cell) : { kind: 'absent' }, break: why,
      sentence: `${each.wave.label}: ${said}.${why === null ? '' : ` ${words.series.breakAt(each.wave.label, why)}`}`,
    }
  })
  const name = measureName(item, language)
  const place = domainName(domain, head, language)
  const title = words.series.title(name, place)
  const breaks = points.filter((point) => point.break !== null)
  const [first, last] = [points[0]!, points.at(-1)!]
  return {
    id: `verloop-${item.item}-${domain}`, title,
    sentence: [words.series.say(`${first.label}: ${figureText(first.figure, unit, words)}`, `${last.label}: ${figureText(last.figure, unit, words)}`), ...breaks.map((point) => words.series.breakAt(point.label, point.break!))].join(' '),
    chart: { kind: 'trend', points, unit, label: title, start: head.plan.approachStarted ? { day: head.plan.approachStarted, name: words.series.start } : null },
    table: {
      caption: words.table.caption(title),
      columns: [{ heading: words.table.wave }, { heading: words.table.figure, numeric: true }, { heading: words.table.n(''), numeric: true }, { heading: words.series.break }],
      rows: points.map((point) => [point.label, figureText(point.figure, unit, words), countText(point.figure, words), point.break ?? '']),
    },
    csv: {
      columns: ['municipality', 'item', 'measure', 'answers', 'area_code', 'area', 'wave', 'starts', 'value', 'lower', 'upper', 'n', 'effective_n', 'sign', 'break'],
      rows: ordered.map((each, index) => [head.municipality, item.item, item.measure, item.categories.join(' '), domain, place, each.wave.label, each.wave.starts,
        ...(each.cells[domain] ? cellCsv(each.cells[domain], words.chart.tooFew) : [null, null, null, null, null, words.chart.notAsked]), points[index]!.break]),
    },
  }
}
