// The signature under a certificate: Ed25519 (RFC 8032) with the municipality's edition key over the statement's canonical JSON.
// Separate from the seal of an edition, so that neither can ever be taken for the other: what is signed begins with another line.
import { base64url, unbase64url } from './base64url.ts'
import { canonicalJson, concat, utf8 } from './digest.ts'

const CONTEXT = utf8('nulmeting certificate 1\n')

/** base64url signature over a statement (any JSON). `privateKey`: base64url PKCS #8. */
export async function signStatement(statement: unknown, privateKey: string): Promise<string> {
  const key = await crypto.subtle.importKey('pkcs8', unbase64url(privateKey), { name: 'Ed25519' }, false, ['sign'])
  return base64url(new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, signedBytes(statement))))
}

/** Whether a key signed exactly this statement; false for anything malformed. */
export async function statementSigned(statement: unknown, signature: string, publicKey: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', unbase64url(publicKey), { name: 'Ed25519' }, false, ['verify'])
    return await crypto.subtle.verify({ name: 'Ed25519' }, key, unbase64url(signature), signedBytes(statement))
  } catch {
    return false
  }
}

function signedBytes(statement: unknown): Uint8Array<ArrayBuffer> {
  return concat(CONTEXT, utf8(canonicalJson(statement)))
}
