// Four characters that no other wave has: printed beside every code, and the wave's own name in addresses.
// Separate because measured and imported waves need one alike.
import { eq } from 'drizzle-orm'
import { CROCKFORD } from '../crypto/crockford.ts'
import type { Deps } from '../deps.ts'
import { waves } from './table.ts'

export async function freeLabel({ office }: Pick<Deps, 'office'>): Promise<string> {
  for (;;) {
    const label = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => CROCKFORD[byte & 31]).join('')
    if ((await office.read.$count(waves, eq(waves.label, label))) === 0) return label
  }
}
