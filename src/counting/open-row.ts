// One sealed row in, one counted answer or the reason why it does not count out. Separate because it is what a worker pool runs:
// plain data in, plain data out, no state between rows. Every reason is a number in the certificate, none stops the count.
import { openerOf, sealedSize } from '../crypto/sealed.ts'
import { spentDigest, verify } from '../crypto/credential.ts'
import { hex } from '../crypto/digest.ts'
import type { Manifest } from '../crypto/manifest.ts'
import { readPayload } from '../crypto/payload.ts'
import type { Payload } from '../crypto/payload.ts'
import type { SealedRow } from '../crypto/sealed-set.ts'
import { complete, faults } from '../instrument/answers.ts'
import type { Instrument } from '../instrument/instrument.ts'
import type { Row } from '../instrument/microdata.ts'
import type { InvalidReason } from './invalid-reasons.ts'

/** A row's reading: what is kept of it, with the hex spent digest that tells duplicates, or why not. */
export type RowReading = { spent: string; row: Row } | { invalid: InvalidReason }

/** What opening needs: the wave key, the manifest, the instrument. Plain data, so that it can be posted to a worker. */
export interface CountKeys {
  identity: string
  manifest: Manifest
  instrument: Pick<Instrument, 'items'>
}

/** Opens one row. Never throws for anything a row can contain. */
export async function openRow(row: SealedRow, keys: CountKeys): Promise<RowReading> {
  return read(row, keys, openerOf(keys.identity))
}

/** Opens rows one after another, in their order: the batch of a worker. */
export async function openRows(rows: readonly SealedRow[], keys: CountKeys): Promise<RowReading[]> {
  const open = openerOf(keys.identity)
  const readings: RowReading[] = []
  for (const row of rows) readings.push(await read(row, keys, open))
  return readings
}

async function read(
  { spent, sealed }: SealedRow, { manifest, instrument }: CountKeys, open: (sealed: Uint8Array) => Promise<Uint8Array>,
): Promise<RowReading> {
  if (sealed.length !== sealedSize(manifest.paddedSize)) return { invalid: 'size' }
  const payload = await payloadOf(sealed, open)
  if (typeof payload === 'string') return { invalid: payload }
  if (payload.wave !== manifest.wave) return { invalid: 'wave' }
  if (manifest.instruments[payload.language] !== payload.instrument) return { invalid: 'instrument' }
  const stratum = await stratumOf(payload, manifest)
  if (typeof stratum === 'string') return { invalid: stratum }
  const digest = await spentDigest(payload.message)
  if (digest !== hex(spent)) return { invalid: 'spent' }
  if (payload.phase > manifest.reminders.length) return { invalid: 'phase' }
  if (faults(instrument, payload.answers).length > 0) return { invalid: 'answers' }
  const { mode, language, phase, answers } = payload
  return { spent: digest, row: { stratum: stratum.id, mode, language, phase: String(phase), answers: complete(instrument, answers) } }
}

async function payloadOf(sealed: Uint8Array, open: (sealed: Uint8Array) => Promise<Uint8Array>): Promise<Payload | 'sealed' | 'payload'> {
  let bytes: Uint8Array
  try {
    bytes = await open(sealed)
  } catch {
    return 'sealed'
  }
  try {
    return readPayload(bytes)
  } catch {
    return 'payload'
  }
}

/**
 * The stratum whose key signed the credential, if it is the one the row names. A row that names another stratum of the wave than
 * the one that signed is told apart from one that nobody signed: the first means that invites or keys were moved.
 */
async function stratumOf(payload: Payload, { strata }: Manifest): Promise<{ id: string } | 'stratum' | 'moved' | 'signature'> {
  const named = strata.find(({ keyId }) => keyId === payload.stratumKeyId)
  if (named && (await verify(named.spki, payload))) return { id: named.id }
  for (const { keyId, spki } of strata) {
    if (keyId !== named?.keyId && (await verify(spki, payload))) return 'moved'
  }
  return named ? 'signature' : 'stratum'
}
