// The list of databases that were destroyed, kept outside them and outside every backup: what is forgotten stays forgotten when a file comes
// back, restored or copied. Separate because files and the database host keep it alike. A line is a kind and a name; Node only.
import { appendFileSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Forgotten {
  has(kind: string, name: string): boolean
  /** Durable when it returns. */
  add(kind: string, name: string): void
  all(): { kind: string; name: string }[]
}

/** The list in a file, made at the first line; another process may write to it too. */
export function forgottenFile(path: string): Forgotten {
  let known = { size: -1, lines: new Set<string>() }
  const lines = () => {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
    // It only ever grows, so an equal size is an equal file.
    if (size !== known.size) known = { size, lines: new Set(size === 0 ? [] : readFileSync(path, 'utf8').split('\n').filter(Boolean)) }
    return known.lines
  }
  return {
    has: (kind, name) => lines().has(`${kind} ${name}`),
    add(kind, name) {
      if (lines().has(`${kind} ${name}`)) return
      mkdirSync(dirname(path), { recursive: true })
      appendFileSync(path, `${kind} ${name}\n`, { mode: 0o600, flush: true })
    },
    all: () => [...lines()].map((line) => ({ kind: line.split(' ')[0]!, name: line.split(' ')[1]! })),
  }
}
