// One figure as a sentence with its place and its words: "In Lindenkwartier voelt 30% (26-35) zich soms of vaak onveilig in de buurt; bij de
// nulmeting 43% (38-48). Dat is 13 punten lager, aantoonbaar (6 tot 20)." Separate from sentence.ts, which speaks of bare figures,
// because Dutch turns verb and figure around after a place.
import type { PublishedComparison } from './edition.ts'
import { capital, verdictSentence } from './sentence.ts'
import type { SentenceOptions } from './sentence.ts'
import { BREAKS, WORDS, cellWords } from './sentence-words.ts'
import type { Language } from './sentence-words.ts'

/** The figure in its clause. `label` is the measure's own: a clause after a percentage, a noun before a mark; `where` a place, or null. */
export function figureClause(where: string | null, label: string, { measure, now }: Pick<PublishedComparison, 'measure' | 'now'>, language: Language): string {
  const value = cellWords(measure, now, language)
  const place = where === null ? '' : language === 'nl' ? `in ${where}` : `in ${where},`
  if ('hidden' in now) return language === 'nl' ? `${where ?? 'dit cijfer'}: ${value}` : `${where ?? 'this figure'}: ${value}`
  if (measure === 'mean') {
    if (where === null) return `${label} is ${value}`
    return language === 'nl' ? `in ${where} is ${label} ${value}` : `in ${where}, ${label} is ${value}`
  }
  if (where === null) return `${value} ${label}`
  if (language === 'en') return `${place} ${value} ${label}`
  const [verb, rest] = verbOf(label)
  return `${place} ${verb} ${value} ${rest}`.trimEnd()
}

/** The whole sentence: figure, what it was at the baseline, and what may be said of the two. */
export function outcomeSentence(where: string | null, label: string, comparison: PublishedComparison, language: Language, { afterStart = false }: SentenceOptions = {}): string {
  const { measure, now, baseline, verdict, reasons } = comparison
  const words = WORDS[language]
  const clause = capital(figureClause(where, label, comparison, language))
  if ('hidden' in now) return `${clause}.`
  if (verdict === 'break') return reasons.includes('absent') ? `${clause}.` : `${clause}. ${words.incomparable}: ${BREAKS[language][reasons[0] ?? 'declared']}.`
  const before = `${afterStart ? words.afterStart : words.baseline} ${cellWords(measure, baseline, language)}`
  if (verdict === 'context') return `${clause}; ${before}, ${words.context}.`
  if (verdict === 'hidden') return reasons.includes('absent') ? `${clause}.` : `${clause}; ${before}.`
  return `${clause}; ${before}. ${verdictSentence(comparison, language)}`
}

/** "voelt" and "zich onveilig"; "zag of hoorde" and "dat ...": the finite verb of a Dutch clause, two where they are joined. */
function verbOf(label: string): [string, string] {
  const words = label.split(' ')
  const size = words[1] === 'of' && words.length > 3 ? 3 : 1
  return [words.slice(0, size).join(' '), words.slice(size).join(' ')]
}
