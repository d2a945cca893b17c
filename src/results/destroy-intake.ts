// The end of a wave's sealed answers: only when intake still has exactly what was counted is its database destroyed whole, and only then
// does the certificate say so. Runs again after a crash at any step.
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { withIntent } from '../audit/intent.ts'
import type { Intent } from '../audit/intent.ts'
import { lastExpiry } from '../backups/last-expiry.ts'
import { certificate } from '../counting/certificate.ts'
import type { Certificate, CertificateFacts } from '../counting/certificate.ts'
import { sealedSetDigest } from '../crypto/sealed-set.ts'
import type { Deps } from '../deps.ts'
import { sealedRows } from '../intake/sealed-rows.ts'
import { problem } from '../problem.ts'
import { findWave, strataOf } from '../waves/find-wave.ts'
import type { Wave } from '../waves/find-wave.ts'
import { localDay } from '../waves/count-day.ts'
import { requireMove } from '../waves/wave.ts'
import { readFrozenMeta } from './read-frozen.ts'
import { certificates } from './table.ts'
import type { FrozenMeta, destroyRequest } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases' | 'restorePointDays'>

/** Throws unknown-wave, wave-state, set-differs (then nothing was destroyed). */
export async function destroyIntake(deps: Needs, actor: Actor, id: string, request: z.output<typeof destroyRequest>): Promise<Certificate> {
  const wave = await findWave(deps, actor.municipality, id)
  if (wave.state === 'sealed') return storedCertificate(deps, id)
  requireMove(wave.state, 'destroy-intake')
  const { sealedSet, attested = {} } = request
  await withIntent(deps, { ...actor, act: 'destroy-intake', subject: { wave: id, sealedSet, attested } }, (intent) => performDestroy(deps, intent))
  return storedCertificate(deps, id)
}

/** The idempotent part. */
export async function performDestroy(deps: Needs, { municipality, subject }: Intent): Promise<Record<string, never>> {
  const id = subject.wave as string
  const wave = await findWave(deps, municipality, id)
  if (wave.state === 'sealed') return {}
  requireMove(wave.state, 'destroy-intake')
  const { sealedSet, attested } = subject as z.output<typeof destroyRequest>
  const meta = await readFrozenMeta(deps, municipality, id)
  if (meta.sealedSet.count !== sealedSet.count || meta.sealedSet.digest !== sealedSet.digest) throw problem('set-differs')
  // Put together before anything goes: facts that make no certificate must not be found out when there is nothing left to count.
  const sealed = certificate(await factsOf(deps, wave, meta, attested ?? {}))
  // Gone already: a crash came after the destruction, which nothing but this act performs.
  if (await deps.databases.exists('intake', id)) await requireSameSet(deps, id, sealedSet)
  await deps.databases.destroy('intake', id)
  await deps.office.write([
    sql`INSERT INTO certificates (wave, json) SELECT id, ${JSON.stringify(sealed)} FROM waves WHERE id = ${id} AND state = 'counted'`,
    sql`UPDATE waves SET state = 'sealed' WHERE id = ${id} AND state = 'counted'`,
  ])
  return {}
}

async function requireSameSet(deps: Needs, wave: string, counted: { count: number; digest: string }): Promise<void> {
  const intake = await deps.databases.open('intake', wave)
  const stored = await sealedSetDigest(sealedRows(intake))
  if (stored.count !== counted.count || stored.digest !== counted.digest) throw problem('set-differs')
}

async function factsOf(deps: Needs, wave: Wave, meta: FrozenMeta, attested: Record<string, string>): Promise<CertificateFacts> {
  const rows = await strataOf(deps, wave.id)
  const today = localDay(deps.clock()).day
  const lastBackupExpires = await lastExpiry(deps, wave.id, today)
  const ended = new Date((wave.closesAt ?? 0) - wave.graceHours * 3_600_000)
  return {
    wave: wave.name,
    strata: rows.map(({ id, area, drawn, issued }) => ({ id, area, drawn, issued: issued ?? 0 })),
    tally: meta.tally,
    replaced: rows.reduce((sum, { replaced }) => sum + replaced, 0),
    sealedSet: meta.sealedSet,
    frozenDigest: meta.digest,
    destroyed: { sampleDatabase: localDay(ended).day, intakeDatabase: today, ...attested },
    ...(lastBackupExpires === undefined ? {} : { lastBackupExpires }),
  }
}

async function storedCertificate({ office }: Needs, wave: string): Promise<Certificate> {
  const [stored] = await office.read.select({ json: certificates.json }).from(certificates).where(eq(certificates.wave, wave))
  if (!stored) throw problem('not-found')
  return stored.json
}
