// The clock serves every municipality. Protects: that what is broken in one of them (a lost database, an act that can never be completed)
// stops neither the closing nor the counts of another, and that an act completed late brings nothing back that was destroyed.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import { performStart } from '../../src/waves/start-fieldwork.ts'
import { tick } from '../../src/waves/tick.ts'
import { aWaveInField, answer, ok, someAreas, withArchiveKey } from '../support/fieldwork.ts'
import type { Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

const HOUR = 3_600_000
let server: TestServer
let wire: Wire
beforeEach(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A'])
})
afterEach(() => server.close())

const stateOf = async (wave: string) => (await ok<{ state: string }>(wire.staff('GET', `/api/waves/${wave}`))).state

describe('a broken municipality', () => {
  it('whose intake is lost is ended with its loss said, and keeps no other open after its close', async () => {
    const broken = await aWaveInField(wire, ['A'], 50)
    const sound = await aWaveInField(wire, ['A'], 50)
    for (const { wave } of [broken, sound]) await ok(wire.staff('POST', `/api/waves/${wave}/end`, {}))
    rmSync(join(server.folder, 'intake', `${broken.wave}.db`))
    // Whatever order they are looked at in.
    await server.deps.office.write([sql`UPDATE waves SET closes_at = closes_at - 1 WHERE id = ${broken.wave}`])
    server.advance(49 * HOUR)
    expect(await tick(server.deps)).toMatchObject({ mended: { ended: 1 }, closed: [sound.wave] })
    expect([await stateOf(broken.wave), await stateOf(sound.wave)]).toEqual(['closed', 'closed'])
    const [lost, counted] = await server.deps.office.write([sql`SELECT wave FROM losses`, sql`SELECT count(*) AS n FROM day_counts WHERE wave = ${sound.wave}`])
    expect([lost, counted![0]!.n]).toEqual([[{ wave: broken.wave }], 1])
  })

  it('whose answers cannot be read does not keep another open after its close', async () => {
    const broken = await aWaveInField(wire, ['A'], 50)
    const sound = await aWaveInField(wire, ['A'], 50)
    for (const { wave } of [broken, sound]) await ok(wire.staff('POST', `/api/waves/${wave}/end`, {}))
    await server.deps.office.write([sql`UPDATE waves SET closes_at = closes_at - 1 WHERE id = ${broken.wave}`])
    await (await server.deps.databases.open('intake', broken.wave)).close()
    writeFileSync(join(server.folder, 'intake', `${broken.wave}.db`), 'no database at all'.repeat(400))
    server.advance(49 * HOUR)
    await expect(tick(server.deps)).rejects.toThrow()
    expect([await stateOf(broken.wave), await stateOf(sound.wave)]).toEqual(['grace', 'closed'])
    const [counted] = await server.deps.office.write([sql`SELECT count(*) AS n FROM day_counts WHERE wave = ${sound.wave}`])
    expect(counted![0]!.n).toBe(1)
  })

  it('with an act that can never be completed does not hold up the acts of another', async () => {
    const { wave } = await aWaveInField(wire, ['A'], 50, { graceHours: 0 })
    writeFileSync(join(server.folder, 'sample', 'wave-torn.db'), 'no database at all'.repeat(400))
    await server.deps.office.write([
      sql`INSERT INTO intents (id, municipality, staff, act, subject) VALUES ('0', 'duin', NULL, 'draw-invites', '{"position":0,"wave":"wave-torn"}')`,
      sql`INSERT INTO intents (id, municipality, staff, act, subject) VALUES ('1', 'veld', NULL, 'end-fieldwork', ${JSON.stringify({ wave })})`,
    ])
    await tick(server.deps).catch(() => {})
    expect(await stateOf(wave)).toBe('closed')
  })
})

describe('an act completed late', () => {
  it('does not make intake again after it was destroyed', async () => {
    await withArchiveKey(wire)
    const wave = await aWaveInField(wire, ['A'], 50, { graceHours: 0 })
    await answer(wire, wave, wave.codes[0]![0]!)
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    await countWave(countingApi(async (method, path, body) => wire.staff(method, path, body), wave.wave), wave.identity)
    await performStart(server.deps, { id: 'late', municipality: 'veld', staff: null, act: 'start-fieldwork', subject: { wave: wave.wave } }).catch(() => {})
    expect(await server.deps.databases.exists('intake', wave.wave)).toBe(false)
    expect(await stateOf(wave.wave)).toBe('sealed')
  })
})
