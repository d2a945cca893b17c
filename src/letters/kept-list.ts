// The mailing list as it lies on the coordinator's device: sealed to a key of its own, and that key under six words that stand on paper only.
// Beside the list it holds what a broken-off act still owes. Separate from the list itself, which knows no key, and from where it is stored.
import { utf8 } from '../crypto/digest.ts'
import { newIdentity, openFile, sealFile } from '../crypto/sealed.ts'
import { newPassphrase, unwrapIdentity, wrapIdentity } from '../crypto/wrapped.ts'
import { mailingListText, readMailingList } from './mailing.ts'
import type { MailingList } from './mailing.ts'

/** What is sealed. */
export interface KeptList {
  list: MailingList
  /** Replaced codes that the server was not told of yet. */
  pending: readonly { old: string; new: string }[]
  /** Mailing numbers of letters whose new code was not printed yet. */
  toPrint: readonly number[]
}

/** What lies on the device: nobody reads it without the six words. */
export interface SealedList {
  wave: string
  /** age1... of the list; the server knows it too, so that a help desk can seal notes to it. */
  recipient: string
  /** Its identity under six words. */
  wrapped: string
  sealed: Uint8Array
}

/** A new key for a list, its six words to be written down, and the list sealed. `workFactor`: log2 of scrypt's N; lower it in tests only. */
export async function keepList(list: MailingList, workFactor?: number): Promise<{ passphrase: string; identity: string; stored: SealedList }> {
  const { identity, recipient } = await newIdentity()
  const passphrase = newPassphrase()
  const wrapped = await wrapIdentity(identity, passphrase, workFactor)
  return { passphrase, identity, stored: await sealedAgain({ wave: list.wave, recipient, wrapped }, { list, pending: [], toPrint: [] }) }
}

/** The same key, another content. */
export async function sealedAgain({ wave, recipient, wrapped }: Omit<SealedList, 'sealed'>, { list, pending, toPrint }: KeptList): Promise<SealedList> {
  const text = JSON.stringify({ v: 1, list: mailingListText(list), pending, toPrint })
  return { wave, recipient, wrapped, sealed: await sealFile(utf8(text), [recipient]) }
}

/** Opens what was kept. Throws CannotOpen for other words, RangeError for the list of another manifest. */
export async function openKept({ wrapped, sealed }: SealedList, passphrase: string, digest: string, strata: readonly string[]): Promise<{ identity: string; kept: KeptList }> {
  const identity = await unwrapIdentity(wrapped, passphrase)
  const { v, list, pending, toPrint } = JSON.parse(new TextDecoder().decode(await openFile(sealed, identity))) as { v: number; list: string } & Omit<KeptList, 'list'>
  if (v !== 1) throw new RangeError('openKept requires a list of this version')
  return { identity, kept: { list: await readMailingList(list, digest, strata), pending, toPrint } }
}
