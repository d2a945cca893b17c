// What a town's own monitor compares: the digests of every built file, and the shell as it was built against the shell as it is served.
// Pure and separate, so that somebody outside can run it against a live host: malicious served JavaScript is what no test of ours can stop.
import { hex, sha256 } from '../crypto/digest.ts'

/** Path below build/web -> hex SHA-256. */
export type SiteDigests = Readonly<Record<string, string>>

/** Whether a served page is the built shell with nothing but text in its places: no tag, no quote can have come in. */
export function isFilled(shell: string, served: string): boolean {
  const parts = shell.split(/<!--place:[A-Za-z]+-->/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^<>"\']*')}$`).test(served)
}

/**
 * Every difference between the residents' site of a host and what was built, a line each; [] when there is none.
 * `get` answers the body at a path, null when there is none; `shell` is the built resident/index.html.
 */
export async function siteDifferences(digests: SiteDigests, shell: string, get: (path: string) => Promise<Uint8Array<ArrayBuffer> | null>): Promise<string[]> {
  const found: string[] = []
  const page = await get('/')
  if (page === null || !isFilled(shell, new TextDecoder().decode(page))) found.push('/: the page is not the one that was built')
  for (const [name, digest] of Object.entries(digests)) {
    const path = /^resident(\/.*)$/.exec(name)?.[1]
    // Other pages are shells too; their scripts and styles are what matters and are in the list themselves.
    if (path === undefined || path.endsWith('.html')) continue
    const body = await get(path)
    if (body === null) found.push(`${path}: missing`)
    else if (hex(await sha256(body)) !== digest) found.push(`${path}: other bytes than were built`)
  }
  return found
}
