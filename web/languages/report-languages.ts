// The languages of the pages for reports, each loaded on its own. Separate from available.ts because nobody needs them for the survey;
// a language of that list without one here shows these pages in Dutch.
import type { ReportText } from './report-text.ts'

const languages: Readonly<Record<string, () => Promise<ReportText>>> = {
  nl: () => import('./report-nl.ts').then((file) => file.reportNl),
  en: () => import('./report-en.ts').then((file) => file.reportEn),
}

/** The words in a language (BCP 47), or in Dutch. */
export function reportText(language: string): Promise<ReportText> {
  return (languages[language] ?? languages.nl!)()
}
