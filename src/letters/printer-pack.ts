// What a printing house gets of a wave in one sealed file: the letters with their codes, what they all say, the groups, so that names can be
// merged there. Sealed to the printing house's own key; who stands between cannot read a code. Separate from the CSV, which anybody reads.
import { utf8 } from '../crypto/digest.ts'
import { openFile, sealFile } from '../crypto/sealed.ts'
import type { LetterSender } from './letter.ts'
import { mailingListText, readMailingList } from './mailing.ts'
import type { MailedLetter, MailingList } from './mailing.ts'
import type { Person, PeopleGroup } from './people-file.ts'

export interface PrinterPack {
  list: MailingList
  sender: LetterSender
  /** Ids of the strata, in the manifest's order. */
  strata: readonly string[]
  groups: readonly PeopleGroup[]
}

/** `recipient`: age1... of the printing house. */
export async function sealPack({ list, ...rest }: PrinterPack, recipient: string): Promise<Uint8Array> {
  return sealFile(utf8(JSON.stringify({ v: 1, list: mailingListText(list), ...rest })), [recipient])
}

/** Throws CannotOpen for another key, RangeError for what is no pack. */
export async function openPack(sealed: Uint8Array, identity: string): Promise<PrinterPack> {
  const { v, list, sender, strata, groups } = JSON.parse(new TextDecoder().decode(await openFile(sealed, identity))) as { v: number; list: string } & Omit<PrinterPack, 'list'>
  const { digest } = JSON.parse(list) as { digest: string }
  if (v !== 1) throw new RangeError('openPack requires a file of this version')
  return { list: await readMailingList(list, digest, strata), sender, strata, groups }
}

/** Gives every person a letter of their own group; RangeError when the numbers differ, so that nobody is left without a letter in silence. */
export function withPeople(list: MailingList, people: readonly Person[]): MailingList {
  const waiting = new Map<string, Person[]>()
  for (const person of people) waiting.set(person.stratum, [...(waiting.get(person.stratum) ?? []), person])
  const letters = list.letters.map((letter): MailedLetter => {
    const person = waiting.get(letter.stratum)?.pop()
    if (!person) throw new RangeError(`withPeople requires a person for every letter of ${letter.stratum}`)
    const { stratum: _, ...named } = person
    return { ...letter, person: named }
  })
  for (const [stratum, left] of waiting) if (left.length > 0) throw new RangeError(`withPeople requires a letter for everybody: ${stratum} has ${left.length} people more`)
  return { ...list, letters }
}
