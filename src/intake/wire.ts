// What crosses HTTP between a phone and `intake`. Pages import the types only.
// The staff side is bytes: see sealed-page.ts.
import { z } from 'zod'
import { MESSAGE_BYTES, SIGNATURE_BYTES } from '../crypto/credential.ts'
import { PADDED_SIZES, sealedSize } from '../crypto/sealed.ts'
import { bytesOf, hex64, reference16 } from '../waves/fields.ts'

export const responseRequest = z.strictObject({
  manifest: reference16,
  keyId: hex64,
  message: bytesOf(MESSAGE_BYTES),
  signature: bytesOf(SIGNATURE_BYTES),
  sealed: bytesOf(...PADDED_SIZES.map(sealedSize)),
})
export type ResponseRequest = z.input<typeof responseRequest>

/** The same for a first, a second, a repeated and an unverifiable response. */
export interface ResponseReceived {
  received: true
}
