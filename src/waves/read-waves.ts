// Waves as staff see them: the list, one in detail, and the frame that the analysis works in. Reads only.
// Separate from the verbs because these join what several slices store of a wave.
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { areas as areaTable, controlTotals as totalTable } from '../areas/table.ts'
import { findMunicipality } from '../areas/find-municipality.ts'
import type { Area } from '../analysis/edition.ts'
import type { Deps } from '../deps.ts'
import type { PublishedInstrument } from '../instrument/instrument.ts'
import { instruments as instrumentTable } from '../instruments/table.ts'
import { planInForce } from '../analysis/evaluation-plan.ts'
import { lockedPlan } from '../plans/read-plan.ts'
import { certificates, frozenWaves, importedWaves } from '../results/table.ts'
import { findWave, strataOf } from './find-wave.ts'
import type { Wave } from './find-wave.ts'
import { dayCounts, losses, manifests, waves } from './table.ts'
import type { Preparation, WaveDetail, WaveFrame, WaveSummary } from './wire.ts'

type Needs = Pick<Deps, 'office'>

/** The municipality's waves, newest fieldwork first. */
export async function listWaves({ office }: Needs, municipality: string): Promise<WaveSummary[]> {
  const rows = await office.read
    .select({
      wave: waves,
      invited: sql<number>`(SELECT coalesce(sum(drawn), 0) FROM strata WHERE strata.wave = ${waves.id})`,
      received: sql<number | null>`(SELECT received FROM day_counts WHERE day_counts.wave = ${waves.id} ORDER BY day DESC LIMIT 1)`,
      asOf: sql<string | null>`(SELECT max(day) FROM day_counts WHERE day_counts.wave = ${waves.id})`,
      ...preparing,
      meta: frozenWaves.meta,
      certificate: certificates.json,
      lost: losses.foundOn,
    })
    .from(waves)
    .leftJoin(frozenWaves, eq(frozenWaves.wave, waves.id))
    .leftJoin(certificates, eq(certificates.wave, waves.id))
    .leftJoin(losses, eq(losses.wave, waves.id))
    .where(eq(waves.municipality, municipality))
    .orderBy(desc(waves.starts), asc(waves.id))
  return rows.map(({ wave, invited, received, asOf, meta, certificate, lost, ...counts }) => {
    const { id, name, label, kind, pilot, state, starts, ends } = wave
    return { id, name, label, kind, pilot, state, starts, ends, invited, received, asOf, preparation: prepared(wave, counts), frozenDigest: meta?.digest ?? null, certificate, ...(lost === null ? {} : { lost }) }
  })
}

/** What is counted of each plan; written out, because a column of `waves` inside a subquery needs its table's name. */
const sameYear = sql`municipality = waves.municipality AND boundary_year = waves.plan ->> 'boundaryYear'`
const preparing = {
  areas: sql<number>`(SELECT count(*) FROM areas WHERE ${sameYear})`,
  counted: sql<number>`(SELECT count(DISTINCT area) FROM control_totals WHERE ${sameYear})`,
  toInvite: sql<number>`(SELECT coalesce(sum(to_invite), 0) FROM strata WHERE strata.wave = waves.id)`,
}

function prepared({ instruments, recipient, keyConfirmed }: Wave, counts: { areas: number; counted: number; toInvite: number }): Preparation {
  return { ...counts, languages: Object.keys(instruments).length, key: recipient === null ? 'none' : keyConfirmed ? 'confirmed' : 'made' }
}

