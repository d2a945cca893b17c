// How officers code a report for each other: place, behaviour, week, seriousness, a short note. Sealed to the month like everything of a
// thread, always the same size, and naming its thread, so that the server can neither read it nor put it to another. Pure but for sealing.
import { base64url } from '../../../src/crypto/base64url.ts'
import { canonicalJson, utf8 } from '../../../src/crypto/digest.ts'
import { REPORT_KINDS, REPORT_SPOTS } from '../../../src/crypto/report.ts'
import type { ReportKind, ReportSpot } from '../../../src/crypto/report.ts'
import { CannotOpen, open, seal } from '../../../src/crypto/sealed.ts'

export const SERIOUSNESSES = ['light', 'serious', 'very-serious'] as const
export type Seriousness = (typeof SERIOUSNESSES)[number]

export interface Coding {
  area: string
  spot: ReportSpot
  behaviour: ReportKind
  /** ISO week it is about. */
  week: string
  seriousness: Seriousness
  /** For colleagues; never sent to the reporter, never leaves the team. */
  note: string
}

/** Characters of a note at most: four bytes each fit the sealed size beside everything else. */
export const NOTE_MOST = 150

/** 1,222 bytes. `thread`: SHA-256 of the sealed head. RangeError when the note is too long. */
export async function sealCoding({ area, spot, behaviour, week, seriousness, note }: Coding, thread: Uint8Array, recipient: string): Promise<Uint8Array> {
  if (note.length > NOTE_MOST) throw new RangeError(`sealCoding requires a note of at most ${NOTE_MOST} characters`)
  return seal(utf8(canonicalJson({ v: 1, area, spot, behaviour, week, seriousness, note, thread: base64url(thread) })), recipient, 1024)
}

/** The JSON object in opened bytes; CannotOpen for anything else. */
export function plainObject(bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Falls through: no JSON is like another JSON.
  }
  throw new CannotOpen()
}

/** The coding; CannotOpen when it is damaged, forged or of another thread. */
export async function openCoding(sealed: Uint8Array, thread: Uint8Array, identity: string): Promise<Coding> {
  const bytes = await open(sealed, identity)
  const value = plainObject(bytes)
  const { v, area, spot, behaviour, week, seriousness, note } = value
  const known = (list: readonly string[], code: unknown) => typeof code === 'string' && list.includes(code)
  if (v !== 1 || value.thread !== base64url(thread) || typeof area !== 'string' || area.length > 20 || !known(REPORT_SPOTS, spot) || !known(REPORT_KINDS, behaviour)
    || typeof week !== 'string' || !/^\d{4}-W\d{2}$/.test(week) || !known(SERIOUSNESSES, seriousness) || typeof note !== 'string' || note.length > NOTE_MOST) throw new CannotOpen()
  return { area, spot, behaviour, week, seriousness, note } as Coding
}
