// What every raw-RSA signer must check around the one operation that differs by runtime: the blinded value before, the signature
// after. Separate so that both adapters refuse and verify with the same lines (RFC 9474 4.3 BlindSign, RFC 8017 5.2.1 RSASP1).
import { hex, unhex } from './digest.ts'
import { BlindedValueRefused } from './credential.ts'

/** The modulus of an issuer key, and its length in bytes. */
export interface Modulus {
  n: bigint
  length: number
}

/** The modulus of an RSA public exponent 65537 key in JWK form; RangeError for any other exponent. */
export function modulusOf(jwk: { n?: string | undefined; e?: string | undefined }, decode: (text: string) => Uint8Array): Modulus {
  if (!jwk.n || jwk.e !== 'AQAB') throw new RangeError('modulusOf requires an RSA key with exponent 65537')
  const bytes = decode(jwk.n)
  return { n: integer(bytes), length: bytes.length }
}

/**
 * Refuses what no honest phone sends: another length, 0, 1, n-1, n or more. Leading zeros are part of the length: a short value
 * comes padded.
 */
export function refuseStrange(blinded: Uint8Array, { n, length }: Modulus): void {
  if (blinded.length !== length) throw new BlindedValueRefused('a blinded value has the length of the modulus')
  const value = integer(blinded)
  if (value <= 1n || value >= n - 1n) throw new BlindedValueRefused('a blinded value lies between 1 and the modulus less 1')
}

/**
 * The signature, if signature^65537 mod n is the blinded value. A fault in the private operation would otherwise leave the server
 * and, under the Chinese remainder theorem, give the key away (RFC 9474 4.3 step 4).
 */
export function checked(signature: Uint8Array, blinded: Uint8Array, { n, length }: Modulus): Uint8Array {
  if (signature.length !== length || power65537(integer(signature), n) !== integer(blinded)) throw new Error('signing failure')
  return signature
}

/** Big-endian bytes as an integer (OS2IP). */
export function integer(bytes: Uint8Array): bigint {
  return BigInt(`0x0${hex(bytes)}`)
}

/** An integer as big-endian bytes (I2OSP). */
export function octets(value: bigint, length: number): Uint8Array<ArrayBuffer> {
  return unhex(value.toString(16).padStart(2 * length, '0'))
}

/** value^65537 mod n: sixteen squarings and a product. */
export function power65537(value: bigint, n: bigint): bigint {
  let power = value
  for (let i = 0; i < 16; i += 1) power = (power * power) % n
  return (power * value) % n
}
