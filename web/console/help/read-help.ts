// The handbook is a text file, so that it can be read in the repository as well as in the console. This reads the little that such a file
// holds: a title, headings, paragraphs, lists, and names of screens and buttons between stars. Pure.
export type Inline = string | { name: string } | { line: string }

export interface HelpSection {
  /** The number of the step; null for what stands between. */
  step: number | null
  heading: string
  blocks: readonly (readonly Inline[] | { list: readonly (readonly Inline[])[] })[]
}

export interface Help { title: string; sections: readonly HelpSection[] }

/** A handbook from its text; the part before the first heading is a section without one. */
export function readHelp(text: string): Help {
  const [first, ...parts] = text.split(/^## /m)
  const [title, ...before] = first!.split('\n')
  return {
    title: title!.replace(/^# /, ''),
    sections: [section(`\n${before.join('\n')}`), ...parts.map(section)].filter(({ blocks }) => blocks.length > 0),
  }
}

/** The names of screens and buttons that a handbook mentions. */
export function namesIn({ sections }: Help): string[] {
  const inlines = sections.flatMap(({ blocks }) => blocks.flatMap((block) => ('list' in block ? block.list.flat() : block)))
  return [...new Set(inlines.flatMap((inline) => (typeof inline === 'object' && 'name' in inline ? [inline.name] : [])))]
}

function section(part: string): HelpSection {
  const [head, ...lines] = part.split('\n')
  const [, step, heading] = /^(?:(\d+)\. )?(.*)$/.exec(head!)!
  const blocks = lines.join('\n').split(/\n{2,}/).map((block) => block.trim()).filter((block) => block !== '')
  return {
    step: step === undefined ? null : Number(step), heading: heading!,
    blocks: blocks.map((block) => (block.startsWith('- ') ? { list: block.split(/\n(?=- )/).map((line) => inlines(line.slice(2))) } : inlines(block))),
  }
}

function inlines(text: string): Inline[] {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).filter((part) => part !== '').map((part) =>
    part.startsWith('**') ? { name: part.slice(2, -2) } : part.startsWith('`') ? { line: part.slice(1, -1) } : part)
}
