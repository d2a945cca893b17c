// Paper questionnaires as one HTML page to print: blank ones with room for label and code, or one for each letter. Nothing in it runs.
import style from './booklet.css?raw'
import type { Booklet, BookletOption } from './booklet.ts'
import type { LetterSender } from './letter.ts'
import { escaped } from './letter-page.ts'

/** `codes`: printed on each booklet; one blank booklet when there are none. A trial's carries PROEF on its face. */
export function bookletPage(booklet: Booklet, { municipality, kind, pilot }: Pick<LetterSender, 'municipality' | 'kind' | 'pilot'>, codes: readonly { label: string; code: string; mailing: number }[] = []): string {
  const { language, direction, words } = booklet
  const inside = itemsOf(booklet)
  const one = (code: string) => `<section class="booklet">${pilot ? '<p class="booklet__pilot">PROEF</p>' : ''}<h2>${escaped(words.title[kind])}</h2>${words.intro(municipality, kind).map((text) => `<p>${escaped(text)}</p>`).join('')}
<p class="booklet__code">${escaped(words.code)}: ${code}</p><div class="booklet__items">${inside}</div>${words.end.map((text) => `<p>${escaped(text)}</p>`).join('')}</section>`
  const printed = codes.length === 0 ? [one('<b>____ ____ ____ _____</b>')] : codes.map(({ label, code, mailing }) => one(`<b>${escaped(label)} ${escaped(code)}</b><span>${mailing}</span>`))
  return `<!doctype html>
<html lang="${language}" dir="${direction}"><meta charset="utf-8"><meta name="robots" content="noindex"><title>${escaped(words.title[kind])}</title>
<style>@page{size:A4;margin:14mm}body{margin:0}${style}</style>
${printed.join('\n')}
</html>
`
}

function itemsOf({ items }: Booklet): string {
  return items.map(({ number, kind, question, hint, routing, options, missing }) => `<div class="booklet__item">${routing === '' ? '' : `<p class="booklet__routing">${escaped(routing)}</p>`}
<h3>${number}. ${escaped(question)}</h3>${hint === '' ? '' : `<p class="booklet__hint">${escaped(hint)}</p>`}
<ul class="booklet__options${kind === 'mark' ? ' booklet__options--row' : ''}">${options.map((option) => line(option, kind === 'mark')).join('')}</ul>
<ul class="booklet__options booklet__missing">${missing.map((option) => line(option, false)).join('')}</ul></div>`).join('\n')
}

function line({ mark, text }: BookletOption, alone: boolean): string {
  return `<li><span class="booklet__box">${mark}</span>${alone ? '' : ` ${escaped(text)}`}</li>`
}
