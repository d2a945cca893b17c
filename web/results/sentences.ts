// What a figure says over all its areas, over all themes of one area, and against the comparison areas. The sentences themselves are those
// of src/analysis; here is decided which of them a page says.
import type { PublishedComparison } from '../../src/analysis/edition.ts'
import { countSentence } from '../../src/analysis/sentence.ts'
import { didSentence, fearSentence, refusalSentence, silenceSentence, stayersSentence } from '../../src/analysis/view-sentences.ts'
import { domainName, measureKey } from '../charts/from-comparison.ts'
import type { EditionParts } from './edition-parts.ts'
import { finestOf } from './edition-parts.ts'

/** "In 2 van 12 wijken aantoonbaar lager, in 0 hoger, ...": or that there is nothing to count. */
export function sayAreas(comparisons: readonly PublishedComparison[]): string {
  const areas = finestOf(comparisons)
  if (comparisons.length > 0 && comparisons.every(({ verdict }) => verdict === 'break')) return 'Niet te vergelijken met de nulmeting: dit is een breuk in de reeks.'
  if (areas.length === 0) return 'Dit onderwerp staat niet per wijk in deze uitgave.'
  if (areas.every(({ reasons }) => reasons.includes('absent'))) return 'Voor dit onderwerp is er geen eerdere meting.'
  const said = countSentence(areas, 'nl')
  return areas[0]!.domain.startsWith('district:') ? said.replaceAll('wijken', 'stadsdelen').replaceAll('wijk', 'stadsdeel') : said
}

/** Focus against comparison areas for the measure of these comparisons; null where the edition does not say. */
export function didWords(edition: EditionParts, comparisons: readonly PublishedComparison[]): string | null {
  const focus = comparisons.find(({ domain }) => domain === 'focus')
  const did = focus && edition.did.find((one) => measureKey(one) === measureKey(focus))
  return did && focus.difference ? didSentence(did, focus.difference.value, 'nl') : null
}

/** Whether a change holds among people who have lived there for five years; null where that was not looked at. */
export function stayersWords(edition: EditionParts, comparison: PublishedComparison): string | null {
  const said = stayersSentence(comparison, 'nl')
  return said && `${domainName(comparison.domain, edition.head)}: ${said.charAt(0).toLowerCase()}${said.slice(1)}`
}

/** What several figures say together: silence, fear, who did not dare to say. Only what the edition shows. */
export function sayTogether(edition: EditionParts): string[] {
  // The sentences read published rows only; the sealed exact rows are not part of what a page has.
  const whole = { ...edition, exact: [] }
  const { id } = edition.head.wave
  return [silenceSentence(whole, id, 'nl'), fearSentence(whole, id, 'nl'), refusalSentence(whole, 'all', 'nl')].filter((said) => said !== null)
}

/** What the page of one area says first: "2 van 12 onderwerpen aantoonbaar lager, 1 hoger, 6 zonder aantoonbaar verschil; over 3 kunnen wij niets zeggen." */
export function sayThemes(rows: readonly { verdict: PublishedComparison['verdict'] }[]): string {
  const count = (...verdicts: PublishedComparison['verdict'][]) => rows.filter(({ verdict }) => verdicts.includes(verdict)).length
  const silent = count('hidden', 'break', 'context')
  return `${count('lower')} van ${rows.length} ${rows.length === 1 ? 'onderwerp' : 'onderwerpen'} aantoonbaar lager, ${count('higher')} hoger, ${count('none')} zonder aantoonbaar verschil`
    + `${silent > 0 ? `; over ${silent} kunnen wij niets zeggen` : ''}.`
}
