// Protects the proefmeting: it goes the whole path, its phones and papers say PROEF, and nothing of it is published, compared, taken home or
// shown outside. Refusals come from the registry, whoever asks and however.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editionKeyOf } from '../../src/analysis/edition-key.ts'
import { draftEdition, publishingApi, sendEdition } from '../../src/analysis/publish.ts'
import { countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import type { Send } from '../../src/counting/counting-api.ts'
import { keyFingerprint } from '../../src/crypto/key-sheet.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'
import type { EditionRequest } from '../../src/results/wire.ts'
import type { WaveDetail } from '../../src/waves/wire.ts'
import { aWaveInField, answer, ok, someAreas } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
let trial: AWave
let real: AWave
let archive: string
const send: Send = async (method, path, body) => {
  const response = await wire.staff(method, path, body)
  if (!response.ok) throw new Error(JSON.stringify(await response.json()))
  return response
}
const slug = async (answered: Promise<Response>) => [(await answered).status, ((await (await answered).json()) as { type: string }).type]

async function counted(with_: object): Promise<AWave> {
  const wave = await aWaveInField(wire, ['A'], 50, { graceHours: 0, ...with_ })
  for (const [i, code] of wave.codes[0]!.slice(0, 24).entries()) await answer(wire, wave, code, { unsafe: 1 + (i % 4), age: 1 + (i % 4), sex: 1 + (i % 2) })
  await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
  await countWave(countingApi(send, wave.wave), wave.identity)
  return wave
}

/** An edition as it would be sent, drafted and signed as the console does. */
async function signed(wave: string, baseline: string | null): Promise<EditionRequest> {
  const api = publishingApi(send)
  const edition = await draftEdition(api, { archive }, { baseline, audience: 'steering', date: '2026-04-01', wave })
  let sent: EditionRequest | undefined
  await sendEdition({ ...api, publish: async (one) => ((sent = one as EditionRequest), { edition: '', number: 0 }) }, { archive }, edition)
  return sent!
}

beforeAll(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A'])
  const { identity, recipient } = await newIdentity()
  archive = identity
  await ok(wire.staff('PUT', '/api/keys', { archive: { recipient, fingerprint: await keyFingerprint(recipient) }, edition: { publicKey: (await editionKeyOf(identity)).publicKey } }))
  trial = await counted({ name: 'Proefmeting', pilot: true, starts: '2026-02-02', reminders: [], ends: '2026-02-20' })
  real = await counted({ name: 'Nulmeting' })
})
afterAll(() => server.close())

describe('a trial', () => {
  it('is refused as an edition, though it was counted and signed like any other', async () => {
    expect(await slug(wire.staff('POST', '/api/editions', await signed(trial.wave, null)))).toEqual([409, '/problems/pilot-not-published'])
    expect(await ok(wire.staff('GET', '/api/editions'))).toEqual([])
  })

  it('is refused as what a measurement is compared with', async () => {
    expect(await slug(wire.staff('POST', '/api/editions', await signed(real.wave, trial.wave)))).toEqual([409, '/problems/pilot-not-published'])
    expect(await ok(wire.staff('GET', '/api/editions'))).toEqual([])
  })

  it('is refused as an export, with and without areas', async () => {
    for (const withArea of [true, false]) {
      expect(await slug(wire.staff('POST', `/api/waves/${trial.wave}/exports`, { withArea, reason: 'Toch even kijken' }))).toEqual([409, '/problems/pilot-not-published'])
    }
    expect(await ok(wire.staff('GET', '/api/exports'))).toEqual([])
    await ok(wire.staff('POST', `/api/waves/${real.wave}/exports`, { withArea: false, reason: 'Onderzoek naar wonen' }))
  })

  it('stands on no public page, while a measurement does', async () => {
    const page = async (path: string) => { const answered = await wire.resident('GET', path); return [answered.status, await answered.text()] as const }
    for (const path of ['/verklaringen', '/certificates']) {
      const [status, html] = await page(path)
      expect([status, html.includes(real.wave), html.includes(trial.wave), html.includes('Proefmeting')]).toEqual([200, true, false, false])
      expect((await page(`${path}/${trial.wave}`))[0]).toBe(404)
      expect((await page(`${path}/${real.wave}`))[0]).toBe(200)
    }
    for (const path of ['/uitkomsten', '/results', '/privacy']) expect([path, (await page(path))[1].includes('Proefmeting')]).toEqual([path, false])
  })

  it('is marked in what its letters name, so that a phone says so, and for staff', async () => {
    expect([trial.manifest.pilot, real.manifest.pilot]).toEqual([true, false])
    expect(await ok<WaveDetail>(wire.staff('GET', `/api/waves/${trial.wave}`))).toMatchObject({ pilot: true, state: 'sealed' })
  })
})
