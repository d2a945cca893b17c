// What the letters' screen shows that is not on the device: sender, list, print runs, and what waits for a second person. Reads only.
// The one thing it asks of `sample` is how many notes of the help desk wait; never which code, and never what became of one.
import { asc, eq, isNull, and, desc, sql } from 'drizzle-orm'
import { hosts } from '../areas/table.ts'
import type { Actor } from '../audit/entry.ts'
import type { Deps } from '../deps.ts'
import { openNotes } from '../sample/note-code.ts'
import { staff } from '../staff/table.ts'
import { findWave, strataOf } from '../waves/find-wave.ts'
import { hasSample } from '../waves/wave.ts'
import { codeReplacements, letterRuns, letterSenders, mailingLists, reminderPrinters, replacementAllowances } from './table.ts'
import type { LettersAnswer, PrintedRun } from './wire.ts'

/** Throws unknown-wave. */
export async function readLetters(deps: Pick<Deps, 'office' | 'databases'>, actor: Actor, id: string): Promise<LettersAnswer> {
  const wave = await findWave(deps, actor.municipality, id)
  const { read } = deps.office
  const [sender] = await read.select({ json: letterSenders.json }).from(letterSenders).where(eq(letterSenders.wave, id))
  const [list] = await read.select().from(mailingLists).where(eq(mailingLists.wave, id))
  const [printer] = await read.select().from(reminderPrinters).where(eq(reminderPrinters.wave, id))
  const names = await namesOf(deps, actor.municipality)
  return {
    sender: sender?.json ?? null,
    hosts: (await read.select({ host: hosts.host }).from(hosts).where(eq(hosts.municipality, actor.municipality)).orderBy(asc(hosts.host))).map(({ host }) => host),
    list: list ? { recipient: list.recipient, madeOn: list.madeOn, madeBy: names(list.madeBy), destroyedOn: list.destroyedOn, destroyedBy: names(list.destroyedBy) } : null,
    runs: await readRuns(deps, actor.municipality, id),
    replacements: await readReplacements(deps, actor, id, names),
    notes: hasSample(wave.state) ? await openNotes(deps, id).then((notes) => notes.length) : null,
    printer: printer ? { recipient: printer.recipient, by: names(printer.askedBy) ?? '', own: printer.askedBy === actor.staff, agreed: printer.agreedBy !== null } : null,
  }
}

/** Print runs, oldest first. */
export async function readRuns(deps: Pick<Deps, 'office'>, municipality: string, wave: string): Promise<PrintedRun[]> {
  const names = await namesOf(deps, municipality)
  const rows = await deps.office.read.select().from(letterRuns).where(eq(letterRuns.wave, wave)).orderBy(asc(letterRuns.number))
  return rows.map(({ number, phase, day, letters, staff: by }) => ({ number, phase, day, letters, by: names(by) }))
}

async function readReplacements(deps: Pick<Deps, 'office'>, actor: Actor, wave: string, names: (id: string | null) => string | null): Promise<LettersAnswer['replacements']> {
  const { read } = deps.office
  const [done] = await read.select({ codes: sql<number>`coalesce(sum(codes), 0)` }).from(codeReplacements).where(eq(codeReplacements.wave, wave))
  const drawn = (await strataOf(deps, wave)).reduce((sum, stratum) => sum + stratum.drawn, 0)
  const [agreed] = await read.select({ upTo: sql<number>`coalesce(max(up_to), 0)` }).from(replacementAllowances).where(and(eq(replacementAllowances.wave, wave), sql`agreed_by IS NOT NULL`))
  const [asked] = await read.select().from(replacementAllowances).where(and(eq(replacementAllowances.wave, wave), isNull(replacementAllowances.agreedBy))).orderBy(desc(replacementAllowances.id)).limit(1)
  return {
    codes: Number(done!.codes), most: Math.max(Math.floor(drawn / 50), Number(agreed!.upTo)),
    asked: asked ? { upTo: asked.upTo, by: names(asked.askedBy) ?? '', own: asked.askedBy === actor.staff } : null,
  }
}

async function namesOf({ office }: Pick<Deps, 'office'>, municipality: string): Promise<(id: string | null) => string | null> {
  const people = new Map((await office.read.select({ id: staff.id, name: staff.name }).from(staff).where(eq(staff.municipality, municipality))).map(({ id, name }) => [id, name]))
  return (id) => (id === null ? null : (people.get(id) ?? null))
}
