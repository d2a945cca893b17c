// Opens the head and the coding of each line of an inbox and says which are not what they should be: damaged, of another month or
// municipality, or put to another thread (attack 19). Pure but for the crypto; one bad line never stops the others.
import { unbase64url } from '../../../src/crypto/base64url.ts'
import { openHead, threadOf } from '../../../src/crypto/report.ts'
import type { ReportHead } from '../../../src/crypto/report.ts'
import { CannotOpen } from '../../../src/crypto/sealed.ts'
import type { ThreadLine } from '../../../src/reports/wire.ts'
import { openCoding } from './coding.ts'
import type { Coding } from './coding.ts'

export interface ToOpen {
  municipality: string
  month: string
  identity: string
  lines: readonly Pick<ThreadLine, 'thread' | 'head' | 'coding'>[]
}

export interface OpenedLine {
  /** Null: damaged, forged or in another's place. */
  head: ReportHead | null
  coding: Coding | 'damaged' | null
}

/** In the order of the lines. */
export async function openLines({ municipality, month, identity, lines }: ToOpen): Promise<OpenedLine[]> {
  return Promise.all(lines.map(async ({ thread, head: sealed, coding: sealedCoding }): Promise<OpenedLine> => {
    const head = await soundHead(sealed, identity)
    const placed = head !== null && head.month === month && head.municipality === municipality && threadKey(head) === thread
    const coding = sealedCoding === null ? null : await openedCoding(sealedCoding, sealed, identity)
    return { head: placed ? head : null, coding }
  }))
}

/** The number under which a thread lies follows from its locator, which the head names: 63 bits of the digest, as decimal text. */
export function threadKey({ locator }: Pick<ReportHead, 'locator'>): string {
  const digest = unbase64url(locator)
  return String((new DataView(digest.buffer, digest.byteOffset, 8).getBigUint64(0) >> 1n) || 1n)
}

async function soundHead(sealed: string, identity: string): Promise<ReportHead | null> {
  try {
    return await openHead(unbase64url(sealed), identity)
  } catch (fault) {
    return nullIfDamaged(fault)
  }
}

async function openedCoding(sealed: string, head: string, identity: string): Promise<Coding | 'damaged'> {
  try {
    return await openCoding(unbase64url(sealed), await threadOf(unbase64url(head)), identity)
  } catch (fault) {
    return nullIfDamaged(fault) ?? 'damaged'
  }
}

/** RangeError: not even base64url. */
function nullIfDamaged(fault: unknown): null {
  if (fault instanceof CannotOpen || fault instanceof RangeError) return null
  throw fault
}

