// The thread that holds names, addresses and codes while somebody works on letters: reads the file, draws codes, opens and seals the list,
// draws sheets. It speaks to no server. Ending it (leaving the screen, ten idle minutes) forgets all of it; the page gets only what it shows.
import { unhex, concat } from '../../../src/crypto/digest.ts'
import { openFile, sealFile } from '../../../src/crypto/sealed.ts'
import { noteBytes, notedLetter } from '../../../src/letters/desk-note.ts'
import { keepList, openKept, sealedAgain } from '../../../src/letters/kept-list.ts'
import type { KeptList, SealedList } from '../../../src/letters/kept-list.ts'
import { letterSheet } from '../../../src/letters/letter-sheet.ts'
import { listForNumbers, listForPeople, withReplaced } from '../../../src/letters/mailing.ts'
import { mergeFile } from '../../../src/letters/merge-file.ts'
import { decoded, readPeople } from '../../../src/letters/people-file.ts'
import type { Person } from '../../../src/letters/people-file.ts'
import { sealPack } from '../../../src/letters/printer-pack.ts'
import type { Wire } from '../work/remote.ts'
import { serve } from '../work/remote.ts'
import { countsDiffer } from './letters.ts'
import type { LettersVerbs, OpenedList } from './letters-verbs.ts'

let people: Person[] = []
let held: { identity: string; stored: SealedList; strata: readonly string[]; kept: KeptList } | null = null

/** Asked before the list is open: a fault of the page, never of a person. */
function open(): NonNullable<typeof held> {
  if (held === null) throw new Error('the list is closed')
  return held
}

async function keep(kept: KeptList): Promise<SealedList> {
  const now = open()
  const stored = await sealedAgain(now.stored, kept)
  held = { ...now, stored, kept }
  return stored
}

function said({ kept: { list, pending, toPrint } }: NonNullable<typeof held>): OpenedList {
  return { letters: list.letters.length, named: list.letters.some(({ person }) => person !== undefined), pending: pending.length, toPrint: toPrint.length }
}

const chosen = (only: 'all' | 'replaced') => {
  const { list, toPrint } = open().kept
  return only === 'all' ? list.letters : list.letters.filter(({ mailing }) => toPrint.includes(mailing))
}

const verbs: { [Verb in keyof LettersVerbs]: (input: LettersVerbs[Verb]['input']) => Promise<LettersVerbs[Verb]['output']> | LettersVerbs[Verb]['output'] } = {
  read: ({ bytes, groups }) => {
    const read = readPeople(decoded(bytes), groups)
    const differ = read.faults.length > 0 ? [] : countsDiffer(read.people, groups)
    people = differ.length > 0 ? [] : read.people
    return { people: read.people.length, faults: read.faults, differ }
  },
  make: async ({ wave, digest, strata, counts }) => {
    const list = counts === null ? listForPeople(wave, digest, strata, people) : listForNumbers(wave, digest, strata, counts)
    const { passphrase, identity, stored } = await keepList(list)
    people = []
    held = { identity, stored, strata, kept: { list, pending: [], toPrint: [] } }
    return { passphrase, stored, opened: said(held) }
  },
  open: async ({ stored, passphrase, digest, strata }) => {
    const { identity, kept } = await openKept(stored, passphrase, digest, strata)
    held = { identity, stored, strata, kept }
    return said(held)
  },
  state: () => said(open()),
  codes: () => {
    const { strata, kept: { list } } = open()
    // Sorted, so that the order they are sent in says nothing.
    return strata.map((stratum) => ({ stratum, codes: list.letters.filter((letter) => letter.stratum === stratum).map(({ codeHash }) => codeHash).sort() }))
  },
  sheets: ({ sender, only, from, to }) => chosen(only).slice(from, to).map((letter) => letterSheet(sender, letter)),
  hashes: () => concat(...open().kept.list.letters.map(({ codeHash }) => unhex(codeHash))),
  find: ({ mailing }) => open().kept.list.letters.find((letter) => letter.mailing === mailing)?.stratum ?? null,
  note: async ({ note, recipient }) => sealFile(noteBytes(note), [recipient]),
  noted: async ({ notes }) => {
    const { identity, kept } = open()
    const letters = await Promise.all(notes.map(async (sealed) => notedLetter(await openFile(sealed, identity).catch(() => new Uint8Array(0)), kept.list.letters)))
    return new Set(letters.flatMap((letter) => (letter ? [letter.codeHash] : []))).size
  },
  replace: async ({ notes }) => {
    const { identity, strata, kept } = open()
    const letters = await Promise.all(notes.map(async (sealed) => notedLetter(await openFile(sealed, identity).catch(() => new Uint8Array(0)), kept.list.letters)))
    const found = letters.filter((letter) => letter !== undefined)
    const { list, pairs } = withReplaced(kept.list, strata, new Set(found.map(({ codeHash }) => codeHash)))
    return keep({ list, pending: [...kept.pending, ...pairs], toPrint: [...new Set([...kept.toPrint, ...found.map(({ mailing }) => mailing)])] })
  },
  pending: () => [...open().kept.pending],
  told: () => keep({ ...open().kept, pending: [] }),
  printed: () => keep({ ...open().kept, toPrint: [] }),
  csv: ({ sender }) => mergeFile(sender, open().kept.list.letters),
  pack: ({ sender, groups, recipient }) => sealPack({ list: open().kept.list, sender, strata: open().strata, groups }, recipient),
}

serve(self as unknown as Wire, verbs as never)
