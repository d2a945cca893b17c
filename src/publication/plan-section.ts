// The evaluation plan on public pages and in the account: the same words as everywhere, as markup without script. Separate because three pages need exactly this.
import type { EditionHead } from '../analysis/edition.ts'
import { planStatement } from '../analysis/plan-statement.ts'
import type { PlanStatement } from '../analysis/plan-statement.ts'
import type { Language } from '../analysis/sentence-words.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { dayInWords } from './public-words.ts'

export function planOf(head: EditionHead, language: Language): PlanStatement {
  return planStatement(head, language, (day) => dayInWords(day, language))
}

/** A section of its own, below the figures. */
export function planSection(head: EditionHead, language: Language): Html {
  const { title, fixed, parts, amendments, afterStart, regression } = planOf(head, language)
  return html`<section class="plan"><h2>${title}</h2><p>${fixed}</p>
${parts.length > 0 ? html`<dl>${parts.map(({ name, text }) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>` : null}
${amendments.length > 0 ? html`<ul>${amendments.map((line) => html`<li>${line}</li>`)}</ul>` : null}
${afterStart ? html`<p><strong>${afterStart}</strong></p>` : null}<p>${regression}</p></section>`
}
