// The bodies a reporter sends: octets of fixed sizes, one for each address, so that nothing else can be sent and size is checked before a byte is
// read. Separate because the phone packs what the server takes apart, byte for byte.
//
// proof: UTF-8 JSON of {challenge, solution}, then zeros, PROOF_BYTES in all
// report:  version 1 | proof | month 7 | SHA-256(locator) 32 | SHA-256(authentication) 32 | note 1,222 | head 1,222 | text 17,630
// poll:    version 1 | locator 32 | authentication 32 | page 1
// message: version 1 | proof | locator 32 | authentication 32 | sequence 2 | note 1,222 | message 3,526
// removal: version 1 | proof | locator 32 | authentication 32
import { concat, sha256, utf8 } from './digest.ts'
import type { ReceiptKeys } from './receipt-keys.ts'
import { NOTE_BYTES } from './report-note.ts'
import { HEAD_BYTES, PART_BYTES, TEXT_BYTES } from './report.ts'

export const PROOF_BYTES = 1024
export const REPORT_REQUEST_BYTES = 1 + PROOF_BYTES + 7 + 64 + NOTE_BYTES + HEAD_BYTES + TEXT_BYTES
export const POLL_REQUEST_BYTES = 1 + 64 + 1
export const MESSAGE_REQUEST_BYTES = 1 + PROOF_BYTES + 64 + 2 + NOTE_BYTES + PART_BYTES
export const REMOVAL_REQUEST_BYTES = 1 + PROOF_BYTES + 64

type Words = Pick<ReceiptKeys, 'locator' | 'authentication'>

/** A challenge as it came and its solution. */
export interface Proof {
  challenge: unknown
  solution: { counter: number; derivedKey: string }
}

export async function packReport(proof: Proof, month: string, words: Words, note: Uint8Array, sealed: { head: Uint8Array; text: Uint8Array }): Promise<Uint8Array<ArrayBuffer>> {
  const digests = [await sha256(words.locator), await sha256(words.authentication)]
  return sized(REPORT_REQUEST_BYTES, concat(Uint8Array.of(1), proofBytes(proof), utf8(month), ...digests, note, sealed.head, sealed.text))
}

/** `page` 0 holds the newest messages. */
export function packPoll(words: Words, page = 0): Uint8Array<ArrayBuffer> {
  return sized(POLL_REQUEST_BYTES, concat(Uint8Array.of(1), words.locator, words.authentication, Uint8Array.of(page)))
}

export function packMessage(proof: Proof, words: Words, { sequence, note, message }: { sequence: number; note: Uint8Array; message: Uint8Array }): Uint8Array<ArrayBuffer> {
  const number = Uint8Array.of(sequence >> 8, sequence & 255)
  return sized(MESSAGE_REQUEST_BYTES, concat(Uint8Array.of(1), proofBytes(proof), words.locator, words.authentication, number, note, message))
}

export function packRemoval(proof: Proof, words: Words): Uint8Array<ArrayBuffer> {
  return sized(REMOVAL_REQUEST_BYTES, concat(Uint8Array.of(1), proofBytes(proof), words.locator, words.authentication))
}

/** Takes a body apart, in the order of its parts; RangeError when it has another size or version. */
export function partsOf(body: Uint8Array, ...lengths: number[]): Uint8Array<ArrayBuffer>[] {
  if (body.length !== 1 + lengths.reduce((sum, length) => sum + length, 0) || body[0] !== 1) throw new RangeError('a body of another size or version')
  let offset = 1
  return lengths.map((length) => new Uint8Array(body.slice(offset, (offset += length))))
}

/** The JSON text of a proof, without its zeros; not parsed here. */
export function proofText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return new TextDecoder('utf-8', { fatal: true }).decode(end < 0 ? bytes : bytes.subarray(0, end))
}

function proofBytes(proof: Proof): Uint8Array<ArrayBuffer> {
  const text = utf8(JSON.stringify(proof))
  if (text.length > PROOF_BYTES) throw new RangeError('a challenge of this size is not one of ours')
  const bytes = new Uint8Array(PROOF_BYTES)
  bytes.set(text)
  return bytes
}

function sized(length: number, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (bytes.length !== length) throw new RangeError(`a request of ${length} bytes was put together from parts of other sizes`)
  return bytes
}
