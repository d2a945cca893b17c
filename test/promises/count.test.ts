// Promises 4 and 7 at the count: rows slipped in, removed or moved behind the service's back are found; nothing is destroyed unless intake
// has exactly what was counted; interrupted anywhere, a count is run again and gives the same digest; small strata never start.
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import type { CountingApi } from '../../src/counting/counting-api.ts'
import { newIssuerKey } from '../../src/crypto/issuer-key.ts'
import { sealedSetDigest } from '../../src/crypto/sealed-set.ts'
import { unbase64url } from '../../src/crypto/base64url.ts'
import { responses } from '../../src/intake/table.ts'
import { withIntent } from '../../src/audit/intent.ts'
import { wrap } from '../../src/sample/wrap.ts'
import { tick } from '../../src/waves/tick.ts'
import { fastCredential } from '../support/blinder.ts'
import { aPhone, aReadyWave, aWaveInField, answer, credentialOf, ok, responseBody, someAreas, withArchiveKey } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
beforeEach(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A', 'B'])
  await withArchiveKey(wire)
})
afterEach(() => server.close())

const countingOf = (wave: AWave): CountingApi => countingApi(async (method, path, body) => {
  const response = await wire.staff(method, path, body)
  if (!response.ok) throw new Error(((await response.json()) as { type: string }).type)
  return response
}, wave.wave)

const intakeOf = (wave: AWave) => server.deps.databases.open('intake', wave.wave)

async function aClosedWave(answers = 6): Promise<AWave> {
  const wave = await aWaveInField(wire, ['A', 'B'], 50, { graceHours: 0 })
  for (let i = 0; i < answers; i += 1) await answer(wire, wave, wave.codes[i % 2]![i]!)
  await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
  return wave
}

