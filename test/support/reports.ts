// A channel for reports in whatever state a test needs, through the product's own addresses: officers with real keys, a signed list, reporters who
// seal and solve. Separate because the verbs, the promises and the flows all begin with an open channel.
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { createChallenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { base64url, unbase64url } from '../../src/crypto/base64url.ts'
import { hex, utf8 } from '../../src/crypto/digest.ts'
import { newReceipt } from '../../src/crypto/receipt.ts'
import { receiptKeys } from '../../src/crypto/receipt-keys.ts'
import type { ReceiptKeys } from '../../src/crypto/receipt-keys.ts'
import { newSigningKey, recipientOf, signList, verifiedList } from '../../src/crypto/recipient-list.ts'
import type { RecipientList } from '../../src/crypto/recipient-list.ts'
import { sealMessage } from '../../src/crypto/report-message.ts'
import { monthAfter, monthOf } from '../../src/crypto/report-month.ts'
import { packReport } from '../../src/crypto/report-requests.ts'
import type { Proof } from '../../src/crypto/report-requests.ts'
import { newNote } from '../../src/crypto/report-thread.ts'
import { openHead, sealReport } from '../../src/crypto/report.ts'
import type { ReportFacts } from '../../src/crypto/report.ts'
import { newIdentity, openFile } from '../../src/crypto/sealed.ts'
import { wrapIdentity, wrapTo } from '../../src/crypto/wrapped.ts'
import type { Channel, OfficerLine, Purpose, Setup, ThreadPage } from '../../src/reports/wire.ts'
import { ok } from './fieldwork.ts'
import type { Send, Started } from './runtimes.ts'

export interface AnOfficer {
  send: Send
  staff: string
  identity: string
  recipient: string
}

export interface AChannel {
  officers: [AnOfficer, AnOfficer]
  /** A reviewer: the second person. */
  reviewer: Send
  recovery: { identity: string; recipient: string }
  signer: { publicKey: string; privateKey: string }
  /** Identities of the months' keys. */
  months: Map<string, string>
}

export const someFacts: ReportFacts = { kinds: ['drugs'], area: '', spot: 'stairwell', partOfDay: 'night', since: 'this-week', week: '2026-W10', language: 'nl' }

export const setupOf = async (send: Send) => ok<Setup>(send('GET', '/api/reports/setup'))

/** A person with the role who asked to be an officer; not confirmed yet. The passphrase is one nobody needs. */
export async function anApplicant(started: Started, name: string): Promise<AnOfficer> {
  const send = await started.person(['report-officer'], name)
  const { identity, recipient } = await newIdentity()
  await ok(send('PUT', '/api/reports/identity', { recipient, wrapped: await wrapIdentity(identity, 'proef-woorden', 8) }))
  const { staff } = (await setupOf(send)).officers.find(({ self }) => self) as OfficerLine
  return { send, staff, identity, recipient }
}

export async function anOfficer(started: Started, reviewer: Send, name: string): Promise<AnOfficer> {
  const officer = await anApplicant(started, name)
  await ok(reviewer('POST', `/api/reports/officers/${officer.staff}/confirm`, { recipient: officer.recipient }))
  return officer
}

/** Everything up to an open channel with keys of this month and the next. */
export async function anOpenChannel(started: Started): Promise<AChannel> {
  const channel = await aReadyChannel(started)
  await ok(channel.officers[0].send('POST', '/api/reports/open', {}))
  return channel
}

export async function aReadyChannel(started: Started): Promise<AChannel> {
  const reviewer = await started.person(['reviewer'], 'Tweede Lezer')
  const officers: [AnOfficer, AnOfficer] = [await anOfficer(started, reviewer, 'Anna'), await anOfficer(started, reviewer, 'Bram')]
  const [{ send }] = officers
  const signer = await newSigningKey()
  const recovery = await newIdentity()
  const channel: AChannel = { officers, reviewer, recovery, signer, months: new Map() }
  const everybody = [...officers.map(({ recipient }) => recipient), recovery.recipient]
  await ok(send('PUT', '/api/reports/signer', { publicKey: signer.publicKey, wrapped: await wrapTo(signer.privateKey, everybody) }))
  const { signingAsked } = await setupOf(send)
  await ok(reviewer('POST', '/api/reports/signer/confirm', { fingerprint: signingAsked!.fingerprint }))
  await ok(send('PUT', '/api/reports/recovery', { recipient: recovery.recipient, split: false }))
  await drill(reviewer, recovery.identity)
  const present = monthOf(started.deps.clock())
  for (const month of [present, monthAfter(present)]) await ok(makeMonth(channel, month))
  return channel
}

export async function drill(send: Send, identity: string): Promise<void> {
  const { sealed } = await ok<{ sealed: string }>(send('POST', '/api/reports/recovery/drill', {}))
  await ok(send('POST', '/api/reports/recovery/confirm', { opened: base64url(await openFile(unbase64url(sealed), identity)) }))
}

/** What an officer's device does for a month; `change` alters the request before it is sent. */
export async function makeMonth(channel: AChannel, month: string, change: (body: Record<string, unknown>) => void = () => {}): Promise<Response> {
  const [{ send }] = channel.officers
  const setup = await setupOf(send)
  const { identity, recipient } = await newIdentity()
  const active = setup.officers.filter(({ state }) => state === 'active')
  const months = [...setup.months.filter((one) => one.month !== month).map((one) => ({ month: one.month, recipient: one.recipient })), { month, recipient }].sort((a, b) => (a.month < b.month ? -1 : 1))
  const body = {
    recipient,
    wraps: await Promise.all(active.map(async ({ staff, recipient: to }) => ({ staff, wrapped: await wrapTo(identity, [to]) }))),
    recovery: await wrapTo(identity, [channel.recovery.recipient]),
    signed: await signList({ v: 1, municipality: 'veld', number: setup.nextNumber, salt: setup.salt, months }, channel.signer),
  }
  change(body)
  const answer = await send('PUT', `/api/reports/months/${month}`, body)
  if (answer.ok) channel.months.set(month, identity)
  return answer
}

// ---- Reporters ----

export type Resident = Started['wire']['resident']

export interface AReporter {
  secret: Uint8Array
  keys: ReceiptKeys
  list: RecipientList
  month: string
}

/** Somebody who loaded the page: the channel verified, a receipt made. */
export async function aReporter(resident: Resident, secret = newReceipt()): Promise<AReporter> {
  const { signed, month } = await ok<Channel>(resident('GET', '/api/reports/channel'))
  const list = await verifiedList(signed!, { municipality: 'veld' })
  return { secret, keys: await receiptKeys(secret, unbase64url(list.salt)), list, month }
}

/** Keys as from a receipt, without the slow step: for tests with many reporters. */
export async function quickReporter(from: AReporter): Promise<AReporter> {
  const random = () => crypto.getRandomValues(new Uint8Array(32))
  const { identity, recipient } = await newIdentity()
  return { ...from, secret: newReceipt(), keys: { locator: random(), authentication: random(), messageKey: random(), identity, recipient } }
}

/** The challenge as a phone gets it, solved as a phone solves it. */
export async function solved(resident: Resident, purpose: Purpose): Promise<Proof> {
  const challenge = await ok<Proof['challenge']>(resident('GET', `/api/reports/challenges/${purpose}`))
  return { challenge, solution: await solutionOf(challenge) }
}

export async function solutionOf(challenge: unknown): Promise<Proof['solution']> {
  const solution = await solveChallenge({ challenge: challenge as Awaited<ReturnType<typeof createChallenge>>, deriveKey })
  return { counter: solution!.counter, derivedKey: solution!.derivedKey }
}

/** A challenge of the server's own making that costs next to nothing, for tests with many posts: signed with its secret. */
export async function cheapProof({ secret, clock }: Started['deps'], purpose: string, { ends = clock().getTime() + 60_000, municipality = 'veld' } = {}): Promise<Proof> {
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256', cost: 1, keyPrefix: '0', deriveKey, data: { municipality, purpose, ends },
    hmacSignatureSecret: hex(hmac(sha256, secret, utf8('nulmeting reports challenges 1'))),
  })
  return { challenge, solution: await solutionOf(challenge) }
}

