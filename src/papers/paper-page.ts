// A paper as a public page: the same frame as the pages of results, text and tables, no script. Separate from the papers, which know no markup.
import { html } from '../publication/html.ts'
import type { Html } from '../publication/html.ts'
import { publicPage } from '../publication/page.ts'
import type { Block, Paper } from './paper.ts'

/** `otherHref`: the same paper in the other language, where there is one. */
export function paperPage({ language, title, sections }: Paper, { example, otherHref }: { example: boolean; otherHref: string | null }): string {
  const body = html`<h1>${title}</h1>${sections.map(({ heading, blocks }) => html`<section>${heading === '' ? null : html`<h2>${heading}</h2>`}${blocks.map(blockHtml)}</section>`)}`
  return publicPage({ language, title, example, otherHref, body })
}

function blockHtml(block: Block): Html {
  if (typeof block === 'string') return html`<p>${block}</p>`
  if ('list' in block) return html`<ul>${block.list.map((item) => html`<li>${item}</li>`)}</ul>`
  const { columns, rows } = block.table
  return html`<table><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`
}
