// The mailing list of a wave: whose letter carries which code under which mailing number. Pure; it is made on the coordinator's device,
// stays sealed there, and no server sees any of it but hashes of codes. Mailing numbers are random: they tell neither code, nor order, nor area.
import { newCodes } from '../crypto/draw-codes.ts'
import { codeHash, parseCode, stratumOf } from '../crypto/invite-code.ts'
import type { Person } from './people-file.ts'

/** One person's letter. */
export interface MailedLetter {
  /** Printed on the letter; what a returned one is known by. */
  mailing: number
  stratum: string
  code: string
  /** Hex; the only form in which a code reaches the server. */
  codeHash: string
  /** Absent where the printing house merges names and addresses. */
  person?: Omit<Person, 'stratum'>
  /** Hashes of the codes this letter had before the help desk replaced them, oldest first. */
  earlier?: readonly string[]
}

export interface MailingList {
  v: 1
  wave: string
  /** Hex digest of the manifest that the codes are bound to. */
  digest: string
  letters: readonly MailedLetter[]
}

/** A list for people who are known by name: each gets a code of their own group. RangeError for a group that is not one. */
export function listForPeople(wave: string, digest: string, strata: readonly string[], people: readonly Person[]): MailingList {
  const groups = strata.map((stratum) => people.filter((person) => person.stratum === stratum))
  if (groups.reduce((sum, group) => sum + group.length, 0) !== people.length) throw new RangeError('listForPeople requires a known group for everybody')
  return made(wave, digest, strata, groups.map((group) => group.map(({ stratum: _, ...person }) => person)))
}

/** A list without names: so many letters in each group, for a printing house that merges. */
export function listForNumbers(wave: string, digest: string, strata: readonly string[], counts: readonly number[]): MailingList {
  return made(wave, digest, strata, counts.map((count) => Array.from({ length: count }, () => undefined)))
}

function made(wave: string, digest: string, strata: readonly string[], groups: readonly (Omit<Person, 'stratum'> | undefined)[][]): MailingList {
  const drawn = newCodes(digest, groups.map((group) => group.length))
  const numbers = mailingNumbers(groups.reduce((sum, group) => sum + group.length, 0))
  const letters = groups.flatMap((group, i) => group.map((person, j): MailedLetter =>
    ({ mailing: numbers.pop()!, stratum: strata[i]!, ...drawn[i]![j]!, ...(person ? { person } : {}) })))
  return { v: 1, wave, digest, letters: inOrder(letters) }
}

/** In the order of the mailing numbers, which says nothing. */
export function inOrder(letters: readonly MailedLetter[]): MailedLetter[] {
  return [...letters].sort((a, b) => a.mailing - b.mailing)
}

/** So many different random numbers of six digits, or as many more as they need to stay nine tenths empty. */
export function mailingNumbers(count: number, random: () => number = random32): number[] {
  const digits = Math.max(6, String(count).length + 1)
  const least = 10 ** (digits - 1)
  const drawn = new Set<number>()
  while (drawn.size < count) drawn.add(least + Math.floor(random() * 9 * least))
  // A set keeps the order of drawing, which is as random as the numbers.
  return [...drawn]
}

function random32(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32
}

/**
 * The list with a new code for the letters of these code hashes, whatever became of the old ones, and the pairs to tell the server.
 * A hash that is no letter's current code is left out: it was replaced before, or never drawn here.
 */
export function withReplaced(list: MailingList, strata: readonly string[], hashes: ReadonlySet<string>): { list: MailingList; pairs: { old: string; new: string }[] } {
  const counts = strata.map((stratum) => list.letters.filter((letter) => letter.stratum === stratum && hashes.has(letter.codeHash)).length)
  const drawn = newCodes(list.digest, counts)
  const pairs: { old: string; new: string }[] = []
  const letters = list.letters.map((letter): MailedLetter => {
    if (!hashes.has(letter.codeHash)) return letter
    const fresh = drawn[strata.indexOf(letter.stratum)]!.pop()!
    pairs.push({ old: letter.codeHash, new: fresh.codeHash })
    return { ...letter, ...fresh, earlier: [...(letter.earlier ?? []), letter.codeHash] }
  })
  return { list: { ...list, letters }, pairs }
}

/** The list as text, to be sealed. */
export function mailingListText(list: MailingList): string {
  return JSON.stringify(list)
}

/** The list of a text; RangeError when it is none, or not one of this manifest. */
export async function readMailingList(text: string, digest: string, strata: readonly string[]): Promise<MailingList> {
  const list = JSON.parse(text) as MailingList
  if (list.v !== 1 || list.digest !== digest || !Array.isArray(list.letters)) throw new RangeError('readMailingList requires the list of this measurement')
  for (const { code, codeHash: hash, stratum, mailing } of list.letters) {
    const sound = 'code' in parseCode(code) && (await codeHash(digest, code)) === hash && strata[stratumOf(hash, strata.length)] === stratum && Number.isSafeInteger(mailing)
    if (!sound) throw new RangeError('readMailingList requires letters whose codes are their own')
  }
  return list
}
