// The block: the one answer to every poll, post and deletion, always the same size, with news or without, for known and unknown words.
// What is not there is a decoy. Separate because the server packs it without a key and the phone finds out, by opening, what is in it.
//
// layout: version 1 | note 1,222 | SLOTS messages of the officers, newest first, 3,526 each | random to the end
import { concat } from './digest.ts'
import { decoy } from './decoy.ts'
import { NOTE_BYTES } from './report-note.ts'
import { PART_BYTES } from './report.ts'

export const SLOTS = 6
export const BLOCK_BYTES = 22 * 1024

export interface Block {
  note: Uint8Array
  /** SLOTS candidates, newest first; those that do not open are decoys. */
  slots: readonly Uint8Array[]
}

/** Packs what there is; `messages` newest first. The same work is done whatever there is. */
export function packBlock(note: Uint8Array | null, messages: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  if (messages.length > SLOTS || messages.some(({ length }) => length !== PART_BYTES) || (note !== null && note.length !== NOTE_BYTES)) {
    throw new RangeError(`packBlock requires a note of ${NOTE_BYTES} bytes and at most ${SLOTS} messages of ${PART_BYTES}`)
  }
  const fillers = Array.from({ length: SLOTS }, () => decoy(PART_BYTES, 2))
  const noNote = decoy(NOTE_BYTES, 1)
  const used = concat(Uint8Array.of(1), note ?? noNote, ...fillers.map((filler, i) => messages[i] ?? filler))
  return concat(used, crypto.getRandomValues(new Uint8Array(BLOCK_BYTES - used.length)))
}

/** RangeError when the bytes are no block: then something other than the server of this product answered. */
export function readBlock(bytes: Uint8Array): Block {
  if (bytes.length !== BLOCK_BYTES || bytes[0] !== 1) throw new RangeError('not a block')
  const start = 1 + NOTE_BYTES
  return {
    note: bytes.subarray(1, start),
    slots: Array.from({ length: SLOTS }, (_, i) => bytes.subarray(start + i * PART_BYTES, start + (i + 1) * PART_BYTES)),
  }
}
