// HTML as a tagged template: every value is escaped, also inside attributes, unless it came out of this same function. Own ten lines instead of
// a renderer, because public pages are text and tables without script, and escaping that cannot be forgotten is all they need.

/** Text that is markup already. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Value = Html | string | number | null | undefined | readonly Value[]

/** `html\`<p>${words}</p>\``: strings are escaped, Html is not, lists are joined, null and undefined are nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((whole, part, i) => `${whole}${i === 0 ? '' : written(values[i - 1])}${part}`, ''))
}

function written(value: Value): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
  return value.map(written).join('')
}
