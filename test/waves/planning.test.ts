// Protects planning in steps: a draft is not fixed before it is whole, nothing changes after it was fixed, a trial is never published, and
// fieldwork waits for somebody to ask, somebody to complain to and a phone number. Refusals first.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyFingerprint } from '../../src/crypto/key-sheet.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'
import type { WaveDetail } from '../../src/waves/wire.ts'
import { aReadyWave, ok, someAreas } from '../support/fieldwork.ts'
import type { Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
beforeEach(async () => {
  ({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A', 'B'])
})
afterEach(() => server.close())

const draft = { name: 'Nulmeting', kind: 'resident', starts: '2026-03-02', reminders: ['2026-03-16'], ends: '2026-04-06', boundaryYear: 2026 }
const drafted = async (more: object = {}) => (await ok<{ wave: string }>(wire.staff('POST', '/api/waves/drafts', { ...draft, ...more }))).wave
const slug = async (answer: Promise<Response>) => ((await (await answer).json()) as { type: string }).type.replace('/problems/', '')
const strata = (letters: number) => ({ strata: ['A', 'B'].map((area) => ({ area, population: 2_000, toInvite: letters })) })
const read = (wave: string) => ok<WaveDetail>(wire.staff('GET', `/api/waves/${wave}`))

async function key(wave: string): Promise<void> {
  const { recipient } = await newIdentity()
  await ok(wire.staff('PUT', `/api/waves/${wave}/key`, { recipient, fingerprint: await keyFingerprint(recipient) }))
  await ok(wire.staff('POST', `/api/waves/${wave}/key/confirm`, { recipient }))
}

describe('a plan in steps', () => {
  it('refuses to be fixed while questionnaire or sample is missing, and says which', async () => {
    const wave = await drafted()
    await key(wave)
    const answer = await (await wire.staff('POST', `/api/waves/${wave}/manifest`, {})).json() as { type: string; missing: string }
    expect(answer).toMatchObject({ type: '/problems/wave-incomplete', missing: 'the questionnaire and the sample' })
  })

  it.each([
    ['days out of order', 'days', { ...draft, kind: undefined, ends: '2026-03-01' }, 'invalid-plan'],
    ['a battery nobody made', 'questionnaire', { battery: 'nosuch' }, 'invalid-plan'],
    ['a module the battery lacks', 'questionnaire', { battery: 'core', modules: ['nosuch'] }, 'invalid-plan'],
    ['a questionnaire of nothing but its end', 'questionnaire', { battery: 'core', modules: ['closing'] }, 'invalid-plan'],
    ['the battery for staff in a measurement of residents', 'questionnaire', { battery: 'staff' }, 'invalid-plan'],
    ['a language without words', 'questionnaire', { battery: 'core', languages: ['xx'] }, 'invalid-plan'],
    ['an outcome that was left out', 'questionnaire', { battery: 'core', modules: ['living'], primaryOutcomes: ['trust'] }, 'invalid-plan'],
    ['an area of another year', 'strata', { strata: [{ area: 'Z', population: 100, toInvite: 60 }] }, 'invalid-plan'],
    ['more letters than people', 'strata', { strata: [{ area: 'A', population: 100, toInvite: 101 }] }, 'invalid-plan'],
    ['attack 14: fewer than 50 invited in an area', 'strata', { strata: [{ area: 'A', population: 100, toInvite: 49 }] }, 'stratum-too-small'],
  ])('refuses %s', async (_, step, body, expected) => {
    const wave = await drafted()
    const before = await read(wave)
    expect(await slug(wire.staff('PUT', `/api/waves/${wave}/${step}`, body))).toBe(expected)
    expect(await read(wave)).toEqual(before)
  })

  it('takes each step, again and again, and freezes exactly what was chosen', async () => {
    const wave = await drafted()
    for (const modules of [['living', 'safety', 'trust'], ['living', 'trust', 'reporting']]) {
      await ok(wire.staff('PUT', `/api/waves/${wave}/questionnaire`, { battery: 'core', modules, languages: ['nl'], primaryOutcomes: ['living', 'trust'] }))
    }
    await ok(wire.staff('PUT', `/api/waves/${wave}/strata`, strata(60)))
    await ok(wire.staff('PUT', `/api/waves/${wave}/strata`, strata(55)))
    expect((await read(wave)).preparation).toEqual({ areas: 2, counted: 2, languages: 1, toInvite: 110, key: 'none' })
    await key(wave)
    await ok(wire.staff('POST', `/api/waves/${wave}/manifest`, {}))
    const { manifest, instruments } = await read(wave)
    const { instrument } = await ok<{ instrument: { items: { block: string }[] } }>(wire.resident('GET', `/api/instruments/${instruments.nl}`))
    expect(new Set(instrument.items.map(({ block }) => block))).toEqual(new Set(['living', 'trust', 'reporting', 'closing']))
    expect(manifest!.instruments).toEqual(instruments)
    for (const [step, body] of [['days', { ...draft, kind: undefined }], ['questionnaire', { battery: 'core' }], ['strata', strata(60)]] as const) {
      expect([step, await slug(wire.staff('PUT', `/api/waves/${wave}/${step}`, body))]).toEqual([step, 'wave-state'])
    }
    expect(await slug(wire.staff('DELETE', `/api/waves/${wave}`))).toBe('wave-state')
  })

  it('takes the groups away with the boundary year they belong to', async () => {
    const wave = await drafted()
    await ok(wire.staff('PUT', `/api/waves/${wave}/strata`, strata(60)))
    await ok(wire.staff('PUT', `/api/waves/${wave}/days`, { ...draft, kind: undefined, name: 'Later', boundaryYear: 2025 }))
    expect(await read(wave)).toMatchObject({ name: 'Later', strata: [], preparation: { areas: 0, toInvite: 0 } })
  })

  it('begins as a copy of an earlier measurement with the very same questions, and not of another municipality\'s', async () => {
    const { wave: first } = await aReadyWave(wire, ['A', 'B'], 60)
    const copy = await read(await drafted({ copyOf: first }))
    const { instruments, strata: groups } = await read(first)
    expect([copy.instruments, copy.strata.map(({ area, toInvite }) => [area, toInvite])]).toEqual([instruments, groups.map(({ area, toInvite }) => [area, toInvite])])
    expect(copy).toMatchObject({ state: 'draft', recipient: null, plan: { copyOf: first } })
    const duin = await server.signIn(['coordinator'], 'duin', 'Buur')
    expect(await slug(server.request('POST', 'http://localhost:8787/api/waves/drafts', { cookie: duin, body: { ...draft, copyOf: first } }))).toBe('unknown-wave')
  })

  it('can be thrown away as long as nothing is fixed', async () => {
    const wave = await drafted()
    await ok(wire.staff('PUT', `/api/waves/${wave}/strata`, strata(60)))
    expect((await wire.staff('DELETE', `/api/waves/${wave}`)).status).toBe(204)
    expect(await slug(wire.staff('GET', `/api/waves/${wave}`))).toBe('unknown-wave')
  })

  it('takes professionals as one group of at least ten', async () => {
    const wave = await drafted({ kind: 'professional' })
    await ok(wire.staff('PUT', `/api/waves/${wave}/questionnaire`, { battery: 'staff', primaryOutcomes: ['cooperation'] }))
    const group = (population: number) => ({ selection: 'census', strata: [{ area: 'A', population, toInvite: population }] })
    expect(await slug(wire.staff('PUT', `/api/waves/${wave}/strata`, group(9)))).toBe('stratum-too-small')
    expect(await slug(wire.staff('PUT', `/api/waves/${wave}/strata`, { selection: 'census', strata: strata(30).strata }))).toBe('stratum-census')
    await ok(wire.staff('PUT', `/api/waves/${wave}/strata`, group(75)))
  })
})

describe('what fieldwork waits for', () => {
  const settings = { name: 'Veldwijk', contact: 'Team Onderzoek', officer: 'FG', phone: '088 111 22 33', hours: '9 tot 17 uur', walkIn: '', team: '', privacyUrl: '', exitUrl: '' }

  it.each(['contact', 'officer', 'phone', 'hours'])('refuses to start while the municipality has no %s', async (field) => {
    const { wave } = await aReadyWave(wire, ['A'], 50)
    await ok(wire.staff('PUT', '/api/municipality', { ...settings, [field]: '' }))
    const answer = await (await wire.staff('POST', `/api/waves/${wave}/start`, {})).json()
    expect(answer).toMatchObject({ type: '/problems/contact-missing', missing: field })
    expect((await read(wave)).state).toBe('ready')
    await ok(wire.staff('PUT', '/api/municipality', settings))
    await ok(wire.staff('POST', `/api/waves/${wave}/start`, {}))
  })

  it('keeps what is printed in the letters while people answer', async () => {
    const { wave } = await aReadyWave(wire, ['A'], 50)
    await ok(wire.staff('POST', `/api/waves/${wave}/start`, {}))
    expect(await slug(wire.staff('PUT', '/api/municipality', { ...settings, phone: '' }))).toBe('contact-missing')
    await ok(wire.staff('PUT', '/api/municipality', { ...settings, phone: '088 999 99 99' }))
  })

  it.each([['exitUrl', 'javascript:alert(1)'], ['privacyUrl', '//elsewhere.example'], ['phone', '<b>1</b>'], ['name', ''], ['contact', 'a\nb']])('refuses %s %j', async (field, value) => {
    expect((await wire.staff('PUT', '/api/municipality', { ...settings, [field]: value })).ok).toBe(false)
  })

  it('shows staff what is missing and where residents answer', async () => {
    await ok(wire.staff('PUT', '/api/municipality', { ...settings, officer: '' }))
    expect(await ok(wire.staff('GET', '/api/municipality'))).toMatchObject({ missing: ['officer'], hosts: ['127.0.0.1:8787'], exitUrl: '/weer.html' })
  })
})
