// The sealing code: blinding, finalizing, sealing. The entry of the chunk that is loaded while people answer, and the only door to the
// RSA and age libraries. For a used or unknown code the signature does not verify: then a dummy of the same size goes out, without
// a single answer in it, so that network and screen show nothing.
import { blind, CredentialInvalid, dummyCredential, finalize } from '../../src/crypto/credential.ts'
import type { Blinding } from '../../src/crypto/credential.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import { payloadBytes } from '../../src/crypto/payload.ts'
import { seal } from '../../src/crypto/sealed.ts'
import type { Parcel } from './sending.ts'

/** A fresh random message, blinded for a stratum's key (base64url SPKI). */
export function prepareBlinding(spki: string): Promise<Blinding> {
  return blind(spki)
}

/** The exact body of the response request: from the blind signature (or random bytes) to sealed answers. */
export async function sealResponse(parcel: Parcel, blinding: Blinding, blindSignature: Uint8Array): Promise<string> {
  const { manifest, keyId, spki, recipient, paddedSize, wave, instrument, language, phase, mode } = parcel
  let answers = parcel.answers
  let credential
  try {
    credential = await finalize(spki, blinding, blindSignature)
  } catch (error) {
    if (!(error instanceof CredentialInvalid)) throw error
    credential = dummyCredential()
    answers = {}
  }
  const payload = payloadBytes({ v: 1, wave, stratumKeyId: keyId, instrument, language, mode, phase, answers, ...credential })
  const sealed = await seal(payload, recipient, paddedSize)
  return JSON.stringify({ manifest, keyId, ...credential, sealed: base64url(sealed) })
}
