// Protects the papers: they say what is set and nothing else, name what is missing, claim neither anonymity nor accessibility before it is true,
// and reach residents of the right municipality only.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { accessibilityStatement, claimableStatus } from '../../src/papers/accessibility-statement.ts'
import { allPapers } from '../../src/papers/all-papers.ts'
import { DETAILS, fitsDetail } from '../../src/papers/details.ts'
import { limitsPaper } from '../../src/papers/limits.ts'
import type { Paper, PaperFacts, PaperWave } from '../../src/papers/paper.ts'
import { privacyNotice } from '../../src/papers/privacy-notice.ts'
import { securityTxt } from '../../src/papers/security-txt.ts'
import type { PapersAnswer } from '../../src/papers/wire.ts'
import { aReadyWave, ok, someAreas } from '../support/fieldwork.ts'
import type { Wire } from '../support/fieldwork.ts'
import { RESIDENT, STAFF } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

const wave: PaperWave = {
  name: 'Meting 2026', kind: 'resident', pilot: false, starts: '2026-03-02', ends: '2026-03-20', reminders: ['2026-03-09'], graceHours: 48, invited: 9_600, areas: 13,
  ageFloor: 18, languages: ['nl', 'en'], questions: 38, sensitive: ['werd onder druk gezet'], destroyedOn: null,
}
const facts: PaperFacts = {
  municipality: { name: 'Veldwijk', contact: 'Team Onderzoek', officer: 'FG Veldwijk', phone: '088 111 22 33', hours: '9 tot 17 uur', walkIn: '', hosts: ['onderzoek.veldwijk.example'] },
  details: { host: 'Eigen ICT-dienst', hostCountry: 'Nederland', printer: 'wij zelf', archiveYears: '10', accessibilityStatus: 'C' },
  runtime: 'node', restorePointDays: 0, backupDays: 30, waves: [wave], people: { coordinator: 1, analyst: 1 }, today: '2026-03-02',
}
const textOf = ({ title, sections }: Paper) => [title, ...sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap((block) =>
  typeof block === 'string' ? [block] : 'list' in block ? block.list : block.table.rows.flat())])].join('\n')

describe('a paper', () => {
  it('names every setting it needs and does not have, and none when all are there', () => {
    for (const paper of allPapers(facts)) expect([paper.kind, paper.missing]).toEqual([paper.kind, []])
    const empty = { ...facts, municipality: { ...facts.municipality, contact: '', officer: '', phone: ' ', hours: '' }, details: {} }
    const missing = Object.fromEntries(allPapers(empty).map(({ kind, missing: named }) => [kind, named]))
    expect(missing.privacy).toEqual(['Wie vragen beantwoordt', 'De functionaris gegevensbescherming', 'Het telefoonnummer', 'Wanneer de telefoon wordt opgenomen', 'Wie de server beheert', 'In welk land de server staat', 'Wie de brieven drukt en verstuurt', 'Hoeveel jaar u een telling bewaart'])
    expect(missing.register).toContain('De functionaris gegevensbescherming')
    expect(missing.dpia).toContain('Wie de server beheert')
    // Never a hole in a sentence.
    for (const paper of allPapers(empty)) expect([paper.kind, /undefined|null|NaN|\(\)|: \./.test(textOf(paper))]).toEqual([paper.kind, false])
  })

  it('says "anoniem" of answers only from the day on which nobody can open them any more', () => {
    expect(textOf(privacyNotice(facts))).toContain('Tot de telling zijn de antwoorden vertrouwelijk. Na de telling vernietigen wij de sleutel en zijn ze anoniem.')
    expect(textOf(privacyNotice(facts))).not.toContain('zijn de antwoorden anoniem:')
    expect(textOf(privacyNotice({ ...facts, waves: [{ ...wave, destroyedOn: '2026-03-25' }] }))).toContain('Sinds 25 maart 2026 zijn de antwoorden anoniem')
  })

  it('claims no accessibility that nobody examined, or that was examined long ago', () => {
    const status = (details: PaperFacts['details']) => claimableStatus({ details, today: '2026-03-02' })
    const report = 'https://veldwijk.example/rapport'
    expect(status({ accessibilityStatus: 'A' })).toBe('C')
    expect(status({ accessibilityStatus: 'A', accessibilityTestedOn: '2025-06-01' })).toBe('C')
    expect(status({ accessibilityStatus: 'B', accessibilityTestedOn: '2022-06-01', accessibilityReport: report })).toBe('C')
    expect(status({ accessibilityStatus: 'B', accessibilityTestedOn: '2027-06-01', accessibilityReport: report })).toBe('C')
    expect(status({ accessibilityStatus: 'A', accessibilityTestedOn: '2025-06-01', accessibilityReport: report })).toBe('A')
    expect(status({ accessibilityStatus: 'D' })).toBe('D')
    expect(textOf(accessibilityStatement(facts))).toContain('Daarom beweren wij niet dat de website voldoet.')
  })

  it('of limits says what the promises cannot do, on the runtime it is, in both languages alike', () => {
    const [nl, en] = [limitsPaper(facts, 'nl'), limitsPaper(facts, 'en')]
    expect(nl.sections.length).toBe(en.sections.length)
    for (const words of ['de sleutel heeft én kopieën van de server', 'de pagina verandert', 'Uw telefoon', 'dat u een brief kreeg', 'een computerprogramma schrijft', 'waaraan iemand u herkent']) expect(textOf(nl)).toContain(words)
    expect(textOf(nl)).not.toContain('databaseserver')
    const edge = textOf(limitsPaper({ ...facts, runtime: 'edge' }, 'nl'))
    expect(edge).toContain('in welke volgorde er iets is opgeslagen')
    expect(edge).toContain('Valt de stroom uit')
    expect(textOf(limitsPaper({ ...facts, backupDays: null }, 'nl'))).not.toContain('Reservekopieën')
  })

  it('that residents read has short sentences and no word of insiders', () => {
    for (const paper of [privacyNotice(facts), limitsPaper({ ...facts, runtime: 'edge', restorePointDays: 5 }, 'nl'), accessibilityStatement(facts)]) {
      const sentences = textOf(paper).split(/(?<=[.?!:])\s+|\n/).filter((sentence) => sentence.trim() !== '')
      expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 26)).toEqual([])
      expect(textOf(paper)).not.toMatch(/\b(?:wave|credential|Merkle|intake|hash|payload)\b/i)
    }
  })
})

