// The languages the resident pages can speak, each loaded on its own but the one the static page is written in. Adding one is one line here and one file beside this one;
// whether a wave offers it is decided by the manifest. Separate because it is the only list of them.
import { nl } from './nl.ts'
import type { ResidentText } from './resident-text.ts'

export interface AvailableLanguage {
  /** BCP 47 */
  language: string
  /** The language's own name: what people look for, without a flag. */
  endonym: string
  load: () => Promise<ResidentText>
}

export const availableLanguages: readonly AvailableLanguage[] = [
  { language: 'nl', endonym: 'Nederlands', load: () => Promise.resolve(nl) },
  { language: 'en', endonym: 'English', load: () => import('./en.ts').then((file) => file.en) },
]
