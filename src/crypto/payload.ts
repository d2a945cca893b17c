// What is inside a sealed response, as bytes. The signature travels inside because the recipient is public: a row written straight
// into the database would otherwise look like any other. Separate because phone and count must agree on it to the byte.
//
// layout: version 1 | mode 1 | phase 1 | stratum key id 32 | instrument hash 32 | message 32 | signature 256 | JSON {answers, language, wave}
import { base64url, unbase64url } from './base64url.ts'
import { canonicalJson, concat, hex, unhex, utf8 } from './digest.ts'
import type { Credential } from './credential.ts'

export type Mode = 'web' | 'paper' | 'phone' | 'assisted'
export const MODES: readonly Mode[] = ['web', 'paper', 'phone', 'assisted']

export interface Payload extends Credential {
  v: 1
  wave: string
  /** Hex SHA-256 of the stratum key's SPKI. */
  stratumKeyId: string
  /** Hex instrument hash, of the language answered in. */
  instrument: string
  language: string
  mode: Mode
  /** Number of reminders gone out: 0 to 255. */
  phase: number
  answers: Readonly<Record<string, number | readonly number[]>>
}

/** The bytes are not a payload of this version. */
export class PayloadMalformed extends Error {
  override name = 'PayloadMalformed'
}

const HEAD = 3 + 32 + 32 + 32 + 256

/** The payload as bytes, before padding; RangeError when a part has another length than the layout. */
export function payloadBytes(payload: Payload): Uint8Array<ArrayBuffer> {
  const { wave, language, answers } = payload
  const bytes = concat(
    Uint8Array.of(1, MODES.indexOf(payload.mode), payload.phase),
    unhex(payload.stratumKeyId),
    unhex(payload.instrument),
    unbase64url(payload.message),
    unbase64url(payload.signature),
  )
  if (bytes.length !== HEAD || bytes[1] === 255 || bytes[2] !== payload.phase) throw new RangeError('payloadBytes requires parts of the layout')
  return concat(bytes, utf8(canonicalJson({ wave, language, answers })))
}

/** The bytes a payload takes, before padding, when its answers take so many as JSON: what decides a wave's padded size. */
export function payloadLength(wave: string, language: string, answerBytes: number): number {
  return HEAD + utf8(canonicalJson({ wave, language, answers: {} })).length - '{}'.length + answerBytes
}

/** The payload of bytes; PayloadMalformed when they are not one. Whether the answers fit an instrument is the count's question. */
export function readPayload(bytes: Uint8Array): Payload {
  const mode = MODES[bytes[1] ?? -1]
  if (bytes.length <= HEAD || bytes[0] !== 1 || mode === undefined) throw new PayloadMalformed('not a payload')
  const { wave, language, answers } = body(bytes.subarray(HEAD))
  return {
    v: 1,
    wave,
    stratumKeyId: hex(bytes.subarray(3, 35)),
    instrument: hex(bytes.subarray(35, 67)),
    language,
    mode,
    phase: bytes[2]!,
    message: base64url(bytes.subarray(67, 99)),
    signature: base64url(bytes.subarray(99, HEAD)),
    answers,
  }
}

function body(bytes: Uint8Array): Pick<Payload, 'wave' | 'language' | 'answers'> {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Record<string, unknown>
    const { wave, language, answers } = value
    if (typeof wave === 'string' && typeof language === 'string' && isAnswers(answers)) return { wave, language, answers }
  } catch {
    // Falls through: bytes that are not UTF-8 or not JSON are malformed like any other.
  }
  throw new PayloadMalformed('not a payload')
}

function isAnswers(value: unknown): value is Payload['answers'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    && Object.values(value).every((answer) => (Array.isArray(answer) ? answer.every(Number.isInteger) : Number.isInteger(answer)))
}
