// Public results: nothing before its day, nothing of another audience, no script in what a person wrote, no number where there are too few, small.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editionKeyOf } from '../../src/analysis/edition-key.ts'
import { draftEdition, publishWave, publishingApi, sendEdition } from '../../src/analysis/publish.ts'
import type { PublishingApi } from '../../src/analysis/publish.ts'
import { countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import type { Send } from '../../src/counting/counting-api.ts'
import { keyFingerprint } from '../../src/crypto/key-sheet.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'
import { html } from '../../src/publication/html.ts'
import { aWaveInField, answer, ok, someAreas } from '../support/fieldwork.ts'
import type { Wire } from '../support/fieldwork.ts'
import { RESIDENT, STAFF } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'
import { Refusal } from '../../web/console/request.ts'
import { refusalText } from '../../web/console/refusal-words.ts'

const HOSTILE = '"><img src=x onerror=alert(1)>'
let server: TestServer
let wire: Wire
let steering: string
let everybody: string
let api: PublishingApi
let archive: string
let wave: string
const send: Send = async (method, path, body) => {
  const response = await wire.staff(method, path, body)
  if (!response.ok) throw new Error(JSON.stringify(await response.json()))
  return response
}
const page = (path: string) => server.request('GET', `${RESIDENT}${path}`)
const text = async (path: string) => (await page(path)).text()

beforeAll(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A', 'B', 'C', 'D', 'E', 'F'])
  await server.deps.office.write([sql`UPDATE areas SET name = ${HOSTILE} WHERE code = 'A'`, sql`UPDATE areas SET name = '=1+1' WHERE code = 'B'`])
  const { identity, recipient } = await newIdentity()
  archive = identity
  await ok(wire.staff('PUT', '/api/keys', { archive: { recipient, fingerprint: await keyFingerprint(recipient) }, edition: { publicKey: (await editionKeyOf(archive)).publicKey } }))
  const fielded = await aWaveInField(wire, ['A', 'B', 'C', 'D', 'E', 'F'], 60, { graceHours: 0 })
  for (const [stratum, codes] of fielded.codes.entries()) {
    for (const [i, code] of codes.slice(0, stratum === 2 ? 4 : 36).entries()) await answer(wire, fielded, code, { unsafe: 1 + ((i + stratum) % 4), liveMark: i % 11, age: 1 + (i % 4), sex: 1 + (i % 2) })
  }
  await ok(wire.staff('POST', `/api/waves/${fielded.wave}/end`, {}))
  await countWave(countingApi(send, fielded.wave), fielded.identity)
  wave = fielded.wave
  api = publishingApi(send)
  steering = (await publishWave(api, { archive }, { wave, baseline: null, audience: 'steering', date: '2026-04-01' })).edition
  everybody = (await publishWave(api, { archive }, { wave, baseline: null, audience: 'public', date: '2026-04-15' })).edition
}, 180_000)
afterAll(() => server.close())

