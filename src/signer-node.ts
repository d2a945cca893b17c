// Raw RSA on Node: OpenSSL's private operation without padding (0.9 ms for 2048 bits), and verifying in the thread that asks. One of two
// adapters, because workerd refuses these calls and Node does not know RSA-RAW.
import { constants, createPrivateKey, createPublicKey, privateDecrypt, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { checked, modulusOf, refuseStrange } from './crypto/blinded-value.ts'
import type { Modulus } from './crypto/blinded-value.ts'
import type { BlindSigner, Verifier } from './crypto/credential.ts'
import { unbase64url } from './crypto/base64url.ts'

/** A signer that keeps parsed keys for as long as their bytes are in use. */
export function nodeSigner(): BlindSigner {
  const parsed = new WeakMap<Uint8Array, { key: KeyObject; modulus: Modulus }>()

  function keyOf(pkcs8: Uint8Array): { key: KeyObject; modulus: Modulus } {
    const known = parsed.get(pkcs8)
    if (known) return known
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
    const fresh = { key, modulus: modulusOf(key.export({ format: 'jwk' }), unbase64url) }
    parsed.set(pkcs8, fresh)
    return fresh
  }

  return {
    async sign(pkcs8, blinded) {
      const { key, modulus } = keyOf(pkcs8)
      refuseStrange(blinded, modulus)
      const signature = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded)
      return checked(new Uint8Array(signature), blinded, modulus)
    },
  }
}

/** Verifies at once: OpenSSL takes less time for it than another thread takes to wake. */
export function nodeVerifier(): Verifier {
  return {
    async key(spki) {
      const key = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' })
      const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
      return { verifies: (message, signature) => verify('sha384', message, options, signature) }
    },
  }
}
