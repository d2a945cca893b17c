// What the page asks of the letters' thread, as types: what goes in, what comes out. Separate so that both ends read one table.
import type { DeskNote } from '../../../src/letters/desk-note.ts'
import type { SealedList } from '../../../src/letters/kept-list.ts'
import type { LetterSheet } from '../../../src/letters/letter-sheet.ts'
import type { LetterSender } from '../../../src/letters/letter.ts'
import type { PeopleFault, PeopleGroup } from '../../../src/letters/people-file.ts'

/** An open list, without anything of anybody. */
export interface OpenedList {
  letters: number
  /** Names were merged here; otherwise the printing house merges them. */
  named: boolean
  /** Replaced codes the server was not told of yet. */
  pending: number
  /** Letters whose new code is not printed yet. */
  toPrint: number
}

/** A group with another number of people than the plan foresees. */
export interface Differs { group: string; planned: number; found: number }

export interface LettersVerbs {
  /** Reads a file of names and keeps its people in the thread. */
  read: { input: { bytes: Uint8Array; groups: readonly PeopleGroup[] }; output: { people: number; faults: readonly PeopleFault[]; differ: readonly Differs[] } }
  /** `counts`: letters without names, a number a group; null for the people read before. */
  make: { input: { wave: string; digest: string; strata: readonly string[]; counts: readonly number[] | null }; output: { passphrase: string; stored: SealedList; opened: OpenedList } }
  open: { input: { stored: SealedList; passphrase: string; digest: string; strata: readonly string[] }; output: OpenedList }
  /** How the open list stands. */
  state: { input: null; output: OpenedList }
  codes: { input: null; output: { stratum: string; codes: string[] }[] }
  sheets: { input: { sender: LetterSender; only: 'all' | 'replaced'; from: number; to: number }; output: LetterSheet[] }
  /** The hashes of all codes in the list's order, 32 bytes each. */
  hashes: { input: null; output: Uint8Array }
  /** The group of a letter that came back. */
  find: { input: { mailing: number }; output: string | null }
  note: { input: { note: DeskNote; recipient: string }; output: Uint8Array }
  /** How many letters these notes are about. */
  noted: { input: { notes: readonly Uint8Array[] }; output: number }
  /** Gives the noted letters new codes; the list has to be stored before anybody is told. */
  replace: { input: { notes: readonly Uint8Array[] }; output: SealedList }
  pending: { input: null; output: { old: string; new: string }[] }
  told: { input: null; output: SealedList }
  printed: { input: null; output: SealedList }
  csv: { input: { sender: LetterSender }; output: string }
  pack: { input: { sender: LetterSender; groups: readonly PeopleGroup[]; recipient: string }; output: Uint8Array }
}
