// Protects the certificate: it says what no longer exists and nothing more, names the last day of a copy, takes people's word about what they
// destroyed once and not too early, and is signed only as it stands.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { editionKeyOf } from '../../src/analysis/edition-key.ts'
import { asOfNow } from '../../src/counting/certificate-statement.ts'
import { certificateText } from '../../src/counting/certificate-text.ts'
import { certificateFault } from '../../src/counting/certificate.ts'
import { countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import { signStatement } from '../../src/crypto/certificate-seal.ts'
import { newEditionKey } from '../../src/crypto/edition-seal.ts'
import { keyFingerprint } from '../../src/crypto/key-sheet.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'
import type { CertificateAnswer } from '../../src/results/wire.ts'
import { aWaveInField, answer, ok, someAreas } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
let wave: AWave
let archive: string

const DAY = 86_400_000
const refusal = async (answered: Promise<Response>) => ((await (await answered).json()) as { type?: string }).type?.slice('/problems/'.length)
const destroyed = (thing: string, goneOn: string) => wire.staff('POST', `/api/waves/${wave.wave}/destructions`, { thing, goneOn })
const certificate = () => ok<CertificateAnswer>(wire.staff('GET', `/api/waves/${wave.wave}/certificate`))

beforeAll(async () => {
  // Turso's five days, and a backup of ours that is kept longer.
  ;({ server, wire } = await startedInProcess({ deps: { restorePointDays: 5 } }))
  await someAreas(server.deps, 'veld', ['A'])
  const { identity, recipient } = await newIdentity()
  archive = identity
  await ok(wire.staff('PUT', '/api/keys', { archive: { recipient, fingerprint: await keyFingerprint(recipient) }, edition: { publicKey: (await editionKeyOf(identity)).publicKey } }))
  wave = await aWaveInField(wire, ['A'], 50, { graceHours: 0 })
  for (const code of wave.codes[0]!.slice(0, 3)) await answer(wire, wave, code)
  await server.deps.office.write([
    sql`INSERT INTO backups (id, made_on, expires_on, holds) VALUES ('b1', '2026-03-02', '2026-04-20', ${JSON.stringify([wave.wave])}), ('b2', '2026-03-02', '2027-01-01', '["wave-other"]')`,
  ])
}, 60_000)
afterAll(() => server.close())

describe('the certificate', () => {
  it('is not there before the count, and what opens answers is not said to be destroyed before it', async () => {
    expect(await refusal(wire.staff('GET', `/api/waves/${wave.wave}/certificate`))).toBe('not-found')
    for (const thing of ['codeList', 'mergeFile', 'waveKey', 'keySheets']) expect([thing, await refusal(destroyed(thing, '2026-03-02'))]).toEqual([thing, 'wave-state'])
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    expect(await refusal(destroyed('keySheets', '2026-03-02'))).toBe('wave-state')
    await ok(destroyed('codeList', '2026-03-02'))
  })

  it('says what was destroyed, what still exists and when the last copy is gone, in numbers that add up', async () => {
    await countWave(countingApi((method, path, body) => wire.staff(method, path, body), wave.wave), wave.identity)
    const { statement } = await certificate()
    expect(certificateFault(statement.certificate)).toBeNull()
    expect(statement.certificate).toMatchObject({ drawn: 50, issued: 3, received: 3, counted: 3, duplicate: 0, invalid: 0, lastBackupExpires: '2026-04-20' })
    const text = certificateText(asOfNow(statement), 'nl')
    expect(text).toContain('de lijst met codes (2 maart 2026)')
    expect(text).toMatch(/Bestaat nog: [^.]*de sleutelbladen\./)
    expect(text).toContain('De laatste reservekopie verloopt op 20 april 2026.')
  })

  it('takes each word once, for a day that can be, from this municipality', async () => {
    server.advance(3 * DAY)
    expect(await refusal(destroyed('keySheets', '2026-03-06'))).toBe('invalid-plan')
    expect(await refusal(destroyed('keySheets', '2026-03-01'))).toBe('invalid-plan')
    expect(await refusal(destroyed('database', '2026-03-04'))).toBe('invalid-body')
    for (const thing of ['keySheets', 'waveKey']) await ok(destroyed(thing, '2026-03-04'))
    await ok(destroyed('keySheets', '2026-03-05'))
    expect((await certificate()).statement.byHand).toEqual({ codeList: '2026-03-02', keySheets: '2026-03-04', waveKey: '2026-03-04' })
    const other = await server.signIn(['coordinator', 'analyst'], 'duin')
    expect((await server.request('POST', `http://localhost:8787/api/waves/${wave.wave}/destructions`, { cookie: other, body: { thing: 'mergeFile', goneOn: '2026-03-04' } })).status).toBe(404)
    expect(certificateText(asOfNow((await certificate()).statement), 'nl')).toContain('De laatste reservekopie verloopt op 20 april 2026; niemand kan haar nog lezen.')
  })

  it('is signed as it stands or not at all', async () => {
    const { statement } = await certificate()
    const { privateKey } = await editionKeyOf(archive)
    const sign = async (text: object, key = privateKey) => wire.staff('POST', `/api/waves/${wave.wave}/certificate/signatures`, { statement: text, signature: await signStatement(text, key) })
    expect(await refusal(sign(statement, (await newEditionKey()).privateKey))).toBe('edition-refused')
    for (const change of [{ byHand: {} }, { date: '2027-01-01' }, { manifest: '0'.repeat(64) }, { audit: { ...statement.audit, digest: '0'.repeat(64) } }, { certificate: { ...statement.certificate, counted: 4 } }]) {
      expect([change, await refusal(sign({ ...statement, ...change }))]).toEqual([change, 'edition-refused'])
    }
    expect((await certificate()).signed).toEqual([])
    // Other acts may come between reading and signing.
    await ok(destroyed('mergeFile', '2026-03-05'))
    expect(await refusal(sign(statement))).toBe('edition-refused')
    const now = (await certificate()).statement
    await server.signIn(['reader'])
    await ok(sign(now))
    const { signed } = await certificate()
    expect([signed.length, signed[0]!.number, signed[0]!.statement]).toEqual([1, 1, now])
    for (const harm of [sql`UPDATE signed_certificates SET statement = '{}'`, sql`DELETE FROM signed_certificates`, sql`INSERT OR REPLACE INTO signed_certificates SELECT wave, number, '{}', signature, public_key FROM signed_certificates`,
      sql`UPDATE destructions SET gone_on = '2026-01-01'`, sql`DELETE FROM destructions`]) await expect(server.deps.office.write([harm])).rejects.toThrow(/write-once/)
  })
})
