// What crosses HTTP about reports. Pages import the types only; what reporters send is octets of fixed sizes (src/crypto/report-requests.ts), and
// every answer to them is one block (src/crypto/report-block.ts). For officers: JSON, and octets for what is sealed.
import { z } from 'zod'
import type { SignedList } from '../crypto/recipient-list.ts'
import { base64urlText, bytesOf, recipient } from '../waves/fields.ts'

const name = z.string().trim().min(1).max(100)
const signedList = z.strictObject({ list: z.string().max(8_000), publicKey: z.string().max(100), signature: z.string().max(100) })
const sealedText = (most: number) => base64urlText.max(most)
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
/** A thread's key: a random 63-bit integer as decimal text. */
export const threadKey = z.string().max(19).refine((text) => /^[1-9]\d{0,18}$/.test(text) && BigInt(text) < 2n ** 63n)

// ---- Reporters ----

/** GET /api/reports/channel: public, the same for everybody, cached nowhere. */
export interface Channel {
  /** False: the page shows phone, walk-in and Meld Misdaad Anoniem. */
  open: boolean
  /** Null while nothing was signed. Verify with `verifiedList`, never use as it is. */
  signed: SignedList | null
  /** The month whose key a new report is sealed to; has to stand in the list and be this month by the phone's clock, or one beside it. */
  month: string
  /** Who signed and since when, newest first: a change is public. */
  signers: readonly { fingerprint: string; since: string }[]
  /** Areas to choose from. */
  areas: readonly { code: string; name: string }[]
}

/** GET /api/reports/challenges/:purpose (report, message, removal): solved by the phone in a worker, sent back whole in the proof. */
export interface ReportChallenge {
  parameters: {
    algorithm: string
    nonce: string
    salt: string
    cost: number
    keyLength: number
    /** The derived key has to begin with these hexadecimal characters. */
    keyPrefix: string
    data?: Record<string, string | number | boolean | null>
  }
  signature?: string
}
export const PURPOSES = ['report', 'message', 'removal'] as const
export type Purpose = (typeof PURPOSES)[number]

// ---- Staff: people and keys ----

/** GET /api/reports/setup: how far the channel is, for officers, reviewers and coordinators. */
export interface Setup {
  open: boolean
  /** Why it cannot open yet, or should not stay open: each a thing to do. */
  missing: readonly Missing[]
  officers: readonly OfficerLine[]
  signing: { fingerprint: string; since: string; publicKey: string } | null
  /** A change of signer that waits for a second person. */
  signingAsked: { fingerprint: string; by: string } | null
  recovery: { fingerprint: string; recipient: string; split: boolean; drilledOn: string | null } | null
  months: readonly MonthLine[]
  signed: SignedList | null
  /** The salt of receipts, base64url; made with the channel. */
  salt: string
  /** The next number a list has to carry. */
  nextNumber: number
  /** Host that the daily signal goes to; '' when there is none. */
  webhook: string
}
export type Missing = 'officers' | 'signer' | 'recovery' | 'drill' | 'month' | 'next-month'

export interface OfficerLine {
  staff: string
  name: string
  /** asked: waits for a second person. left: gets no key of any further month. */
  state: 'asked' | 'active' | 'left'
  recipient: string
  fingerprint: string
  /** Whether this is the one who asks. */
  self: boolean
  /** Stopped by the reading brake until a second person releases it. */
  stopped: boolean
}

export interface MonthLine {
  month: string
  recipient: string
  /** ISO day after which database and key are gone at the latest. */
  goneBy: string
  /** Officers whose wrap is in it, by identifier. */
  officers: readonly string[]
}

/** PUT /api/reports/identity: asks to be an officer, with one's own personal identity, wrapped by a generated passphrase. */
export const identityRegistration = z.strictObject({ recipient, wrapped: sealedText(2_000) })
export type IdentityRegistration = z.input<typeof identityRegistration>

/** POST /api/reports/officers/:staff/confirm: by another than who asked; the fingerprint read aloud, so that no other key slips in. */
export const officerConfirmation = z.strictObject({ recipient })
export type OfficerConfirmation = z.input<typeof officerConfirmation>

/** PUT /api/reports/signer: asks for a signing key; its private half wrapped to every active officer and the recovery key together. */
export const signerRegistration = z.strictObject({ publicKey: bytesOf(65), wrapped: sealedText(8_000) })
export type SignerRegistration = z.input<typeof signerRegistration>

/** POST /api/reports/signer/confirm: by another than who asked. */
export const signerConfirmation = z.strictObject({ fingerprint: z.string().min(16).max(24) })
export type SignerConfirmation = z.input<typeof signerConfirmation>

