// A report, sealed in two parts to its month's key: a head of codes that the inbox opens for all, and the text, fetched one at a time.
// Every report has the same two sizes. The head names the digest of the sealed text, the locator and where replies are sealed to, so that the
// server can give it no other text, thread or reader. Separate because phone, console and `age` on a terminal must agree on it.
import { base64url, unbase64url } from './base64url.ts'
import { canonicalJson, sha256, utf8 } from './digest.ts'
import type { ReceiptKeys } from './receipt-keys.ts'
import { isMonth } from './report-month.ts'
import { CannotOpen, open, openFile, padTo, seal, sealFile, sealedSize, unpad } from './sealed.ts'

/** Codes, not words: what pages say for them is in their language files. Places and behaviour, never a person. */
export const REPORT_KINDS = ['threat', 'violence', 'drugs', 'weapons', 'damage', 'nuisance', 'exclusion', 'pressure', 'abuse-of-home', 'money', 'other'] as const
export const REPORT_SPOTS = ['street', 'square', 'stairwell', 'entrance', 'gallery', 'park', 'playground', 'school', 'shop', 'parking', 'station', 'home', 'online', 'other', 'unknown'] as const
export const PARTS_OF_DAY = ['morning', 'afternoon', 'evening', 'night', 'changing', 'unknown'] as const
export const SINCE = ['this-week', 'this-month', 'longer', 'unknown'] as const

export type ReportKind = (typeof REPORT_KINDS)[number]
export type ReportSpot = (typeof REPORT_SPOTS)[number]
export type PartOfDay = (typeof PARTS_OF_DAY)[number]
export type Since = (typeof SINCE)[number]

/** What the inbox shows of every report. */
export interface ReportFacts {
  kinds: readonly ReportKind[]
  /** Code of an area of the municipality, or '' when the reporter would not say. */
  area: string
  spot: ReportSpot
  partOfDay: PartOfDay
  since: Since
  /** ISO week of the telling, e.g. 2026-W10. */
  week: string
  language: string
}

export interface ReportHead extends ReportFacts {
  v: 1
  municipality: string
  month: string
  /** base64url SHA-256 of the locator: the thread this head belongs to. */
  locator: string
  /** Where replies are sealed to. */
  recipient: string
  /** base64url, 32 bytes: authenticates messages both ways. */
  messageKey: string
  /** base64url SHA-256 of the sealed text. */
  text: string
}

export interface SealedReport {
  head: Uint8Array
  text: Uint8Array
  /** SHA-256 of the sealed head: the name of the thread in every message. */
  thread: Uint8Array<ArrayBuffer>
}

/** UTF-16 units of a text at most; three bytes each, the most that UTF-8 takes, always fit. */
export const TEXT_MOST = 5_000
/** What a database row holds without spilling out of its page, and so every part: src/reports/README.md. */
export const PART_BYTES = 3_526
export const HEAD_BYTES = sealedSize(1024)
export const TEXT_PARTS = 5
export const TEXT_BYTES = TEXT_PARTS * PART_BYTES
/** What the age format takes of a file of at most 64 KiB for one X25519 recipient. */
const AGE_ADDS = 200

/** Seals a report to the month's recipient. RangeError when the text is longer than TEXT_MOST or the codes do not fit. */
export async function sealReport(
  facts: ReportFacts, text: string, to: { municipality: string; month: string; recipient: string }, keys: Pick<ReceiptKeys, 'locator' | 'recipient' | 'messageKey'>,
): Promise<SealedReport> {
  if (text.length > TEXT_MOST) throw new RangeError(`sealReport requires a text of at most ${TEXT_MOST} characters`)
  const sealedText = await sealFile(padTo(utf8(text), TEXT_BYTES - AGE_ADDS), [to.recipient])
  const head: ReportHead = {
    v: 1, ...facts, municipality: to.municipality, month: to.month, recipient: keys.recipient, messageKey: base64url(keys.messageKey),
    locator: base64url(await sha256(keys.locator)), text: base64url(await sha256(sealedText)),
  }
  const sealedHead = await seal(utf8(canonicalJson(head)), to.recipient, 1024)
  return { head: sealedHead, text: sealedText, thread: await sha256(sealedHead) }
}

/** The thread's name in every message. */
export function threadOf(sealedHead: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(sealedHead)
}

/** The head of a report, with the month's identity; CannotOpen for anything else, also for codes that no page of ours sends. */
export async function openHead(sealed: Uint8Array, identity: string): Promise<ReportHead> {
  const head = parsed(await open(sealed, identity))
  if (!isHead(head)) throw new CannotOpen()
  return head
}

/** The text of a report; CannotOpen when it is not the one its head names. */
export async function openText(sealed: Uint8Array, head: ReportHead, identity: string): Promise<string> {
  if (sealed.length !== TEXT_BYTES || base64url(await sha256(sealed)) !== head.text) throw new CannotOpen()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(unpad(await openFile(sealed, identity)))
  } catch {
    throw new CannotOpen()
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new CannotOpen()
  }
}

function isHead(value: unknown): value is ReportHead {
  if (typeof value !== 'object' || value === null) return false
  const head = value as Record<keyof ReportHead, unknown>
  const oneOf = (list: readonly string[], code: unknown) => typeof code === 'string' && list.includes(code)
  return head.v === 1
    && Array.isArray(head.kinds) && head.kinds.length <= REPORT_KINDS.length && head.kinds.every((kind) => oneOf(REPORT_KINDS, kind))
    && oneOf(REPORT_SPOTS, head.spot) && oneOf(PARTS_OF_DAY, head.partOfDay) && oneOf(SINCE, head.since)
    && typeof head.area === 'string' && head.area.length <= 20 && typeof head.municipality === 'string' && head.municipality.length <= 40
    && typeof head.month === 'string' && isMonth(head.month) && typeof head.week === 'string' && /^\d{4}-W\d{2}$/.test(head.week)
    && typeof head.language === 'string' && /^[A-Za-z-]{2,20}$/.test(head.language)
    && typeof head.recipient === 'string' && /^age1[02-9ac-hj-np-z]{58}$/.test(head.recipient)
    && [head.locator, head.messageKey, head.text].every(is32Bytes)
}

function is32Bytes(text: unknown): boolean {
  try {
    return typeof text === 'string' && unbase64url(text).length === 32
  } catch {
    return false
  }
}
