// The one padded size of a wave: the smallest that holds the longest answer its questionnaire allows, in any language.
// Separate because it decides promise 2's equal sizes and whether a row fits its page.
import { inArray } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { PaddedSize } from '../crypto/manifest.ts'
import { base64url } from '../crypto/base64url.ts'
import { payloadBytes } from '../crypto/payload.ts'
import { paddedSizeFor } from '../crypto/sealed.ts'
import { longestAnswerBytes } from '../instrument/longest-answer.ts'
import type { PublishedInstrument } from '../instrument/instrument.ts'
import { instruments } from '../instruments/table.ts'
import { problem } from '../problem.ts'

/** Throws invalid-plan when no size holds it. */
export async function longestPaddedSize({ office }: Pick<Deps, 'office'>, wave: string, hashes: Readonly<Record<string, string>>): Promise<PaddedSize> {
  const rows = await office.read.select({ json: instruments.json }).from(instruments).where(inArray(instruments.hash, Object.values(hashes)))
  const lengths = rows.map(({ json }) => payloadLength(wave, JSON.parse(json) as PublishedInstrument))
  try {
    return paddedSizeFor(Math.max(...lengths))
  } catch {
    throw problem('invalid-plan', { where: 'the questionnaire: it is too long for one sealed answer' })
  }
}

/** Bytes of the longest payload: an empty one, and the longest answers in place of `{}`. */
function payloadLength(wave: string, { instrument, text }: PublishedInstrument): number {
  const empty = payloadBytes({
    v: 1, wave, language: text.language, mode: 'web', phase: 0, answers: {}, stratumKeyId: '0'.repeat(64), instrument: '0'.repeat(64),
    message: base64url(new Uint8Array(32)), signature: base64url(new Uint8Array(256)),
  })
  return empty.length - 2 + longestAnswerBytes(instrument)
}
