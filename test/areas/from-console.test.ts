// Protects what the console stores of areas: a list is replaced at once or not at all, an area that a measurement uses stays, register counts
// are whole, and a map holds only shapes of areas that are there. Through the staff's own addresses; refusals first.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAreaMap } from '../../src/frame/area-map.ts'
import type { AreaMap } from '../../src/frame/area-map.ts'
import type { AreaCount } from '../../src/areas/wire.ts'
import { aReadyWave, ok } from '../support/fieldwork.ts'
import type { Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
beforeEach(async () => void ({ server, wire } = await startedInProcess()))
afterEach(() => server.close())

const area = (code: string, more: object = {}) => ({ code, name: `Buurt ${code}`, role: 'other', district: '', ...more })
const list = (...areas: object[]) => wire.staff('PUT', '/api/areas/2026', { areas })
const cells = (...areas: string[]) => areas.flatMap((code) => [1, 2, 3, 4].flatMap((age) => [1, 2].map((sex) => ({ area: code, age, sex, persons: 100 }))))
const totals = (given: object[]) => wire.staff('PUT', '/api/areas/2026/totals', { countedOn: '2026-01-01', cells: given })
const codes = async (year = 2026) => (await ok<{ code: string; boundaryYear: number }[]>(wire.staff('GET', '/api/areas'))).filter(({ boundaryYear }) => boundaryYear === year).map(({ code }) => code)
const slug = async (answer: Promise<Response>) => ((await (await answer).json()) as { type: string }).type.replace('/problems/', '')
const mapOf = (...names: string[]): AreaMap => {
  const ring = (i: number) => [[176000 + 1000 * i, 317000], [177000 + 1000 * i, 317000], [177000 + 1000 * i, 318000], [176000 + 1000 * i, 317000]]
  const read = readAreaMap(JSON.stringify({ type: 'FeatureCollection', features: names.map((code, i) => ({ properties: { code }, geometry: { type: 'Polygon', coordinates: [ring(i)] } })) }), names)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.map
}

describe('the list of areas', () => {
  it.each([
    ['a code twice', [area('A'), area('A')]], ['a role nobody knows', [area('A', { role: 'baas' })]], ['a name of nothing', [area('A', { name: '' })]], ['a control character', [area('A', { name: 'a\u0007' })]],
    ['a code with a slash', [area('A/B')]], ['nothing at all', []],
  ])('refuses %s and keeps what was there', async (_, areas) => {
    await ok(list(area('OUD')))
    expect((await list(...areas)).ok).toBe(false)
    expect(await codes()).toEqual(['OUD'])
  })
  it.each(['1889', '99999', 'x', '2026.5'])('refuses the year %s', async (year) => {
    expect((await wire.staff('PUT', `/api/areas/${year}`, { areas: [area('A')] })).status).toBe(400)
  })
  it('replaces the list of one year and leaves other years and municipalities alone', async () => {
    await ok(list(area('A'), area('B', { role: 'focus', district: 'Noord' })))
    await ok(wire.staff('PUT', '/api/areas/2025', { areas: [area('A')] }))
    expect(await ok(list(area('B', { name: 'Nieuw' }), area('C')))).toEqual({ areas: 2, kept: [] })
    expect([await codes(), await codes(2025)]).toEqual([['B', 'C'], ['A']])
    const duin = await server.signIn(['coordinator'], 'duin')
    expect(await (await server.request('GET', 'http://localhost:8787/api/areas', { cookie: duin })).json()).toEqual([])
  })
  it('keeps an area that a measurement uses, with its counts', async () => {
    await ok(list(area('A'), area('B')))
    await ok(totals(cells('A', 'B')))
    await aReadyWave(wire, ['A'], 50)
    expect(await ok(list(area('C')))).toEqual({ areas: 1, kept: ['A'] })
    expect(await codes()).toEqual(['A', 'C'])
    expect((await ok<AreaCount[]>(wire.staff('GET', '/api/areas/2026/totals'))).map((one) => one.area)).toEqual(['A'])
  })
})

describe('register counts', () => {
  beforeEach(() => ok(list(area('A'), area('B'))))
  it.each([
    ['an area that is not there', cells('A', 'Z')], ['a cell that is missing', cells('A').slice(1).concat(cells('B').slice(0, 1))], ['a cell that is there twice', [...cells('A').slice(1), cells('A')[1]!]],
  ])('refuse %s and store nothing', async (_, given) => {
    expect(await slug(totals(given))).toBe('invalid-plan')
    expect(await ok(wire.staff('GET', '/api/areas/2026/totals'))).toEqual([])
  })
  it('are stored whole, with their day, and replaced', async () => {
    await ok(totals(cells('A', 'B')))
    await ok(totals(cells('A').map((cell) => ({ ...cell, persons: 50 }))))
    expect(await ok(wire.staff('GET', '/api/areas/2026/totals'))).toEqual([{ area: 'A', persons: 400, countedOn: '2026-01-01' }, { area: 'B', persons: 800, countedOn: '2026-01-01' }])
  })
})

describe('the map', () => {
  it('is not there until it was stored, and refuses shapes of no area and what is no topology', async () => {
    await ok(list(area('A')))
    expect(await slug(wire.staff('GET', '/api/areas/2026/map'))).toBe('no-map')
    expect(await slug(wire.staff('PUT', '/api/areas/2026/map', mapOf('A', 'Z')))).toBe('invalid-plan')
    for (const wrong of [{}, { ...mapOf('A'), script: 'x' }, { ...mapOf('A'), arcs: [[['a', 1]]] }]) expect(await slug(wire.staff('PUT', '/api/areas/2026/map', wrong))).toBe('invalid-body')
  })
  it('comes back as it was stored, and goes when an area goes', async () => {
    await ok(list(area('A'), area('B')))
    const map = mapOf('A', 'B')
    expect(await ok(wire.staff('PUT', '/api/areas/2026/map', map))).toEqual({ areas: 2 })
    expect(await ok(wire.staff('GET', '/api/areas/2026/map'))).toEqual(map)
    await ok(list(area('A'), area('B', { role: 'focus' })))
    expect(await ok(wire.staff('GET', '/api/areas/2026/map'))).toEqual(map)
    await ok(list(area('A')))
    expect(await slug(wire.staff('GET', '/api/areas/2026/map'))).toBe('no-map')
  })
})
