// The seal of an edition: the Merkle root over its published rows, signed with the municipality's Ed25519 edition key (RFC 8032), so
// that an outsider can check it years later. Separate because only publishing and checking need it.
import { base64url, unbase64url } from './base64url.ts'
import { canonicalJson, concat, hex, unhex, utf8 } from './digest.ts'
import { leafHash, merkleRoot, rootOfLeaves } from './merkle.ts'

export interface EditionSeal {
  /** Hex Merkle root over the canonical JSON of the rows, sorted by id. */
  root: string
  /** base64url Ed25519 signature over the context, the digest of the edition's head and the root. */
  signature: string
}

/** An edition key: both halves base64url, private as PKCS #8, public as 32 raw bytes. */
export interface EditionKey {
  privateKey: string
  publicKey: string
}

const CONTEXT = utf8('nulmeting edition seal 1\n')

export async function newEditionKey(): Promise<EditionKey> {
  const { privateKey, publicKey } = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])) as CryptoKeyPair
  return {
    privateKey: base64url(new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey))),
    publicKey: base64url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))),
  }
}

/** Hex Merkle root over rows, each by its canonical JSON, in the order of their ids. RangeError when two rows share an id. */
export function rowsRoot(rows: readonly { id: string }[]): string {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const twice = sorted.find((row, i) => row.id === sorted[i + 1]?.id)
  if (twice) throw new RangeError(`rowsRoot requires different ids, ${twice.id} is there twice`)
  return hex(merkleRoot(sorted.map((row) => utf8(canonicalJson(row)))))
}

/** Digest of each row by its id, kept beside the rows so that a changed one can be named later. */
export type RowLeaves = Readonly<Record<string, string>>

export function rowLeaves(rows: readonly { id: string }[]): RowLeaves {
  return Object.fromEntries(rows.map((row) => [row.id, hex(leafHash(utf8(canonicalJson(row))))]))
}

export interface ChangedRow {
  id: string
  how: 'changed' | 'missing' | 'twice' | 'added'
}

/** Which rows are not those that were sealed, as far as the leaves tell; null when the leaves themselves are not those of the root. */
export function changedRows(rows: readonly { id: string }[], leaves: RowLeaves, root: string): ChangedRow[] | null {
  const ids = Object.keys(leaves).sort((a, b) => (a < b ? -1 : 1))
  if (!ids.every((id) => /^[0-9a-f]{64}$/.test(leaves[id]!)) || hex(rootOfLeaves(ids.map((id) => unhex(leaves[id]!)))) !== root) return null
  const found = rows.map(({ id }) => id)
  return [
    ...ids.filter((id) => !found.includes(id)).map((id): ChangedRow => ({ id, how: 'missing' })),
    ...rows.flatMap((row, at): ChangedRow[] => {
      if (!Object.hasOwn(leaves, row.id)) return [{ id: row.id, how: 'added' }]
      if (found.indexOf(row.id) !== at) return [{ id: row.id, how: 'twice' }]
      return hex(leafHash(utf8(canonicalJson(row)))) === leaves[row.id] ? [] : [{ id: row.id, how: 'changed' }]
    }),
  ]
}

/** Signs rows together with the edition's head (waves, recipe, audience, date ...: any JSON). */
export async function sealEdition(head: unknown, rows: readonly { id: string }[], privateKey: string): Promise<EditionSeal> {
  const key = await crypto.subtle.importKey('pkcs8', unbase64url(privateKey), { name: 'Ed25519' }, false, ['sign'])
  const root = rowsRoot(rows)
  const signature = await crypto.subtle.sign({ name: 'Ed25519' }, key, signedBytes(head, root))
  return { root, signature: base64url(new Uint8Array(signature)) }
}

/** What is wrong with a sealed edition: null when nothing is, `rows` when they are not those of the root, else `signature`. */
export async function editionFault(
  head: unknown, rows: readonly { id: string }[], seal: EditionSeal, publicKey: string,
): Promise<'rows' | 'signature' | null> {
  if (rowsRootOrNull(rows) !== seal.root) return 'rows'
  try {
    const key = await crypto.subtle.importKey('raw', unbase64url(publicKey), { name: 'Ed25519' }, false, ['verify'])
    const good = await crypto.subtle.verify({ name: 'Ed25519' }, key, unbase64url(seal.signature), signedBytes(head, seal.root))
    return good ? null : 'signature'
  } catch {
    return 'signature'
  }
}

function rowsRootOrNull(rows: readonly { id: string }[]): string | null {
  try {
    return rowsRoot(rows)
  } catch {
    return null
  }
}

function signedBytes(head: unknown, root: string): Uint8Array<ArrayBuffer> {
  return concat(CONTEXT, utf8(canonicalJson({ head, root })))
}
