// Where somebody is in the results: edition, view, item, area, language, as one address, so that a page can be sent to a colleague. Separate from the page,
// which draws it, and from the console's router, which only knows its parts.
import type { ResultsLanguage } from '../languages/results-text.ts'

/** Everything a person chose. */
export interface Place { edition: string; view: string; item?: string; area?: string; language: ResultsLanguage }

/** `#/vergelijken/<edition>/<view>/<item>/<area>/<language>`; what was not chosen leaves its part empty. */
export function addressOf({ edition, view, item, area, language }: Place): string {
  return `#/vergelijken/${[edition, view, item ?? '', area ?? '', language].map(encodeURIComponent).join('/')}`
}

/** The parts of an address as a place; what is missing is the first view, in Dutch. */
export function placeOf([edition = '', view, item, area, language]: readonly (string | undefined)[]): Place {
  return { edition, view: view || 'gelukt', language: language === 'en' ? 'en' : 'nl', ...(item ? { item } : {}), ...(area ? { area } : {}) }
}
