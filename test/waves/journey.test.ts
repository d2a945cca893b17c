// The whole life of a wave through its addresses: what comes out of the count is what people sent, and nothing stays behind.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openFrozen } from '../../src/counting/freeze.ts'
import { countWave, readFrozen } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import type { WaveDetail } from '../../src/waves/wire.ts'
import { aWaveInField, answer, ok, someAreas, withArchiveKey } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import { startedInProcess } from '../support/wire.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
let wire: Wire
let wave: AWave
let archive: string

beforeAll(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A', 'B'])
  archive = await withArchiveKey(wire)
  wave = await aWaveInField(wire, ['A', 'B'], 50)
})
afterAll(() => server.close())

const counting = () => countingApi(async (method, path, body) => {
  const response = await wire.staff(method, path, body)
  if (!response.ok) throw new Error(((await response.json()) as { type: string }).type)
  return response
}, wave.wave)

describe('a wave from the first letter to the certificate', () => {
  it('counts exactly what was sent, gives a second analyst the same digest, and destroys both databases', async () => {
    for (const code of wave.codes[0]!.slice(0, 7)) await answer(wire, wave, code, { unsafe: 2 })
    for (const code of wave.codes[1]!.slice(0, 5)) await answer(wire, wave, code, { unsafe: 4 })
    await expect(countWave(counting(), wave.identity)).rejects.toThrow('/problems/wave-state')

    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    expect(existsSync(join(server.folder, 'sample', `${wave.wave}.db`))).toBe(false)
    await expect(countWave(counting(), wave.identity)).rejects.toThrow('/problems/wave-state')
    server.advance(48 * 3_600_000)

    const check = await countWave(counting(), wave.identity, { checkOnly: true })
    const phases = new Set<string>()
    const counted = await countWave(counting(), wave.identity, { onPhase: (phase) => phases.add(phase) })
    expect(counted.digest).toBe(check.digest)
    expect(counted.tally).toMatchObject({ received: 12, counted: 12, duplicate: 0, strata: { A: 7, B: 5 } })
    expect(counted.certificate).toMatchObject({ drawn: 100, issued: 12, received: 12, counted: 12, anomalies: { strata: [], receivedAboveIssued: false } })
    expect([...phases]).toEqual(['fetching', 'opening', 'freezing', 'uploading', 'reading-back', 'destroying'])
    expect(existsSync(join(server.folder, 'intake', `${wave.wave}.db`))).toBe(false)

    const { meta, bytes } = await readFrozen(counting())
    const { microdata } = await openFrozen(bytes, archive, meta.digest)
    expect(microdata.n).toBe(12)
    expect([...microdata.codes.unsafe!].sort()).toEqual([2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4])
    const detail = await ok<WaveDetail>(wire.staff('GET', `/api/waves/${wave.wave}`))
    expect(detail).toMatchObject({ state: 'sealed', invited: 100, frozenDigest: counted.digest })
  })
})
