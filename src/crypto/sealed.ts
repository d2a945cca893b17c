// Sealing to an age recipient (age-encryption.org/v1, X25519) at a constant size, so that no row tells how much somebody answered.
// Separate because it is the only file that knows the age library's encryption; loaded while people answer.
import { Decrypter, Encrypter, identityToRecipient, generateX25519Identity } from 'age-encryption'
import type { PaddedSize } from './manifest.ts'

export const PADDED_SIZES: readonly PaddedSize[] = [1024, 2048, 3328]
/** What the age format adds for one X25519 recipient: 168 bytes of header, 16 of nonce, 16 of tag. */
const AGE_ADDS = 200

/** The one error for everything that cannot be opened: wrong key, flipped bit, cut off, padded wrongly. It never says which. */
export class CannotOpen extends Error {
  override name = 'CannotOpen'
  constructor() {
    super('cannot be opened')
  }
}

/** A new age identity (AGE-SECRET-KEY-1...) and its recipient (age1...). */
export async function newIdentity(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** The size of a sealed response as it is sent and stored: 1222, 2246 or 3526 bytes, fixed in the database's own checks. */
export function sealedSize(paddedSize: PaddedSize): number {
  return paddedSize + 198
}

/** The bytes that really go in for a padded size: two fewer, since the stored size is the fixed one and age takes 200 of it. */
function room(paddedSize: PaddedSize): number {
  return sealedSize(paddedSize) - AGE_ADDS
}

/** The smallest padded size that holds so many bytes and the mark after them; RangeError when none does. */
export function paddedSizeFor(length: number): PaddedSize {
  const size = PADDED_SIZES.find((candidate) => length < room(candidate))
  if (size === undefined) throw new RangeError(`paddedSizeFor requires fewer than ${room(3328)} bytes`)
  return size
}

/** Bytes, 0x80, then zeros up to the room of the size (ISO/IEC 7816-4). */
export function pad(bytes: Uint8Array, size: PaddedSize): Uint8Array<ArrayBuffer> {
  return padTo(bytes, room(size))
}

/** The same up to a length that the caller fixes. */
export function padTo(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  if (bytes.length >= length) throw new RangeError(`pad requires fewer than ${length} bytes`)
  const padded = new Uint8Array(length)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  return padded
}

/** The bytes before the padding; CannotOpen when there is none. */
export function unpad(padded: Uint8Array): Uint8Array {
  let end = padded.length - 1
  while (end >= 0 && padded[end] === 0) end -= 1
  if (end < 0 || padded[end] !== 0x80) throw new CannotOpen()
  return padded.slice(0, end)
}

/** Pads and seals to one recipient. The result always has sealedSize(paddedSize) bytes. */
export async function seal(bytes: Uint8Array, recipient: string, paddedSize: PaddedSize): Promise<Uint8Array> {
  const sealed = await sealFile(pad(bytes, paddedSize), [recipient])
  if (sealed.length !== sealedSize(paddedSize)) throw new RangeError('seal requires an X25519 recipient')
  return sealed
}

/** Opens what seal made; CannotOpen for everything else. */
export async function open(sealed: Uint8Array, identity: string): Promise<Uint8Array> {
  return openerOf(identity)(sealed)
}

/** `open` for many rows with one identity: the key is read once. */
export function openerOf(identity: string): (sealed: Uint8Array) => Promise<Uint8Array> {
  const openFileWith = fileOpenerOf(identity)
  return async (sealed) => {
    if (!PADDED_SIZES.some((size) => sealed.length === sealedSize(size))) throw new CannotOpen()
    return unpad(await openFileWith(sealed))
  }
}

/** Seals a whole file, unpadded, to one or more recipients (frozen waves, exact rows). */
export async function sealFile(bytes: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(bytes)
}

const MAGIC = new TextEncoder().encode('age-encryption.org/v1\n')

/** Whether bytes begin as a sealed file does: what a server that holds no key can still ask of what it is given to keep. */
export function looksSealed(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte)
}

/** Opens what sealFile made; CannotOpen for everything else. */
export async function openFile(sealed: Uint8Array, identity: string): Promise<Uint8Array> {
  return fileOpenerOf(identity)(sealed)
}

function fileOpenerOf(identity: string): (sealed: Uint8Array) => Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return async (sealed) => {
    try {
      return await decrypter.decrypt(sealed)
    } catch {
      throw new CannotOpen()
    }
  }
}