/** The body of a report. */
export async function reportBody(reporter: AReporter, text: string, proof: Proof, facts: ReportFacts = someFacts): Promise<Uint8Array<ArrayBuffer>> {
  const { keys, list, month } = reporter
  const sealed = await sealReport(facts, text, { municipality: 'veld', month, recipient: recipientOf(list, month)! }, keys)
  return packReport(proof, month, keys, await newNote(month, sealed.thread, keys), sealed)
}

/** Tells something; answers the block. */
export async function tell(started: Started, reporter: AReporter, text: string, facts?: ReportFacts): Promise<Uint8Array> {
  return blockOf(started.wire.resident('POST', '/api/reports', await reportBody(reporter, text, await cheapProof(started.deps, 'report'), facts)))
}

export async function blockOf(answer: Promise<Response>): Promise<Uint8Array> {
  const response = await answer
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return new Uint8Array(await response.arrayBuffer())
}

// ---- Officers ----

export const threadsOf = async ({ send }: AnOfficer, month: string, after = '0') => ok<ThreadPage>(send('GET', `/api/reports/months/${month}/threads?after=${after}`))

/** The next message of an officer, sealed as the device does. */
export async function officerMessage(channel: AChannel, month: string, sealedHead: string, sequence: number, previous: Uint8Array, text: string): Promise<Uint8Array> {
  const identity = channel.months.get(month)!
  const bytes = unbase64url(sealedHead)
  const head = await openHead(bytes, identity)
  const { months } = await setupOf(channel.officers[0].send)
  const recipient = months.find((one) => one.month === month)!.recipient
  return sealMessage({ role: 'officer', sequence, status: 'read', seen: 0, thread: sha256(bytes), previous, text }, unbase64url(head.messageKey), [recipient, head.recipient])
}
