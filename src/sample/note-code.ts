// What the help desk notes: a code that has to be replaced, as its hash sealed to the mailing list's key. This server cannot read which.
// Separate from replacing, which happens at the next print run on the device that holds the list, whatever became of the code.
import { eq, sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { looksSealed } from '../crypto/sealed.ts'
import { problem } from '../problem.ts'
import { findWave } from '../waves/find-wave.ts'
import { hasSample } from '../waves/wave.ts'
import { withSample } from './open-sample.ts'
import { notes } from './table.ts'
import type { Note } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases'>

/** Says nothing of the code: it cannot. Throws unknown-wave, wave-state, sealed-size. */
export async function noteCode(deps: Needs, actor: Actor, wave: string, sealed: Uint8Array): Promise<void> {
  await requireSample(deps, actor, wave)
  if (!looksSealed(sealed)) throw problem('sealed-size', { expected: sealed.length })
  await withSample(deps, wave, (sample) => sample.write([sql`INSERT INTO notes (id, sealed) VALUES (${crypto.getRandomValues(new Uint8Array(16))}, ${sealed})`]))
  // An act without a guard: that something was noted, never what.
  await writeAudited(deps, { ...actor, act: 'note-code', subject: { wave } }, [sql`UPDATE waves SET name = name WHERE id = ${wave}`])
}

/** Notes whose replacement is not printed yet, in the order of their random ids. */
export function openNotes(deps: Pick<Deps, 'databases'>, wave: string): Promise<{ id: Uint8Array; sealed: Uint8Array }[]> {
  return withSample(deps, wave, (sample) => sample.read.select({ id: notes.id, sealed: notes.sealed }).from(notes).where(eq(notes.printed, false)).orderBy(notes.id).then((rows) => rows))
}

/** Throws unknown-wave, wave-state. */
export async function readNotes(deps: Needs, actor: Actor, wave: string): Promise<{ id: Uint8Array; sealed: Uint8Array }[]> {
  await requireSample(deps, actor, wave)
  return openNotes(deps, wave)
}

/** Their replacements are printed, or they were of no letter. Throws unknown-wave, wave-state. */
export async function notesPrinted(deps: Needs, actor: Actor, wave: string, ids: readonly Note['id'][], bytesOf: (id: string) => Uint8Array): Promise<void> {
  await requireSample(deps, actor, wave)
  await withSample(deps, wave, (sample) => sample.write(ids.map((id) => sql`UPDATE notes SET printed = 1 WHERE id = ${bytesOf(id)}`)))
}

async function requireSample(deps: Pick<Deps, 'office'>, actor: Actor, wave: string): Promise<void> {
  const { state } = await findWave(deps, actor.municipality, wave)
  if (!hasSample(state)) throw problem('wave-state', { state, needed: 'ready or field' })
}
