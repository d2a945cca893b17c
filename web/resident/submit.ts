// The two requests of sending. Separate from api.ts because they are loaded with the sealing code, while people answer.
import { json, request, Unreachable } from './api.ts'

/** 256 bytes: a blind signature, or random ones for a used or unknown code. */
export async function blindSignature(manifest: string, code: string, blinded: string): Promise<Uint8Array> {
  const response = await request('/api/credentials', JSON.stringify({ manifest, code, blinded }))
  const bytes = new Uint8Array(await response.arrayBuffer().catch(() => new ArrayBuffer(0)))
  if (bytes.length !== 256) throw new Unreachable('no signature')
  return bytes
}

/** Sends the exact bytes of a response; resolves only when the service acknowledged them. */
export async function sendResponse(body: string): Promise<void> {
  const reply = (await json(await request('/api/responses', body))) as { received?: unknown } | null
  if (reply?.received !== true) throw new Unreachable('not acknowledged')
}
