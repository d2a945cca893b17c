// Exports of microdata: refused before a count, without a reason, to who did not ask, and with areas until a second person agreed; taken once;
// in the audit; never removed. The files that come out are the count.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editionKeyOf } from '../../src/analysis/edition-key.ts'
import { publishWave, publishingApi } from '../../src/analysis/publish.ts'
import { countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import type { Send } from '../../src/counting/counting-api.ts'
import { keyFingerprint } from '../../src/crypto/key-sheet.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'
import type { ExportRow } from '../../src/exports/wire.ts'
import { exportWave } from '../../src/research/export-wave.ts'
import { zipFile } from '../../src/research/zip.ts'
import type { EditionDetail } from '../../src/results/wire.ts'
import { aWaveInField, answer, ok, someAreas } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import { STAFF } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
let wave: AWave
let archive: string
let colleague: string
const send: Send = async (method, path, body) => {
  const response = await wire.staff(method, path, body)
  if (!response.ok) throw new Error(JSON.stringify(await response.json()))
  return response
}
const api = publishingApi(send)
const refusal = async (path: string, body: object = {}, cookie?: string) => {
  const answered = cookie ? await server.request('POST', `${STAFF}${path}`, { body, cookie }) : await wire.staff('POST', path, body)
  return [answered.status, ((await answered.json()) as { type?: string }).type]
}
const ask = (withArea: boolean) => ok<{ export: string }>(wire.staff('POST', `/api/waves/${wave.wave}/exports`, { withArea, reason: 'Onderzoek naar wonen' })).then((said) => said.export)
const listed = () => ok<ExportRow[]>(wire.staff('GET', '/api/exports'))

beforeAll(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A', 'B'])
  const { identity, recipient } = await newIdentity()
  archive = identity
  await ok(wire.staff('PUT', '/api/keys', { archive: { recipient, fingerprint: await keyFingerprint(recipient) }, edition: { publicKey: (await editionKeyOf(identity)).publicKey } }))
  wave = await aWaveInField(wire, ['A', 'B'], 60, { graceHours: 0 })
  for (const [stratum, codes] of wave.codes.entries()) {
    for (const [i, code] of codes.slice(0, 30).entries()) await answer(wire, wave, code, { unsafe: 1 + ((i + stratum) % 4), liveMark: i % 11, age: 1 + (i % 4), sex: 1 + (i % 2) })
  }
  colleague = await server.signIn(['analyst'], 'veld', 'Collega')
}, 120_000)
afterAll(() => server.close())

