// The manifest of a wave: immutable JSON that fixes keys, instruments and dates, fetched by digest, so that a key or a recipient
// made for one person needs another letter. Part of a phone's first view: the full check stands in manifest-check.ts.
import { digestOf, unhex } from './digest.ts'
import { inCrockford } from './crockford.ts'

export type WaveKind = 'resident' | 'professional' | 'scan' | 'imported'
export type PaddedSize = 1024 | 2048 | 3328

/** One stratum: its published area and its issuer key. keyId: hex SHA-256 of the SPKI; spki: base64url. */
export interface ManifestStratum {
  id: string
  area: string
  keyId: string
  spki: string
}

export interface Manifest {
  v: 1
  municipality: string
  wave: string
  /** Four Crockford characters, the same for every letter of the wave. */
  label: string
  kind: WaveKind
  pilot: boolean
  /** Instrument hash (hex) per language. */
  instruments: Readonly<Record<string, string>>
  /** The order matters: a code's stratum is an index into it. */
  strata: readonly ManifestStratum[]
  /** age1... of the wave key. */
  recipient: string
  paddedSize: PaddedSize
  /** Days as YYYY-MM-DD; the last day answers are taken is `ends`. */
  starts: string
  reminders: readonly string[]
  ends: string
  /** Hours after `ends` in which phones without signal may still send. */
  graceHours: number
}

/** The manifest does not hash to what the letter says, or is of a version this client does not know. */
export class ManifestRefused extends Error {
  override name = 'ManifestRefused'
}

/** Hex SHA-256 over the canonical JSON of the manifest. */
export function manifestDigest(manifest: Manifest): Promise<string> {
  return digestOf(manifest)
}

/** The 16 hexadecimal characters of the digest that stand in the letter's address. */
export function manifestReference(digest: string): string {
  return digest.slice(0, 16)
}

/**
 * Reads a manifest as fetched and refuses it unless it hashes to the reference in the letter's address (or to a whole digest).
 * What is hashed is what was parsed, so another spelling of the same manifest is the same manifest.
 */
export async function readManifest(text: string, reference: string): Promise<{ manifest: Manifest; digest: string }> {
  if (!/^[0-9a-f]{16}(?:[0-9a-f]{48})?$/.test(reference)) throw new ManifestRefused('the reference is not one')
  const manifest = parsed(text)
  const digest = await digestOf(manifest)
  if (!digest.startsWith(reference)) throw new ManifestRefused('the manifest is not the one of the letter')
  if (manifest.v !== 1) throw new ManifestRefused('the manifest is of another version')
  return { manifest, digest }
}

function parsed(text: string): Manifest {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Manifest
  } catch {
    // Falls through: what is not JSON is refused like what is not an object.
  }
  throw new ManifestRefused('the manifest is not JSON')
}

/**
 * The fingerprint printed small on the back of the letter and shown at typed entry: four groups of four Crockford characters
 * (80 bits). Taken from the bytes after the reference, so that link and paper together pin 144 bits.
 */
export function manifestFingerprint(digest: string): string {
  const characters = inCrockford(unhex(digest).subarray(8, 18))
  return characters.match(/.{4}/g)!.join(' ')
}

/** The phase of fieldwork on a day (YYYY-MM-DD): 0 before the first reminder, then the number of reminders that have gone out. */
export function phaseOn(manifest: Manifest, day: string): number {
  return manifest.reminders.filter((reminder) => reminder <= day).length
}
