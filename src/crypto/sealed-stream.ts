// Sealing and opening a stream to an age recipient: what is too large to hold in memory, a backup. Separate from sealed.ts because no phone
// loads it; the format is the same, so `age -d` opens it without this product.
import { Decrypter, Encrypter } from 'age-encryption'
import { CannotOpen } from './sealed.ts'

/** Throws RangeError when the recipient is none (age1...). */
export async function sealStream(plain: ReadableStream<Uint8Array>, recipient: string): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter()
  try {
    encrypter.addRecipient(recipient)
  } catch {
    throw new RangeError('sealStream requires an age recipient')
  }
  return encrypter.encrypt(plain)
}

/** The plain stream; CannotOpen for everything that is not whole and sealed to this identity, at the start or on the way. */
export async function openStream(sealed: ReadableStream<Uint8Array>, identity: string): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const opened = await decrypter.decrypt(sealed).catch(() => Promise.reject(new CannotOpen()))
  const reader = opened.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read().catch(() => Promise.reject(new CannotOpen()))
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: (why) => reader.cancel(why),
  })
}
