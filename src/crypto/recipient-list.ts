// The signed list of the months' recipients: what a phone seals reports to. The fingerprint of who signs is printed on the municipality's own
// site and shown on both sides, so that a server that puts in a key of its own is found out; a poster's link may carry it, then the phone
// refuses by itself. ECDSA P-256 with SHA-256 because every browser of the last ten years has it without a library (Ed25519 came in 2025).
// Separate because phone, console and server each check it.
import { base64url, unbase64url } from './base64url.ts'
import { inCrockford } from './crockford.ts'
import { canonicalJson, sha256, utf8 } from './digest.ts'
import { isMonth } from './report-month.ts'

export interface RecipientList {
  v: 1
  municipality: string
  /** Counts up with every signing. */
  number: number
  /** base64url, 16 bytes: the municipality's salt of receipts. Never changes: with another, no words would find their thread. */
  salt: string
  /** Ascending; every living month and the coming ones whose keys are made. */
  months: readonly { month: string; recipient: string }[]
}

/** The list as it travels: its canonical JSON, who signed, the signature. */
export interface SignedList {
  list: string
  /** base64url, SEC 1 uncompressed point, 65 bytes. */
  publicKey: string
  /** base64url, 64 bytes. */
  signature: string
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const
const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const
const PURPOSE = 'nulmeting reports recipients 1\n'

/** The list cannot be trusted: not signed by its key, malformed, of another municipality, or signed by another than was expected. */
export class ListRefused extends Error {
  override name = 'ListRefused'
  readonly why: 'signature' | 'malformed' | 'municipality' | 'fingerprint'
  constructor(why: ListRefused['why']) {
    super(`list refused: ${why}`)
    this.why = why
  }
}

/** A new signing key: public point and private PKCS #8, both base64url. */
export async function newSigningKey(): Promise<{ publicKey: string; privateKey: string }> {
  const pair = (await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])) as CryptoKeyPair
  return {
    publicKey: base64url(new Uint8Array((await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer)),
    privateKey: base64url(new Uint8Array((await crypto.subtle.exportKey('pkcs8', pair.privateKey)) as ArrayBuffer)),
  }
}

export async function signList(list: RecipientList, { publicKey, privateKey }: { publicKey: string; privateKey: string }): Promise<SignedList> {
  if (!isList(list)) throw new RangeError('signList requires a list of version 1')
  const key = await crypto.subtle.importKey('pkcs8', unbase64url(privateKey), CURVE, false, ['sign'])
  const text = canonicalJson(list)
  return { list: text, publicKey, signature: base64url(new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, utf8(PURPOSE + text)))) }
}

/** Sixteen characters in groups of four (80 bits) that name who signs. */
export async function signerFingerprint(publicKey: string): Promise<string> {
  return inCrockford((await sha256(unbase64url(publicKey))).subarray(0, 10)).match(/.{4}/g)!.join(' ')
}

/** The list, when its signature holds and it is of this municipality and, if one is given, of this signer. Throws ListRefused. */
export async function verifiedList(signed: SignedList, expected: { municipality: string; fingerprint?: string }): Promise<RecipientList> {
  const list = await checkedList(signed)
  if (list.municipality !== expected.municipality) throw new ListRefused('municipality')
  const plain = (text: string) => text.replace(/[^0-9A-Z]/gi, '').toUpperCase()
  if (expected.fingerprint !== undefined && plain(await signerFingerprint(signed.publicKey)) !== plain(expected.fingerprint)) throw new ListRefused('fingerprint')
  return list
}

/** The recipient of a month; undefined when the list has none for it. */
export function recipientOf(list: RecipientList, month: string): string | undefined {
  return list.months.find((one) => one.month === month)?.recipient
}

async function checkedList({ list, publicKey, signature }: SignedList): Promise<RecipientList> {
  let good = false
  try {
    const key = await crypto.subtle.importKey('raw', unbase64url(publicKey), CURVE, false, ['verify'])
    good = await crypto.subtle.verify(ALGORITHM, key, unbase64url(signature), utf8(PURPOSE + list))
  } catch {
    // Bytes that are no key or no signature: refused like a wrong one.
  }
  if (!good) throw new ListRefused('signature')
  try {
    const value = JSON.parse(list) as RecipientList
    if (isList(value) && canonicalJson(value) === list) return value
  } catch {
    // Falls through.
  }
  throw new ListRefused('malformed')
}

function isList(value: RecipientList): boolean {
  const months = Array.isArray(value.months) ? value.months : []
  return value.v === 1 && typeof value.municipality === 'string' && Number.isInteger(value.number) && value.number > 0
    && typeof value.salt === 'string' && value.salt.length === 22 && months.length > 0 && months.length <= 24
    && months.every(({ month, recipient }, i) => isMonth(month) && /^age1[02-9ac-hj-np-z]{58}$/.test(recipient) && (i === 0 || months[i - 1]!.month < month))
}
