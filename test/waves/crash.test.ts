// Acts on two databases survive a power cut at any write: the intent stays open, the clock completes it, and running it twice changes nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/port.ts'
import type { Deps } from '../../src/deps.ts'
import { endFieldwork } from '../../src/waves/end-fieldwork.ts'
import { startFieldwork } from '../../src/waves/start-fieldwork.ts'
import { tick } from '../../src/waves/tick.ts'
import type { WaveDetail } from '../../src/waves/wire.ts'
import { aReadyWave, aWaveInField, answer, ok, someAreas } from '../support/fieldwork.ts'
import type { Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
beforeAll(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A'])
})
afterAll(() => server.close())

/** The same databases, whose power goes before the n-th write, creation or destruction. */
function cutBefore(deps: Deps, n: number): Deps {
  let done = 0
  const step = () => {
    done += 1
    if (done >= n) throw new Error('power cut')
  }
  const cut = (database: Database): Database => ({ ...database, read: database.read, write: async (statements) => (step(), database.write(statements)) })
  return {
    ...deps,
    office: cut(deps.office),
    databases: {
      create: async (kind, wave) => (step(), cut(await deps.databases.create(kind, wave))),
      open: async (kind, wave) => cut(await deps.databases.open(kind, wave)),
      exists: (kind, wave) => deps.databases.exists(kind, wave),
      list: () => deps.databases.list(),
      forgotten: () => deps.databases.forgotten(),
      destroy: async (kind, wave) => (step(), deps.databases.destroy(kind, wave)),
    },
  }
}

const census = { kind: 'professional', reminders: [] }
const actor = { municipality: 'veld', staff: null }
const detail = (wave: string) => ok<WaveDetail>(wire.staff('GET', `/api/waves/${wave}`))

describe('a power cut', () => {
  it('at any write of starting fieldwork leaves a wave that the clock starts, or that was never started', async () => {
    for (let n = 1; ; n += 1) {
      const { wave } = await aReadyWave(wire, ['A'], 10, census)
      const started = await startFieldwork(cutBefore(server.deps, n), actor, wave).then(() => true, (fault: Error) => (expect(fault.message).toBe('power cut'), false))
      await tick(server.deps)
      // Before the intent was written nothing was promised; the person presses again.
      if (n === 1) {
        expect((await detail(wave)).state).toBe('ready')
        await startFieldwork(server.deps, actor, wave)
      }
      expect((await detail(wave)).state).toBe('field')
      expect(await tick(server.deps)).toMatchObject({ completed: 0 })
      if (started) return expect(n).toBeGreaterThan(4)
    }
  })

  it('at any write of ending fieldwork loses no count and leaves no invite', async () => {
    for (let n = 1; ; n += 1) {
      const wave = await aWaveInField(wire, ['A'], 10, { ...census, graceHours: 0 })
      for (const code of wave.codes[0]!.slice(0, 3)) await answer(wire, wave, code)
      const ended = await endFieldwork(cutBefore(server.deps, n), actor, wave.wave).then(() => true, (fault: Error) => (expect(fault.message).toBe('power cut'), false))
      await tick(server.deps)
      if (n === 1) await endFieldwork(server.deps, actor, wave.wave)
      const { state, strata } = await detail(wave.wave)
      expect([n, state, strata[0]!.issued, await server.deps.databases.exists('sample', wave.wave)]).toEqual([n, 'closed', 3, false])
      if (ended) return expect(n).toBeGreaterThan(7)
    }
  })
})
