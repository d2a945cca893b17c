// What the letters of a wave have in common, from the options of a verb and what the server knows of the wave. Separate because drawing,
// reminding and replacing all print, and must print the same letter.
import { Refused, needed } from './cli-command.ts'
import { sendJson } from './cli-session.ts'
import { manifestFingerprint, manifestReference } from './crypto/manifest.ts'
import { hoursText, readHours } from './letters/hours.ts'
import type { LetterSender } from './letters/letter.ts'
import type { Me } from './staff/wire.ts'
import type { WaveDetail } from './waves/wire.ts'

const text = { type: 'string' } as const
/** The options of every verb that prints letters. */
export const senderOptions = { host: text, phone: text, hours: text, 'return-line': text, 'signed-by': text, pdf: { type: 'boolean' } } as const
export const senderUsage = `--host https://HOST --phone NUMBER --hours "${hoursText({ from: 1, to: 5, opens: '9.00', closes: '17.00' })}" [--return-line TEXT] [--signed-by NAME] [--pdf]`

/** The wave, the digest of its manifest and its letters' sender; Refused where something is missing. */
export async function letterSender(wave: string, options: Record<string, string | undefined>, usage: string): Promise<{ detail: WaveDetail; digest: string; strata: string[]; sender: LetterSender }> {
  const [host, phone, hours] = [needed(options.host, 'host', usage), needed(options.phone, 'phone', usage), readHours(needed(options.hours, 'hours', usage))]
  if (!hours) throw new Refused('--hours reads as "ma-vr 9.00-17.00".')
  const detail = await sendJson<WaveDetail>('GET', `/api/waves/${wave}`)
  const { manifest, manifestDigest: digest, label, ends, pilot, kind } = detail
  if (!manifest || !digest) throw new Refused('Fix the letters\' contents first: freeze-manifest')
  const { municipality } = await sendJson<Me>('GET', '/api/staff/session')
  const sender: LetterSender = {
    municipality: municipality.name, host, phone, hours, label, reference: manifestReference(digest), fingerprint: manifestFingerprint(digest), until: ends,
    languages: Object.keys(manifest.instruments), returnLine: options['return-line'] ?? '', signedBy: options['signed-by'] ?? '',
    kind: kind === 'professional' ? 'professional' : 'resident', pilot,
  }
  return { detail, digest, strata: detail.strata.map(({ id }) => id), sender }
}
