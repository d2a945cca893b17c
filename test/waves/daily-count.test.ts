// Promise 9: one response changes nothing that staff can see until the daily hour (attack 58), and what the hour shows is rounded down.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { tick } from '../../src/waves/tick.ts'
import type { WaveSummary } from '../../src/waves/wire.ts'
import { aWaveInField, answer, ok, someAreas } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
let wave: AWave
beforeEach(async () => {
  ;({ server, wire } = await startedInProcess({ now: new Date('2026-03-02T09:00:00Z') }))
  await someAreas(server.deps, 'veld', ['A'])
  wave = await aWaveInField(wire, ['A'], 50)
})
afterEach(() => server.close())

/** Everything staff can ask for. */
async function everythingSeen(): Promise<string> {
  const paths = ['/api/waves', `/api/waves/${wave.wave}`, `/api/waves/${wave.wave}/frame`, '/api/staff/audit', '/api/editions', '/api/areas', `/api/waves/${wave.wave}/sealed`]
  return JSON.stringify(await Promise.all(paths.map(async (path) => [path, await (await wire.staff('GET', path)).text()])))
}

it('shows nothing of a response, or of seven, before the next morning, and then five (attack 58)', async () => {
  await tick(server.deps)
  const before = await everythingSeen()
  for (const code of wave.codes[0]!.slice(0, 7)) {
    await answer(wire, wave, code)
    await tick(server.deps)
    expect(await everythingSeen()).toBe(before)
  }
  server.advance(19 * 3_600_000 + 50 * 60_000)
  await tick(server.deps)
  const summary = async () => (await ok<WaveSummary[]>(wire.staff('GET', '/api/waves')))[0]!
  expect(await summary()).toMatchObject({ received: 0, asOf: '2026-03-02' })
  server.advance(15 * 60_000)
  await tick(server.deps)
  expect(await summary()).toMatchObject({ received: 5, asOf: '2026-03-03', invited: 50 })
})

it('closes intake by itself when the grace is over, once, and says so in the audit', async () => {
  await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
  expect(await tick(server.deps)).toMatchObject({ closed: [] })
  server.advance(48 * 3_600_000)
  expect(await tick(server.deps)).toMatchObject({ closed: [wave.wave] })
  expect(await tick(server.deps)).toMatchObject({ closed: [] })
  expect((await ok<WaveSummary[]>(wire.staff('GET', '/api/waves')))[0]).toMatchObject({ state: 'closed' })
  const { entries } = await ok<{ entries: { act: string; name: string | null }[] }>(wire.staff('GET', '/api/staff/audit'))
  expect(entries.filter(({ act }) => act === 'close-intake')).toEqual([expect.objectContaining({ name: null })])
})
