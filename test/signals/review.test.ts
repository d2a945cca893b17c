// The identifiability review. Protects the reporter: nothing leaves the team on one person's word, nothing but the words that were judged
// leaves, and what leaves carries no house, no number and no name of who wrote it. Two people are kept apart in SQL, not in a screen.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { newIdentity } from '../../src/crypto/sealed.ts'
import type { ReviewKeys, SignalsAnswer } from '../../src/signals/wire.ts'
import { bytesAtRest, rowCounts } from '../support/at-rest.ts'
import { someAreas } from '../support/fieldwork.ts'
import { STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { CHECKLIST, CONTENT, REFERRAL, aDraft } from './acting.ts'

const DAY = 86_400_000

let server: TestServer
let officer: string
let reviewer: string
let both: string
let police: string
let network: string
beforeAll(async () => {
  server = await startServer()
  await someAreas(server.deps, 'veld', ['A', 'B'])
  officer = await server.signIn(['report-officer'], 'veld', 'Olga')
  reviewer = await server.signIn(['reviewer'], 'veld', 'Remco')
  both = await server.signIn(['report-officer', 'reviewer'], 'veld', 'Bo')
  police = await partner('Politie')
  network = await partner('Zorg- en Veiligheidshuis', true)
})
afterAll(() => server.close())

const ask = (cookie: string, method: string, path: string, body?: unknown) => server.request(method, `${STAFF}${path}`, { cookie, ...(body === undefined ? {} : { body }) })
const slugOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.replace('/problems/', '')
async function partner(name: string, isNetwork = false): Promise<string> {
  return ((await (await ask(officer, 'POST', '/api/partners', { name, network: isNetwork })).json()) as { partner: string }).partner
}
async function written(cookie = officer, content = CONTENT, kind: 'signal' | 'referral' = 'signal', to = [police]) {
  const made = await aDraft(to, content, kind)
  const answer = await ask(cookie, 'POST', '/api/signals', made.draft)
  expect(answer.status).toBe(201)
  return { id: ((await answer.json()) as { signal: string }).signal, ...made }
}
const board = async (cookie: string) => (await (await ask(cookie, 'GET', '/api/signals')).json()) as SignalsAnswer
const one = async (id: string, cookie = officer) => (await board(cookie)).signals.find((signal) => signal.id === id)

describe('a second person', () => {
  it('attack 33: is somebody else: the writer cannot release, whatever roles they have', async () => {
    const { id, release } = await written(both)
    const answer = await ask(both, 'POST', `/api/signals/${id}/release`, release)
    expect([answer.status, await slugOf(answer)]).toEqual([403, 'reviewer-is-writer'])
    expect((await one(id))!.state).toBe('draft')
    expect((await ask(reviewer, 'POST', `/api/signals/${id}/release`, release)).status).toBe(200)
    expect((await one(id))!.team).toMatchObject({ writer: 'Bo', reviewer: 'Remco' })
  })

  it('attack 33: is a reviewer: an officer alone gets no address to release by', async () => {
    const { id, release } = await written()
    expect((await ask(await server.signIn(['report-officer']), 'POST', `/api/signals/${id}/release`, release)).status).toBe(404)
    for (const role of ['coordinator', 'analyst'] as const) expect((await ask(await server.signIn([role]), 'GET', '/api/signals')).status).toBe(404)
  })

  it('attack 33: cannot be got around in SQL: no row is born released, has one person twice, or changes once it left', async () => {
    const { id, release } = await written()
    const write = (statement: string) => server.deps.office.write([sql.raw(statement)])
    for (const attempt of [
      `UPDATE signals SET state = 'released', reviewer = writer, reviewed_on = '2026-03-02', visible_on = '2026-03-09' WHERE id = '${id}'`,
      `UPDATE signals SET state = 'released' WHERE id = '${id}'`,
      `UPDATE signals SET state = 'released', reviewed_on = '2026-03-02', visible_on = '2026-03-09' WHERE id = '${id}'`,
      `INSERT INTO signals SELECT 'x', municipality, month, kind, 'released', writer, (SELECT id FROM staff WHERE name = 'Remco'), commitment, sealed, written_on, '2026-03-02', '2026-03-09' FROM signals WHERE id = '${id}'`,
      `INSERT OR REPLACE INTO signals SELECT id, municipality, month, kind, 'draft', (SELECT id FROM staff WHERE name = 'Bo'), NULL, commitment, sealed, written_on, NULL, NULL FROM signals WHERE id = '${id}'`,
      `DELETE FROM signals WHERE id = '${id}'`,
    ]) await expect(write(attempt), attempt).rejects.toThrow()
    expect((await ask(reviewer, 'POST', `/api/signals/${id}/release`, release)).status).toBe(200)
    for (const attempt of [
      `UPDATE signals SET writer = reviewer, reviewer = writer WHERE id = '${id}'`, `UPDATE signals SET state = 'draft', reviewer = NULL, reviewed_on = NULL WHERE id = '${id}'`,
      `UPDATE signals SET sealed = randomblob(60) WHERE id = '${id}'`, `UPDATE signals SET visible_on = '2026-03-01' WHERE id = '${id}'`,
      `INSERT INTO signal_partners VALUES ('${id}', '${network}')`,
    ]) await expect(write(attempt), attempt).rejects.toThrow(/signals|signal_partners/)
  })

  it('ticks every line: a list with one missing or untrue releases nothing', async () => {
    const { id, release } = await written()
    for (const [check] of Object.entries(CHECKLIST)) {
      const { [check as 'own-words']: _, ...missing } = CHECKLIST
      for (const checklist of [missing, { ...CHECKLIST, [check]: false }]) expect((await ask(reviewer, 'POST', `/api/signals/${id}/release`, { ...release, checklist })).status).toBe(400)
    }
    expect((await one(id))!.state).toBe('draft')
  })

  it('releases the words that were written, and no others', async () => {
    const { id, release } = await written()
    const other = { ...release, content: { ...CONTENT, text: 'Iets heel anders.' } }
    expect(await slugOf(await ask(reviewer, 'POST', `/api/signals/${id}/release`, other))).toBe('signal-differs')
    const anew = await aDraft([police], { ...CONTENT, text: 'Opnieuw geschreven.' })
    expect((await ask(officer, 'PUT', `/api/signals/${id}`, anew.draft)).status).toBe(200)
    expect(await slugOf(await ask(reviewer, 'POST', `/api/signals/${id}/release`, release))).toBe('signal-differs')
    expect((await ask(reviewer, 'POST', `/api/signals/${id}/release`, anew.release)).status).toBe(200)
    expect((await one(id))!.content!.text).toBe('Opnieuw geschreven.')
  })

  it('is needed again after the signal was sent back and written anew, and is never who wrote it anew', async () => {
    const { id, draft } = await written()
    const back = await aDraft([police])
    expect(await slugOf(await ask(both, 'POST', `/api/signals/${id}/return`, { commitment: 'a'.repeat(64), draft: back.draft.draft }))).toBe('signal-differs')
    expect((await ask(both, 'POST', `/api/signals/${id}/return`, { commitment: draft.commitment, draft: back.draft.draft })).status).toBe(200)
    expect((await one(id))).toMatchObject({ state: 'returned', team: { reviewer: 'Bo', draft: back.draft.draft } })
    const anew = await aDraft([police])
    expect((await ask(both, 'PUT', `/api/signals/${id}`, anew.draft)).status).toBe(200)
    expect(await slugOf(await ask(both, 'POST', `/api/signals/${id}/release`, anew.release))).toBe('reviewer-is-writer')
    expect((await ask(reviewer, 'POST', `/api/signals/${id}/release`, anew.release)).status).toBe(200)
    expect(await slugOf(await ask(officer, 'PUT', `/api/signals/${id}`, anew.draft))).toBe('signal-state')
  })

  it('lets fifty releases at once leave one', async () => {
    const { id, release } = await written()
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(reviewer, 'POST', `/api/signals/${id}/release`, release)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const [rows] = await server.deps.office.write([sql`SELECT count(*) AS n FROM audit WHERE act = 'release-signal' AND subject LIKE ${`%${id}%`}`])
    expect(rows![0]!.n).toBe(1)
  })
})

describe('keys that drafts are sealed to', () => {
  it('attack 33: count only once somebody else confirmed them, and again after every change', async () => {
    const { recipient } = await newIdentity()
    const other = (await newIdentity()).recipient
    const wrapped = 'A'.repeat(300)
    const keys = async (cookie: string) => (await (await ask(cookie, 'GET', '/api/signals/keys')).json()) as ReviewKeys
    expect((await ask(officer, 'PUT', '/api/signals/keys', { recipient, wrapped })).status).toBe(404)
    expect((await ask(both, 'PUT', '/api/signals/keys', { recipient, wrapped })).status).toBe(200)
    const [line] = (await keys(both)).reviewers
    expect(line).toMatchObject({ name: 'Bo', recipient, confirmed: false, self: true })
    expect(await slugOf(await ask(both, 'POST', `/api/signals/keys/${line!.staff}/confirm`, { recipient }))).toBe('key-not-asked')
    expect(await slugOf(await ask(reviewer, 'POST', `/api/signals/keys/${line!.staff}/confirm`, { recipient: other }))).toBe('key-not-asked')
    const foreign = await server.signIn(['report-officer', 'reviewer'], 'duin', 'Buurvrouw')
    expect(await slugOf(await ask(foreign, 'POST', `/api/signals/keys/${line!.staff}/confirm`, { recipient }))).toBe('key-not-asked')
    expect((await ask(officer, 'POST', `/api/signals/keys/${line!.staff}/confirm`, { recipient })).status).toBe(200)
    expect((await keys(officer))).toMatchObject({ own: null, reviewers: [{ name: 'Bo', confirmed: true, self: false }] })
    expect((await keys(foreign)).reviewers).toEqual([])
    await ask(both, 'PUT', '/api/signals/keys', { recipient: other, wrapped })
    expect((await keys(both)).own).toEqual({ recipient: other, wrapped, confirmed: false })
    await expect(server.deps.office.write([sql`UPDATE review_keys SET confirmed_by = staff`])).rejects.toThrow()
  })
})

describe('what cannot leave', () => {
  it.each([
    ['a phone number', 'Bel 06 12 34 56 78 voor meer.'], ['a mail address', 'Mail buur@straat.nl'], ['a postcode', 'Rond 6211 AB is het onrustig.'],
    ['a number plate', 'Een auto met GR-123-T.'], ['a house number', 'Op de Lindelaan 14 staan mannen.'], ['a numbered door', 'Voor nummer 12.'],
  ])('is %s, whatever was ticked', async (_, text) => {
    const { id, release } = await written(officer, { ...CONTENT, text })
    const answer = await ask(reviewer, 'POST', `/api/signals/${id}/release`, release)
    expect([answer.status, await slugOf(answer)]).toEqual([422, 'signal-refused'])
  })

  it.each([
    ['an address', { address: 'Lindelaan 14' }], ['a suspect', { suspect: 'x' }], ['a day in place of a week', { week: '2026-03-02' }], ['an hour', { time: '22:15' }],
    ['a text of 1,001 characters', { text: 'x'.repeat(1_001) }], ['an area of nowhere', { area: 'Z' }], ['three criteria in a referral', { criteria: REFERRAL.criteria.slice(1) }],
  ])('is %s', async (what, change) => {
    const referral = 'criteria' in change
    const { id, release } = await written(officer, { ...CONTENT, ...change } as typeof CONTENT, referral ? 'referral' : 'signal', referral ? [network] : [police])
    expect([what, (await ask(reviewer, 'POST', `/api/signals/${id}/release`, release)).status >= 400]).toEqual([what, true])
    expect((await one(id))!.state).toBe('draft')
  })

  it('is a complex case to anybody but the network, and the network takes it as a referral', async () => {
    expect(await slugOf(await ask(officer, 'POST', '/api/signals', (await aDraft([police, network], REFERRAL, 'referral')).draft))).toBe('referral-network')
    const passedOff = await written(officer, REFERRAL, 'signal', [police])
    expect(await slugOf(await ask(reviewer, 'POST', `/api/signals/${passedOff.id}/release`, passedOff.release))).toBe('signal-refused')
    const { id, release } = await written(officer, REFERRAL, 'referral', [network])
    expect((await ask(reviewer, 'POST', `/api/signals/${id}/release`, release)).status).toBe(200)
  })

  it('is a draft that the server could read', async () => {
    const { draft } = await aDraft([police])
    expect(await slugOf(await ask(officer, 'POST', '/api/signals', { ...draft, draft: Buffer.from(JSON.stringify(CONTENT)).toString('base64url') }))).toBe('not-sealed')
    expect(await slugOf(await ask(officer, 'POST', '/api/signals', { ...draft, partners: [crypto.randomUUID()] }))).toBe('unknown-partner')
  })

  it('attack 25: hostile text is given back letter for letter', async () => {
    const text = '<script>alert(1)</script><img src=x onerror=alert(1)> =HYPERLINK("x") {{7*7}}'
    const { id, release } = await written(officer, { ...CONTENT, text })
    expect((await ask(reviewer, 'POST', `/api/signals/${id}/release`, release)).status).toBe(200)
    expect((await one(id))!.content!.text).toBe(text)
  })
})

describe('partners', () => {
  it('attack 28: see only what was sent to them, from the Monday of its batch, without a name of the team', async () => {
    const { id, release } = await written()
    const elsewhere = await written(officer, CONTENT, 'signal', [network])
    for (const made of [{ id, release }, elsewhere]) await ask(reviewer, 'POST', `/api/signals/${made.id}/release`, made.release)
    const contact = await server.signIn(['partner'], 'veld', 'Carla')
    // A contact of no organisation: the addresses do not exist.
    for (const path of ['/api/signals', '/api/partners']) expect((await ask(contact, 'GET', path)).status).toBe(404)
    const { people } = (await (await ask(officer, 'GET', '/api/partners')).json()) as { people: { staff: string; name: string }[] }
    expect(await slugOf(await ask(officer, 'POST', `/api/partners/${police}/contacts`, { staff: 'nobody' }))).toBe('not-a-contact')
    expect((await ask(officer, 'POST', `/api/partners/${police}/contacts`, { staff: people.find(({ name }) => name === 'Carla')!.staff })).status).toBe(200)
    expect((await board(contact)).signals).toEqual([])
    server.advance(7 * DAY)
    const again = await server.signIn(['partner'], 'veld', 'Carla')
    const seen = await board(again)
    expect(seen.signals.map((signal) => signal.id)).toContain(id)
    expect(seen.signals.map((signal) => signal.id)).not.toContain(elsewhere.id)
    for (const signal of seen.signals) expect(signal).toMatchObject({ team: null, state: 'released', partners: [police] })
    const text = JSON.stringify(seen)
    for (const name of ['Olga', 'Remco', 'Bo', network, 'Zorg-']) expect([name, text.includes(name)]).toEqual([name, false])
    officer = await server.signIn(['report-officer'], 'veld', 'Olga')
    expect((await ask(officer, 'POST', `/api/signals/${id}/withdraw`, {})).status).toBe(200)
    expect((await board(again)).signals.map((signal) => signal.id)).not.toContain(id)
    expect((await ask(officer, 'DELETE', `/api/partners/${police}/contacts/${people.find(({ name }) => name === 'Carla')!.staff}`)).status).toBe(204)
    expect((await ask(again, 'GET', '/api/signals')).status).toBe(404)
  })

  it('attack 28: of another municipality find nothing, and change nothing', async () => {
    const other = await server.signIn(['report-officer', 'reviewer', 'partner'], 'duin', 'Buur')
    const { id, release, draft } = await written()
    const before = await rowCounts(server.deps)
    for (const [method, path, body] of [
      ['PUT', `/api/signals/${id}`, draft], ['POST', `/api/signals/${id}/release`, release], ['POST', `/api/signals/${id}/withdraw`, {}], ['PUT', `/api/partners/${police}`, { name: 'Ons', network: false }],
      ['POST', `/api/partners/${police}/contacts`, { staff: 'x' }], ['POST', '/api/signals', draft], ['POST', `/api/signals/${id}/agreements`, { partner: police, what: 'x', dueOn: '2027-01-01' }],
      ['POST', `/api/signals/${id}/return`, { commitment: draft.commitment, draft: draft.draft }],
    ] as const) {
      const answer = await ask(other, method, path, body)
      expect([path, answer.status]).toEqual([path, 404])
    }
    expect(await board(other)).toMatchObject({ signals: [] })
    expect(await rowCounts(server.deps)).toEqual(before)
  })
})

describe('at rest', () => {
  it('attack 16: neither a draft nor a released text is in any file', async () => {
    const marker = 'Kanariewoord in het portiek'
    const { id, release } = await written(await server.signIn(['report-officer'], 'veld', 'Olga'), { ...CONTENT, text: marker })
    expect(bytesAtRest(server.folder)).not.toContain('Kanariewoord')
    expect((await ask(await server.signIn(['reviewer'], 'veld', 'Remco'), 'POST', `/api/signals/${id}/release`, release)).status).toBe(200)
    const all = bytesAtRest(server.folder) + server.log.join()
    expect(all).toContain('Politie')
    expect(all).not.toContain('Kanariewoord')
    expect(all).not.toContain(Buffer.from(marker).toString('base64url').slice(0, 20))
  })
})