/** PUT /api/reports/recovery. Another key ends the drill of the one before. */
export const recoveryRegistration = z.strictObject({ recipient, split: z.boolean() })
export type RecoveryRegistration = z.input<typeof recoveryRegistration>

/** POST /api/reports/recovery/drill answers something sealed to the recovery key (base64url); who opens it, has a sheet that works. */
export interface Drill { sealed: string }
export const drillAnswer = z.strictObject({ opened: bytesOf(32) })
export type DrillAnswer = z.input<typeof drillAnswer>

/** PUT /api/reports/months/:month: a month's key, wrapped to each active officer and to the recovery key, and the list that names it. */
export const monthKey = z.strictObject({
  recipient,
  wraps: z.array(z.strictObject({ staff: z.string().min(1).max(60), wrapped: sealedText(1_000) })).min(1).max(50),
  recovery: sealedText(1_000),
  signed: signedList,
})
export type MonthKey = z.input<typeof monthKey>

/** PUT /api/reports/list: the months as they are, signed anew: after a change of signer, or when an officer left. */
export const listSigning = z.strictObject({ signed: signedList })
export type ListSigning = z.input<typeof listSigning>

/** PUT /api/reports/months/:month/wraps: the key of a month that has begun, for an officer who came later. */
export const laterWrap = z.strictObject({ staff: z.string().min(1).max(60), wrapped: sealedText(1_000) })
export type LaterWrap = z.input<typeof laterWrap>

/** GET /api/reports/keys: what the signed-in officer opens with the passphrase. */
export interface OfficerKeys {
  /** The personal identity, wrapped by passphrase. */
  identity: string
  recipient: string
  /** The key that signs lists, wrapped to the officers. */
  signer: string | null
  /** The months' identities, wrapped to this officer; a month without one shows as locked. */
  months: readonly { month: string; recipient: string; wrapped: string | null; goneBy: string }[]
}

// ---- Officers: reading and answering ----

/**
 * GET /api/reports/months/:month/threads?after=: up to 200 threads by key. Heads are opened on the device. `thread` is the key; its case name is
 * `caseName(thread)`. Nothing here says when.
 */
export interface ThreadPage {
  threads: ThreadLine[]
  /** Pass as `after`; null at the end. */
  next: string | null
}

export interface ThreadLine {
  thread: string
  /** base64url, sealed to the month. */
  head: string
  state: ThreadState
  /** Messages by the reporter and by the officers. */
  received: number
  sent: number
  /** Whether the text was fetched by anybody yet. */
  read: boolean
  /** Thread this one was marked as a double of. */
  mergedInto: string | null
  /** The officers' coding (place, behaviour, week, seriousness), sealed to the month, base64url; null while there is none. */
  coding: string | null
  /** How often the coding was written: pass the next number on writing, so that two officers do not overwrite one another. */
  codings: number
}
export type ThreadState = 'open' | 'closed' | 'junk'

/** POST /api/reports/months/:month/threads/:thread/text answers TEXT_BYTES octets; counted and audited. */

/** GET .../threads/:thread/messages?from=: both sides' sealed messages, at most 20 of each from that number on, base64url. */
export interface MessagePage {
  reporter: readonly string[]
  officer: readonly string[]
}

/** POST .../threads/:thread/messages: the next message of the officers; refused when a colleague was faster. */
export const officerMessage = z.strictObject({ sequence: z.int().min(0).max(0xffff), sealed: bytesOf(3_526) })
export type OfficerMessage = z.input<typeof officerMessage>

/** POST .../threads/:thread/state */
export const threadChange = z.strictObject({ state: z.enum(['open', 'closed', 'junk']) })
export type ThreadChange = z.input<typeof threadChange>

/** PUT .../threads/:thread/coding: sealed to the month, always the same size. */
export const threadCoding = z.strictObject({ number: z.int().min(1).max(1_000), sealed: bytesOf(1_222) })
export type ThreadCoding = z.input<typeof threadCoding>

/** POST .../threads/:thread/merge: marks as a double of another thread of the same month; null takes the mark away. */
export const threadMerge = z.strictObject({ into: threadKey.nullable() })
export type ThreadMerge = z.input<typeof threadMerge>

/** POST /api/reports/brakes/:staff/release: by another person than who was stopped. */
export const brakeRelease = z.strictObject({ reason: name })
export type BrakeRelease = z.input<typeof brakeRelease>

/** PUT /api/reports/webhook: where the daily signal goes; '' for nowhere. */
export const webhookSetting = z.strictObject({ address: z.string().trim().max(1_000) })
export type WebhookSetting = z.input<typeof webhookSetting>

/** Acts without details are sent `{}`. */
export const nothing = z.strictObject({})
