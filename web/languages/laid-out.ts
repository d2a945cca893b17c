// How a municipality's plain text stands on a page: paragraphs, headings, lists, and nothing else. What comes out is text to put in
// elements, never markup. Separate because the console's preview and the residents' page must lay out the very same thing; no library.

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** Lines of one paragraph; a line break inside it was meant. */
  | { kind: 'paragraph'; lines: readonly string[] }

/** The blocks of a text: "# " begins a heading, "- " an item of a list, an empty line ends a paragraph; anything else is read as it stands. */
export function laidOut(text: string): Block[] {
  const blocks: Block[] = []
  let open: { kind: 'list'; items: string[] } | { kind: 'paragraph'; lines: string[] } | null = null
  for (const line of text.replace(/\r\n?/g, '\n').split('\n').map((one) => one.trim())) {
    const heading = /^#+ +(\S.*)$/.exec(line)
    const item = /^[-*•] +(\S.*)$/.exec(line)
    if (line === '' || heading) open = null
    if (heading) blocks.push({ kind: 'heading', text: heading[1]! })
    else if (item && open?.kind === 'list') open.items.push(item[1]!)
    else if (item) blocks.push((open = { kind: 'list', items: [item[1]!] }))
    else if (line !== '' && open?.kind === 'paragraph') open.lines.push(line)
    else if (line !== '') blocks.push((open = { kind: 'paragraph', lines: [line] }))
  }
  return blocks
}
