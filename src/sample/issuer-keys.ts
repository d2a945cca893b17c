// The issuer keys of a wave: made once in its `sample` database, private halves wrapped; asked again, the same public halves.
// Separate from signing because only freezing a manifest makes keys.
import { asc, sql } from 'drizzle-orm'
import { newIssuerKey } from '../crypto/issuer-key.ts'
import type { Deps } from '../deps.ts'
import { issuerKeys } from './table.ts'
import { wrap } from './wrap.ts'

export interface PublicIssuerKey {
  keyId: string
  spki: string
}

/** One key per stratum, in their order. */
export async function issuerKeysOf({ databases, secret }: Pick<Deps, 'databases' | 'secret'>, wave: string, strata: number): Promise<PublicIssuerKey[]> {
  const sample = await databases.create('sample', wave)
  const present = new Set((await sample.read.select({ stratum: issuerKeys.stratum }).from(issuerKeys)).map(({ stratum }) => stratum))
  const missing = Array.from({ length: strata }, (_, stratum) => stratum).filter((stratum) => !present.has(stratum))
  // Side by side: finding primes is most of what freezing a manifest costs, and every core can look for some.
  const made = await Promise.all(missing.map(async (stratum) => {
    const { keyId, spki, pkcs8 } = await newIssuerKey()
    const wrapped = await wrap(secret, wave, stratum, pkcs8)
    return sql`INSERT INTO issuer_keys (stratum, key_id, spki, wrapped) VALUES (${stratum}, ${keyId}, ${spki}, ${wrapped}) ON CONFLICT DO NOTHING`
  }))
  if (made.length > 0) await sample.write(made)
  const keys = await sample.read.select({ stratum: issuerKeys.stratum, keyId: issuerKeys.keyId, spki: issuerKeys.spki }).from(issuerKeys).orderBy(asc(issuerKeys.stratum))
  return keys.slice(0, strata).map(({ keyId, spki }) => ({ keyId, spki }))
}
