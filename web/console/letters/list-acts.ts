// What the list and the server do together: tell it the hashes of codes, and replace what the help desk noted. Each can be broken off and
// done again: the list is stored first, and what the server knows already stays as it is.
import { unbase64url } from '../../../src/crypto/base64url.ts'
import type { SealedList } from '../../../src/letters/kept-list.ts'
import { lettersApi } from './letters-api.ts'
import type { LettersThread } from './letters-thread.ts'
import type { OpenedList } from './letters-verbs.ts'
import { storeList } from './list-store.ts'

const CODES_AT_ONCE = 500
const PAIRS_AT_ONCE = 250

/** Notes that wait, opened to bytes that only the list's key reads. */
export async function openNotes(wave: string): Promise<{ id: string; sealed: Uint8Array }[]> {
  return (await lettersApi.notes(wave)).map(({ id, sealed }) => ({ id, sealed: unbase64url(sealed) }))
}

/** Registers the list's key and the hash of every code. */
export async function register(thread: Pick<LettersThread, 'ask'>, wave: string, { recipient }: Pick<SealedList, 'recipient'>, onShare: (share: number) => void): Promise<void> {
  await lettersApi.listMade(wave, recipient)
  const groups = await thread.ask('codes', null)
  const total = groups.reduce((sum, { codes }) => sum + codes.length, 0)
  let sent = 0
  for (const { stratum, codes } of groups) {
    for (let start = 0; start < codes.length; start += CODES_AT_ONCE) {
      const part = codes.slice(start, start + CODES_AT_ONCE)
      await lettersApi.draw(wave, { stratum, codes: part })
      onShare((sent += part.length) / total)
    }
  }
}

/** Gives noted letters new codes: drawn and stored here, then told, then the notes are done with. */
export async function replaceNoted(thread: Pick<LettersThread, 'ask'>, wave: string): Promise<OpenedList> {
  // What a run that broke off still owes comes first.
  await tell(thread, wave)
  const notes = await openNotes(wave)
  if (notes.length > 0) {
    await storeList(await thread.ask('replace', { notes: notes.map(({ sealed }) => sealed) }))
    await tell(thread, wave)
    await lettersApi.notesPrinted(wave, notes.map(({ id }) => id))
  }
  return thread.ask('state', null)
}

async function tell(thread: Pick<LettersThread, 'ask'>, wave: string): Promise<void> {
  const pairs = await thread.ask('pending', null)
  if (pairs.length === 0) return
  for (let start = 0; start < pairs.length; start += PAIRS_AT_ONCE) await lettersApi.replace(wave, { pairs: pairs.slice(start, start + PAIRS_AT_ONCE) })
  await storeList(await thread.ask('told', null))
}
