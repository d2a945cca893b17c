// What a help desk notes of a letter, as 32 bytes: the hash of its code, or its mailing number where the caller reads that. Both look alike
// from outside, because they are sealed to the key of the list on the coordinator's device. Separate because two devices must agree on it.
import { unhex, hex } from '../crypto/digest.ts'
import type { MailedLetter } from './mailing.ts'

/** Before a mailing number; no hash begins so: that would be 2^-192. */
const NUMBER = new Uint8Array(24)

export type DeskNote = { codeHash: string } | { mailing: number }

export function noteBytes(note: DeskNote): Uint8Array<ArrayBuffer> {
  if ('codeHash' in note) return unhex(note.codeHash)
  if (!Number.isSafeInteger(note.mailing) || note.mailing < 0) throw new RangeError('noteBytes requires a mailing number')
  const bytes = new Uint8Array(32)
  new DataView(bytes.buffer).setBigUint64(24, BigInt(note.mailing))
  return bytes
}

/** The letter a note is about; undefined when it is none of these, or of a code that was replaced before. */
export function notedLetter(bytes: Uint8Array, letters: readonly MailedLetter[]): MailedLetter | undefined {
  if (bytes.length !== 32) return undefined
  if (!NUMBER.every((byte, i) => bytes[i] === byte)) {
    const hash = hex(bytes)
    return letters.find(({ codeHash }) => codeHash === hash)
  }
  const mailing = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(24))
  return letters.find((letter) => letter.mailing === mailing)
}

/** What was typed at the desk: a mailing number is digits only and shorter than a code. */
export function isMailingNumber(typed: string): boolean {
  return /^\d{6,9}$/.test(typed.replace(/[\s.]/g, ''))
}
