// V2. Against comparison areas: every area's own change beside the others', so that one sees how much areas move by themselves, with the placebo
// rank in words. Only areas that show in both waves take part, as in the headline itself.
import type { EditionItem, PublishedDid } from '../../../src/analysis/edition.ts'
import type { CsvTable } from '../../../src/analysis/csv-text.ts'
import { figure as figureWords, number } from '../../../src/analysis/sentence-words.ts'
import { didSentence } from '../../../src/analysis/view-sentences.ts'
import type { ChangeRow } from '../../charts/Changes.tsx'
import { domainName, measureKey, measureName, unitOf, wordsOf } from '../../charts/from-comparison.ts'
import { resultsText } from '../../languages/results.ts'
import type { ResultsLanguage } from '../../languages/results-text.ts'
import type { EditionParts, Reading } from '../edition-parts.ts'
import { comparisonsOf, finestOf, mainItems, placeWords, saidOf } from '../edition-parts.ts'
import type { ResultFigure, ResultView, ViewInput } from '../view.ts'

export function againstComparison({ edition, choice, language }: ViewInput): ResultView {
  const words = resultsText[language]
  const chosen = choice.item === undefined ? [] : mainItems(edition).filter((item) => measureKey(item) === choice.item && !item.primary)
  const items = [...chosen, ...mainItems(edition).filter(({ primary }) => primary)]
  const figures = items.flatMap((item) => againstFigure(edition, item, language) ?? [])
  return {
    name: 'vergelijkingswijken', title: words.views.vergelijkingswijken.name,
    lead: figures.length > 0 ? [words.against.reading] : [edition.head.baseline ? words.against.none : words.gelukt.noBaseline],
    figures, said: [], notes: edition.did.some(({ verdict }) => verdict === 'unclaimed') ? [words.against.few] : [],
  }
}

/** One measure: areas by their change, the mean change of the comparison areas as a line. Null where the edition makes no such headline. */
export function againstFigure(edition: EditionParts, item: EditionItem, language: ResultsLanguage): ResultFigure | null {
  const { head } = edition
  const words = resultsText[language]
  const did = edition.did.find((each) => measureKey(each) === measureKey(item))
  if (!did) return null
  const roles = new Map(head.areas.map(({ id, role }) => [id, role]))
  const comparisons = comparisonsOf(edition, item)
  const areas = finestOf(comparisons).filter(({ domain, difference }) => difference !== null && (roles.get(domain) === 'focus' || roles.get(domain) === 'comparison'))
  const sorted = [...areas].sort((a, b) => a.difference!.value - b.difference!.value || a.domain.localeCompare(b.domain))
  const focus = comparisons.find(({ domain }) => domain === 'focus')?.difference?.value ?? meanOf(areas.filter(({ domain }) => roles.get(domain) === 'focus'))
  const beside = meanOf(areas.filter(({ domain }) => roles.get(domain) === 'comparison'))
  const name = measureName(item, language)
  return {
    id: `vergelijkingswijken-${item.item}`, title: words.against.title(name),
    sentence: `${didSentence(did, focus, language)} ${did.placebo ? words.against.rank(did.placebo.rank, did.placebo.of) : ''}`.trim(),
    chart: {
      kind: 'changes', unit: unitOf(item), label: words.against.title(name), rows: sorted.map((reading) => changeRow(edition, item, reading, language)),
      reference: { value: beside, name: words.against.mean },
    },
    table: {
      caption: words.table.caption(words.against.title(name)),
      columns: [{ heading: words.table.area }, { heading: words.table.role }, { heading: words.table.change, numeric: true }, { heading: words.table.margin, numeric: true }, { heading: words.table.difference }],
      rows: [
        [words.against.effect, '', figureChange(did, did.effect.value, language), limits(did, did.effect, language), words.against.verdict(did.verdict)],
        ...sorted.map((reading) => {
          const { words: said, detail } = wordsOf(reading, unitOf(item), words)
          return [domainName(reading.domain, head, language), words.chart[roles.get(reading.domain)!], figureChange(reading, reading.difference!.value, language), limits(reading, reading.difference!, language), detail ? `${said} (${detail})` : said]
        }),
      ],
    },
    csv: didCsv(edition, item, did, sorted),
  }
}

function changeRow({ head }: EditionParts, item: EditionItem, reading: Reading, language: ResultsLanguage): ChangeRow {
  return {
    id: reading.domain, label: domainName(reading.domain, head, language), change: reading.difference,
    look: head.areas.find(({ id }) => id === reading.domain)?.role ?? 'other', ...wordsOf(reading, unitOf(item), resultsText[language]),
    sentence: saidOf(head, item, reading, placeWords(reading.domain, head, language), language),
  }
}

const meanOf = (list: readonly Reading[]): number => (list.length === 0 ? 0 : list.reduce((sum, { difference }) => sum + (difference?.value ?? 0), 0) / list.length)

/** "−13" or "+0,4": a change with its sign. */
export function figureChange({ measure }: Pick<PublishedDid, 'measure'>, value: number, language: ResultsLanguage): string {
  const size = measure === 'mean' ? figureWords(measure, Math.abs(value), language) : String(Math.abs(value))
  return value === 0 ? size : `${value > 0 ? '+' : '−'}${size}`
}

/** "−20 tot −6": limits with their signs. */
export function limits({ measure }: Pick<PublishedDid, 'measure'>, { low, high }: { low: number; high: number }, language: ResultsLanguage): string {
  const signed = (value: number) => (value < 0 ? `−${number(measure, -value, language)}` : number(measure, value, language))
  return `${signed(low)} ${language === 'nl' ? 'tot' : 'to'} ${signed(high)}`
}

function didCsv({ head }: EditionParts, item: EditionItem, did: PublishedDid, areas: readonly Reading[]): CsvTable {
  const of = [item.item, item.measure, item.categories.join(' ')]
  return {
    columns: ['municipality', 'item', 'measure', 'answers', 'area_code', 'area', 'role', 'change', 'change_lower', 'change_upper', 'verdict', 'visible_from', 'comparison_areas', 'placebo_rank', 'placebo_of'],
    rows: [
      [head.municipality, ...of, 'focus - comparison', '', '', did.effect.value, did.effect.low, did.effect.high, did.verdict, did.detectable, did.comparisonAreas, did.placebo?.rank ?? null, did.placebo?.of ?? null],
      ...areas.map((reading) => {
        const area = head.areas.find(({ id }) => id === reading.domain)
        return [head.municipality, ...of, reading.domain, area?.name ?? '', area?.role ?? '', reading.difference!.value, reading.difference!.low, reading.difference!.high, reading.verdict, reading.detectable, null, null, null]
      }),
    ],
  }
}
