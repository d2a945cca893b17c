// Promise 2: nobody can link an answer to an invitation from what the service stores. 600 invited people in four strata answer over 14 days, one
// by one, the response seconds after the credential; then the attacker takes every byte of both databases and everything beside them, and the
// wave key. The same attack on a layout weakened by one setting has to succeed, or it proves nothing.
import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { unbase64url } from '../../src/crypto/base64url.ts'
import { codeHmac } from '../../src/sample/code-hmac.ts'
import { aPhone, aWaveInField, credentialOf, ok, responseBody, someAreas } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import { chance, link, listed, order, pairings, sharedValues } from '../support/linker.ts'
import type { Truth } from '../support/linker.ts'
import { startedOnEdge, startedOnNode } from '../support/runtimes.ts'
import type { Started } from '../support/runtimes.ts'
import { size, soakFigure } from '../support/size.ts'
import { tick } from '../../src/waves/tick.ts'

const DAY = 24 * 3_600_000
const STRATA = ['A', 'B', 'C', 'D']

/** Everybody answers, in an order nobody chose, spread over 14 days. */
async function fourteenDays(started: Started, wave: AWave, people: number): Promise<Truth[]> {
  const codes = wave.codes.flatMap((drawn) => drawn.slice(0, people / STRATA.length)).map((code) => ({ code, at: Math.random() })).sort((a, b) => a.at - b.at)
  const truth: Truth[] = []
  for (const [i, { code }] of codes.entries()) {
    if (i % Math.ceil(people / 14) === 0 && started.advance) {
      started.advance(DAY)
      await tick(started.deps)
    }
    truth.push(await answered(started.deps.secret, started.wire, wave, code))
  }
  return truth
}

async function answered(secret: Uint8Array, wire: Wire, wave: AWave, code: AWave['codes'][number][number]): Promise<Truth> {
  const phone = await aPhone(wave, code)
  const body = await responseBody(wave, phone.stratum, await credentialOf(wire, wave, phone), { unsafe: 1 + Math.floor(Math.random() * 4) })
  await ok(wire.resident('POST', '/api/responses', body))
  const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  return {
    stratum: phone.stratum,
    invite: { codeHmac: Buffer.from(await codeHmac(secret, code.codeHash)), blindedHash: sha(unbase64url(phone.blinding.blinded)) },
    response: { spent: sha(unbase64url(body.message)), sealed: Buffer.from(unbase64url(body.sealed)) },
  }
}

describe('the linking attack', () => {
  it('does no better than chance on the files of 600 people in four strata and 14 days (attack 1, attack 4, attack 53)', async () => {
    const started = await startedOnNode()
    try {
      await someAreas(started.deps, 'veld', STRATA)
      const wave = await aWaveInField(started.wire, STRATA, 150)
      const truth = await fourteenDays(started, wave, 600)
      const attempts = link(started.folder, wave.wave, truth)
      expect(attempts.length).toBeGreaterThan(30)
      expect(attempts[0]!.hits, JSON.stringify(attempts[0])).toBeLessThanOrEqual(chance(attempts.length, STRATA.length))
      soakFigure('linking on files', 600, `best of ${attempts.length} ways: ${attempts[0]!.hits} right, chance explains ${chance(attempts.length, STRATA.length)}`)

      const beside = (kind: string) => readdirSync(join(started.folder, kind)).map((name) => join(started.folder, kind, name))
      const office = readdirSync(started.folder).filter((name) => name.startsWith('office')).map((name) => join(started.folder, name))
      expect(beside('intake').map((path) => path.split('.db')[1])).toEqual([''])
      await started.deps.databases.create('intake', 'empty')
      const [empty, full] = ['empty', wave.wave].map((name) => join(started.folder, 'intake', `${name}.db`))
      expect(sharedValues([full!], [...beside('sample'), ...office], empty!)).toBe(0)
      // Or it finds nothing anywhere.
      expect(sharedValues([full!], [full!], empty!)).toBeGreaterThan(100_000)

      // Attack 3: size. Attack 53: no row may spill, or SQLite appends what spills in time order.
      const intake = await started.deps.databases.open('intake', wave.wave)
      const [sizes, spilled, rows] = await intake.write([
        sql`SELECT DISTINCT length(sealed) AS bytes FROM responses`,
        sql`SELECT count(*) AS pages FROM dbstat WHERE name IN ('responses', 'sqlite_autoindex_responses_1') AND pagetype = 'overflow'`,
        sql`SELECT count(*) AS n FROM responses`,
      ])
      expect([sizes!.length, spilled![0]!.pages, rows![0]!.n]).toEqual([1, 0, 600])
    } finally {
      await started.close()
    }
  }, 180_000)

  it('succeeds when intake keeps a write-ahead log, so the attack is a real one', async () => {
    const started = await startedOnNode()
    try {
      await someAreas(started.deps, 'veld', STRATA)
      const wave = await aWaveInField(started.wire, STRATA, 50)
      const client = createClient({ url: pathToFileURL(join(started.folder, 'intake', `${wave.wave}.db`)).href })
      await client.execute('PRAGMA journal_mode = WAL')
      client.close()
      const truth = await fourteenDays(started, wave, 100)
      const [best] = link(started.folder, wave.wave, truth)
      expect(best!.hits, JSON.stringify(best)).toBeGreaterThan(90)
    } finally {
      await started.close()
    }
  })

  it('does no better than chance on all that SQL can read of the edge\'s databases (attack 1, attack 4)', async () => {
    const people = size({ test: 100, soak: 600 })
    const started = await startedOnEdge()
    try {
      await someAreas(started.deps, 'veld', STRATA)
      const wave = await aWaveInField(started.wire, STRATA, Math.max(50, people / STRATA.length))
      const truth = await fourteenDays(started, wave, people)
      const [intake, sample] = await Promise.all([started.deps.databases.open('intake', wave.wave), started.deps.databases.open('sample', wave.wave)])
      const [asListed, byId] = await intake.write([sql`SELECT hex(spent) AS it, length(sealed) AS bytes FROM responses`, sql`SELECT hex(spent) AS it FROM responses ORDER BY id`])
      const [codes, byStratum] = await sample.write([sql`SELECT hex(code_hmac) AS it FROM invites WHERE issued = 1`, sql`SELECT hex(code_hmac) AS it FROM invites WHERE issued = 1 ORDER BY stratum`])
      const its = (rows: readonly Record<string, unknown>[] | undefined) => rows!.map(({ it }) => it)
      const [hmacs, spent] = [truth.map(({ invite }) => invite.codeHmac), truth.map(({ response }) => response.spent)]
      const attempts = pairings(truth, [
        listed('as listed', hmacs, its(codes)), listed('by stratum', hmacs, its(byStratum)), order('key order', hmacs), order('blinded order', truth.map(({ invite }) => invite.blindedHash)),
      ], [listed('as listed', spent, its(asListed)), listed('by id', spent, its(byId)), order('spent order', spent)])
      expect([asListed!.length, attempts[0]!.tried, new Set(asListed!.map(({ bytes }) => bytes)).size]).toEqual([people, people, 1])
      expect(attempts[0]!.hits, JSON.stringify(attempts[0])).toBeLessThanOrEqual(chance(attempts.length, STRATA.length))
      soakFigure('linking by SQL on the edge', people, `best of ${attempts.length} ways: ${attempts[0]!.hits} right, chance explains ${chance(attempts.length, STRATA.length)}`)
    } finally {
      await started.close()
    }
  }, size({ test: 120_000, soak: 1_200_000 }))
})