describe('security.txt', () => {
  it('is none without a contact, and expires within a year with one', () => {
    expect(securityTxt({ contact: undefined, host: 'x.example', today: '2026-03-02' })).toBeNull()
    expect(securityTxt({ contact: 'https://veldwijk.example/lek', host: 'x.example', today: '2026-03-02' })).toBe(
      'Contact: https://veldwijk.example/lek\nExpires: 2026-08-29T00:00:00Z\nPreferred-Languages: nl, en\nCanonical: https://x.example/.well-known/security.txt\n')
  })
})

describe('the papers of a municipality', () => {
  let server: TestServer
  let wire: Wire
  const set = (field: string, value: string) => wire.staff('PUT', '/api/papers/details', { field, value })
  const page = (path: string, origin = RESIDENT) => server.app.request(origin + path)
  beforeAll(async () => {
    ;({ server, wire } = await startedInProcess())
    await someAreas(server.deps, 'veld', ['A'])
    await aReadyWave(wire, ['A'], 60, { name: 'Meting <b>2026</b>' })
  })
  afterAll(() => server.close())

  it('refuse a detail that is none, of another form or from who may not', async () => {
    for (const [field, value] of [['nothing', 'x'], ['archiveYears', 'lang'], ['securityContact', 'javascript:alert(1)'], ['accessibilityStatus', 'Z'], ['accessibilityReport', 'http://plain.example/x'], ['host', 'a\u0007b'], ['host', 'x'.repeat(501)]] as const) {
      expect([field, value, (await set(field, value)).status]).toEqual([field, value, 400])
    }
    const reader = await server.signIn(['reader'])
    expect((await server.request('PUT', `${STAFF}/api/papers/details`, { cookie: reader, body: { field: 'host', value: 'x' } })).status).toBe(404)
    for (const { field } of DETAILS) expect(fitsDetail(field, '')).toBe(false)
  })

  it('are made from what is planned and set, and change with it', async () => {
    expect((await page('/.well-known/security.txt')).status).toBe(404)
    for (const [field, value] of [['host', 'Dienst <script>alert(1)</script>'], ['hostCountry', 'Nederland'], ['printer', 'wij zelf'], ['archiveYears', '10'], ['securityContact', 'mailto:lek@veldwijk.example'], ['accessibilityStatus', 'C']] as const) await ok(set(field, value))
    const { papers, values } = await ok<PapersAnswer>(wire.staff('GET', '/api/papers'))
    expect(values).toMatchObject({ host: 'Dienst <script>alert(1)</script>', archiveYears: '10' })
    for (const paper of papers) expect([paper.kind, paper.missing]).toEqual([paper.kind, []])
    const register = textOf(papers.find(({ kind }) => kind === 'register')!)
    expect(register).toContain('Meting <b>2026</b>: 2 maart 2026 tot en met 20 maart 2026, 60 uitgenodigd in 1 gebieden')
    expect(textOf(papers.find(({ kind }) => kind === 'dpia')!)).toMatch(/Mensen met toegang: .*coördinatoren: 1/)
    expect(await (await page('/.well-known/security.txt')).text()).toContain('Contact: mailto:lek@veldwijk.example\n')
    await ok(set('securityContact', ''))
    expect((await page('/.well-known/security.txt')).status).toBe(404)
  })

  it('reach residents as pages that load nothing and run nothing, on their own host only', async () => {
    for (const path of ['/privacy', '/toegankelijkheid', '/beperkingen', '/limits', '/verklaringen', '/certificates']) {
      const answer = await page(path)
      const text = await answer.text()
      expect([path, answer.status, answer.headers.get('set-cookie')]).toEqual([path, 200, null])
      expect(text).not.toMatch(/<script|<b>2026|src=|https?:\/\/(?!127)/)
      expect(text).toMatch(/^<!doctype html>\n<html lang="(?:nl|en)">/)
      expect([path, (await page(path, STAFF)).status === 200 && (await (await page(path, STAFF)).text()).includes('Veldwijk')]).toEqual([path, false])
      expect([path, (await page(path, 'http://nobody.example:8787')).status]).toEqual([path, 404])
    }
    const other = await (await page('/privacy', 'http://duin.example:8787')).text()
    expect(other).toContain('Duinstad')
    expect(other).not.toContain('Dienst')
    // A wave that is not counted has no certificate.
    expect((await page('/verklaringen/wave-none')).status).toBe(404)
  })

  it('leave in the audit that a field was set, and not what', async () => {
    const [rows] = await server.deps.office.write([sql`SELECT subject FROM audit WHERE act = 'set-paper-detail'`])
    expect(rows!.length).toBeGreaterThan(5)
    expect(JSON.stringify(rows)).not.toContain('veldwijk.example')
  })
})
