// The built pages and files on Node, read from build/web once and kept in memory.
// Separate because a Worker gets the same from its assets binding.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Deps } from './deps.ts'

/** `page` and `asset` of Deps. Names were checked by http/pages.ts: no dots but before an extension. */
export function builtPages(folder: URL | null = builtFolder()): Required<Pick<Deps, 'page' | 'asset'>> {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>()
  const read = (name: string) => {
    if (folder === null) return Promise.resolve(null)
    const known = kept.get(name)
    if (known) return known
    const reading = readFile(new URL(name, folder)).then((bytes) => new Uint8Array(bytes), () => null)
    // What is missing is not remembered: names are the caller's to invent.
    void reading.then((bytes) => bytes && kept.set(name, Promise.resolve(bytes)))
    return reading
  }
  return { asset: read, page: async (name) => { const bytes = await read(name); return bytes && new TextDecoder().decode(bytes) } }
}

/** build/web/, looked for upward from here: the source tree and the bundle lie at different depths. */
function builtFolder(): URL | null {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    const found = new URL('build/web/', folder)
    if (existsSync(fileURLToPath(found))) return found
    if (folder.pathname === '/') return null
  }
}
