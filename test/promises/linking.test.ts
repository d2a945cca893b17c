// Promise 2: nobody can link an answer to an invitation from what the service stores. 600 invited people answer over 14 days, one by one,
// the response seconds after the credential; then the attacker takes every byte of both databases and everything beside them.
// The same attack on a layout weakened by one setting has to succeed, or it proves nothing.
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
import { link, sharedValues } from '../support/linker.ts'
import type { Truth } from '../support/linker.ts'
import { startedOnEdge, startedOnNode } from '../support/runtimes.ts'
import type { Started } from '../support/runtimes.ts'
import { tick } from '../../src/waves/tick.ts'

const DAY = 24 * 3_600_000

/** Everybody answers, in an order nobody chose, spread over 14 days. */
async function fourteenDays(started: Started, wave: AWave, people: number): Promise<Truth[]> {
  const codes = wave.codes[0]!.slice(0, people).map((code) => ({ code, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ code }) => code)
  const truth: Truth[] = []
  for (const [i, code] of codes.entries()) {
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
    invite: { codeHmac: Buffer.from(await codeHmac(secret, code.codeHash)), blindedHash: sha(unbase64url(phone.blinding.blinded)) },
    response: { spent: sha(unbase64url(body.message)), sealed: Buffer.from(unbase64url(body.sealed)) },
  }
}

/**
 * Right guesses that chance explains. Matching two unrelated orders hits once on average, with variance 1: three standard deviations are 4.
 * The attacker tries many pairings and keeps the best, so the bound is where the best of so many stays with probability 0.999.
 */
function chance(pairings: number): number {
  let tail = 1
  let term = Math.exp(-1)
  for (let hits = 0; ; hits += 1) {
    if (tail * pairings < 0.001) return Math.max(4, hits - 1)
    tail -= term
    term /= hits + 1
  }
}

describe('the linking attack', () => {
  it('does no better than chance on the files of 600 people and 14 days (attack 1, attack 4, attack 53)', async () => {
    const started = await startedOnNode()
    try {
      await someAreas(started.deps, 'veld', ['A'])
      const wave = await aWaveInField(started.wire, ['A'], 600)
      const truth = await fourteenDays(started, wave, 600)
      const attempts = link(started.folder, wave.wave, truth)
      expect(attempts.length).toBeGreaterThan(30)
      expect(attempts[0]!.hits, JSON.stringify(attempts[0])).toBeLessThanOrEqual(chance(attempts.length))

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
      await someAreas(started.deps, 'veld', ['A'])
      const wave = await aWaveInField(started.wire, ['A'], 100)
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
    const started = await startedOnEdge()
    try {
      await someAreas(started.deps, 'veld', ['A'])
      const wave = await aWaveInField(started.wire, ['A'], 100)
      const truth = await fourteenDays(started, wave, 100)
      const [intake, sample] = await Promise.all([started.deps.databases.open('intake', wave.wave), started.deps.databases.open('sample', wave.wave)])
      const [rows] = await intake.write([sql`SELECT hex(spent) AS spent FROM responses ORDER BY rowid`])
      const [codes] = await sample.write([sql`SELECT hex(code_hmac) AS code FROM invites WHERE issued = 1`])
      const place = (list: unknown[]) => new Map(list.map((value, i) => [String(value).toLowerCase(), i]))
      const [responses, invites] = [place(rows!.map(({ spent }) => spent)), place(codes!.map(({ code }) => code))]
      const placed = [...truth].sort((a, b) => invites.get(a.invite.codeHmac.toString('hex'))! - invites.get(b.invite.codeHmac.toString('hex'))!)
      const hits = placed.filter(({ response }, i) => responses.get(response.spent.toString('hex')) === i).length
      expect(rows).toHaveLength(100)
      expect(hits).toBeLessThanOrEqual(chance(1))
    } finally {
      await started.close()
    }
  })
})
