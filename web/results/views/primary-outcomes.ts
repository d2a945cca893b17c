// V1. "Is het gelukt?": the primary outcomes in the focus areas, now and at the baseline, under one answer in a few words. The page a council member
// reads first; it links nothing to the approach that the figures do not carry.
import { achievedSentences, outcomeTallies } from '../../../src/analysis/achieved.ts'
import type { OutcomeTally } from '../../../src/analysis/achieved.ts'
import { listWords } from '../../../src/analysis/sentence-words.ts'
import { didSentence } from '../../../src/analysis/view-sentences.ts'
import { domainName, measureKey, measureName } from '../../charts/from-comparison.ts'
import { resultsText } from '../../languages/results.ts'
import type { ResultsLanguage } from '../../languages/results-text.ts'
import type { EditionParts, Reading } from '../edition-parts.ts'
import { comparisonsOf, placeRow, saidOf } from '../edition-parts.ts'
import { readingFigure } from '../reading-figure.ts'
import type { ResultFigure, ResultView, ViewInput } from '../view.ts'

export function primaryOutcomes({ edition, language }: ViewInput): ResultView {
  const { head } = edition
  const words = resultsText[language]
  const tallies = outcomeTallies(edition)
  const { short, why } = achievedSentences(tallies, language)
  return {
    name: 'gelukt', title: words.views.gelukt.name,
    answer: { short, why },
    lead: tallies.map((tally) => outcomeLine(edition, tally, language)),
    figures: tallies.map((tally) => outcomeFigure(edition, tally, language)),
    said: tallies.flatMap(({ item }) => focusReadings(edition, item).map((reading) => saidOf(head, item, reading, domainName(reading.domain, head, language), language))),
    notes: [...(head.baseline?.afterStart ? [words.gelukt.afterStart] : []), words.gelukt.caution],
  }
}

/** "Veiligheid: beter in Lindenkwartier en Sluiswijk; meer dan in de vergelijkingswijken." */
export function outcomeLine({ head }: EditionParts, { item, better, worse, none, silent, against }: OutcomeTally, language: ResultsLanguage): string {
  const { gelukt } = resultsText[language]
  const names = (domains: readonly string[]) => listWords(domains.map((domain) => domainName(domain, head, language)), language)
  const parts = [
    ...(better.length > 0 ? [gelukt.better(names(better))] : []), ...(worse.length > 0 ? [gelukt.worse(names(worse))] : []),
    ...(none.length > 0 ? [gelukt.none(names(none))] : []), ...(silent.length > 0 ? [gelukt.silent(names(silent))] : []),
    ...(against !== null && better.length + worse.length > 0 ? [gelukt.against[against]] : []),
  ]
  return `${measureName(item, language)}: ${parts.join('; ')}.`
}

/** One primary outcome in the focus areas, with focus and comparison areas together above them. */
export function outcomeFigure(edition: EditionParts, { item }: OutcomeTally, language: ResultsLanguage): ResultFigure {
  const row = (reading: Reading) => ({ item, reading, row: placeRow(edition, item, reading, language) })
  const comparisons = comparisonsOf(edition, item)
  const pinned = ['focus', 'comparison'].flatMap((domain) => comparisons.filter((reading) => reading.domain === domain))
  const focus = pinned.find(({ domain }) => domain === 'focus')
  const did = edition.did.find((each) => measureKey(each) === measureKey(item))
  const together = focus ?? comparisons.find(({ domain }) => domain === 'all')
  return readingFigure(edition, {
    id: `gelukt-${item.item}`, title: measureName(item, language),
    sentence: [
      together ? saidOf(edition.head, item, together, resultsText[language].domains[focus ? 'inFocus' : 'inAll'], language) : resultsText[language].page.nothingHere,
      did && focus?.difference ? didSentence(did, focus.difference.value, language) : '',
    ].filter(Boolean).join(' '),
    rows: focusReadings(edition, item).map(row), pinned: pinned.map(row),
  }, language)
}

/** The focus areas, each by itself. */
export function focusReadings(edition: EditionParts, item: OutcomeTally['item']): Reading[] {
  const focus = new Set(edition.head.areas.filter(({ role }) => role === 'focus').map(({ id }) => id))
  return comparisonsOf(edition, item).filter(({ domain }) => focus.has(domain))
}
