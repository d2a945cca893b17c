// A reporter's note to themselves: sealed to their own reply key, authenticated with the thread's key, sent along with every report and message
// and handed back in every block. It says which thread the words belong to and how far they came, nothing of what was told.
// Separate because it is what tells known words from unknown ones: only on the phone, only to who holds the words.
import { base64url, unbase64url } from './base64url.ts'
import { canonicalJson, concat, utf8 } from './digest.ts'
import { isMonth } from './report-month.ts'
import { CannotOpen, open, seal, sealedSize } from './sealed.ts'

export interface ReportNote {
  month: string
  /** SHA-256 of the report's sealed head, base64url. */
  thread: string
  /** Messages of one's own sent so far, and the digest of the last one (base64url; '' before the first). */
  sent: number
  last: string
}

export const NOTE_BYTES = sealedSize(1024)
const MAC = 32

export async function sealNote(note: ReportNote, { recipient, messageKey }: { recipient: string; messageKey: Uint8Array }): Promise<Uint8Array> {
  const json = utf8(canonicalJson({ v: 1, ...note }))
  const mac = await crypto.subtle.sign('HMAC', await hmacKey(messageKey), concat(utf8('note'), json))
  return seal(concat(new Uint8Array(mac), json), recipient, 1024)
}

/** The note; CannotOpen when these are not the words of this thread. */
export async function openNote(sealed: Uint8Array, { identity, messageKey }: { identity: string; messageKey: Uint8Array }): Promise<ReportNote> {
  const plain = await open(sealed, identity)
  const json = plain.slice(MAC)
  const authentic = await crypto.subtle.verify('HMAC', await hmacKey(messageKey), plain.slice(0, MAC), concat(utf8('note'), json))
  if (!authentic) throw new CannotOpen()
  const { v, month, thread, sent, last } = JSON.parse(new TextDecoder().decode(json)) as ReportNote & { v: number }
  if (v !== 1 || !isMonth(month) || unbase64url(thread).length !== 32) throw new CannotOpen()
  return { month, thread, sent, last }
}

/** The note of a new thread. */
export function firstNote(month: string, thread: Uint8Array): ReportNote {
  return { month, thread: base64url(thread), sent: 0, last: '' }
}

function hmacKey(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key as BufferSource, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}
