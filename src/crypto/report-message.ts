// A message in a thread, either way: authenticated with the thread's own key, which the server never has, and naming version, thread, role, its
// number and the digest of the one before it by the same side. So what is swapped, forged, replayed, left out or put in another order shows.
// Separate from report.ts because a report stands alone and a message only in its chain.
//
// layout before padding: version 1 | role 1 | sequence 2 | status 1 | seen 2 | thread 32 | previous 32 | MAC 32 | text (UTF-8)
import { concat, sha256, utf8 } from './digest.ts'
import { PART_BYTES } from './report.ts'
import { CannotOpen, openFile, padTo, sealFile, unpad } from './sealed.ts'

/** Where the officers are with a report; every message of theirs says it. Code = place in this list. */
export const STATUSES = ['received', 'read', 'acting', 'passed-on', 'done', 'not-for-us'] as const
export type Status = (typeof STATUSES)[number]
export type MessageRole = 'reporter' | 'officer'

export interface ReportMessage {
  role: MessageRole
  /** Of this role's messages in this thread, from 0. */
  sequence: number
  /** Of the officers; reporters' messages say 'received'. */
  status: Status
  /** How many messages of the other side the writer had seen. */
  seen: number
  /** SHA-256 of the report's sealed head, 32 bytes. */
  thread: Uint8Array
  /** SHA-256 of the sealed bytes of this role's message before; 32 zeros for the first. */
  previous: Uint8Array
  /** May be empty: then only the status is said. */
  text: string
}

const ROLES: readonly MessageRole[] = ['reporter', 'officer']
const HEAD = 7 + 32 + 32
const MAC = 32
/** An officer's message is sealed to the month and to the reporter: 298 bytes of age format; a reporter's to the month alone: 200. */
const AGE_ADDS = { reporter: 200, officer: 298 } as const
/** UTF-8 bytes of a text at most, the same for both sides. */
export const MESSAGE_TEXT_BYTES = PART_BYTES - AGE_ADDS.officer - HEAD - MAC - 1

/** Seals a message: always PART_BYTES long. `recipients`: the month's; for officers also the reporter's, from the head. */
export async function sealMessage(message: ReportMessage, messageKey: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const text = utf8(message.text)
  if (text.length > MESSAGE_TEXT_BYTES) throw new RangeError(`sealMessage requires a text of at most ${MESSAGE_TEXT_BYTES} bytes`)
  const head = headOf(message)
  const mac = await crypto.subtle.sign('HMAC', await hmacKey(messageKey), concat(head, text))
  const sealed = await sealFile(padTo(concat(head, new Uint8Array(mac), text), PART_BYTES - AGE_ADDS[message.role]), recipients)
  if (sealed.length !== PART_BYTES) throw new RangeError('sealMessage requires one recipient of a reporter, two of an officer')
  return sealed
}

/** Opens and authenticates one message; CannotOpen for everything that is not of this thread's key. Its place in the chain: readChain. */
export async function openMessage(sealed: Uint8Array, messageKey: Uint8Array, identity: string): Promise<ReportMessage> {
  if (sealed.length !== PART_BYTES) throw new CannotOpen()
  const plain = unpad(await openFile(sealed, identity))
  const role = ROLES[plain[1] ?? -1]
  const status = STATUSES[plain[4] ?? -1]
  if (plain.length < HEAD + MAC || plain[0] !== 1 || role === undefined || status === undefined) throw new CannotOpen()
  const head = plain.subarray(0, HEAD)
  const text = plain.subarray(HEAD + MAC)
  const authentic = await crypto.subtle.verify('HMAC', await hmacKey(messageKey), plain.slice(HEAD, HEAD + MAC), concat(head, text))
  if (!authentic) throw new CannotOpen()
  const number = (at: number) => (head[at]! << 8) | head[at + 1]!
  return {
    role, sequence: number(2), status, seen: number(5), thread: head.slice(7, 39), previous: head.slice(39, 71),
    text: decoded(text),
  }
}

/** The name of a sealed message for the one that follows it. */
export function messageDigest(sealed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(sealed)
}

function headOf({ role, sequence, status, seen, thread, previous }: ReportMessage): Uint8Array<ArrayBuffer> {
  const whole = (value: number) => Number.isInteger(value) && value >= 0 && value <= 0xffff
  if (!whole(sequence) || !whole(seen) || thread.length !== 32 || previous.length !== 32) throw new RangeError('sealMessage requires a message of the layout')
  return concat(Uint8Array.of(1, ROLES.indexOf(role), sequence >> 8, sequence & 255, STATUSES.indexOf(status), seen >> 8, seen & 255), thread, previous)
}

function decoded(text: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text)
  } catch {
    throw new CannotOpen()
  }
}

function hmacKey(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key as BufferSource, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}
