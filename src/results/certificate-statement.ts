// The statement of a counted wave as it stands now, and those that were signed. Reads only; separate because pages, signing and the public file
// begin with it.
import { asc, desc, eq, sql } from 'drizzle-orm'
import { findMunicipality } from '../areas/find-municipality.ts'
import { auditHead } from '../audit/read-audit.ts'
import type { CertificateStatement, HandThing, SignedCertificate } from '../counting/certificate-statement.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { localDay } from '../waves/count-day.ts'
import { findWave } from '../waves/find-wave.ts'
import { manifests } from '../waves/table.ts'
import { readFrozenMeta } from './read-frozen.ts'
import { certificates, destructions, signedCertificates } from './table.ts'
import type { CertificateAnswer } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Throws unknown-wave, and not-found for a wave without a certificate. */
export async function certificateStatement(deps: Needs, municipality: string, id: string): Promise<CertificateStatement> {
  const wave = await findWave(deps, municipality, id)
  const { read } = deps.office
  const [stored] = await read.select({ json: certificates.json }).from(certificates).where(eq(certificates.wave, id))
  if (!stored) throw problem('not-found')
  const { name } = await findMunicipality(deps, municipality)
  const [manifest] = await read.select({ digest: manifests.digest }).from(manifests).where(eq(manifests.wave, id))
  const { digest, sealedDigest } = await readFrozenMeta(deps, municipality, id)
  return {
    format: 'nulmeting certificate 1',
    municipality: { id: municipality, name },
    wave: { id, name: wave.name, kind: wave.kind, starts: wave.starts, ends: wave.ends },
    manifest: manifest?.digest ?? '',
    frozen: { digest, sealedDigest },
    certificate: stored.json,
    byHand: await byHand(deps, id),
    audit: await auditHead(deps, municipality),
    date: localDay(deps.clock()).day,
  }
}

async function byHand({ office }: Needs, wave: string): Promise<CertificateStatement['byHand']> {
  // The list on the coordinator's device holds codes and names; its room keeps who destroyed it.
  const [list] = await office.write([sql`SELECT destroyed_on AS day FROM mailing_lists WHERE wave = ${wave} AND destroyed_on IS NOT NULL`])
  const rows = await office.read.select({ thing: destructions.thing, day: destructions.goneOn }).from(destructions).where(eq(destructions.wave, wave)).orderBy(asc(destructions.thing))
  const ofList = list![0] ? { codeList: list![0].day as string, mergeFile: list![0].day as string } : {}
  return { ...ofList, ...Object.fromEntries(rows.map(({ thing, day }) => [thing as HandThing, day])) }
}

/** Signed ones, newest first. */
export async function signedOf({ office }: Pick<Deps, 'office'>, wave: string): Promise<SignedCertificate[]> {
  const rows = await office.read.select().from(signedCertificates).where(eq(signedCertificates.wave, wave)).orderBy(desc(signedCertificates.number))
  return rows.map(({ number, statement, signature, publicKey }) => ({ number, statement, signature, publicKey }))
}

/** Both, for the page. Throws unknown-wave, not-found. */
export async function readCertificate(deps: Needs, municipality: string, wave: string): Promise<CertificateAnswer> {
  return { statement: await certificateStatement(deps, municipality, wave), signed: await signedOf(deps, wave) }
}
