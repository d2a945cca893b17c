// Attack 2 and 3: every sealed row of a wave is equally long, whatever was answered in whatever language; and a snapshot of intake from before
// the count opens with the wave key only, which nobody has after it.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import { payloadBytes } from '../../src/crypto/payload.ts'
import { CannotOpen, open, seal, sealedSize } from '../../src/crypto/sealed.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { aPhone, aWaveInField, answer, credentialOf, ok, someAreas, withArchiveKey } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
let wave: AWave
let archive: string
beforeAll(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A'])
  archive = await withArchiveKey(wire)
  wave = await aWaveInField(wire, ['A'], 50, { graceHours: 0 })
})
afterAll(() => server.close())

describe('sealed rows', () => {
  it('are equally long for no answer, every answer and the longest, in each language (attack 3)', async () => {
    const credential = await credentialOf(wire, wave, await aPhone(wave, wave.codes[0]![0]!))
    const { manifest } = wave
    const longest = Object.fromEntries(coreInstrument.items.map((item) => [item.id, item.kind === 'several' ? item.options : Math.max(...item.options, 99)]))
    const sizes = new Set<number>()
    for (const [language, instrument] of Object.entries(manifest.instruments)) {
      for (const answers of [{}, { unsafe: 1 }, longest]) {
        const bytes = payloadBytes({ v: 1, wave: wave.wave, stratumKeyId: manifest.strata[0]!.keyId, instrument, language, mode: 'web', phase: 255, ...credential, answers })
        sizes.add((await seal(bytes, manifest.recipient, manifest.paddedSize)).length)
      }
    }
    expect([...sizes]).toEqual([sealedSize(manifest.paddedSize)])
  })

  it('of a snapshot from before the count open with the wave key and with no key that is left (attack 2)', async () => {
    for (const code of wave.codes[0]!.slice(1, 5)) await answer(wire, wave, code)
    const snapshot = join(server.folder, 'snapshot.db')
    copyFileSync(join(server.folder, 'intake', `${wave.wave}.db`), snapshot)
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    await countWave(countingApi(async (method, path, body) => {
      const response = await wire.staff(method, path, body)
      if (!response.ok) throw new Error(await response.text())
      return response
    }, wave.wave), wave.identity)
    const client = createClient({ url: pathToFileURL(snapshot).href, intMode: 'bigint' })
    const { rows } = await client.execute('SELECT sealed FROM responses')
    client.close()
    expect(rows).toHaveLength(4)
    for (const { sealed } of rows) {
      const bytes = new Uint8Array(sealed as ArrayBuffer)
      await expect(open(bytes, archive)).rejects.toThrow(CannotOpen)
      expect((await open(bytes, wave.identity)).length).toBeGreaterThan(300)
    }
  })
})