/** Throws unknown-wave. */
export async function readWave(deps: Needs, municipality: string, id: string): Promise<WaveDetail> {
  const wave = await findWave(deps, municipality, id)
  const { office } = deps
  const rows = await strataOf(deps, id)
  const [manifest] = await office.read.select().from(manifests).where(eq(manifests.wave, id))
  const [count] = await office.read.select().from(dayCounts).where(eq(dayCounts.wave, id)).orderBy(desc(dayCounts.day)).limit(1)
  const [frozen] = await office.read.select({ meta: frozenWaves.meta }).from(frozenWaves).where(eq(frozenWaves.wave, id))
  const [loss] = await office.read.select({ foundOn: losses.foundOn }).from(losses).where(eq(losses.wave, id))
  const [certificate] = await office.read.select({ json: certificates.json }).from(certificates).where(eq(certificates.wave, id))
  const [counts] = await office.read.select(preparing).from(waves).where(eq(waves.id, id))
  const { municipality: _, closesAt, ...rest } = wave
  return {
    ...rest,
    closesAt: closesAt === null ? null : new Date(closesAt).toISOString(),
    invited: rows.reduce((sum, { drawn }) => sum + drawn, 0),
    received: count?.received ?? null,
    asOf: count?.day ?? null,
    preparation: prepared(wave, counts!),
    frozenDigest: frozen?.meta.digest ?? null,
    certificate: certificate?.json ?? null,
    ...(loss ? { lost: loss.foundOn } : {}),
    manifest: manifest?.json ?? null,
    manifestDigest: manifest?.digest ?? null,
    strata: rows.map(({ id: stratum, area, population, toInvite, drawn, issued }) => ({ id: stratum, area, population, toInvite, invited: drawn, issued })),
    frozen: frozen?.meta ?? null,
  }
}

/** Throws unknown-wave. */
export async function readFrame(deps: Needs, municipality: string, id: string): Promise<WaveFrame> {
  const wave = await findWave(deps, municipality, id)
  const { name: label, starts, ends, kind, plan: { boundaryYear, primaryOutcomes } } = wave
  const { name, example } = await findMunicipality(deps, municipality)
  const here = and(eq(areaTable.municipality, municipality), eq(areaTable.boundaryYear, boundaryYear))
  const { read } = deps.office
  const areas = await read.select().from(areaTable).where(here).orderBy(asc(areaTable.code))
  const totals = await read.select().from(totalTable).where(and(eq(totalTable.municipality, municipality), eq(totalTable.boundaryYear, boundaryYear)))
  const invitedAreas = new Set((await strataOf(deps, id)).map(({ area }) => area))
  const hashes = Object.values(wave.instruments)
  const instruments = hashes.length === 0 ? [] : await read.select({ json: instrumentTable.json }).from(instrumentTable).where(inArray(instrumentTable.hash, hashes))
  const [imported] = await read.select({ frame: importedWaves.frame }).from(importedWaves).where(eq(importedWaves.wave, id))
  const evaluation = await lockedPlan(deps, municipality)
  const inForce = evaluation && planInForce(evaluation)
  // What was fixed beforehand wins over what was said later: outcomes, start of the approach and, in its own boundary year, the roles of areas.
  const roleOf = (code: string, role: Area['role']) => {
    if (inForce?.boundaryYear !== boundaryYear) return role
    return inForce.focus.includes(code) ? 'focus' : inForce.comparison.includes(code) ? 'comparison' : 'other'
  }
  return {
    municipality: { id: municipality, name, example },
    wave: { id, label, starts, ends, kind },
    boundaryYear,
    areas: areas.map(({ code, name: title, role, district }) => ({ id: code, name: title, role: roleOf(code, role), ...(district === '' ? {} : { district }) })),
    strata: (await strataOf(deps, id)).map(({ id: stratum, area, population, drawn }) => ({ id: stratum, area, population, invited: drawn })),
    // Where nobody was invited there is nothing to rake to.
    controlTotals: totals.filter(({ area }) => invitedAreas.has(area)).map(({ area, age, sex, persons }) => ({ area, age, sex, population: persons })),
    instruments: instruments.map(({ json }) => JSON.parse(json) as PublishedInstrument),
    instrument: imported?.frame.instrument ?? null,
    itemHashes: imported?.frame.itemHashes ?? null,
    plan: evaluation && inForce
      ? { primary: inForce.outcomes.map(({ id: outcome }) => outcome), approachStarted: inForce.approachStarted, evaluation }
      : { primary: primaryOutcomes, approachStarted: wave.approachStartedOn },
  }
}
