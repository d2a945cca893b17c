// The list of unused codes as a printer opens it: the day, the digest of the letters it is about, one bit a letter. Its size follows from the
// number of letters alone. Separate because the server writes it and only the printer's command line reads it.
import { concat, hex, sha256, utf8 } from './digest.ts'

const MAGIC = 'nulmeting reminders 1\n'

/** `day`: YYYY-MM-DD; `letters`: SHA-256 over their code hashes in order; `unused`: in the same order. */
export function reminderListBytes(day: string, letters: Uint8Array, unused: readonly boolean[]): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(Math.ceil(unused.length / 8))
  unused.forEach((one, i) => {
    if (one) bits[i >> 3]! |= 1 << (i & 7)
  })
  return concat(utf8(`${MAGIC}${day}\n`), letters, bits)
}

/** Which of the letters (hashes of 32 bytes, in the order they were sent) get a reminder; RangeError when the list is not about these. */
export async function readReminderList(bytes: Uint8Array, hashes: readonly Uint8Array[]): Promise<{ day: string; unused: boolean[] }> {
  const head = MAGIC.length + 11
  const text = new TextDecoder().decode(bytes.subarray(0, head))
  const letters = hex(await sha256(concat(...hashes)))
  const sound = text.startsWith(MAGIC) && bytes.length === head + 32 + Math.ceil(hashes.length / 8) && hex(bytes.subarray(head, head + 32)) === letters
  if (!sound) throw new RangeError('readReminderList requires the list of these letters')
  return { day: text.slice(MAGIC.length, -1), unused: hashes.map((_, i) => ((bytes[head + 32 + (i >> 3)]! >> (i & 7)) & 1) === 1) }
}
