// Two municipalities on one deployment never see each other: by host name, by session, by any identifier. What is another's does not
// exist, and is answered exactly as what never existed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { access } from '../../src/http/roles.ts'
import type { Access } from '../../src/http/roles.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'
import { bytesAtRest, rowCounts } from '../support/at-rest.ts'
import { aPhone, aPlan, aWaveInField, credentialBody, credentialOf, responseBody, someAreas } from '../support/fieldwork.ts'
import type { AWave } from '../support/fieldwork.ts'
import { STAFF } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

const DUIN = 'http://duin.example:8787'

let server: TestServer
let wave: AWave
let bodies: Record<string, unknown>
let cookie: string

beforeAll(async () => {
  const started = await startedInProcess()
  server = started.server
  for (const municipality of ['veld', 'duin']) await someAreas(server.deps, municipality, ['A'])
  wave = await aWaveInField(started.wire, ['A'], 50, { name: 'Geheim van Veldwijk' })
  cookie = await server.signIn(['coordinator', 'analyst', 'reader', 'report-officer', 'reviewer'], 'duin', 'Buur')
  const { recipient } = await newIdentity()
  bodies = {
    'PUT /api/waves/:wave/key': { recipient, fingerprint: 'x' },
    'POST /api/waves/:wave/key/confirm': { recipient: wave.manifest.recipient },
    'POST /api/waves/:wave/invites': { stratum: wave.manifest.strata[0]!.id, codes: [wave.codes[0]![0]!.codeHash] },
    'PUT /api/waves/:wave/counts/:upload/:index': new Uint8Array([1]),
    'POST /api/waves/:wave/reminder-list': new Uint8Array(32),
  }
})
afterAll(() => server.close())

const ask = (entry: Access, id: string) => server.request(entry.method, STAFF + entry.path.replace(':wave', id).replace(':edition', id).replace(/:\w+/g, '0'), {
  cookie, ...(entry.body ? { body: bodies[`${entry.method} ${entry.path}`] ?? {} } : {}),
})

describe('attack 28: staff of another municipality', () => {
  it('get for somebody else\'s measurement what they get for none, and change nothing', async () => {
    const before = await rowCounts(server.deps, wave.wave)
    for (const entry of access.filter(({ path, face }) => face === 'staff' && /:wave|:edition/.test(path))) {
      const [foreign, none] = await Promise.all([ask(entry, wave.wave), ask(entry, 'nosuchwave')])
      const name = `${entry.method} ${entry.path}`
      expect([name, foreign.status, await foreign.text()]).toEqual([name, none.status, await none.text()])
      // With nothing wrong in the request itself, it is "not there".
      if (foreign.status !== 400) expect([name, foreign.status]).toEqual([name, 404])
    }
    expect(await rowCounts(server.deps, wave.wave)).toEqual(before)
  })

  it('see nothing of it in any list', async () => {
    for (const entry of access.filter(({ method, path, face }) => method === 'GET' && face === 'staff' && !path.includes(':'))) {
      const answer = await ask(entry, '')
      // Their own: no keys registered yet, nobody confirmed as report officer.
      expect([entry.path, answer.status]).toEqual([entry.path, { '/api/keys': 409, '/api/reports/keys': 403 }[entry.path] ?? 200])
      const text = await answer.text()
      for (const secret of [wave.wave, 'Geheim', 'veld', 'Veldwijk', wave.manifest.label]) expect([entry.path, text.includes(secret)]).toEqual([entry.path, false])
    }
  })

  it('cannot define a measurement over the other\'s areas', async () => {
    await someAreas(server.deps, 'veld', ['ONLYVELD'])
    const answer = await server.request('POST', `${STAFF}/api/waves`, { cookie, body: aPlan(['ONLYVELD'], 50) })
    expect(answer.status).toBe(422)
  })
})

describe('attack 28: residents of another host name', () => {
  const send = (method: string, path: string, body?: object) => server.request(method, DUIN + path, body ? { body } : {})

  it('cannot find, check, ask or send anything for a measurement that is not theirs', async () => {
    const phone = await aPhone(wave, wave.codes[0]![0]!)
    const credential = await credentialOf({ resident: (m, p, body) => server.request(m, p, { body }), staff: () => Promise.reject(new Error('no staff here')) }, wave, phone)
    const before = await rowCounts(server.deps, wave.wave)
    const answers = await Promise.all([
      send('GET', `/api/labels/${wave.manifest.label}`),
      send('POST', '/api/invites/check', { manifest: wave.reference, code: phone.code.codeHash }),
      send('POST', '/api/credentials', credentialBody(wave, await aPhone(wave, wave.codes[0]![1]!))),
      send('POST', '/api/responses', await responseBody(wave, phone.stratum, credential)),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(await rowCounts(server.deps, wave.wave)).toEqual(before)
  })
})

describe('attack 45: markers of who called', () => {
  it('are nowhere at rest, in no log and in no answer', async () => {
    const markers = { 'user-agent': 'MarkerAgent/7', 'x-forwarded-for': '203.0.113.77', 'cf-connecting-ip': '203.0.113.78', forwarded: 'for=203.0.113.79', referer: 'https://marker.example/page', 'accept-language': 'x-marker', cookie: 'marker=Cookie81' }
    const phone = await aPhone(wave, wave.codes[0]![2]!)
    const own = (method: string, path: string, body?: object) => server.request(method, path, { body, headers: markers })
    const credential = await credentialOf({ resident: own, staff: own }, wave, phone)
    const answers = [
      await own('GET', `/api/labels/${wave.manifest.label}`), await own('GET', `/api/manifests/${wave.reference}`),
      await own('POST', '/api/invites/check', { manifest: wave.reference, code: phone.code.codeHash }),
      await own('POST', '/api/responses', await responseBody(wave, phone.stratum, credential)), await own('GET', '/api/nothing'), await own('POST', '/api/responses', {}),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 404, 400])
    for (const answer of answers) expect(answer.headers.get('set-cookie')).toBeNull()
    const link = await server.request('POST', `${STAFF}/api/staff/session`, { body: { link: 'x' }, headers: markers })
    expect(link.status).toBe(401)
    const everywhere = bytesAtRest(server.folder) + server.log.join() + JSON.stringify(await Promise.all(answers.map(async (answer) => [[...answer.headers], await answer.text()])))
    expect(everywhere).toContain('Geheim van Veldwijk')
    for (const marker of ['MarkerAgent', '203.0.113', 'marker.example', 'x-marker', 'Cookie81', phone.code.code, phone.code.codeHash]) expect([marker, everywhere.includes(marker)]).toEqual([marker, false])
  })
})
