// Advice as it is read: all pages of a language from one address that is the same for everybody, fetched by everyone who opens these pages
// whatever they came for, so that no request says who read what. Its marks (headings, lists, paragraphs) become plain blocks, never HTML.
// Separate and pure but for the one request.
import type { AdviceAnswer, AdvicePage } from '../../../src/advice/wire.ts'
import { json, Refused, request } from '../api.ts'

export type AdviceBlock = { heading: string } | { list: string[] } | { paragraph: string }

/** The pages in a language, or in Dutch; none where there are none. Throws Unreachable without a connection. */
export async function fetchAdvice(language: string): Promise<readonly AdvicePage[]> {
  try {
    const { pages } = (await json(await request(`/api/advice/${language}`))) as Partial<AdviceAnswer>
    if (pages && pages.length > 0) return pages
    return language === 'nl' ? [] : await fetchAdvice('nl')
  } catch (error) {
    if (error instanceof Refused) return []
    throw error
  }
}

/** "# " begins a heading, "- " an item of a list; an empty line ends a paragraph. Everything else is text, whatever it looks like. */
export function adviceBlocks(body: string): AdviceBlock[] {
  const blocks: AdviceBlock[] = []
  let lines: string[] = []
  const endParagraph = () => {
    if (lines.length > 0) blocks.push({ paragraph: lines.join(' ') })
    lines = []
  }
  for (const line of body.split('\n').map((one) => one.trim())) {
    const item = /^- +(.*)$/.exec(line)?.[1]
    const heading = /^# +(.*)$/.exec(line)?.[1]
    if (item === undefined && heading === undefined && line !== '') {
      lines.push(line)
      continue
    }
    endParagraph()
    const last = blocks[blocks.length - 1]
    if (heading) blocks.push({ heading })
    else if (item && last && 'list' in last) last.list.push(item)
    else if (item) blocks.push({ list: [item] })
    // An empty line between two lists keeps them one: nobody means two.
  }
  endParagraph()
  return blocks
}

/** Text with the short numbers of help in it apart, so that they can be dialled: 112, 0800-7000, 0900-8844. */
export function withNumbers(text: string): { text: string; dial?: string }[] {
  const parts: { text: string; dial?: string }[] = []
  let done = 0
  const numbers = /\d[\d-]*\d/g
  for (let number = numbers.exec(text); number; number = numbers.exec(text)) {
    if (!/^(?:11[23]|0[89]00-\d{4,7})$/.test(number[0])) continue
    if (number.index > done) parts.push({ text: text.slice(done, number.index) })
    parts.push({ text: number[0], dial: number[0].replace('-', '') })
    done = number.index + number[0].length
  }
  return done < text.length || parts.length === 0 ? [...parts, { text: text.slice(done) }] : parts
}
