// Protects the imports of files: a bad file gets every line and column at fault and imports nothing; templates are never refused.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importAreas } from '../../src/areas/import-areas.ts'
import { importBoundaries } from '../../src/areas/import-boundaries.ts'
import { importControlTotals } from '../../src/areas/import-control-totals.ts'
import { areaMaps, areas, controlTotals } from '../../src/areas/table.ts'
import { areasTemplate, controlTotalsTemplate } from '../../src/areas/templates.ts'
import { readMap } from '../../src/areas/store-map.ts'
import type { Area } from '../../src/areas/wire.ts'
import { startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
beforeEach(async () => void (server = await startServer()))
afterEach(() => server.close())

const town = { municipality: 'veld', boundaryYear: 2026 }
const areasFrom = (file: string) => importAreas(server.deps, { ...town, file })
const totalsFrom = (file: string) => importControlTotals(server.deps, { ...town, file })
const boundariesFrom = (...features: unknown[]) => importBoundaries(server.deps, { ...town, file: JSON.stringify({ type: 'FeatureCollection', features }) })
const square = { type: 'Polygon', coordinates: [[[5, 52], [5.1, 52], [5.1, 52.1], [5, 52]]] }

describe('importAreas', () => {
  it('names every line and column at fault and imports nothing', async () => {
    const file = 'code;name;role;district\nBU01;Goed;focus;\n\n"BU 02";"Naam\nover twee regels";focus;\nBU01;;baas;\nBU03;te kort\n'
    expect(await areasFrom(file)).toEqual({
      faults: [
        { line: 4, column: 'code', fault: 'use 1 to 20 letters, digits or hyphens' },
        { line: 4, column: 'name', fault: 'give a name of at most 100 characters' },
        { line: 6, column: 'code', fault: 'this code stands on line 2 already' },
        { line: 6, column: 'name', fault: 'give a name of at most 100 characters' },
        { line: 6, column: 'role', fault: 'use focus, comparison, other' },
        { line: 7, column: '', fault: 'this line has 2 cells; the header has 4' },
      ],
    })
    expect(await server.deps.office.read.$count(areas)).toBe(0)
  })

  it.each([
    ['', 'the file is empty'],
    ['code,name,role\nA,B,focus', 'this column is missing'],
    ['code,name,role,district,extra\n', 'this column is not known'],
    ['code,name,role,district,code\n', 'this column is there twice'],
    ['code,name,role,district\n', 'there are no rows below the header'],
    ['code,name,role,district\n"A,B,focus,\n', 'a quotation mark is not closed'],
  ])('refuses the file %j', async (file, fault) => {
    expect(JSON.stringify(await areasFrom(file))).toContain(fault)
  })

  it('refuses a municipality that does not exist', async () => {
    await expect(importAreas(server.deps, { ...town, municipality: 'nowhere', file: areasTemplate })).rejects.toMatchObject({ slug: 'unknown-municipality' })
  })

  it('takes its own template, with a byte order mark and Windows line ends, twice', async () => {
    expect(await areasFrom(`\ufeff${areasTemplate.replaceAll('\n', '\r\n')}`)).toEqual({ imported: 1 })
    expect(await areasFrom(areasTemplate.replace('Voorbeeldbuurt', 'Nieuwe naam'))).toEqual({ imported: 1 })
    expect(await server.deps.office.read.select({ name: areas.name }).from(areas)).toEqual([{ name: 'Nieuwe naam' }])
  })

  it('attack 25: keeps names that look like markup as the text they are', async () => {
    const name = '<img src=x onerror=alert(1)>'
    await areasFrom(`code,name,role,district\nBU01,${name},focus,\n`)
    const answer = await server.request('GET', 'http://localhost:8787/api/areas', { cookie: await server.signIn(['reader']) })
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect((await answer.json() as Area[])[0]!.name).toBe(name)
  })
})

describe('importControlTotals', () => {
  it('names every fault, missing cells too, and imports nothing', async () => {
    await areasFrom(areasTemplate)
    const file = 'code,age,sex,persons,counted_on\nBU01,1,1,1.234,2026-01-01\nBU01,5,3,10,2026-02-30\nBU99,1,1,10,2026-01-01\nBU01,1,1,10,2026-01-01\n'
    const answer = await totalsFrom(file)
    const places = 'faults' in answer ? answer.faults.map(({ line, column }) => `${line} ${column}`) : []
    expect(places.sort()).toEqual(['2 code', '2 persons', '3 age', '3 counted_on', '3 sex', '4 code', '4 code', '5 '])
    expect(await server.deps.office.read.$count(controlTotals)).toBe(0)
  })

  it('takes its own template', async () => {
    await areasFrom(areasTemplate)
    expect(await totalsFrom(controlTotalsTemplate)).toEqual({ imported: 8 })
    expect(await totalsFrom(controlTotalsTemplate)).toEqual({ imported: 8 })
    expect(await server.deps.office.read.$count(controlTotals)).toBe(8)
  })
})

describe('importBoundaries', () => {
  it.each([
    [{ properties: {}, geometry: square }, 'none of code'],
    [{ properties: { code: 'BU99' }, geometry: square }, 'no area of this boundary year'],
    [{ properties: { code: 'BU01' }, geometry: { type: 'Point', coordinates: [5, 52] } }, 'only Polygon'],
    [{ properties: { code: 'BU01' }, geometry: null }, 'only Polygon'],
    [{ properties: { code: 'BU01' }, geometry: { type: 'Polygon', coordinates: [[[5, 52]]] } }, 'four positions'],
    [{ properties: { code: 'BU01' }, geometry: { type: 'Polygon', coordinates: [[['a', 52], [5, 52], [5, 52], [5, 52]]] } }, 'not two numbers'],
    [{ properties: { code: 'BU01' }, geometry: { type: 'Polygon', coordinates: [[[1550000, 463000], [155001, 463000], [155000, 463001], [155000, 463000]]] } }, 'outside the Netherlands'],
  ])('refuses the feature %j', async (feature, fault) => {
    await areasFrom(`${areasTemplate}BU02,Tweede,other,\n`)
    const answer = await boundariesFrom({ properties: { code: 'BU02' }, geometry: square }, feature)
    expect('faults' in answer && answer.faults[0]).toMatchObject({ line: 2, fault: expect.stringContaining(fault) as string })
    expect(await server.deps.office.read.$count(areaMaps)).toBe(0)
  })

  it('refuses what is not GeoJSON', async () => {
    expect(await importBoundaries(server.deps, { ...town, file: '[]' })).toHaveProperty('faults')
    expect(await importBoundaries(server.deps, { ...town, file: 'nonsense' })).toHaveProperty('faults')
  })

  it('gives each area its shape', async () => {
    await areasFrom(`${areasTemplate}BU02,Tweede,other,\n`)
    expect(await boundariesFrom({ properties: { statcode: 'BU01' }, geometry: square })).toEqual({ imported: 1 })
    const map = await readMap(server.deps, 'veld', 2026)
    expect(map!.objects.areas.geometries.map(({ id }) => id)).toEqual(['BU01'])
    expect(await readMap(server.deps, 'duin', 2026)).toBeNull()
  })
})
