// V3. One item in all areas: as a dumbbell, on the map, every answer of it, and over all waves there are. Sensitive items say why they are not shown
// for each area.
import type { EditionItem } from '../../../src/analysis/edition.ts'
import { countSentence } from '../../../src/analysis/sentence.ts'
import { didSentence } from '../../../src/analysis/view-sentences.ts'
import { sorted } from '../../charts/dumbbell.ts'
import { domainName, measureKey, measureName, unitOf } from '../../charts/from-comparison.ts'
import { resultsText } from '../../languages/results.ts'
import type { ResultsLanguage } from '../../languages/results-text.ts'
import { answersFigure } from '../answers.ts'
import type { EditionParts, Reading } from '../edition-parts.ts'
import { TOGETHER, comparisonsOf, finestOf, mainItems, placeRow } from '../edition-parts.ts'
import { readingCsv } from '../reading-csv.ts'
import { readingFigure, readingTable } from '../reading-figure.ts'
import { seriesFigure } from '../series.ts'
import type { ResultFigure, ResultView, ViewInput } from '../view.ts'

export function oneItem({ edition, choice, language, map, series }: ViewInput): ResultView {
  const words = resultsText[language]
  const item = mainItems(edition).find((each) => measureKey(each) === choice.item) ?? mainItems(edition)[0]
  if (!item) return { name: 'onderwerp', title: words.views.onderwerp.name, lead: [words.page.nothingHere], figures: [], said: [], notes: [] }
  const comparisons = comparisonsOf(edition, item)
  const areas = areasFigure(edition, item, language)
  const drawn = map ? mapFigure(edition, item, map, language) : null
  const answers = answersFigure(edition, item, language)
  const over = series ? seriesFigure(series, edition, item, choice.area ?? (comparisons.some(({ domain }) => domain === 'focus') ? 'focus' : 'all'), language) : null
  const refusals = refusalsFigure(edition, item, language)
  return {
    name: 'onderwerp', title: measureName(item, language),
    lead: item.question ? [words.item.question(item.question[language] ?? item.question.nl!)] : [],
    figures: [areas, ...(drawn ? [drawn] : []), ...(answers ? [answers] : []), ...(over ? [over] : []), ...(refusals ? [refusals] : [])],
    said: [], notes: finestOf(comparisons).length > 0 ? [] : [item.finest === 'all' ? words.page.onlyAll : words.page.notPerArea],
  }
}

/** All areas, with everybody and the groups above them; districts stand in the table only. */
export function areasFigure(edition: EditionParts, item: EditionItem, language: ResultsLanguage): ResultFigure {
  const words = resultsText[language]
  const comparisons = comparisonsOf(edition, item)
  const row = (reading: Reading) => ({ item, reading, row: placeRow(edition, item, reading, language) })
  const areas = finestOf(comparisons)
  const pinned = TOGETHER.flatMap((domain) => comparisons.filter((reading) => reading.domain === domain))
  const figure = readingFigure(edition, { id: `onderwerp-${item.item}`, title: words.item.areas(measureName(item, language)), sentence: saidOverAreas(edition, item, language), rows: areas.map(row), pinned: pinned.map(row) }, language)
  const shown = new Set(areas)
  const districts = comparisons.filter((reading) => reading.domain.startsWith('district:') && !shown.has(reading)).map(row)
  if (districts.length === 0) return figure
  const more = readingTable(edition, figure.title, districts.map((each) => ({ row: each.row, unit: unitOf(item) })), language)
  return { ...figure, table: { ...figure.table, rows: [...figure.table.rows, ...more.rows] }, csv: { ...figure.csv, rows: [...figure.csv.rows, ...readingCsv(edition, districts, language).rows] } }
}

/** "In 2 van 12 wijken aantoonbaar lager, ...", and against the comparison areas where the edition says. */
export function saidOverAreas(edition: EditionParts, item: EditionItem, language: ResultsLanguage): string {
  const words = resultsText[language]
  const comparisons = comparisonsOf(edition, item)
  const areas = finestOf(comparisons)
  const focus = comparisons.find(({ domain }) => domain === 'focus')
  const did = edition.did.find((each) => measureKey(each) === measureKey(item))
  const against = did && focus?.difference ? ` ${didSentence(did, focus.difference.value, language)}` : ''
  if (comparisons.length > 0 && comparisons.every(({ verdict }) => verdict === 'break')) return words.item.allBreak
  if (areas.length === 0) return `${item.finest === 'all' ? words.page.onlyAll : words.page.notPerArea}${against}`
  if (areas.every(({ alone }) => alone)) return words.item.alone(areas.filter(({ now }) => !('hidden' in now)).length, areas.length)
  if (areas.every(({ reasons }) => reasons.includes('absent'))) return words.item.notAskedThen
  return `${countSentence(areas, language, areas[0]!.domain.startsWith('district:'))}${against}`
}

function mapFigure(edition: EditionParts, item: EditionItem, map: NonNullable<ViewInput['map']>, language: ResultsLanguage): ResultFigure | null {
  const { head } = edition
  const words = resultsText[language]
  const areas = finestOf(comparisonsOf(edition, item)).filter(({ domain }) => !domain.startsWith('district:'))
  const shapes = new Set(map.objects.areas.geometries.map(({ id }) => String(id)))
  const drawn = areas.filter(({ domain }) => shapes.has(domain))
  if (drawn.length < 2) return null
  const rows = drawn.map((reading) => ({ item, reading, row: placeRow(edition, item, reading, language) }))
  const ranked = sorted(rows.map(({ row }) => row)).map((row) => rows.find((each) => each.row === row)!)
  const title = words.item.map(measureName(item, language))
  const hidden = drawn.filter(({ now }) => 'hidden' in now).length
  return {
    id: `kaart-${item.item}`, title, sentence: words.item.mapSays(drawn.length - hidden, hidden),
    chart: {
      kind: 'map', map, unit: unitOf(item), label: title,
      areas: ranked.map(({ row, reading }) => ({ id: reading.domain, name: domainName(reading.domain, head, language), figure: row.now, focus: head.areas.find(({ id }) => id === reading.domain)?.role === 'focus', sentence: row.sentence })),
    },
    table: readingTable(edition, title, ranked.map(({ row }) => ({ row, unit: unitOf(item) })), language), csv: readingCsv(edition, ranked, language),
  }
}

/** Who did not know, or would not say: for everybody, and for areas where it changed. */
export function refusalsFigure(edition: EditionParts, { item }: Pick<EditionItem, 'item'>, language: ResultsLanguage): ResultFigure | null {
  const words = resultsText[language]
  const rows = edition.head.items.filter((other) => other.item === item && (other.measure === 'dontKnow' || other.measure === 'preferNot')).flatMap((other) =>
    comparisonsOf(edition, other).filter(({ domain, verdict }) => TOGETHER.includes(domain) || verdict === 'higher' || verdict === 'lower').map((reading) => {
      const row = placeRow(edition, other, reading, language)
      return { item: other, reading, row: { ...row, label: `${row.label}: ${other.measure === 'dontKnow' ? words.chart.dontKnow : words.chart.preferNot}` } }
    }))
  return rows.length === 0 ? null : readingFigure(edition, { id: `geen-antwoord-${item}`, title: words.item.refusals, sentence: words.item.refusalsNote, rows, ordered: true, compact: true }, language)
}
