// Advice: what a municipality writes for people who feel unsafe. Protects: that reading it leaves nothing anywhere and carries no cookie,
// that only its own staff write it, and that what was typed comes back as text, whatever it looks like.
import { sql } from 'drizzle-orm'
import { rowCounts } from '../support/at-rest.ts'
import { RESIDENT, STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { overEachRuntime } from '../support/runtimes.ts'
import { starterAdvice } from '../../src/advice/starter.ts'
import type { AdviceAnswer, AdviceDesk } from '../../src/advice/wire.ts'

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await startServer()
  cookie = await server.signIn(['coordinator'])
})
afterAll(() => server.close())

const put = (slug: string, language: string, body: unknown, as = cookie) => server.request('PUT', `${STAFF}/api/staff/advice/${slug}/${language}`, { body, cookie: as })
const read = async (language: string, origin = RESIDENT) => (await (await server.request('GET', `${origin}/api/advice/${language}`)).json()) as AdviceAnswer
const desk = async () => (await (await server.request('GET', `${STAFF}/api/staff/advice`, { cookie })).json()) as AdviceDesk

describe('writing advice', () => {
  it('is for coordinators and report officers, and for nobody else', async () => {
    for (const role of ['analyst', 'reviewer', 'reader'] as const) {
      const other = await server.signIn([role])
      expect((await put('x', 'nl', { title: 'T', body: 'B' }, other)).status).toBe(404)
      expect((await server.request('GET', `${STAFF}/api/staff/advice`, { cookie: other })).status).toBe(404)
    }
    expect((await put('x', 'nl', { title: 'T', body: 'B' }, await server.signIn(['report-officer']))).status).toBe(200)
    await server.request('DELETE', `${STAFF}/api/staff/advice/x/nl`, { cookie })
  })

  it.each([
    ['an empty title', { title: ' ', body: 'B' }], ['an empty text', { title: 'T', body: '\n\n' }], ['a title of two lines', { title: 'T\nU', body: 'B' }],
    ['more than 8,000 characters', { title: 'T', body: 'x'.repeat(8_001) }], ['a control character', { title: 'T', body: 'a\u0007b' }],
    ['a character that turns the text round', { title: 'T', body: 'a\u202eb' }], ['a member nobody asked for', { title: 'T', body: 'B', html: '<b>' }],
  ])('refuses %s', async (_, body) => {
    expect((await put('page', 'nl', body)).status).toBe(400)
  })

  it.each(['NL', 'nl_NL', 'x', 'nl-', '<i>', 'nederlands-van-hier'])('refuses the language %j', async (language) => {
    expect((await put('page', encodeURIComponent(language), { title: 'T', body: 'B' })).status).toBe(400)
  })

  it('shows what language a page misses, and puts pages in the order that was asked for', async () => {
    await put('een', 'nl', { title: 'Een', body: 'Eerste' })
    await put('een', 'ar', { title: 'واحد', body: 'أول' })
    await put('twee', 'nl', { title: 'Twee', body: 'Tweede' })
    expect((await desk()).languages).toEqual(['nl', 'en', 'ar'])
    await server.request('POST', `${STAFF}/api/staff/advice/order`, { body: { slugs: ['twee', 'een', 'nergens'] }, cookie })
    expect((await desk()).pages.map(({ slug, texts }) => [slug, Object.keys(texts)])).toEqual([['twee', ['nl']], ['een', expect.arrayContaining(['nl', 'ar'])]])
    expect((await read('ar')).pages).toEqual([{ slug: 'een', title: 'واحد', body: 'أول' }])
    expect((await read('en')).pages).toEqual([])
  })

  it('a page goes with its last text, and the starter pages come only where there are none', async () => {
    expect((await server.request('POST', `${STAFF}/api/staff/advice/start`, { body: {}, cookie })).status).toBe(409)
    for (const [slug, language] of [['een', 'nl'], ['een', 'ar'], ['twee', 'nl']]) {
      expect((await server.request('DELETE', `${STAFF}/api/staff/advice/${slug}/${language}`, { cookie })).status).toBe(204)
    }
    expect((await server.request('DELETE', `${STAFF}/api/staff/advice/een/nl`, { cookie })).status).toBe(404)
    expect((await desk()).pages).toEqual([])
    expect((await server.request('POST', `${STAFF}/api/staff/advice/start`, { body: {}, cookie })).status).toBe(200)
    expect((await read('nl')).pages.map(({ slug }) => slug)).toEqual(starterAdvice.map(({ slug }) => slug))
    expect((await read('en')).pages).toHaveLength(starterAdvice.length)
  })

  it('is written down: who changed which page, never what it said', async () => {
    await put('gevaar', 'nl', { title: 'Markeertitel', body: 'Markeertekst' })
    const [rows] = await server.deps.office.write([sql`SELECT subject FROM audit WHERE act = 'write-advice' ORDER BY seq DESC LIMIT 1`])
    expect(JSON.parse(rows![0]!.subject as string)).toEqual({ page: 'gevaar', language: 'nl' })
  })
})

describe('reading advice', () => {
  it('attack 28: gives another municipality its own, and staff addresses give residents nothing', async () => {
    expect((await read('nl', 'http://duin.example:8787')).pages).toEqual([])
    expect((await server.request('GET', `${RESIDENT}/api/staff/advice`)).status).toBe(404)
    expect((await server.request('GET', `${STAFF}/api/advice/nl`, { cookie })).status).toBe(404)
  })

  it('leaves no trace: no cookie, nothing kept by a cache, nothing written', async () => {
    const before = await rowCounts(server.deps)
    const answer = await server.request('GET', `${RESIDENT}/api/advice/nl`)
    expect([answer.status, answer.headers.get('set-cookie'), answer.headers.get('cache-control')]).toEqual([200, null, 'no-store'])
    expect(await rowCounts(server.deps)).toEqual(before)
    expect(server.log).toEqual([])
  })

  it('attack 25: gives back hostile text letter for letter, as JSON and never as a page', async () => {
    const hostile = '# <script>alert(1)</script>\n- <img src=x onerror=alert(1)>\n\n"><svg onload=alert(1)> javascript:alert(1) {{7*7}}'
    await put('vals', 'nl', { title: '</title><script>x</script>', body: hostile })
    const answer = await server.request('GET', `${RESIDENT}/api/advice/nl`)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(((await answer.json()) as AdviceAnswer).pages.at(-1)).toEqual({ slug: 'vals', title: '</title><script>x</script>', body: hostile })
  })
})

overEachRuntime('advice', (started) => {
  it('is written by staff and read by residents in every language', async () => {
    const { wire } = started()
    expect((await wire.staff('POST', '/api/staff/advice/start', {})).status).toBe(200)
    expect((await wire.staff('PUT', '/api/staff/advice/gevaar/tr', { title: 'Tehlike', body: '# Şimdi\n112' })).status).toBe(200)
    const turkish = (await (await wire.resident('GET', '/api/advice/tr')).json()) as AdviceAnswer
    expect(turkish.pages).toEqual([{ slug: 'gevaar', title: 'Tehlike', body: '# Şimdi\n112' }])
    expect(((await (await wire.resident('GET', '/api/advice/nl')).json()) as AdviceAnswer).pages).toHaveLength(starterAdvice.length)
    expect((await wire.staff('DELETE', '/api/staff/advice/gevaar/tr')).status).toBe(204)
  })
})
