// The key of a month, in a database of its own (kind `signals`): what leaves the team is sealed with it in `office`, and destroying that
// database whole forgets it, also in every backup and log of `office`. Separate because nothing else knows these databases.
// AES-256-GCM with a random 96-bit nonce before the ciphertext, bound to the row it belongs to, so that words moved to another row do not open.
import { eq, sql } from 'drizzle-orm'
import { concat, utf8 } from '../crypto/digest.ts'
import { DatabaseGone } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { monthKeys } from './table.ts'

type Needs = Pick<Deps, 'databases'>

/** The key to write with; made at the first signal of a month. Throws unknown-signal once the month is forgotten: it is never made again. */
export async function keyToWrite({ databases }: Needs, municipality: string, month: string): Promise<CryptoKey> {
  const database = await databases.create('signals', month).catch((fault: unknown) => {
    throw fault instanceof DatabaseGone ? problem('unknown-signal') : fault
  })
  await database.write([sql`INSERT INTO month_keys (municipality, key) VALUES (${municipality}, ${crypto.getRandomValues(new Uint8Array(32))}) ON CONFLICT DO NOTHING`])
  const [found] = await database.read.select({ key: monthKeys.key }).from(monthKeys).where(eq(monthKeys.municipality, municipality))
  return imported(found!.key)
}

/** The keys that still exist, by month. */
export async function keysToRead({ databases }: Needs, municipality: string, months: readonly string[]): Promise<ReadonlyMap<string, CryptoKey>> {
  const keys = await Promise.all([...new Set(months)].map(async (month) => {
    const rows = await databases.open('signals', month)
      .then((database) => database.read.select({ key: monthKeys.key }).from(monthKeys).where(eq(monthKeys.municipality, municipality))).catch(noneIfGone)
    return rows[0] ? ([month, await imported(rows[0].key)] as const) : null
  }))
  return new Map(keys.filter((one) => one !== null))
}

/** Seals a value (JSON) of one row, named `signal <id>` or `agreement <id>`. */
export async function sealWords(key: CryptoKey, row: string, words: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return concat(iv, new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(row) }, key, utf8(JSON.stringify(words)))))
}

/** The value again; null when key or words are gone, or the bytes are another row's. */
export async function openWords<Words>(key: CryptoKey | undefined, row: string, sealed: Uint8Array | null): Promise<Words | null> {
  if (!key || !sealed) return null
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.slice(0, 12), additionalData: utf8(row) }, key, sealed.slice(12))
    return JSON.parse(new TextDecoder().decode(plain)) as Words
  } catch {
    return null
  }
}

function imported(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key as BufferSource, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function noneIfGone(fault: unknown): [] {
  if (fault instanceof DatabaseGone) return []
  throw fault
}
