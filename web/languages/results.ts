// The words of results in every language there is. Separate from the texts so that a page takes them by name.
import { resultsEn } from './results-en.ts'
import { resultsNl } from './results-nl.ts'
import type { ResultsLanguage, ResultsText } from './results-text.ts'

export const resultsText: Readonly<Record<ResultsLanguage, ResultsText>> = { nl: resultsNl, en: resultsEn }
