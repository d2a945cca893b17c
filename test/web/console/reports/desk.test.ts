// The desk against the real server: an officer's own key, the steps up to an open channel, the inbox, reading, answering, coding and search; with
// damage put into the database in between. Protects: what is damaged is said to be, nothing else is lost, and no plain text reaches the server.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { openBlock } from '../../../../src/crypto/report-thread.ts'
import { nextMessage } from '../../../../src/crypto/report-thread.ts'
import { packMessage, packPoll } from '../../../../src/crypto/report-requests.ts'
import { recipientOf } from '../../../../src/crypto/recipient-list.ts'
import { monthAfter, monthOf } from '../../../../src/crypto/report-month.ts'
import { monthDatabase } from '../../../../src/reports/month-databases.ts'
import type { Setup } from '../../../../src/reports/wire.ts'
import { heldCases } from '../../../../web/console/reports/desk-cases.ts'
import type { Cases } from '../../../../web/console/reports/desk-cases.ts'
import { drillRecovery, makeMonth, makePersonal, makeRecovery, makeSigner, refreshKeys, signAnew, unlockKeys, unlockedOf, wrapMonths } from '../../../../web/console/reports/desk-keys.ts'
import type { DeskKeys } from '../../../../web/console/reports/desk-keys.ts'
import { openLines } from '../../../../web/console/reports/open-lines.ts'
import { bytesAtRest } from '../../../support/at-rest.ts'
import { aReporter, blockOf, cheapProof, someFacts, tell } from '../../../support/reports.ts'
import type { AReporter } from '../../../support/reports.ts'
import { startedOnNode } from '../../../support/runtimes.ts'
import type { Send, Started } from '../../../support/runtimes.ts'

let started: Started
let who: Send
const real = globalThis.fetch
const pool = { openBatch: openLines, lanes: 2 }

beforeAll(async () => {
  started = await startedOnNode()
  // The console's requests, as the person at the laptop: to the real app, in this process.
  globalThis.fetch = ((path: string, { method = 'GET', body }: { method?: string; body?: string } = {}) => who(method, path, body === undefined ? undefined : (JSON.parse(body) as object))) as typeof fetch
}, 60_000)
afterAll(async () => {
  globalThis.fetch = real
  await started?.close()
})

const setup = async () => (await (await who('GET', '/api/reports/setup')).json()) as Setup
const roles = { officer: true, reviewer: false }

