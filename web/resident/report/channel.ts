// Whether the channel is open and whom a phone may seal to: the signed list, verified here and nowhere else trusted. What does not verify, names
// another municipality, another signer than the poster's link, or no key for this month, is refused: then nothing is ever asked or sent.
// Separate because it is the whole of the trust that reports put in the server.
import { ListRefused, recipientOf, signerFingerprint, verifiedList } from '../../../src/crypto/recipient-list.ts'
import type { RecipientList } from '../../../src/crypto/recipient-list.ts'
import { monthAfter, monthOf } from '../../../src/crypto/report-month.ts'
import type { Channel } from '../../../src/reports/wire.ts'
import { json, Refused, request } from '../api.ts'

export interface OpenChannel {
  state: 'open'
  list: RecipientList
  /** The month a new report is sealed to, and its recipient. */
  month: string
  recipient: string
  fingerprint: string
  /** The day (YYYY-MM-DD) since which this signer signs; '' when the server does not say. */
  since: string
  areas: readonly { code: string; name: string }[]
}

/** `closed` may still have a list: whoever holds words can read answers while nothing new is taken. */
export type ReportChannel = OpenChannel | { state: 'closed'; list?: RecipientList } | { state: 'distrusted' }

/** Asks for the channel and verifies it. Throws Unreachable without a connection. `fingerprint`: of a poster's link. */
export async function openChannel(municipality: string, now: Date, fingerprint?: string): Promise<ReportChannel> {
  try {
    return await trustedChannel((await json(await request('/api/reports/channel'))) as Channel, { municipality, ...(fingerprint && { fingerprint }) }, now)
  } catch (error) {
    // A municipality that never set the channel up has nothing at this address.
    if (error instanceof Refused) return { state: 'closed' }
    throw error
  }
}

/** What a server's word is worth. Never throws for anything it may say. */
export async function trustedChannel(channel: Channel, expected: { municipality: string; fingerprint?: string }, now: Date): Promise<ReportChannel> {
  try {
    if (!channel.signed) return { state: 'closed' }
    const list = await verifiedList(channel.signed, expected)
    if (channel.open !== true) return { state: 'closed', list }
    const { month, signers, areas } = channel
    const recipient = recipientOf(list, month)
    const present = monthOf(now)
    // A phone's clock may be wrong by a day at the turn of a month, a server's month by no more.
    if (!recipient || ![-1, 0, 1].some((months) => monthAfter(present, months) === month)) return { state: 'distrusted' }
    const signer = await signerFingerprint(channel.signed.publicKey)
    return { state: 'open', list, month, recipient, fingerprint: signer, since: signers.find((one) => one.fingerprint === signer)?.since.slice(0, 10) ?? '', areas }
  } catch (error) {
    if (error instanceof ListRefused || error instanceof TypeError || error instanceof RangeError) return { state: 'distrusted' }
    throw error
  }
}
