// Fields that several addresses share, as strict zod schemas: digests, days, bytes as text.
// Separate from the wire files so that they say only what crosses each address.
import { z } from 'zod'
import { unbase64url } from '../crypto/base64url.ts'

export const hex64 = z.string().regex(/^[0-9a-f]{64}$/)
export const reference16 = z.string().regex(/^[0-9a-f]{16}$/)
export const recipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/)
export const waveId = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)

/** A calendar day, YYYY-MM-DD. */
export const day = z.iso.date()

/** base64url of any length, without padding and in its one spelling, as text. */
export const base64urlText = z.string().refine((text) => {
  const spare = { 0: /^/, 2: /[AQgw]$/, 3: /[AEIMQUYcgkosw048]$/ }[text.length % 4]
  return spare !== undefined && spare.test(text) && !/[^\w-]/.test(text)
})

/** base64url, without padding and in its one spelling, of so many bytes; what comes out is the bytes. */
export function bytesOf(...lengths: number[]) {
  return z.string().max(Math.ceil((Math.max(...lengths) * 4) / 3)).transform((text, context) => {
    try {
      const bytes = unbase64url(text)
      if (lengths.includes(bytes.length)) return bytes
    } catch {
      // Falls through: another spelling is refused like another length.
    }
    context.addIssue({ code: 'custom', message: `base64url of ${lengths.join(' or ')} bytes` })
    return z.NEVER
  })
}