describe('the desk', () => {
  let olga: Send
  let petra: Send
  let remco: Send
  let words: string
  let keys: DeskKeys
  let cases: Cases
  let month: string
  const reporters: AReporter[] = []

  it('attack 33: has nothing to open before somebody else confirmed the key', async () => {
    olga = await started.person(['report-officer'], 'Olga')
    petra = await started.person(['report-officer'], 'Petra')
    remco = await started.person(['reviewer'], 'Remco')
    month = monthOf(started.deps.clock())
    who = olga
    words = (await makePersonal(roles)).passphrase
    expect(words.split('-')).toHaveLength(6)
    await expect(unlockKeys(words, roles)).rejects.toMatchObject({ name: 'NoKeyYet' })
    const [line] = (await setup()).officers
    who = remco
    await who('POST', `/api/reports/officers/${line!.staff}/confirm`, { recipient: line!.recipient })
    who = olga
    await expect(unlockKeys('zebra-zebra-zebra-zebra-zebra-zebra', roles)).rejects.toMatchObject({ name: 'WrongPassphrase' })
    keys = await unlockKeys(words.toUpperCase().replace(/-/g, ' '), roles)
    expect(unlockedOf(keys)).toEqual({ officer: true, reviewer: false, canSign: false, months: [] })
  }, 60_000)

  it('makes what a channel needs: two officers, a split recovery key shown to open, a signature, two months', async () => {
    who = petra
    await makePersonal(roles)
    const asked = (await setup()).officers.find(({ self }) => self)!
    who = olga
    await who('POST', `/api/reports/officers/${asked.staff}/confirm`, { recipient: asked.recipient })
    const made = await makeRecovery(true)
    if (!('shares' in made)) throw new Error('parts expected')
    who = remco
    expect(await drillRecovery(made.shares[0]!, made.shares[0]!)).toEqual({ mistake: { mistake: 'same' } })
    expect(await drillRecovery(made.shares[0]!, 'A'.repeat(56))).toEqual({ mistake: { mistake: 'part', position: 2 } })
    expect(await drillRecovery(made.shares[2]!.toLowerCase(), made.shares[1]!)).toEqual({ drilled: true })
    who = olga
    const fingerprint = await makeSigner()
    who = petra
    await who('POST', '/api/reports/signer/confirm', { fingerprint })
    who = olga
    await refreshKeys(keys)
    expect(unlockedOf(keys).canSign).toBe(true)
    for (const one of [month, monthAfter(month)]) await makeMonth(keys, 'veld', one)
    expect((await who('POST', '/api/reports/open', {})).status).toBe(200)
    await refreshKeys(keys)
    expect(unlockedOf(keys).months.map(({ month: one, locked }) => [one, locked])).toEqual([[monthAfter(month), false], [month, false]])
    await signAnew(keys, 'veld')
  }, 60_000)

  it('opens heads for all, reads one at a time, answers, and shows both sides in turn', async () => {
    const { resident } = started.wire
    for (const text of ['Kanarie zingt in het portiek <script>alert(1)</script>', 'Iets over de parkeerplaats', 'Derde melding']) {
      const reporter = await aReporter(resident)
      reporters.push(reporter)
      await tell(started, reporter, text, { ...someFacts, area: 'A' })
    }
    cases = heldCases(keys, 'veld', pool)
    const progress: number[] = []
    const rows = await cases.inbox(({ done }) => void progress.push(done))
    expect(rows).toHaveLength(3)
    expect(progress.at(-1)).toBe(3)
    for (const row of rows) expect(row).toMatchObject({ month, facts: { area: 'A', kinds: ['drugs'] }, state: 'open', read: false, coding: null })
    const files = await Promise.all(rows.map((row) => cases.read(row)))
    const first = files.find(({ text }) => text?.startsWith('Kanarie'))!
    expect(first.text).toContain('<script>')
    const answered = await cases.reply(first.row, { text: 'Wij kijken ernaar.', status: 'acting' })
    expect(answered.messages).toEqual([{ from: 'officer', number: 0, status: 'acting', text: 'Wij kijken ernaar.', fault: null }])

    const reporter = reporters[0]!
    const thread = await openBlock(await blockOf(resident('POST', '/api/reports/poll', packPoll(reporter.keys))), reporter.keys)
    expect(thread!.links.map((link) => ('message' in link ? link.message.text : null))).toEqual(['Wij kijken ernaar.'])
    const next = await nextMessage(thread!, 'Het gebeurt elke avond', reporter.keys, recipientOf(reporter.list, month)!)
    await blockOf(resident('POST', '/api/reports/messages', packMessage(await cheapProof(started.deps, 'message'), reporter.keys, next)))
    const again = await cases.read(first.row)
    expect(again.messages.map(({ from, text, fault }) => [from, text, fault])).toEqual([['officer', 'Wij kijken ernaar.', null], ['reporter', 'Het gebeurt elke avond', null]])
    expect((await cases.reply(first.row, { text: '', status: 'done' })).messages.map(({ from }) => from)).toEqual(['officer', 'reporter', 'officer'])
  }, 60_000)

  it('searches what was fetched, without accents and case, and nothing else', async () => {
    expect(cases.search('KANARIE portiek').map(({ where }) => where)).toEqual(['text'])
    expect(cases.search('élke avond').map(({ where }) => where)).toEqual(['messages'])
    expect(cases.search('olifant')).toEqual([])
    expect(cases.search('   ')).toEqual([])
    const fresh = heldCases(keys, 'veld', pool)
    await fresh.inbox(() => undefined)
    expect(fresh.search('kanarie')).toEqual([])
  })

  it('codes, merges, closes and puts aside; a colleague sees it, and who was slower is told', async () => {
    const rows = await cases.inbox(() => undefined)
    const [one, two, three] = rows as [typeof rows[0], typeof rows[0], typeof rows[0]]
    const coding = { area: 'B', spot: 'square' as const, behaviour: 'threat' as const, week: '2026-W09', seriousness: 'serious' as const, note: 'Zie ook het plein' }
    const slower = heldCases(keys, 'veld', pool)
    await slower.inbox(() => undefined)
    expect((await cases.code(one!, coding)).coding).toEqual(coding)
    await expect(slower.code(one!, { ...coding, area: 'C' })).rejects.toMatchObject({ slug: 'somebody-was-faster' })
    await cases.change(two!, { into: one!.thread })
    await cases.change(three!, { state: 'junk' })
    expect(cases.tally(month)).toEqual({ B: 1 })
    const seen = await slower.inbox(() => undefined)
    const byThread = new Map(seen.map((row) => [row.thread, row]))
    expect([byThread.get(one!.thread)!.coding, byThread.get(two!.thread)!.mergedInto, byThread.get(three!.thread)!.state]).toEqual([coding, one!.thread, 'junk'])
    expect(slower.search('het plein').map(({ where }) => where)).toEqual(['note'])
    await cases.change(two!, { into: null })
    await cases.change(three!, { state: 'open' })
  })

  it('attack 20: says "damaged" of what somebody changed in the database, and shows all the rest', async () => {
    const database = await started.deps.databases.open('reports', monthDatabase('veld', month))
    const rows = await cases.inbox(() => undefined)
    const answered = rows.find(({ sent }) => sent > 0)!
    const others = rows.filter(({ thread }) => thread !== answered.thread)
    await database.write([
      sql`UPDATE threads SET head = randomblob(1222) WHERE id = ${BigInt(others[0]!.thread)}`,
      sql`UPDATE codings SET sealed = randomblob(1222)`,
      // Every part of 3,526 bytes that is no text of a report that stays: the messages.
      sql`UPDATE parts SET bytes = randomblob(3526)`,
    ])
    const fresh = heldCases(keys, 'veld', pool)
    const seen = await fresh.inbox(() => undefined)
    expect(seen).toHaveLength(3)
    expect(seen.filter(({ facts }) => facts === null).map(({ thread }) => thread)).toEqual([others[0]!.thread])
    expect(seen.filter(({ coding }) => coding === 'damaged')).toHaveLength(1)
    for (const row of seen) {
      const file = await fresh.read(row)
      expect(file.text).toBeNull()
      for (const message of file.messages) expect(message.fault).toBe('damaged')
    }
    expect((await fresh.read(answered)).messages).toHaveLength(3)
  })

  it('attack 34: gives a newcomer the months a colleague can open, and they sign nothing they were not given', async () => {
    const quinten = await started.person(['report-officer'], 'Quinten')
    who = quinten
    const { passphrase } = await makePersonal(roles)
    const asked = (await setup()).officers.find(({ self }) => self)!
    who = remco
    await who('POST', `/api/reports/officers/${asked.staff}/confirm`, { recipient: asked.recipient })
    who = quinten
    const own = await unlockKeys(passphrase, roles)
    expect(unlockedOf(own)).toMatchObject({ canSign: false, months: [{ locked: true }, { locked: true }] })
    who = olga
    expect(await wrapMonths(keys, asked.staff)).toBe(2)
    expect(await wrapMonths(keys, asked.staff)).toBe(0)
    who = quinten
    await refreshKeys(own)
    expect(unlockedOf(own).months.map(({ locked }) => locked)).toEqual([false, false])
    who = olga
    await who('DELETE', `/api/reports/officers/${asked.staff}`)
    who = quinten
    await expect(refreshKeys(own)).rejects.toMatchObject({ name: 'Refusal' })
  }, 60_000)

  it('attack 16: no word of a report, an answer, a note or a passphrase is in any file', () => {
    const all = bytesAtRest(started.folder)
    expect(all).toContain('Olga')
    for (const word of ['Kanarie', 'Wij kijken', 'elke avond', 'Zie ook', words, words.split('-').join(' ')]) expect([word, all.includes(word)]).toEqual([word, false])
  })
})
