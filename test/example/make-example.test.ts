// The example town as its pages say it: what was planted stands in the published edition, and nothing else is called a change.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isEqual } from '../../src/analysis/benchmark.ts'
import type { Benchmark } from '../../src/analysis/benchmark.ts'
import type { PublishedComparison } from '../../src/analysis/edition.ts'
import { CHANGES, IN_THE_FIELD, REFUSALS, REWORDED } from '../../src/example/planted.ts'
import { AREAS, TOWN } from '../../src/example/town.ts'
import { makeExample } from '../../src/example/make-example.ts'
import type { MadeExample } from '../../src/example/make-example.ts'
import type { EditionDetail, EditionSummary } from '../../src/results/wire.ts'
import type { ProgressAnswer } from '../../src/mailings/wire.ts'
import type { WaveSummary } from '../../src/waves/wire.ts'
import { measureKey } from '../../web/charts/from-comparison.ts'
import { RESIDENT, STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
let made: MadeExample
let cookie: string
let second: EditionDetail

const get = async <T>(path: string) => (await (await server.request('GET', `${STAFF}${path}`, { cookie })).json()) as T

beforeAll(async () => {
  server = await startServer({ municipalities: false })
  made = await makeExample(server.deps, { residentOrigin: RESIDENT, sheet: join(server.folder, '..', `sheet-${process.pid}.txt`), say: () => {} })
  const signIn = await server.request('POST', `${STAFF}/api/staff/session`, { body: { link: made.signIn } })
  cookie = signIn.headers.get('set-cookie')!.split(';')[0]!
  const editions = await get<EditionSummary[]>('/api/editions')
  second = await get<EditionDetail>(`/api/editions/${editions.find(({ head }) => head.baseline !== null)!.id}`)
}, 300_000)
afterAll(() => server.close())

const inAreas = (comparison: PublishedComparison) => AREAS.some(({ id }) => id === comparison.domain)
const key = ({ domain, item }: PublishedComparison) => `${domain} ${item}`

describe('the example', () => {
  it('says the planted values, before and after, and calls them changes', () => {
    for (const { area, item, baseline, second: after } of CHANGES) {
      const comparison = second.comparisons.find((one) => one.domain === area && one.item === item && one.measure === 'share')!
      expect(comparison.baseline, `${area} ${item}`).toMatchObject({ value: Math.round(baseline * 100) })
      expect(comparison.now, `${area} ${item}`).toMatchObject({ value: Math.round(after * 100) })
      expect(comparison.verdict).toBe(after < baseline ? 'lower' : 'higher')
    }
  })

  it('calls nothing else in any area a change', () => {
    const called = second.comparisons.filter((one) => inAreas(one) && (one.verdict === 'higher' || one.verdict === 'lower')).map(key)
    const scales = ['safety', 'trust'] // follow from the planted items they are made of
    expect(called.filter((one) => !scales.includes(one.split(' ')[1]!)).sort()).toEqual(CHANGES.map(({ area, item }) => `${area} ${item}`).sort())
    for (const one of called) expect(['LK', 'SW']).toContain(one.split(' ')[0])
  })

  it('shows the reworded item as a break and never as a difference', () => {
    const reworded = second.comparisons.filter(({ item, measure }) => item === REWORDED.item && measure === 'share')
    expect(reworded.length).toBeGreaterThan(9)
    for (const comparison of reworded) {
      expect(['break', 'hidden']).toContain(comparison.verdict)
      expect(comparison.difference).toBeNull()
    }
  })

  it('shows refusals doubled in one area', () => {
    const refused = second.comparisons.find(({ domain, item, measure }) => domain === REFUSALS.area && item === REFUSALS.item && measure === 'preferNot')!
    expect(refused.baseline).toMatchObject({ value: Math.round(REFUSALS.baseline * 100) })
    expect(refused.now).toMatchObject({ value: Math.round(REFUSALS.second * 100) })
  })

  it('shows no figure of the area that is too small', () => {
    const small = second.comparisons.filter(({ domain }) => domain === 'HE')
    expect(small.length).toBeGreaterThan(10)
    for (const { now, baseline } of small) expect([now, baseline]).toEqual([{ hidden: true }, { hidden: true }])
  })

  it('has one wave in the field, followed day by day, each area rounded down to 5 and the whole as their sum', async () => {
    const waves = await get<WaveSummary[]>('/api/waves')
    expect(waves.map(({ state }) => state)).toEqual(['field', 'sealed', 'sealed'])
    const progress = await get<ProgressAnswer>(`/api/waves/${waves[0]!.id}/progress`)
    expect(progress.days).toHaveLength(IN_THE_FIELD.days + 1)
    expect(progress.days.map(({ received }) => received)).toEqual(progress.days.map(({ received }) => received).toSorted((a, b) => a - b))
    expect(progress.areas.reduce((sum, { received }) => sum + received!, 0)).toBe(waves[0]!.received)
    expect(waves[0]!.received).toBeGreaterThan(IN_THE_FIELD.responses - 5 * AREAS.length)
    expect(waves[0]!.received).toBeLessThanOrEqual(IN_THE_FIELD.responses)
    expect(progress.runs.map(({ phase }) => phase)).toEqual([0, 1])
    expect(progress.earlier!.shares.at(-1)!.share).toBe(1)
    expect(progress.areas.find(({ area }) => area === IN_THE_FIELD.returned.area)).toMatchObject({ undelivered: 9, ineligible: 3 })
  })

  it('shows a newcomer what the municipality answers, on the public pages, and figures of others that are not tested', async () => {
    const editions = await get<EditionSummary[]>('/api/editions')
    const open = editions.find(({ head, audience }) => head.baseline !== null && audience === 'public')!
    const page = async (path: string) => (await server.request('GET', `${RESIDENT}${path}`)).text()
    expect(await page(`/uitkomsten/${open.id}`)).toContain('In september staan wij in elk buurthuis.')
    expect(await page(`/uitkomsten/${open.id}/LK`)).toContain('Bij de tunnel komt meer licht.')
    expect(await page(`/results/${open.id}/LK`)).toContain('more light at the tunnel')
    const others = await get<Benchmark[]>('/api/benchmarks')
    expect(others.map(({ equal, beside }) => [isEqual({ equal }), second.head.items.some((item) => measureKey(item) === beside)])).toEqual([[false, true]])
  })

  it('is marked as an example everywhere and keeps its key sheet outside the data', async () => {
    expect(second.head).toMatchObject({ example: true, municipality: TOWN.name })
    expect(existsSync(made.sheet)).toBe(true)
    expect(made.sheet.startsWith(server.folder + '/')).toBe(false)
    expect(readFileSync(made.sheet, 'utf8')).toContain(made.letter)
  })
})
