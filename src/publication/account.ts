// The technical account as a page that prints on A4: the chapters, then the seal by which an outsider checks that nothing was changed.
import type { Language } from '../analysis/sentence-words.ts'
import type { Certificate } from '../counting/certificate.ts'
import type { EditionDetail } from '../results/wire.ts'
import { accountChapters } from './account-words.ts'
import { html } from './html.ts'
import { publicPage } from './page.ts'
import { PUBLIC_WORDS, dayInWords } from './public-words.ts'

/** `otherHref`: the same account in the other language. */
export function accountPage(edition: EditionDetail, certificate: Certificate | null, language: Language, otherHref: string): string {
  const { head, rows, comparisons } = edition
  const hidden = rows.filter(({ cell }) => 'hidden' in cell).length
  const facts = { head, certificate, hidden, shown: rows.length - hidden, tests: comparisons.filter(({ adjusted }) => adjusted !== null).length }
  const words = PUBLIC_WORDS[language]
  const body = html`<h1>${words.account}</h1><p>${head.municipality}, ${head.wave.label}. ${words.published} ${dayInWords(head.date, language)}.</p>
${accountChapters(facts, language).map(({ title, paragraphs }, index) => html`<section><h2>${index + 1}. ${title}</h2>${paragraphs.map((text) => html`<p>${text}</p>`)}</section>`)}
<p class="seal">Merkle ${edition.root}<br>Ed25519 ${edition.signature}<br>${edition.publicKey}</p>`
  return publicPage({ language, title: `${words.account}: ${head.wave.label}`, example: head.example, otherHref, body })
}
