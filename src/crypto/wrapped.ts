// Identities at rest on staff devices: wrapped by a generated passphrase (age scrypt) or to another identity, never by a chosen one,
// because the wrapped bytes lie on the server. Separate because only staff pages load the word list. Slow on purpose: about 2 s and
// 256 MB at the default work factor, so call it in a worker.
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { Decrypter, Encrypter } from 'age-encryption'
import { base64url, unbase64url } from './base64url.ts'
import { utf8 } from './digest.ts'
import { CannotOpen, openFile, sealFile } from './sealed.ts'

/** Six words of 2,048, hyphenated: 66 bits, and about 18 more that scrypt costs a thief per guess. */
export function newPassphrase(): string {
  // 65,536 is a multiple of 2,048: the low eleven bits of a random 16-bit value are uniform.
  const random = crypto.getRandomValues(new Uint16Array(6))
  return Array.from(random, (value) => wordlist[value & 2047]).join('-')
}

/** A passphrase as typed, in its one spelling: lower case, words joined by hyphens. */
export function passphraseTyped(text: string): string {
  return (text.normalize('NFKC').toLowerCase().match(/\p{L}+/gu) ?? []).join('-')
}

/** The identity sealed under a passphrase, base64url. `workFactor`: log2 of scrypt's N; lower it in tests only. */
export async function wrapIdentity(identity: string, passphrase: string, workFactor = 18): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphraseTyped(passphrase))
  encrypter.setScryptWorkFactor(workFactor)
  return base64url(await encrypter.encrypt(identity))
}

/** The identity again; CannotOpen for a wrong passphrase as for damaged bytes. */
export async function unwrapIdentity(wrapped: string, passphrase: string): Promise<string> {
  try {
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphraseTyped(passphrase))
    return await decrypter.decrypt(unbase64url(wrapped), 'text')
  } catch {
    throw new CannotOpen()
  }
}

/**
 * A private key (an identity, an edition key) wrapped to other identities, base64url: the archive key to each analyst, each epoch's
 * to the next epoch's, the edition key to the archive key. A newcomer needs one more wrap, not a new key.
 */
export async function wrapTo(secret: string, recipients: readonly string[]): Promise<string> {
  if (recipients.length === 0) throw new RangeError('wrapTo requires at least one recipient')
  return base64url(await sealFile(utf8(secret), recipients))
}

/** The private key again, with one of the identities it was wrapped to; CannotOpen otherwise. */
export async function unwrapWith(wrapped: string, identity: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await openFile(unbase64url(wrapped), identity))
  } catch {
    throw new CannotOpen()
  }
}
