// Blind-signed credentials, RSABSSA-SHA384-PSS-Randomized of RFC 9474: blind and finalize on the phone, verify everywhere.
// Separate because it is loaded while people answer, with the one RSA library; all state is strings, so that it survives a reload.
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { base64url, unbase64url } from './base64url.ts'
import { hex, sha256 } from './digest.ts'

export const MESSAGE_BYTES = 32
export const SIGNATURE_BYTES = 256

/** What is kept on the phone between the request for a credential and its answer; all base64url. `blinded` is what is sent. */
export interface Blinding {
  message: string
  inverse: string
  blinded: string
}

/** One credential; both base64url (32 and 256 bytes). */
export interface Credential {
  message: string
  signature: string
}

/** Raw RSA on the server: blinded value in, blind signature out, checked against the public key before it leaves. */
export interface BlindSigner {
  sign(pkcs8: Uint8Array, blinded: Uint8Array): Promise<Uint8Array>
}

/** One public key, parsed: whether a signature over a message verifies under it (RSASSA-PSS, SHA-384, salt of 48 bytes). */
export interface VerifyingKey {
  verifies(message: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>
}

/** Parses public keys (base64url SPKI) on the server. Verifying is short: where a runtime can do it at once, waking a thread for it costs more. */
export interface Verifier {
  key(spki: string): Promise<VerifyingKey>
}

/** A blinded value that no honest phone sends: wrong length, 0, 1, n-1, n or more. */
export class BlindedValueRefused extends RangeError {
  override name = 'BlindedValueRefused'
}

/** The signature does not unblind to a valid credential: a used or unknown code, or another stratum's key. */
export class CredentialInvalid extends Error {
  override name = 'CredentialInvalid'
}

const publicKeys = new Map<string, Promise<CryptoKey>>()

/** The public key of a stratum (base64url SPKI, as in the manifest), read once: a count verifies thousands of rows under a few keys. */
function publicKey(spki: string): Promise<CryptoKey> {
  const known = publicKeys.get(spki)
  if (known) return known
  // More than any wave has strata: whatever a server is asked to verify, this stays small.
  if (publicKeys.size >= 256) publicKeys.clear()
  const key = crypto.subtle.importKey('spki', unbase64url(spki), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])
  publicKeys.set(spki, key)
  return key
}

/**
 * RFC 9474 4.1 Prepare and 4.2 Blind. The application has nothing to say in the message, so it is empty, and the prepared
 * message is exactly the 32 random bytes that PrepareRandomize puts in front.
 */
export async function blind(spki: string): Promise<Blinding> {
  const suite = RSABSSA.SHA384.PSS.Randomized()
  const message = suite.prepare(new Uint8Array(0))
  const { blindedMsg, inv } = await suite.blind(await publicKey(spki), message)
  return { message: base64url(message), inverse: base64url(inv), blinded: base64url(blindedMsg) }
}

/** RFC 9474 4.4 Finalize; throws CredentialInvalid unless the result verifies under the stratum's key. */
export async function finalize(spki: string, blinding: Blinding, blindSignature: Uint8Array): Promise<Credential> {
  try {
    const message = unbase64url(blinding.message)
    const signature = await RSABSSA.SHA384.PSS.Randomized()
      .finalize(await publicKey(spki), message, blindSignature, unbase64url(blinding.inverse))
    return { message: blinding.message, signature: base64url(signature) }
  } catch {
    throw new CredentialInvalid('the signature does not belong to this blinding')
  }
}

/** Whether a credential was issued under this key: plain RSASSA-PSS with SHA-384 and a salt of 48 bytes. Never throws on bad input. */
export async function verify(spki: string, credential: Credential): Promise<boolean> {
  try {
    const message = unbase64url(credential.message)
    const signature = unbase64url(credential.signature)
    if (message.length !== MESSAGE_BYTES || signature.length !== SIGNATURE_BYTES) return false
    return await crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 48 }, await publicKey(spki), signature, message)
  } catch {
    return false
  }
}

/**
 * What marks a credential as spent: hex SHA-256 of the message alone. PSS is salted, so whoever holds an issuer key could make
 * many signatures over one message; a digest that took the signature in would count each of them once more.
 */
export async function spentDigest(message: string): Promise<string> {
  return hex(await sha256(unbase64url(message)))
}

/** A credential of the right sizes that verifies nowhere: what a used or unknown code sends, so that the network shows nothing. */
export function dummyCredential(): Credential {
  const signature = crypto.getRandomValues(new Uint8Array(SIGNATURE_BYTES))
  // Below any 2048-bit modulus, as every true signature is.
  signature[0]! &= 0x7f
  return { message: base64url(crypto.getRandomValues(new Uint8Array(MESSAGE_BYTES))), signature: base64url(signature) }
}
