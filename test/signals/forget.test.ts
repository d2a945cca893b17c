// Forgetting after twelve months, on both runtimes. Protects residents from an archive of signals: the words cannot be read by anybody who
// holds every database and every backup of `office`, while what the evaluation counts stays.
import { expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { forgetSignals } from '../../src/signals/forget-signals.ts'
import { keyToWrite } from '../../src/signals/month-key.ts'
import { makeAgreement, settleAgreement } from '../../src/signals/make-agreement.ts'
import { addPartner } from '../../src/signals/partners.ts'
import { readFigures } from '../../src/signals/read-figures.ts'
import { readSignals } from '../../src/signals/read-signals.ts'
import { releaseSignal } from '../../src/signals/review-signal.ts'
import { signalDraft } from '../../src/signals/wire.ts'
import { writeSignal } from '../../src/signals/write-signal.ts'
import { someAreas } from '../support/fieldwork.ts'
import { overEachRuntime } from '../support/runtimes.ts'
import { CONTENT, aDraft } from './acting.ts'

overEachRuntime('forgetting signals', (started) => {
  it('makes words unreadable a year after their month, in what was copied before too, and keeps outcomes', async () => {
    const { deps: real } = started()
    const at = (day: string) => ({ ...real, clock: () => new Date(`${day}T12:00:00Z`) })
    await someAreas(real, 'veld', ['A'])
    const person = async (name: string) => {
      await inviteStaff(real, { municipality: 'veld', name, roles: ['report-officer', 'reviewer'] })
      const [rows] = await real.office.write([sql`SELECT id FROM staff WHERE name = ${name}`])
      return { municipality: 'veld', staff: rows![0]!.id as string }
    }
    const [writer, reviewer] = [await person('Olga'), await person('Remco')]
    const partner = await addPartner(real, writer, { name: 'Politie', network: false, active: true })
    const signal = async (day: string) => {
      const { draft, release } = await aDraft([partner])
      const id = await writeSignal(at(day), writer, signalDraft.parse(draft))
      await releaseSignal(at(day), reviewer, id, release)
      return id
    }
    const old = await signal('2026-03-31')
    const younger = await signal('2026-04-01')
    const party = { ...writer, partner: null }
    const agreement = await makeAgreement(at('2026-05-01'), party, old, { partner, what: 'Langslopen', dueOn: '2026-05-20' })
    await settleAgreement(at('2026-05-19'), party, agreement, { outcome: 'done', on: '2026-05-19' })
    const [copied] = await real.office.write([sql`SELECT sealed FROM signals WHERE id = ${old}`])
    const shown = async (day: string) => (await readSignals(at(day), 'veld', writer.staff)).signals.map(({ id, content }) => [id, content?.text])

    expect(await forgetSignals(at('2027-02-28'))).toEqual([])
    expect(await shown('2027-02-28')).toEqual([[younger, CONTENT.text], [old, CONTENT.text]])
    expect(await forgetSignals(at('2027-03-01'))).toEqual(['2026-03'])
    expect(await real.databases.exists('signals', '2026-03')).toBe(false)
    expect(await shown('2027-03-01')).toEqual([[younger, CONTENT.text]])
    // Somebody who kept a copy of the row puts it back: there is no key left for it.
    await expect(real.office.write([sql`UPDATE signals SET sealed = ${copied![0]!.sealed as Uint8Array} WHERE id = ${old}`])).rejects.toThrow(/left already/)
    const [left] = await real.office.write([sql`SELECT count(*) AS n FROM agreements WHERE sealed IS NOT NULL`])
    expect(left).toEqual([{ n: 0 }])
    expect((await readFigures(at('2027-03-01'), 'veld')).agreements).toEqual([{ partner: 'Politie', quarter: '2026-Q2', due: 1, kept: 1, late: 0, missed: 0 }])
    expect(await forgetSignals(at('2027-03-01'))).toEqual([])
    const [audited] = await real.office.write([sql`SELECT subject FROM audit WHERE act = 'forget-signals'`])
    expect(audited).toEqual([{ subject: '{"month":"2026-03"}' }])
  })

  it('finishes what a crash cut in two: the key is gone, the words are not yet', async () => {
    const { deps: real } = started()
    await real.databases.destroy('signals', '2026-04')
    // What was destroyed is never made again, so a late word on an old signal is refused, not a fault.
    await expect(keyToWrite(real, 'veld', '2026-04')).rejects.toMatchObject({ slug: 'unknown-signal' })
    const later = { ...real, clock: () => new Date('2027-04-01T12:00:00Z') }
    expect(await readSignals(later, 'veld', 'nobody').then(({ signals }) => signals.map(({ content }) => content))).toEqual([null])
    expect(await forgetSignals(later)).toEqual(['2026-04'])
    expect(await forgetSignals(later)).toEqual([])
  })
})
