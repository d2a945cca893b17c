// The vectors of RFC 9474, Appendix A, with the private key they were made with. Separate because the credential's tests (blinding,
// finalizing) and the signers' tests (both runtimes) read the same file.
import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { octets } from '../../src/crypto/blinded-value.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import { unhex } from '../../src/crypto/digest.ts'
import { inverseMod } from './blinder.ts'

interface Signed { variant: string; blinded_msg: string; blind_sig: string }

/** The variant in use (RSABSSA-SHA384-PSS-Randomized) step by step, hex. */
export const vector = JSON.parse(readFileSync(new URL('../crypto/rfc9474.json', import.meta.url), 'utf8')) as Record<string, string> & { signed: Signed[] }

/** What a signer has to make of each variant's blinded message: raw RSA does not know variants. */
export const signedVectors = [{ variant: 'RSABSSA-SHA384-PSS-Randomized', blinded_msg: vector['blinded_msg']!, blind_sig: vector['blind_sig']! }, ...vector.signed]
  .map(({ variant, blinded_msg, blind_sig }) => ({ variant, blinded: unhex(blinded_msg), signature: unhex(blind_sig) }))

const p = BigInt(`0x${vector['p']}`)
const q = BigInt(`0x${vector['q']}`)
const d = inverseMod(65537n, (p - 1n) * (q - 1n))
const text = (value: bigint, length: number) => base64url(octets(value, length))

/** The modulus, 512 bytes. */
export const n = p * q
export const jwk = {
  kty: 'RSA', e: 'AQAB', n: text(n, 512), d: text(d, 512), p: text(p, 256), q: text(q, 256),
  dp: text(d % (p - 1n), 256), dq: text(d % (q - 1n), 256), qi: text(inverseMod(q, p), 256),
}
export const pkcs8 = new Uint8Array(createPrivateKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'pkcs8' }))