describe('a public edition', () => {
  it('is not there before its day, on the staff origin, or for another audience', async () => {
    expect((await page(`/uitkomsten/${everybody}`)).status).toBe(404)
    expect(await text('/uitkomsten')).not.toContain(everybody)
    server.advance(Date.parse('2026-04-15T10:00:00Z') - server.deps.clock().getTime())
    expect((await page(`/uitkomsten/${everybody}`)).status).toBe(200)
    expect((await page(`/uitkomsten/${steering}`)).status).toBe(404)
    expect((await server.request('GET', `${STAFF}/uitkomsten/${everybody}`)).status).toBe(404)
    expect((await server.request('GET', `http://duin.example:8787/uitkomsten/${everybody}`)).status).toBe(404)
  })

  it('is at most 50 KB a page, has no script and loads one style sheet of its own', async () => {
    for (const path of ['/uitkomsten', '/results', `/uitkomsten/${everybody}`, `/results/${everybody}`, `/uitkomsten/${everybody}/A`, `/results/${everybody}/C`, `/uitkomsten/${everybody}/account`]) {
      const body = await text(path)
      expect([path, body.length < 50_000]).toEqual([path, true])
      expect(body).not.toMatch(/<script|<iframe|<img|<[^>]*\son\w+=|https?:\/\//i)
      expect(body.match(/<link/g)).toHaveLength(2)
    }
  })

  it('says that there are too few answers instead of leaving a gap', async () => {
    expect(await text(`/uitkomsten/${everybody}/C`)).toContain('te weinig mensen mee')
    expect(await text(`/results/${everybody}/C`)).toContain('too few people')
    expect((await page(`/uitkomsten/${everybody}/Z`)).status).toBe(404)
  })

  it('is open data with margins: a described CSV, no number where a figure is hidden, no formula (attack 26)', async () => {
    const csv = await text(`/uitkomsten/${everybody}/data.csv`)
    const [head, ...lines] = csv.trim().split('\r\n')
    const described = JSON.parse(await text(`/uitkomsten/${everybody}/datapackage.json`)) as { resources: { schema: { fields: { name: string }[] } }[]; seal: { merkleRoot: string } }
    expect(head!.split(',')).toEqual(described.resources[0]!.schema.fields.map(({ name }) => name))
    expect(described.seal.merkleRoot).toMatch(/^[0-9a-f]{64}$/)
    const hidden = lines.filter((line) => line.endsWith(',hidden'))
    expect(hidden.length).toBeGreaterThan(0)
    for (const line of hidden) expect(line).toMatch(/,,,,,hidden$/)
    expect(csv).toContain("'=1+1")
    expect(csv).not.toMatch(/(?:^|,)"?=1/m)
  })
})

describe('an edition', () => {
  it('is refused when it shows what an earlier one hid, in a row or a comparison, naming which figures and what to leave out', async () => {
    const draft = await draftEdition(api, { archive }, { wave, baseline: null, audience: 'steering', date: '2026-04-02' })
    const at = draft.rows.findIndex(({ cell }) => 'hidden' in cell)
    const row = draft.rows[at]!
    const shown = { value: 31, low: 20, high: 44, n: 30, effectiveN: 30, reliability: 'ok' as const }
    const label = draft.head.items.find(({ item, measure }) => item === row.item && (measure === 'share' || measure === 'mean'))?.label.nl ?? row.item
    const sent = (edition: typeof draft) => sendEdition(api, { archive }, edition).then(() => null, (error: Error) => JSON.parse(error.message) as Record<string, string>)
    const inRow = await sent({ ...draft, rows: draft.rows.map((each, i) => (i === at ? { ...each, cell: shown } : each)) })
    expect(inRow).toMatchObject({ type: '/problems/edition-gives-away', status: 422, leaveOut: label })
    expect(inRow!.cells).toContain(`${label} (`)
    const { wave: _, cell: __, ...about } = row
    const inComparison = await sent({ ...draft, comparisons: [{ ...about, now: shown, baseline: shown, difference: null, verdict: 'none', reasons: [], adjusted: null, detectable: null, checks: [] }] })
    expect(inComparison).toMatchObject({ type: '/problems/edition-gives-away', leaveOut: label })
    expect(await ok(wire.staff('GET', '/api/editions'))).toHaveLength(2)
    expect(refusalText(new Refusal('edition-gives-away', 422, inRow!))).toContain(`Laat deze onderwerpen weg of toon ze alleen voor grotere gebieden: ${label}.`)
  })
})

describe('the municipality\'s answers', () => {
  it('are refused beside an edition that is not for everybody, and inert wherever they stand (attack 25)', async () => {
    const answers = [{ area: 'A', language: 'nl', said: HOSTILE, doing: 'Wij maken het plein schoon.' }]
    const refused = await wire.staff('PUT', `/api/editions/${steering}/answers`, { answers })
    expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([409, '/problems/edition-not-public'])
    await ok(wire.staff('PUT', `/api/editions/${everybody}/answers`, { answers }))
    const body = await text(`/uitkomsten/${everybody}/A`)
    expect(body).toContain('Wij maken het plein schoon.')
    expect(body).not.toContain('<img')
    expect(html`<a title="${HOSTILE}">${[HOSTILE, html`<b>${'<i>'}</b>`]}</a>`.text).not.toMatch(/<img|<i>|"">/)
    expect(await text(`/results/${everybody}/A`)).not.toContain('Wij maken')
  })
})

describe('the technical account', () => {
  it('has every chapter in the order statistical offices use, in both languages, for staff too', async () => {
    const titles = async (path: string) => [...(await text(path)).matchAll(/<h2>\d+\. ([^<]+)<\/h2>/g)].map(([, title]) => title)
    expect(await titles(`/results/${everybody}/account`)).toEqual(['Frame', 'Unit', 'Fieldwork', 'Response', 'Questionnaire', 'Weighting', 'Margins', 'Finite population', 'Families of tests', 'Suppression', 'What was not seen'])
    expect((await titles(`/uitkomsten/${everybody}/account`))[0]).toBe('Steekproefkader')
    const cookie = await server.signIn(['reader'])
    const forStaff = await server.request('GET', `${STAFF}/api/editions/${steering}/account/nl`, { cookie })
    expect([forStaff.status, (await forStaff.text()).includes('Steekproefkader')]).toEqual([200, true])
    expect(await text(`/results/${everybody}/account`)).toContain('Sent: 360')
  })
})
