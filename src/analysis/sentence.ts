// The sentence a comparison says, with the margin of the difference in it, and the sentence that counts areas.
// Separate from charts and pages, which print these words beside the same figures. Never a bare number: every figure has
// its limits, every "no difference" the change that would have been seen.
import type { PublishedComparison } from './edition.ts'
import { BREAKS, WORDS, cellWords, number, points } from './sentence-words.ts'
import type { Language } from './sentence-words.ts'

/** `afterStart`: the baseline was fielded after the approach began, and is called so. */
export interface SentenceOptions { afterStart?: boolean }

/**
 * "31% (27-35); bij de nulmeting 42% (37-47). Dat is 11 punten lager, aantoonbaar (5 tot 17)." or "... Geen aantoonbaar
 * verschil, zichtbaar vanaf 14 punten."
 */
export function changeSentence(comparison: PublishedComparison, language: Language, options: SentenceOptions = {}): string {
  const { measure, now, baseline, verdict } = comparison
  const words = WORDS[language]
  const current = cellWords(measure, now, language)
  if ('hidden' in now) return `${capital(words.tooFew)}.`
  if (verdict === 'break') return `${capital(current)}. ${words.incomparable}: ${BREAKS[language][comparison.reasons[0] ?? 'declared']}.`
  const before = `${options.afterStart ? words.afterStart : words.baseline} ${cellWords(measure, baseline, language)}`
  if (verdict === 'context') return `${capital(current)}; ${before}, ${words.context}.`
  if (verdict === 'hidden') return `${capital(current)}; ${before}.`
  return `${capital(current)}; ${before}. ${verdictSentence(comparison, language)}`
}

/** "Dat is 11 punten lager, aantoonbaar (5 tot 17)." or "Geen aantoonbaar verschil, zichtbaar vanaf 14 punten." */
export function verdictSentence({ measure, verdict, difference, detectable }: PublishedComparison, language: Language): string {
  const words = WORDS[language]
  if ((verdict === 'lower' || verdict === 'higher') && difference) {
    return `${words.that} ${points(measure, difference.value, language)} ${words[verdict]}, ${words.demonstrable} (${range(measure, difference, language)}).`
  }
  return `${capital(words.none)}${visibleFrom(measure, detectable === null ? [] : [detectable], language, ', ')}.`
}

/** The limits of a difference without their sign where it has one direction: "5 tot 17" for -17 to -5. */
export function range(measure: PublishedComparison['measure'], { low, high }: { low: number; high: number }, language: Language): string {
  const [from, to] = high <= 0 ? [-high, -low] : [low, high]
  return `${number(measure, from + 0, language)} ${WORDS[language].to} ${number(measure, to + 0, language)}`
}

/**
 * One item over areas: "In 2 van 12 wijken aantoonbaar lager, in 0 hoger, in 9 geen aantoonbaar verschil (zichtbaar vanaf
 * 14 punten), 1 wijk te weinig antwoorden." Give the comparisons of areas only, or of districts only.
 */
export function countSentence(comparisons: readonly PublishedComparison[], language: Language, districts = false): string {
  const of = (verdict: PublishedComparison['verdict']): PublishedComparison[] => comparisons.filter((each) => each.verdict === verdict)
  const [lower, higher, none, hidden] = [of('lower').length, of('higher').length, of('none'), of('hidden').length]
  const apart = of('break').length + of('context').length
  const measure = comparisons[0]?.measure ?? 'share'
  const visible = visibleFrom(measure, none.flatMap(({ detectable }) => (detectable === null ? [] : [detectable])), language, '')
  const parts = language === 'nl'
    ? [`In ${lower} van ${comparisons.length} ${areaWord(comparisons.length, language, districts)} aantoonbaar lager`, `in ${higher} hoger`,
        `in ${none.length} geen aantoonbaar verschil${visible && ` (${visible})`}`,
        ...(apart > 0 ? [`in ${apart} niet te vergelijken`] : []), ...(hidden > 0 ? [`${hidden} ${areaWord(hidden, language, districts)} te weinig antwoorden`] : [])]
    : [`In ${lower} of ${comparisons.length} ${areaWord(comparisons.length, language, districts)} demonstrably lower`, `in ${higher} higher`,
        `in ${none.length} no demonstrable difference${visible && ` (${visible})`}`,
        ...(apart > 0 ? [`in ${apart} not comparable`] : []), ...(hidden > 0 ? [`${hidden} ${areaWord(hidden, language, districts)} too few answers`] : [])]
  return `${parts.join(', ')}.`
}

/** "zichtbaar vanaf 14 punten", or "vanaf 13 tot 20 punten" where comparisons differ; empty when nothing is known. */
function visibleFrom(measure: PublishedComparison['measure'], detectable: readonly number[], language: Language, before: string): string {
  if (detectable.length === 0) return ''
  const [least, most] = [Math.min(...detectable), Math.max(...detectable)]
  const from = least === most ? '' : `${number(measure, least, language)} ${WORDS[language].to} `
  return `${before}${WORDS[language].from} ${from}${points(measure, most, language)}`
}

/** First letter of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function areaWord(count: number, language: Language, districts: boolean): string {
  const words = language === 'nl' ? (districts ? ['stadsdeel', 'stadsdelen'] : ['wijk', 'wijken']) : districts ? ['district', 'districts'] : ['area', 'areas']
  return count === 1 ? words[0]! : words[1]!
}
