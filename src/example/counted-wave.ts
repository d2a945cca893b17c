// A wave of the example that is over: planned, keyed, drawn, ended, counted and destroyed by the product's own verbs, in its own time.
// One step is shortened, and only here: its answers are drawn, not sealed on 3,000 phones, so intake holds as many rows of noise
// as there were responses until the count destroys it, and the frozen file is made from the drawn answers.
import { sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import type { Tally } from '../counting/count.ts'
import { freeze } from '../counting/freeze.ts'
import { INVALID_REASONS } from '../counting/invalid-reasons.ts'
import { manifestDigest } from '../crypto/manifest.ts'
import type { Manifest } from '../crypto/manifest.ts'
import { sealedSize } from '../crypto/sealed.ts'
import { sealedSetDigest } from '../crypto/sealed-set.ts'
import type { SealedRow } from '../crypto/sealed-set.ts'
import type { Deps } from '../deps.ts'
import { coreInstrument } from '../instrument/batteries/core.ts'
import type { Row } from '../instrument/microdata.ts'
import { destroyIntake } from '../results/destroy-intake.ts'
import { freezeUpload } from '../results/freeze-upload.ts'
import { openUpload, putChunk } from '../results/open-upload.ts'
import { countDay } from '../waves/count-day.ts'
import { endFieldwork } from '../waves/end-fieldwork.ts'
import { answersByDay } from './answer-days.ts'
import { startedWave } from './started-wave.ts'
import type { ExamplePlan } from './started-wave.ts'

/** Answers the wave's id. `setClock` moves the clock that `deps` reads. */
export async function countedWave(deps: Deps, actor: Actor, plan: ExamplePlan, responses: readonly Row[], archive: string, setClock: (day: string) => void): Promise<string> {
  setClock(plan.starts)
  const { wave, manifest } = await startedWave(deps, actor, plan)
  const rows = noise(responses.length, sealedSize(manifest.paddedSize))
  await asIfAnswered(deps, wave, responses, manifest, rows, setClock)
  setClock(plan.ends)
  await endFieldwork(deps, actor, wave)
  const about = { wave, manifest: await manifestDigest(manifest) }
  const { digest, sealedDigest, chunks } = await freeze(coreInstrument, shuffled(responses), about, [archive])
  const sealedSet = await sealedSetDigest(rows)
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes.length, 0)
  const { upload } = await openUpload(deps, actor, wave, { sealedSet, digest, sealedDigest, bytes, chunks: chunks.map((chunk) => chunk.digest), tally: tallyOf(responses) })
  for (const [index, chunk] of chunks.entries()) await putChunk(deps, actor, wave, upload, index, chunk.bytes)
  await freezeUpload(deps, actor, wave, upload)
  await destroyIntake(deps, actor, wave, { sealedSet })
  return wave
}

function noise(count: number, size: number): SealedRow[] {
  return Array.from({ length: count }, () => ({ spent: crypto.getRandomValues(new Uint8Array(32)), sealed: crypto.getRandomValues(new Uint8Array(size)) }))
}

/** Marks as many invites per stratum as there were answers, and fills intake with as many rows: day by day, with the daily counts between. */
async function asIfAnswered(deps: Deps, wave: string, responses: readonly Row[], { strata, starts, reminders, ends }: Manifest, rows: readonly SealedRow[], setClock: (day: string) => void): Promise<void> {
  const sample = await deps.databases.open('sample', wave)
  const intake = await deps.databases.open('intake', wave)
  const since = (day: string) => Math.round((Date.parse(day) - Date.parse(starts)) / 86_400_000)
  const last = since(ends)
  const days = strata.map(({ id }) => answersByDay(responses.filter(({ stratum }) => stratum === id).length, [0, ...reminders.map(since)], last))
  const left = [...rows]
  for (let after = 0; after <= last; after += 1) {
    setClock(new Date(Date.parse(starts) + after * 86_400_000).toISOString().slice(0, 10))
    await countDay(deps)
    const today = days.map((byDay) => byDay[after]!)
    await sample.write(today.map((answered, position) =>
      sql`UPDATE invites SET issued = 1 WHERE code_hmac IN (SELECT code_hmac FROM invites WHERE stratum = ${position} AND issued = 0 LIMIT ${answered})`))
    const sent = left.splice(0, today.reduce((sum, answered) => sum + answered, 0))
    await intake.write(sent.map(({ spent, sealed }) =>
      sql`INSERT INTO responses (id, spent, sealed) VALUES (${crypto.getRandomValues(new BigInt64Array(1))[0]! & 0x7fffffffffffffffn}, ${spent}, ${sealed})`))
  }
}

/** A count sorts rows so that their order says nothing; any order by chance does the same. */
function shuffled(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ row, by: crypto.getRandomValues(new Uint32Array(1))[0]! })).sort((a, b) => a.by - b.by).map(({ row }) => row)
}

function tallyOf(responses: readonly Row[]): Tally {
  const strata: Record<string, number> = {}
  for (const { stratum } of responses) strata[stratum] = (strata[stratum] ?? 0) + 1
  const invalid = Object.fromEntries(INVALID_REASONS.map((reason) => [reason, 0])) as Tally['invalid']
  return { received: responses.length, counted: responses.length, duplicate: 0, invalid, strata }
}
