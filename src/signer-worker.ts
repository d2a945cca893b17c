// Raw RSA on Workers: workerd's own RSA-RAW algorithm, reached through the blind RSA library. One of two adapters, because workerd
// refuses Node's private operation without padding.
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { checked, modulusOf, refuseStrange } from './crypto/blinded-value.ts'
import type { Modulus } from './crypto/blinded-value.ts'
import type { BlindSigner, Verifier } from './crypto/credential.ts'
import { unbase64url } from './crypto/base64url.ts'

interface WorkerKey {
  raw: CryptoKey
  modulus: Modulus
}

/** A signer that keeps imported keys for as long as their bytes are in use. */
export function workerSigner(): BlindSigner {
  const imported = new WeakMap<Uint8Array, Promise<WorkerKey>>()
  const suite = RSABSSA.SHA384.PSS.Randomized({ supportsRSARAW: true })

  function keyOf(pkcs8: Uint8Array): Promise<WorkerKey> {
    const known = imported.get(pkcs8)
    if (known) return known
    const fresh = importKey(pkcs8)
    imported.set(pkcs8, fresh)
    return fresh
  }

  return {
    async sign(pkcs8, blinded) {
      const { raw, modulus } = await keyOf(pkcs8)
      refuseStrange(blinded, modulus)
      return checked(await suite.blindSign(raw, blinded), blinded, modulus)
    },
  }
}

/** Twice: once to read the modulus, once as a key that can only sign raw. */
async function importKey(pkcs8: Uint8Array): Promise<WorkerKey> {
  const der = pkcs8 as BufferSource
  const readable = await crypto.subtle.importKey('pkcs8', der, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['sign'])
  const modulus = modulusOf(await crypto.subtle.exportKey('jwk', readable), unbase64url)
  const raw = await crypto.subtle.importKey('pkcs8', der, { name: 'RSA-RAW', hash: 'SHA-384' }, false, ['sign'])
  return { raw, modulus }
}

/** WebCrypto, which every runtime has. */
export function workerVerifier(): Verifier {
  return {
    async key(spki) {
      const key = await crypto.subtle.importKey('spki', unbase64url(spki), { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['verify'])
      return { verifies: (message, signature) => crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 48 }, key, signature as BufferSource, message as BufferSource) }
    },
  }
}