describe('an export', () => {
  it('is refused before the count and without a reason', async () => {
    expect(await refusal(`/api/waves/${wave.wave}/exports`, { withArea: false, reason: 'x' })).toEqual([409, '/problems/wave-state'])
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    await countWave(countingApi(send, wave.wave), wave.identity)
    expect(await refusal(`/api/waves/${wave.wave}/exports`, { withArea: false, reason: '  ' })).toEqual([400, '/problems/invalid-body'])
  })

  it('without area is taken once, by who asked, and stands in the audit', async () => {
    const id = await ask(false)
    expect(await refusal(`/api/exports/${id}/take`, {}, colleague)).toEqual([409, '/problems/export-not-open'])
    await ok(wire.staff('POST', `/api/exports/${id}/take`, {}))
    expect(await refusal(`/api/exports/${id}/take`)).toEqual([409, '/problems/export-not-open'])
    const acts = (await ok<{ entries: { act: string; subject: string }[] } | { act: string; subject: string }[]>(wire.staff('GET', '/api/staff/audit')))
    const text = JSON.stringify(acts)
    for (const act of ['ask-export', 'take-export']) expect(text).toContain(act)
  })

  it('with area waits for a second person, in SQL too', async () => {
    const id = await ask(true)
    expect(await refusal(`/api/exports/${id}/take`)).toEqual([409, '/problems/export-not-open'])
    expect(await refusal(`/api/exports/${id}/agree`)).toEqual([409, '/problems/export-second-person'])
    await expect(server.deps.office.write([sql`UPDATE exports SET agreed_by = asked_by, agreed_on = '2026-04-01' WHERE id = ${id}`])).rejects.toThrow(/CHECK/)
    await expect(server.deps.office.write([sql`UPDATE exports SET taken_on = '2026-04-01' WHERE id = ${id}`])).rejects.toThrow(/CHECK/)
    await expect(server.deps.office.write([sql`UPDATE exports SET with_area = 0 WHERE id = ${id}`])).rejects.toThrow(/what was asked stays/)
    await expect(server.deps.office.write([sql`DELETE FROM exports`])).rejects.toThrow(/never removed/)
    expect((await listed()).find((row) => row.id === id)).toMatchObject({ state: 'to-agree', mine: true })
    expect((await server.request('POST', `${STAFF}/api/exports/${id}/agree`, { body: {}, cookie: colleague })).status).toBe(200)
    expect((await listed()).find((row) => row.id === id)).toMatchObject({ state: 'to-take', agreedBy: 'Collega' })
    await ok(wire.staff('POST', `/api/exports/${id}/take`, {}))
  })

  it('lapses after a week, and is not there for another municipality (attack 28)', async () => {
    const id = await ask(false)
    server.advance(8 * 86_400_000)
    wire = (await startedAgain()).wire
    expect(await refusal(`/api/exports/${id}/take`)).toEqual([409, '/problems/export-not-open'])
    const foreign = await server.signIn(['analyst'], 'duin')
    expect(await refusal(`/api/exports/${id}/agree`, {}, foreign)).toEqual([404, '/problems/unknown-export'])
    expect(await (await server.request('GET', `${STAFF}/api/exports`, { cookie: foreign })).json()).toEqual([])
  })
})

/** Signed in anew: a session does not live for a week. */
async function startedAgain(): Promise<{ wire: Wire }> {
  const cookie = await server.signIn(['coordinator', 'analyst'], 'veld', 'Weer')
  return { wire: { ...wire, staff: (method, path, body) => server.request(method, `${STAFF}${path}`, { cookie, ...(body === undefined ? {} : { body }) }) } }
}

describe('the files', () => {
  it('are the count in every format; without area no file says where, with area R makes the edition again', async () => {
    const { edition } = await publishWave(api, { archive }, { wave: wave.wave, baseline: null, audience: 'steering', date: '2026-04-01' })
    const detail = await ok<EditionDetail>(wire.staff('GET', `/api/editions/${edition}`))
    const plain = await exportWave(api, archive, { wave: wave.wave, withArea: false, made: new Date('2026-04-01') })
    expect(plain.map(({ name }) => name.replace(wave.wave, ''))).toEqual(['.sav', '.csv', '-codebook.csv', '.sps', '.parquet'])
    for (const { bytes } of plain) expect(new TextDecoder().decode(bytes)).not.toContain('Buurt A')
    const rows = await parquetReadObjects({ file: plain.at(-1)!.bytes.slice().buffer })
    expect(rows).toHaveLength(60)
    expect(Object.keys(rows[0]!)).not.toContain('stratum')

    const whole = await exportWave(api, archive, { wave: wave.wave, withArea: true, edition: detail, made: new Date('2026-04-01') })
    expect(whole.map(({ name }) => name)).toContain('reproduce.R')
    const folder = mkdtempSync(join(tmpdir(), 'nulmeting-export-'))
    try {
      writeFileSync(join(folder, 'all.zip'), zipFile(whole))
      const unpacked = spawnSync('python3', ['-c', 'import zipfile,sys; z=zipfile.ZipFile("all.zip"); assert z.testzip() is None; z.extractall()'], { cwd: folder, encoding: 'utf8' })
      if (unpacked.error === undefined) expect(unpacked.stderr).toBe('')
      for (const { name, bytes } of whole) if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), bytes)
      const run = spawnSync('Rscript', ['reproduce.R'], { cwd: folder, encoding: 'utf8' })
      if (run.error === undefined) expect(run.stdout + run.stderr).toMatch(/^(\d+) of \1 figures and differences agree\.\n$/)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})
