// Figures of town and country on the server: refused where they would mislead, kept by who counts, seen by their own municipality, taken away again, and
// every coming and going stands in the audit.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Benchmark } from '../../src/analysis/benchmark.ts'
import { audit } from '../../src/audit/table.ts'
import type { BenchmarkRequest } from '../../src/results/wire.ts'
import { STAFF } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import type { Wire } from '../support/fieldwork.ts'
import { ok } from '../support/fieldwork.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
beforeAll(async () => { ({ server, wire } = await startedInProcess()) })
afterAll(() => server.close())

const good: BenchmarkRequest = {
  source: 'Veiligheidsmonitor 2023', topic: 'Voelt zich onveilig', beside: 'unsafeHere.share.3.4', measure: 'share', equal: { wording: false, scale: true, mode: true },
  figures: [{ region: 'Nederland', value: 15.4, low: 14.9, high: 15.9 }, { region: 'Limburg (PV)', value: 18, low: null, high: null }],
}
const status = async (request: object) => (await wire.staff('POST', '/api/benchmarks', request)).status
const figures = (figure: object) => ({ ...good, figures: [{ region: 'Nederland', value: 15, low: 14, high: 16, ...figure }] })

describe('figures of town and country', () => {
  it('are refused outside their limits, with one limit, with a mark over 10, without a declaration, and beside no figure', async () => {
    for (const bad of [
      figures({ value: 20 }), figures({ low: null }), figures({ high: null }), figures({ value: '15' }), { ...figures({}), measure: 'mean', beside: 'liveMark.mean' }, { ...good, equal: { wording: true, scale: true } },
      { ...good, beside: 'unsafeHere' }, { ...good, measure: 'mean' }, { ...good, figures: [] }, { ...good, source: 'x\u0000' }, { ...good, extra: 1 },
    ]) expect(await status(bad), JSON.stringify(bad)).toBe(400)
    expect(await ok(wire.staff('GET', '/api/benchmarks'))).toEqual([])
  })

  it('are kept by who counts only, and are never another municipality’s', async () => {
    for (const role of ['coordinator', 'reader', 'report-officer'] as const) {
      const cookie = await server.signIn([role])
      expect((await server.request('POST', `${STAFF}/api/benchmarks`, { body: good, cookie })).status, role).toBe(404)
    }
    const { id } = await ok<{ id: string }>(wire.staff('POST', '/api/benchmarks', good))
    expect(await ok<Benchmark[]>(wire.staff('GET', '/api/benchmarks'))).toEqual([{ id, ...good }])
    const others = await server.signIn(['analyst'], 'duin')
    expect(await (await server.request('GET', `${STAFF}/api/benchmarks`, { cookie: others })).json()).toEqual([])
    expect((await server.request('DELETE', `${STAFF}/api/benchmarks/${id}`, { cookie: others })).status).toBe(404)
    expect(await ok(wire.staff('GET', '/api/benchmarks'))).toHaveLength(1)
    const acts = await server.deps.office.read.select({ act: audit.act }).from(audit)
    expect(acts.filter(({ act }) => act === 'add-benchmark')).toHaveLength(1)
  })

  it('are taken away once', async () => {
    const { id } = await ok<{ id: string }>(wire.staff('POST', '/api/benchmarks', good))
    expect((await wire.staff('DELETE', `/api/benchmarks/${id}`)).status).toBe(204)
    const again = await wire.staff('DELETE', `/api/benchmarks/${id}`)
    expect([again.status, ((await again.json()) as { type: string }).type]).toEqual([404, '/problems/unknown-benchmark'])
  })
})
