// What stands around every public page: language, title, the example's banner, one style sheet, nothing else; no script, no image, no other host.
import type { Language } from '../analysis/sentence-words.ts'
import type { EditionHead } from '../analysis/edition.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { PUBLIC_WORDS } from './public-words.ts'

export interface PageParts {
  language: Language
  title: string
  example: boolean
  /** The same page in the other language; null when there is none. */
  otherHref: string | null
  body: Html
}

export function publicPage({ language, title, example, otherHref, body }: PageParts): string {
  const words = PUBLIC_WORDS[language]
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/uitkomsten.css"></head>
<body>${example ? html`<p class="banner">${words.example}</p>` : null}<header class="top">${otherHref === null ? null : html`<a href="${otherHref}" lang="${language === 'nl' ? 'en' : 'nl'}">${words.other}</a>`}</header>
<main>${body}</main></body></html>
`.text
}

/** The name of a breakdown as residents read it. */
export function publicDomain(domain: string, { areas }: Pick<EditionHead, 'areas'>, language: Language): string {
  const words = PUBLIC_WORDS[language]
  if (domain === 'all') return words.everybody
  if (domain === 'focus' || domain === 'comparison') return words[domain]
  if (domain.startsWith('district:')) return `${words.district} ${domain.slice('district:'.length)}`
  return areas.find(({ id }) => id === domain)?.name ?? domain
}
