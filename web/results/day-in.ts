// A day in words, in the language of the page. Separate from the console's, which is Dutch.
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'

/** "2026-11-02" as "2 november 2026" or "2 November 2026"; what is no day stays as it is. */
export function dayIn(day: string, language: ResultsLanguage): string {
  const instant = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(instant.getTime())) return day
  return new Intl.DateTimeFormat(resultsText[language].locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(instant)
}