describe('the count', () => {
  it('refuses to start a stratum of fewer than 50 invited, planned or drawn (attack 14)', async () => {
    const plan = { name: 'Klein', kind: 'resident', starts: '2026-03-02', ends: '2026-03-20', boundaryYear: 2026, strata: [{ area: 'A', population: 900, toInvite: 49 }] }
    const refused = await wire.staff('POST', '/api/waves', plan)
    expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([409, '/problems/stratum-too-small'])
    const wave = await aReadyWave(wire, ['A', 'B'], 50)
    const sample = await server.deps.databases.open('sample', wave.wave)
    await sample.write([sql`DELETE FROM invites WHERE code_hmac = (SELECT min(code_hmac) FROM invites WHERE stratum = 1)`])
    await server.deps.office.write([sql`UPDATE strata SET drawn = 49 WHERE wave = ${wave.wave} AND position = 1`])
    const start = await wire.staff('POST', `/api/waves/${wave.wave}/start`, {})
    expect([start.status, ((await start.json()) as { type: string }).type]).toEqual([409, '/problems/stratum-too-small'])
  })

  it('counts 500 well-formed sealed rows that nobody was invited to send as invalid (attack 54)', async () => {
    const wave = await aWaveInField(wire, ['A', 'B'], 50, { graceHours: 0 })
    for (const code of wave.codes[0]!.slice(0, 4)) await answer(wire, wave, code)
    const forger = await newIssuerKey()
    const intake = await intakeOf(wave)
    const stuffed = await Promise.all(Array.from({ length: 50 }, async () => {
      const credential = await fastCredential(server.deps.signer, forger.pkcs8, forger.spki)
      const { sealed } = await responseBody(wave, 0, credential)
      return { spent: unbase64url(credential.message), sealed: unbase64url(sealed) }
    }))
    // Sealing is what takes time: each forgery goes in ten times, under other digests.
    await intake.write(Array.from({ length: 10 }).flatMap((_, copy) => stuffed.map(({ spent, sealed }, i) =>
      sql`INSERT INTO responses (id, spent, sealed) VALUES (${1 + copy * 50 + i}, ${Uint8Array.from(spent, (byte) => byte ^ copy)}, ${sealed})`)))
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    const { tally, certificate } = await countWave(countingOf(wave), wave.identity)
    expect(tally).toMatchObject({ received: 504, counted: 4, invalid: { signature: 500 } })
    expect(certificate).toMatchObject({ issued: 4, invalid: 500, anomalies: { receivedAboveIssued: true } })
  })

  it('shows invites moved to another stratum and exchanged issuer keys (attack 55)', async () => {
    const wave = await aWaveInField(wire, ['A', 'B'], 50, { graceHours: 0 })
    const sample = await server.deps.databases.open('sample', wave.wave)
    await sample.write([sql`UPDATE invites SET stratum = 1 WHERE stratum = 0`])
    const moved = await aPhone(wave, wave.codes[0]![0]!)
    const refused = await credentialOf(wire, wave, moved)
    // What comes is no signature of any stratum: the phone's finalize refuses it, and intake keeps nothing.
    await ok(wire.resident('POST', '/api/responses', await responseBody(wave, 0, refused)))
    expect(await (await intakeOf(wave)).read.$count(responses)).toBe(0)

    const other = await newIssuerKey()
    await sample.write([
      sql`UPDATE invites SET stratum = 0 WHERE code_hmac IN (SELECT code_hmac FROM invites ORDER BY code_hmac)`,
      sql`UPDATE issuer_keys SET wrapped = ${await wrap(server.deps.secret, wave.wave, 0, other.pkcs8)} WHERE stratum = 0`,
    ])
    const exchanged = await aPhone(wave, wave.codes[0]![1]!)
    const strange = await wire.resident('POST', '/api/credentials', { manifest: wave.reference, code: exchanged.code.codeHash, blinded: exchanged.blinding.blinded })
    expect([200, 400]).toContain(strange.status)
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    const { certificate } = await countWave(countingOf(wave), wave.identity)
    expect(certificate!.perStratum.map(({ id, drawn, counted }) => [id, drawn, counted])).toEqual([['A', 50, 0], ['B', 50, 0]])
  })

  it('destroys nothing when a row appeared, changed or went after the count (attack 56)', async () => {
    const wave = await aClosedWave()
    const kept = await countWave(countingOf(wave), wave.identity, { keepIntake: true })
    const intake = await intakeOf(wave)
    const [first] = await intake.read.select().from(responses).limit(1)
    const tampering = [
      [sql`INSERT INTO responses (id, spent, sealed) VALUES (7, ${new Uint8Array(32)}, ${first!.sealed})`, sql`DELETE FROM responses WHERE id = 7`],
      [sql`UPDATE responses SET sealed = ${new Uint8Array(first!.sealed.length)} WHERE id = ${first!.id}`, sql`UPDATE responses SET sealed = ${first!.sealed} WHERE id = ${first!.id}`],
      [sql`DELETE FROM responses WHERE id = ${first!.id}`, sql`INSERT INTO responses (id, spent, sealed) VALUES (${first!.id}, ${first!.spent}, ${first!.sealed})`],
    ]
    for (const [harm, mend] of tampering) {
      await intake.write([harm!])
      await expect(countingOf(wave).destroy(kept.sealedSet, {})).rejects.toThrow('/problems/set-differs')
      await expect(countingOf(wave).destroy(await sealedSetDigest(await intake.read.select().from(responses)), {})).rejects.toThrow('/problems/set-differs')
      expect(await server.deps.databases.exists('intake', wave.wave)).toBe(true)
      await intake.write([mend!])
    }
    expect((await countWave(countingOf(wave), wave.identity)).certificate).toMatchObject({ counted: 6 })
    expect(await server.deps.databases.exists('intake', wave.wave)).toBe(false)
  })

  it('refuses a response that comes between close and destruction (attack 56)', async () => {
    const wave = await aWaveInField(wire, ['A', 'B'], 50, { graceHours: 0 })
    const late = await aPhone(wave, wave.codes[0]![0]!)
    const body = await responseBody(wave, 0, await credentialOf(wire, wave, late))
    await answer(wire, wave, wave.codes[1]![0]!)
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    for (const step of ['closed', 'counted', 'sealed']) {
      const refused = await wire.resident('POST', '/api/responses', body)
      expect([step, refused.status, ((await refused.json()) as { type: string }).type]).toEqual([step, 409, '/problems/wave-closed'])
      if (step === 'closed') await countWave(countingOf(wave), wave.identity, { keepIntake: true })
      if (step === 'counted') expect((await countWave(countingOf(wave), wave.identity)).tally.received).toBe(1)
    }
  })

  it('reaches the same digest when it is interrupted at every single request and run again (attack 56)', async () => {
    const wave = await aClosedWave()
    const { digest } = await countWave(countingOf(wave), wave.identity, { checkOnly: true })
    for (let last = 1; ; last += 1) {
      let requests = 0
      const cut = countingApi(async (method, path, body) => {
        requests += 1
        if (requests > last) throw new Error('the lid was closed')
        const response = await wire.staff(method, path, body)
        if (!response.ok) throw new Error(((await response.json()) as { type: string }).type)
        return response
      }, wave.wave)
      const done = await countWave(cut, wave.identity).catch((fault: Error) => fault)
      if (done instanceof Error) expect(done.message).toBe('the lid was closed')
      else {
        expect([done.digest, done.certificate?.frozenDigest]).toEqual([digest, digest])
        expect(last).toBeGreaterThan(8)
        return
      }
    }
  })

  it('completes a destruction that a crash cut in two, at the next start', async () => {
    const wave = await aClosedWave()
    const { sealedSet } = await countWave(countingOf(wave), wave.identity, { keepIntake: true })
    const crash = withIntent(server.deps, { municipality: 'veld', staff: null, act: 'destroy-intake', subject: { wave: wave.wave, sealedSet, attested: {} } }, async () => {
      await server.deps.databases.destroy('intake', wave.wave)
      throw new Error('power cut')
    })
    await expect(crash).rejects.toThrow('power cut')
    expect(await tick(server.deps)).toMatchObject({ completed: 1 })
    expect(await ok<{ state: string; certificate: object }>(wire.staff('GET', `/api/waves/${wave.wave}`))).toMatchObject({ state: 'sealed', certificate: { counted: 6 } })
  })

  it('never changes a frozen wave, by update, delete or replace (attack 36)', async () => {
    const wave = await aClosedWave()
    await countWave(countingOf(wave), wave.identity)
    for (const harm of [
      sql`UPDATE frozen_chunks SET bytes = x'00'`, sql`DELETE FROM frozen_chunks`, sql`INSERT OR REPLACE INTO frozen_chunks (wave, position, bytes) VALUES (${wave.wave}, 0, x'00')`,
      sql`UPDATE frozen_waves SET meta = '{}'`, sql`DELETE FROM frozen_waves`, sql`INSERT OR REPLACE INTO frozen_waves (wave, meta, frozen_on) VALUES (${wave.wave}, '{}', '2026-01-01')`,
      sql`UPDATE certificates SET json = '{}'`, sql`DELETE FROM certificates`, sql`INSERT OR REPLACE INTO manifests (reference, digest, wave, json) SELECT reference, digest, wave, '{}' FROM manifests`,
    ]) await expect(server.deps.office.write([harm])).rejects.toThrow(/write-once/)
  })
})
