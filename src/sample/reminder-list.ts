// The list of unused codes for a reminder, where two people chose that: it exists only on the planned days, sealed to the printer, one bit a
// letter in the order the device sent them, so that neither size nor anything staff can read tells who answered (attack 58).
// Made once a day: asked again, the same bytes come, so that it is no clock either.
import { eq, sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { withIntent } from '../audit/intent.ts'
import { concat, hex, sha256 } from '../crypto/digest.ts'
import { sealFile } from '../crypto/sealed.ts'
import { reminderListBytes } from '../crypto/reminder-list.ts'
import type { Deps } from '../deps.ts'
import { reminderPrinters } from '../mailings/table.ts'
import { problem } from '../problem.ts'
import { localDay } from '../waves/count-day.ts'
import { findWave, strataOf } from '../waves/find-wave.ts'
import { codeHmac } from './code-hmac.ts'
import { withSample } from './open-sample.ts'
import { invites, reminderLists } from './table.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases' | 'secret'>

/**
 * `hashes`: 32 bytes a letter, every letter of the wave. Throws unknown-wave, wave-state, not-a-reminder-day, second-person (no printer two
 * people agreed on), list-incomplete.
 */
export async function reminderList(deps: Needs, actor: Actor, wave: string, hashes: Uint8Array): Promise<Uint8Array> {
  const { state, reminders } = await findWave(deps, actor.municipality, wave)
  if (state !== 'field') throw problem('wave-state', { state, needed: 'field' })
  const { day } = localDay(deps.clock())
  if (!reminders.includes(day)) throw problem('not-a-reminder-day', { days: reminders.join(', ') })
  const [printer] = await deps.office.read.select().from(reminderPrinters).where(eq(reminderPrinters.wave, wave))
  if (!printer?.agreedBy) throw problem('second-person')
  const letters = (await strataOf(deps, wave)).reduce((sum, { drawn }) => sum + drawn, 0)
  if (hashes.length !== 32 * letters) throw problem('list-incomplete', { letters })
  await withIntent(deps, { ...actor, act: 'make-reminder-list', subject: { wave, day, recipient: printer.recipient } }, async () => {
    await made(deps, wave, day, printer.recipient, hashes)
    return {}
  })
  return withSample(deps, wave, async (sample) => {
    const [kept] = await sample.read.select({ sealed: reminderLists.sealed }).from(reminderLists).where(eq(reminderLists.day, day))
    return kept!.sealed
  })
}

async function made(deps: Needs, wave: string, day: string, recipient: string, hashes: Uint8Array): Promise<void> {
  await withSample(deps, wave, async (sample) => {
    const [kept] = await sample.read.select({ day: reminderLists.day }).from(reminderLists).where(eq(reminderLists.day, day))
    if (kept) return
    const unused = new Set((await sample.read.select({ hmac: invites.codeHmac }).from(invites).where(eq(invites.issued, false))).map(({ hmac }) => hex(hmac)))
    const bits: boolean[] = []
    const seen = new Set<string>()
    for (let start = 0; start < hashes.length; start += 32) {
      const code = hex(hashes.subarray(start, start + 32))
      // The same letter twice would leave room for a list of one.
      if (seen.has(code)) throw problem('list-incomplete', { letters: hashes.length / 32 })
      seen.add(code)
      bits.push(unused.has(hex(await codeHmac(deps.secret, code))))
    }
    const sealed = await sealFile(reminderListBytes(day, await sha256(concat(hashes)), bits), [recipient])
    await sample.write([sql`INSERT INTO reminder_lists (day, sealed) VALUES (${day}, ${sealed}) ON CONFLICT DO NOTHING`])
  })
}
