// The very first start: a link for the first coordinator, or the example municipality, made in a folder of its own and moved into place when it is whole.
// Separate so that a start that was interrupted halfway leaves no half example: `office.db`, moved last, says that it is done.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { nodeDeps } from './deps-node.ts'
import type { Deps, Settings } from './deps.ts'
import type { MadeExample } from './example/make-example.ts'
import { newFirstLink } from './staff/first-link.ts'

/** Makes the example unless the data folder holds an office already; answers the lines to print at the end, none when there was nothing to do. */
export async function firstStart(settings: Settings, port: number, say: (line: string) => void): Promise<string[]> {
  if (existsSync(join(settings.data, 'office.db'))) return []
  const making = join(settings.data, 'making')
  rmSync(making, { recursive: true, force: true })
  const { deps, close } = await nodeDeps({ ...settings, data: making })
  const { makeExample } = await import('./example/make-example.ts')
  const sheet = join(dirname(resolve(settings.data)), 'voorbeeld-sleutelblad.txt')
  const made = await makeExample(deps, { residentOrigin: `http://127.0.0.1:${port}`, sheet, say })
  await close()
  moveInto(making, settings.data)
  rmSync(making, { recursive: true, force: true })
  return exampleLines(made)
}

/** The line with a link for the first coordinator, where nobody is yet; none otherwise. `hosts`: of residents' pages. */
export async function firstLinkLines(deps: Pick<Deps, 'office' | 'clock' | 'staffOrigin'>, hosts: readonly string[]): Promise<string[]> {
  const link = await newFirstLink(deps, hosts)
  return link === null ? [] : [`Nothing is here yet. For the first coordinator, once, within 72 hours, in Chromium or Firefox: ${link}`]
}

/** Host names given after `--empty`, or this machine's own address. Throws an Error with a sentence. */
export function emptyHosts(words: readonly string[], port: number): string[] {
  const at = words.indexOf('--empty')
  const named = at < 0 ? [] : words.slice(at + 1).map((host) => host.toLowerCase())
  const wrong = named.find((host) => !/^[a-z0-9.-]+(?::\d+)?$/.test(host))
  if (wrong !== undefined) throw new Error(`Setting --empty: "${wrong}" is no host name of residents' pages, like buurt.example.nl.`)
  return named.length > 0 ? named : [`127.0.0.1:${port}`]
}

/** What somebody needs to try the example. */
export function exampleLines({ letter, signIn, sheet }: MadeExample): string[] {
  return [
    `A letter's link        ${letter}`,
    `Example key sheet      ${sheet}`,
    `Sign in once, within 72 hours, in Chromium or Firefox: ${signIn}`,
  ]
}

/** Moves every file to the same place under another folder; the office itself last. */
export function moveInto(from: string, to: string): void {
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const last = join(from, 'office.db')
  for (const file of [...files.filter((name) => name !== last), last]) {
    const target = join(to, file.slice(from.length))
    mkdirSync(dirname(target), { recursive: true })
    renameSync(file, target)
  }
}
