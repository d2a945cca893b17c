// The attack nobody can prevent, and what it does not give: whoever copies every database after every commit knows which code brought which
// sealed row, and never what is in it. Over 14 days, four strata, a sealed backup a day and all that the server printed. Each attacker is named
// by the keys held; only the one with the wave key reads, until the count, as the page of limits says. It succeeds on the pairing, or it proves
// nothing about the reading (attack 2). 28 people here, 600 in the soak run.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { makeBackup } from '../../src/backups/make-backup.ts'
import { countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import { unbase64url } from '../../src/crypto/base64url.ts'
import { readPayload } from '../../src/crypto/payload.ts'
import { CannotOpen, newIdentity, open } from '../../src/crypto/sealed.ts'
import { fileCopies } from '../../src/db/copies.ts'
import { codeHmac } from '../../src/sample/code-hmac.ts'
import { unwrap } from '../../src/sample/wrap.ts'
import { tick } from '../../src/waves/tick.ts'
import { aPhone, aWaveInField, credentialOf, ok, responseBody, someAreas, withArchiveKey } from '../support/fieldwork.ts'
import type { AWave } from '../support/fieldwork.ts'
import { overEachRuntime } from '../support/runtimes.ts'
import type { Started } from '../support/runtimes.ts'
import { size, soakFigure } from '../support/size.ts'

const STRATA = ['A', 'B', 'C', 'D']
const DAYS = 14
const DAY = 24 * 3_600_000
const hex = (bytes: unknown) => Buffer.from(bytes as ArrayBuffer).toString('hex')

/** What one copy shows: invites marked as issued, and rows by spent digest. */
interface Copy { issued: Set<string>; rows: Map<string, Uint8Array> }
interface Pair { invite: string; spent: string }

/** All that the attacker collects, commit by commit. */
interface Collected { copies: Copy[]; truth: Pair[]; said: number[] }

/** Everything at rest after a commit. Files are copied byte for byte, WAL and journals too; behind libSQL servers it is all that SQL can read. */
async function copied({ runtime, folder, deps }: Started, wave: AWave, place: number): Promise<Copy> {
  const queries = { sample: 'SELECT code_hmac FROM invites WHERE issued = 1', intake: 'SELECT spent, sealed FROM responses' } as const
  const read = async (kind: keyof typeof queries): Promise<readonly Record<string, unknown>[]> => {
    if (runtime === 'workerd') return (await (await deps.databases.open(kind, wave.wave)).write([sql.raw(queries[kind])]))[0]!
    const beside = join(folder, 'backups', String(place))
    cpSync(join(folder, kind), join(beside, kind), { recursive: true })
    const client = createClient({ url: pathToFileURL(join(beside, kind, `${wave.wave}.db`)).href, intMode: 'bigint' })
    const { rows } = await client.execute(queries[kind])
    client.close()
    return rows
  }
  const [issued, rows] = [await read('sample'), await read('intake')]
  return {
    issued: new Set(issued.map(({ code_hmac }) => hex(code_hmac))),
    rows: new Map(rows.map(({ spent, sealed }) => [hex(spent), new Uint8Array(sealed as ArrayBuffer)])),
  }
}

/** The time linker: what was new in the one database just before what was new in the other. */
function pairs(copies: readonly Copy[]): Pair[] {
  const found: Pair[] = []
  let invite = ''
  for (const [i, copy] of copies.slice(1).entries()) {
    const before = copies[i]!
    invite = [...copy.issued].find((code) => !before.issued.has(code)) ?? invite
    const spent = [...copy.rows.keys()].find((digest) => !before.rows.has(digest))
    if (spent !== undefined) found.push({ invite, spent })
  }
  return found
}

const opened = (row: Uint8Array, key: string) => open(row, key).then(readPayload, (fault: unknown) => (expect(fault).toBeInstanceOf(CannotOpen), null))
const everyFile = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

overEachRuntime('a copy of every database after every commit', (started) => {
  let wave: AWave
  let other: AWave
  let archive: string
  let recovery: { identity: string; recipient: string }
  let issuerKey: Uint8Array
  let collected: Collected
  const people = () => size({ test: started().runtime === 'node' ? 28 : 14, soak: 600 })

  beforeAll(async () => {
    const { wire, deps, advance, folder, runtime } = started()
    await someAreas(deps, 'veld', STRATA)
    archive = await withArchiveKey(wire)
    recovery = await newIdentity()
    const letters = Math.max(50, Math.ceil(people() / STRATA.length))
    wave = await aWaveInField(wire, STRATA, letters, { graceHours: 0 })
    other = await aWaveInField(wire, ['A'], 50)
    const sample = await deps.databases.open('sample', wave.wave)
    const [keys] = await sample.write([sql`SELECT wrapped FROM issuer_keys WHERE stratum = 0`])
    issuerKey = new Uint8Array(keys![0]!.wrapped as ArrayBuffer)
    const codes = wave.codes.map((drawn) => [...drawn])
    collected = { copies: [await copied(started(), wave, 0)], truth: [], said: [] }
    const { copies, truth, said } = collected
    for (let i = 0; i < people(); i += 1) {
      if (i > 0 && i % Math.ceil(people() / DAYS) === 0) {
        advance?.(DAY)
        await tick(deps)
        if (runtime === 'node') await makeBackup(deps, fileCopies(folder), { folder: join(folder, 'sealed-backups'), working: folder, recipient: recovery.recipient, keepDays: 30 })
      }
      const code = codes[i % STRATA.length]!.pop()!
      const phone = await aPhone(wave, code)
      const credential = await credentialOf(wire, wave, phone)
      copies.push(await copied(started(), wave, copies.length))
      said.push(1 + (i % 4))
      await ok(wire.resident('POST', '/api/responses', await responseBody(wave, phone.stratum, credential, { unsafe: said.at(-1)! })))
      copies.push(await copied(started(), wave, copies.length))
      truth.push({ invite: hex(await codeHmac(deps.secret, code.codeHash)), spent: createHash('sha256').update(unbase64url(credential.message)).digest('hex') })
    }
  }, size({ test: 120_000, soak: 1_800_000 }))

  it('pairs every code with its sealed row (attack 2)', () => {
    expect(pairs(collected.copies)).toEqual(collected.truth)
  })

  const attackers: [held: string, keys: () => Promise<string[]>][] = [
    ['the databases', async () => []],
    ['the databases and the server secret, and with it the issuer keys', async () => {
      // Whoever unwraps them can sign; they open nothing.
      expect((await unwrap(started().deps.secret, wave.wave, 0, issuerKey)).length).toBeGreaterThan(1_000)
      return []
    }],
    ['the databases and the archive key', async () => [archive]],
    ['the databases, the backups and the recovery key', async () => [recovery.identity]],
    ['the databases and the key of another measurement', async () => [other.identity]],
  ]
  for (const [held, keys] of attackers) {
    it(`reads nothing with ${held} (attack 2)`, async () => {
      const mine = await keys()
      const rows = collected.copies.at(-1)!.rows
      for (const row of rows.values()) {
        for (const key of mine) expect(await opened(row, key)).toBeNull()
        const text = Buffer.from(row).toString('latin1')
        for (const plain of ['unsafe', 'answers', wave.wave]) expect(text).not.toContain(plain)
      }
      expect(rows.size).toBe(people())
    })
  }

  it('reads everything with the wave key as well: what the product says it cannot prevent', async () => {
    const last = collected.copies.at(-1)!.rows
    const read = await Promise.all(pairs(collected.copies).map(async ({ spent }) => (await opened(last.get(spent)!, wave.identity))!.answers.unsafe))
    expect(read).toEqual(collected.said)
  })

  it('has neither rows nor anything that opens a row of the copies after the count, with every key but the destroyed one (attack 2)', async () => {
    const { wire, folder, runtime } = started()
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    await countWave(countingApi(async (method, path, body) => wire.staff(method, path, body), wave.wave), wave.identity)
    const files = everyFile(folder)
    const live = files.filter(({ parentPath }) => !parentPath.includes('backups'))
    expect(live.map(({ name }) => name)).not.toContain(`${wave.wave}.db`)
    // A server may be writing one away while it is read.
    const bytesOf = (list: typeof files) => list.map(({ parentPath, name }) => join(parentPath, name)).filter((path) => existsSync(path)).map((path) => readFileSync(path))
    // Whatever lies in any file, then or now, that has the form of an age key: none.
    expect(bytesOf(files).filter((file) => /AGE-SECRET-KEY-1/i.test(file.toString('latin1')))).toEqual([])
    const liveBytes = bytesOf(live)
    for (const row of collected.copies.at(-1)!.rows.values()) {
      expect(liveBytes.some((file) => file.includes(Buffer.from(row.subarray(200, 300))))).toBe(false)
      for (const key of [archive, recovery.identity, other.identity]) expect(await opened(row, key)).toBeNull()
    }
    soakFigure(`copies after every commit (${runtime})`, collected.copies.length, `${people()} pairs found, none read without the wave key`)
  }, size({ test: 60_000, soak: 1_800_000 }))
})
