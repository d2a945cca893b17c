// Stores an earlier survey as a baseline: a published table as it is, microdata sealed on the analyst's device. It carries no certificate
// of anonymity, keeps its own weights, and is write-once like a counted wave.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { areas } from '../areas/table.ts'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { inChunks } from '../counting/chunks.ts'
import { unbase64url } from '../crypto/base64url.ts'
import { hex, sha256 } from '../crypto/digest.ts'
import { looksSealed } from '../crypto/sealed.ts'
import { statement } from '../db/statement.ts'
import type { Deps } from '../deps.ts'
import type { PublishedInstrument } from '../instrument/instrument.ts'
import { problem } from '../problem.ts'
import { freeLabel } from '../waves/free-label.ts'
import { strata as strataTable, waves } from '../waves/table.ts'
import { frozenChunks, frozenWaves, importedTables, importedWaves } from './table.ts'
import type { importRequest } from './import-request.ts'
import type { FrozenMeta, Imported } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>
type Request = z.output<typeof importRequest>
type Microdata = Extract<Request, { kind: 'microdata' }>

/** Throws import-invalid. */
export async function importSurvey(deps: Needs, actor: Actor, request: Request): Promise<Imported> {
  if (request.starts > request.ends) throw problem('import-invalid', { where: 'starts is after ends' })
  if (request.kind === 'microdata') return importMicrodata(deps, actor, request)
  const id = `table-${crypto.randomUUID().slice(0, 13)}`
  await writeAudited(deps, { ...actor, act: 'import-baseline', subject: { table: id, label: request.label, values: request.values.length } }, [
    statement.insert(importedTables).values({ id, municipality: actor.municipality, json: { ...request, id } }),
  ])
  return { id, kind: 'table' }
}

async function importMicrodata(deps: Needs, actor: Actor, request: Microdata): Promise<Imported> {
  await refuseUnknownAreas(deps, actor.municipality, request)
  if (new Set(request.strata.map((stratum) => stratum.id)).size < request.strata.length) throw problem('import-invalid', { where: 'a group is named twice' })
  if (!looksSealed(unbase64url(request.sealed))) throw problem('import-invalid', { where: 'the file is not sealed to the archive key' })
  const id = `import-${crypto.randomUUID().slice(0, 13)}`
  const { label: name, starts, ends, boundaryYear, n, instrument, itemHashes, strata } = request
  const sealed = unbase64url(request.sealed)
  const chunks = await inChunks(sealed)
  const none = { size: 0, sealed: 0, payload: 0, wave: 0, instrument: 0, stratum: 0, moved: 0, signature: 0, spent: 0, phase: 0, answers: 0 }
  const meta: FrozenMeta = {
    digest: request.digest, sealedDigest: hex(await sha256(sealed)), bytes: sealed.length, chunks: chunks.map(({ digest }) => digest),
    sealedSet: { count: 0, digest: hex(await sha256(new Uint8Array(0))) },
    tally: { received: n, counted: n, duplicate: 0, invalid: none, strata: {} },
  }
  await writeAudited(deps, { ...actor, act: 'import-baseline', subject: { wave: id, name, n, digest: request.digest } }, [
    statement.insert(waves).values({
      id, municipality: actor.municipality, name, label: await freeLabel(deps), kind: 'imported', pilot: false, state: 'imported', starts, ends, reminders: [], graceHours: 0,
      instruments: {}, plan: { boundaryYear, battery: 'imported', languages: Object.keys(itemHashes), selection: 'person', ageFloor: 18, primaryOutcomes: [] },
    }),
    statement.insert(strataTable).values(strata.map((one, position) =>
      ({ wave: id, position, id: one.id, area: one.area, population: one.population, toInvite: one.invited, drawn: one.invited }))),
    statement.insert(importedWaves).values({ wave: id, frame: { boundaryYear, n, instrument: instrument as unknown as PublishedInstrument['instrument'], itemHashes, strata } }),
    statement.insert(frozenChunks).values(chunks.map(({ bytes }, position) => ({ wave: id, position, bytes }))),
    statement.insert(frozenWaves).values({ wave: id, meta, frozenOn: deps.clock().toISOString().slice(0, 10) }),
  ])
  return { id, kind: 'microdata' }
}

async function refuseUnknownAreas({ office }: Needs, municipality: string, { strata, boundaryYear }: Microdata): Promise<void> {
  const named = [...new Set(strata.map(({ area }) => area))]
  const known = await office.read.select({ code: areas.code }).from(areas)
    .where(and(eq(areas.municipality, municipality), eq(areas.boundaryYear, boundaryYear), inArray(areas.code, named)))
  const unknown = named.find((area) => !known.some(({ code }) => code === area))
  if (unknown !== undefined) throw problem('import-invalid', { where: `area ${unknown} is not there in ${boundaryYear}` })
}
