// Agreements and the figures that come of them. Protects the evaluation: a day is a day, who is late is late, a share stands with its n, and
// no count under five is stored, shown or can be worked out from a total.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { stateOf, tallyOf } from '../../src/signals/agreement.ts'
import { batchDay, dayOf, forgottenMonth, lastDayOf, quarterOf } from '../../src/signals/calendar.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import { newIdentity, sealFile } from '../../src/crypto/sealed.ts'
import type { SignalFigures, SignalsAnswer, TalliesAnswer } from '../../src/signals/wire.ts'
import { someAreas } from '../support/fieldwork.ts'
import { STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { aDraft } from './acting.ts'

const DAY = 86_400_000

describe('how an agreement stands', () => {
  const on = (dueOn: string, doneOn: string | null = null, missedOn: string | null = null) => ({ dueOn, doneOn, missedOn })
  it('is late from the day after, and overdue when nobody said anything', () => {
    expect(stateOf(on('2026-03-10', '2026-03-10'), '2026-04-01')).toBe('kept')
    expect(stateOf(on('2026-03-10', '2026-03-11'), '2026-04-01')).toBe('late')
    expect(stateOf(on('2026-03-10'), '2026-03-10')).toBe('open')
    expect(stateOf(on('2026-03-10'), '2026-03-11')).toBe('overdue')
    expect(stateOf(on('2026-03-10', null, '2026-03-09'), '2026-03-09')).toBe('missed')
  })
  it('is in exactly one number once it fell due, and in none before', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`)
    const agreement = fc.record({ dueOn: day, doneOn: fc.option(day), missedOn: fc.constant(null) })
    fc.assert(fc.property(fc.array(agreement), day, (all, today) => {
      const { due, kept, late, missed } = tallyOf(all, today)
      expect(kept + late + missed).toBe(due)
      expect(due).toBe(all.filter((one) => stateOf(one, today) !== 'open').length)
    }))
  })
})

describe('the calendar of what leaves', () => {
  it('sends batches on Mondays, two days after the release at the earliest, so that two releases of one week leave together', () => {
    expect(['2026-03-02', '2026-03-04', '2026-03-07', '2026-03-08'].map(batchDay)).toEqual(['2026-03-09', '2026-03-09', '2026-03-09', '2026-03-16'])
    expect(batchDay('2026-12-29')).toBe('2027-01-04')
  })
  it('knows quarters, local days, and the month that is a year old', () => {
    expect(['2026-01', '2026-03-31', '2026-04-01', '2026-12'].map(quarterOf)).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4'])
    expect(['2026-Q1', '2026-Q2', '2024-Q4'].map(lastDayOf)).toEqual(['2026-03-31', '2026-06-30', '2024-12-31'])
    expect(dayOf(new Date('2026-03-01T23:30:00Z'))).toBe('2026-03-02')
    expect([forgottenMonth('2027-02-28'), forgottenMonth('2027-03-01')]).toEqual(['2026-02', '2026-03'])
  })
})

describe('agreements with partners', () => {
  let server: TestServer
  let cookies: Record<'officer' | 'reviewer' | 'police' | 'housing', string>
  const ids: Record<string, string> = {}
  const ask = (as: keyof typeof cookies, method: string, path: string, body?: unknown) => server.request(method, `${STAFF}${path}`, { cookie: cookies[as], ...(body === undefined ? {} : { body }) })
  const slugOf = async (answer: Response | Promise<Response>) => ((await (await answer).json()) as { type: string }).type.replace('/problems/', '')
  const signIn = async () => {
    cookies = {
      officer: await server.signIn(['report-officer'], 'veld', 'Olga'), reviewer: await server.signIn(['reviewer'], 'veld', 'Remco'),
      police: await server.signIn(['partner'], 'veld', 'Pim'), housing: await server.signIn(['partner'], 'veld', 'Hanna'),
    }
  }
  const make = async (as: keyof typeof cookies, partner: string, dueOn: string, what = 'Twee keer per week langslopen') => ask(as, 'POST', `/api/signals/${ids.signal}/agreements`, { partner: ids[partner], what, dueOn })
  const made = async (...given: Parameters<typeof make>) => ((await (await make(...given)).json()) as { agreement: string }).agreement
  const figures = async () => (await (await ask('officer', 'GET', '/api/signals/figures')).json()) as SignalFigures

  beforeAll(async () => {
    server = await startServer()
    await someAreas(server.deps, 'veld', ['A', 'B', 'C'])
    await signIn()
    for (const [key, name] of [['police', 'Politie'], ['housing', 'Woonpunt']] as const) {
      ids[key] = ((await (await ask('officer', 'POST', '/api/partners', { name, network: false })).json()) as { partner: string }).partner
      const [rows] = await server.deps.office.write([sql`SELECT id FROM staff WHERE name = ${key === 'police' ? 'Pim' : 'Hanna'}`])
      await ask('officer', 'POST', `/api/partners/${ids[key]}/contacts`, { staff: rows![0]!.id })
    }
    const { draft, release } = await aDraft([ids.police!, ids.housing!])
    ids.signal = ((await (await ask('officer', 'POST', '/api/signals', draft)).json()) as { signal: string }).signal
    expect(await slugOf(make('officer', 'police', '2026-03-20'))).toBe('unknown-partner')
    await ask('reviewer', 'POST', `/api/signals/${ids.signal}/release`, release)
  })
  afterAll(() => server.close())

  it('wait for the batch: a contact cannot agree on what they do not see yet, and nobody on what is past', async () => {
    expect(await slugOf(make('police', 'police', '2026-03-20'))).toBe('unknown-signal')
    expect(await slugOf(make('officer', 'police', '2026-03-01'))).toBe('agreement-day')
    server.advance(8 * DAY)
    await signIn()
    expect(await slugOf(make('police', 'housing', '2026-03-20'))).toBe('unknown-partner')
    ids.own = await made('police', 'police', '2026-03-20')
    expect(ids.own).toBeTruthy()
  })

  it('are settled by the organisation they bind or by the team, once, and never in the future', async () => {
    const settle = (as: keyof typeof cookies, id: string, body: unknown) => ask(as, 'POST', `/api/agreements/${id}/settle`, body)
    expect(await slugOf(settle('housing', ids.own!, { outcome: 'missed' }))).toBe('unknown-agreement')
    for (const on of ['2026-03-09', '2026-03-11']) expect(await slugOf(settle('police', ids.own!, { outcome: 'done', on }))).toBe('agreement-day')
    expect((await settle('police', ids.own!, { outcome: 'done', on: '2026-03-10' })).status).toBe(200)
    expect(await slugOf(settle('officer', ids.own!, { outcome: 'missed' }))).toBe('agreement-settled')
    expect((await ask('police', 'POST', `/api/agreements/${ids.own}/reopen`, {})).status).toBe(404)
    expect((await ask('officer', 'POST', `/api/agreements/${ids.own}/reopen`, {})).status).toBe(200)
    expect((await settle('officer', ids.own!, { outcome: 'done', on: '2026-03-10' })).status).toBe(200)
  })

  it('show each contact their own only, and count kept, late and missed per partner and quarter', async () => {
    const late = await made('officer', 'police', '2026-03-11')
    const missed = await made('officer', 'housing', '2026-03-12')
    await made('officer', 'housing', '2026-03-13', 'Lamp in het portiek maken')
    await made('officer', 'housing', '2026-04-20')
    server.advance(5 * DAY)
    await signIn()
    await ask('officer', 'POST', `/api/agreements/${late}/settle`, { outcome: 'done', on: '2026-03-14' })
    await ask('housing', 'POST', `/api/agreements/${missed}/settle`, { outcome: 'missed' })
    const own = ((await (await ask('housing', 'GET', '/api/signals')).json()) as SignalsAnswer).signals[0]!
    expect(own.agreements.map(({ partner }) => partner)).toEqual([ids.housing, ids.housing, ids.housing])
    expect(own.agreements.map(({ state }) => state)).toEqual(['missed', 'overdue', 'open'])
    expect(own.agreements[1]!.what).toBe('Lamp in het portiek maken')
    expect((await figures()).agreements).toEqual([
      { partner: 'Politie', quarter: '2026-Q1', due: 2, kept: 1, late: 1, missed: 0 },
      { partner: 'Woonpunt', quarter: '2026-Q1', due: 2, kept: 0, late: 0, missed: 2 },
    ])
  })

  it('counts reports of ended quarters only, five and more, and keeps what devices sealed', async () => {
    const count = (quarter: string, counts: unknown) => ask('officer', 'PUT', `/api/report-counts/${quarter}`, { counts })
    expect(await slugOf(count('2026-Q1', [{ area: 'A', reports: 7 }]))).toBe('quarter-open')
    const sealed = base64url(await sealFile(new TextEncoder().encode('{"A":3}'), [(await newIdentity()).recipient]))
    for (const month of ['2025-11', '2026-02']) expect((await ask('officer', 'PUT', `/api/report-tallies/${month}`, { sealed })).status).toBe(200)
    expect(await slugOf(ask('officer', 'PUT', '/api/report-tallies/2026-02', { sealed: base64url(new Uint8Array(300)) }))).toBe('not-sealed')
    expect((await (await ask('officer', 'GET', '/api/report-tallies')).json()) as TalliesAnswer).toEqual({ tallies: [{ month: '2025-11', sealed }, { month: '2026-02', sealed }], toCount: ['2025-Q4'] })
    for (const reports of [0, 1, 4, -5, 5.5]) expect((await count('2025-Q4', [{ area: 'A', reports }])).status).toBe(400)
    for (const areas of [['A', 'A'], ['Z'], []]) expect(await slugOf(count('2025-Q4', areas.map((area) => ({ area, reports: null }))))).toBe('signal-refused')
    expect((await count('2025-Q4', [{ area: 'A', reports: 12 }, { area: 'B', reports: null }])).status).toBe(200)
    await expect(server.deps.office.write([sql`UPDATE report_counts SET reports = 4`])).rejects.toThrow()
    const { reports } = await figures()
    expect(reports).toEqual([{ quarter: '2025-Q4', area: 'A', reports: 12 }, { quarter: '2025-Q4', area: 'B', reports: null }])
    expect(((await (await ask('officer', 'GET', '/api/report-tallies')).json()) as TalliesAnswer).toCount).toEqual([])
  })
})
