// What a command is: a name, who it is for, how it is called, what it does. Separate so that each slice lists its own and cli.ts only
// gathers them. Options are parsed by node:util; whatever goes wrong for an expected reason is a Refused with a sentence.
import { parseArgs } from 'node:util'

export interface Terminal {
  say: (line: string) => void
  /** One line that is written over: long work shows how far it is. */
  progress: (line: string) => void
}

export interface Command {
  name: string
  /** operator: opens the databases · staff: speaks HTTP with a signed-in session · files: neither. No command does two of these. */
  who: 'operator' | 'staff' | 'files'
  usage: string
  does: string
  /** Answers an exit code, or nothing for 0. */
  run: (words: string[], terminal: Terminal) => Promise<number | void>
}

/** An expected end: the sentence is shown, nothing else. */
export class Refused extends Error {
  override name = 'Refused'
}

type Options = Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>

/** Words and options of a call; Refused with the usage when they do not fit. `count`: how many plain words there have to be. */
export function readWords(words: string[], usage: string, count: number | [number, number], options: Options = {}): { words: string[]; options: Record<string, string | undefined>; flags: Record<string, boolean> } {
  let parsed: { positionals: string[]; values: Record<string, unknown> }
  try {
    parsed = parseArgs({ args: words, options, allowPositionals: true, strict: true })
  } catch (fault) {
    throw new Refused(`${(fault as Error).message.split('.')[0]}. Usage: ${usage}`)
  }
  const [least, most] = Array.isArray(count) ? count : [count, count]
  if (parsed.positionals.length < least || parsed.positionals.length > most) throw new Refused(`Usage: ${usage}`)
  const entries = Object.entries(parsed.values)
  return {
    words: parsed.positionals,
    options: Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : Array.isArray(value) ? [[name, value.join(',')]] : []))),
    flags: Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === 'boolean' ? [[name, value]] : []))),
  }
}

/** An option that has to be there. */
export function needed(value: string | undefined, option: string, usage: string): string {
  if (value === undefined || value === '') throw new Refused(`--${option} is missing. Usage: ${usage}`)
  return value
}
