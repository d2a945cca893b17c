// A count is announced by one person's device. Protects: that numbers which cannot be those of this wave are refused before anything is
// frozen, and that nothing is destroyed while no certificate could be written, whatever got into the database.
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import type { CountAnnouncement, CountingApi } from '../../src/counting/counting-api.ts'
import { hex, sha256, utf8 } from '../../src/crypto/digest.ts'
import { tick } from '../../src/waves/tick.ts'
import { aWaveInField, answer, ok, someAreas, withArchiveKey } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
let wave: AWave
beforeEach(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A', 'B'])
  await withArchiveKey(wire)
  wave = await aWaveInField(wire, ['A', 'B'], 50, { graceHours: 0 })
  for (const code of wave.codes[0]!.slice(0, 3)) await answer(wire, wave, code)
  await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
})
afterEach(() => server.close())

/** The counting interface with an announcement changed on its way out. */
const announcing = (change: (announced: CountAnnouncement) => object): CountingApi => countingApi(async (method, path, body) => {
  const sent = path.endsWith('/counts') ? { ...(body as CountAnnouncement), ...change(body as CountAnnouncement) } : body
  const response = await wire.staff(method, path, sent)
  if (!response.ok) throw new Error(((await response.json()) as { type: string }).type)
  return response
}, wave.wave)

describe('an announced count', () => {
  const lies: [string, (announced: CountAnnouncement) => object][] = [
    ['names a stratum the wave does not have', ({ tally }) => ({ tally: { ...tally, strata: { ...tally.strata, C: 0 } } })],
    ['leaves a stratum out', ({ tally }) => ({ tally: { ...tally, strata: { A: 3 } } })],
    ['has strata that are more than was counted', ({ tally }) => ({ tally: { ...tally, strata: { A: 3, B: 1 } } })],
    ['drops a response from the sum', ({ tally }) => ({ tally: { ...tally, counted: 2, strata: { A: 2, B: 0 } } })],
    ['received another number than it opened', ({ tally }) => ({ tally: { ...tally, received: 4, duplicate: 1 } })],
  ]
  for (const [lie, change] of lies) {
    it(`is refused when it ${lie}`, async () => {
      await expect(countWave(announcing(change), wave.identity)).rejects.toThrow('/problems/upload-incomplete')
      expect(await ok<{ state: string; frozen: unknown }>(wire.staff('GET', `/api/waves/${wave.wave}`))).toMatchObject({ state: 'closed', frozen: null })
    })
  }

  it('cannot bring a readable file: what is stored begins as a sealed file does', async () => {
    const plain = utf8('age,sex,unsafe\n2,1,4\n')
    const api = announcing(() => ({ chunks: [digest], sealedDigest: digest, bytes: plain.length }))
    const digest = hex(await sha256(plain))
    await expect(countWave({ ...api, putChunk: (upload, index) => api.putChunk(upload, index, plain) }, wave.identity)).rejects.toThrow('/problems/chunk-differs')
    expect(await ok<{ frozen: unknown }>(wire.staff('GET', `/api/waves/${wave.wave}`))).toMatchObject({ frozen: null })
  })

  it('that got in all the same destroys nothing: what cannot be certified stays, and the clock goes on', async () => {
    await countWave(announcing(() => ({})), wave.identity, { keepIntake: true })
    // As an earlier program might have stored it: strata that are not the wave's.
    await server.deps.office.write([sql`UPDATE strata SET id = 'elders' WHERE wave = ${wave.wave} AND position = 1`])
    await expect(countWave(announcing(() => ({})), wave.identity)).rejects.toThrow()
    expect(await server.deps.databases.exists('intake', wave.wave)).toBe(true)
    await tick(server.deps).catch(() => {})
    expect(await server.deps.databases.exists('intake', wave.wave)).toBe(true)
    await server.deps.office.write([sql`UPDATE strata SET id = 'B' WHERE wave = ${wave.wave} AND position = 1`])
    expect((await countWave(announcing(() => ({})), wave.identity)).certificate).toMatchObject({ counted: 3 })
  })
})
