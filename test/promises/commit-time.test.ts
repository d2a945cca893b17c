// The attack nobody can prevent, and what it does not give: whoever copies both databases after every commit knows which code brought which
// sealed row, and never what is in it. Each attacker is named by the keys held; only the one with the wave key reads, until the count, as
// the page of limits says. It succeeds on the pairing, or it proves nothing about the reading (attack 2).
import { createHash } from 'node:crypto'
import { cpSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import { unbase64url } from '../../src/crypto/base64url.ts'
import { readPayload } from '../../src/crypto/payload.ts'
import { CannotOpen, open } from '../../src/crypto/sealed.ts'
import { codeHmac } from '../../src/sample/code-hmac.ts'
import { unwrap } from '../../src/sample/wrap.ts'
import { aPhone, aWaveInField, credentialOf, ok, responseBody, someAreas, withArchiveKey } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

const PEOPLE = 14
/** What one copy shows: invites marked as issued, and rows by spent digest. */
interface Copy { issued: string[]; rows: Map<string, Uint8Array> }
interface Truth { invite: string; spent: string }

let server: TestServer
let wire: Wire
let wave: AWave
let other: AWave
let archive: string
const copies: Copy[] = []
const truth: Truth[] = []
const hex = (bytes: unknown) => Buffer.from(bytes as ArrayBuffer).toString('hex')

/** Everything at rest, WAL and journals too, as a backup after a commit has it. */
async function copied(): Promise<Copy> {
  const folder = join(server.folder, 'backups', String(copies.length))
  for (const kind of ['sample', 'intake']) cpSync(join(server.folder, kind), join(folder, kind), { recursive: true })
  const read = async (kind: string, query: string) => {
    const client = createClient({ url: pathToFileURL(join(folder, kind, `${wave.wave}.db`)).href, intMode: 'bigint' })
    const { rows } = await client.execute(query)
    client.close()
    return rows
  }
  const rows = await read('intake', 'SELECT spent, sealed FROM responses')
  return {
    issued: (await read('sample', 'SELECT code_hmac FROM invites WHERE issued = 1')).map(({ code_hmac }) => hex(code_hmac)),
    rows: new Map(rows.map(({ spent, sealed }) => [hex(spent), new Uint8Array(sealed as ArrayBuffer)])),
  }
}

beforeAll(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A'])
  archive = await withArchiveKey(wire)
  wave = await aWaveInField(wire, ['A'], 50, { graceHours: 0 })
  other = await aWaveInField(wire, ['A'], 50)
  copies.push(await copied())
  for (const [i, code] of wave.codes[0]!.slice(0, PEOPLE).entries()) {
    const phone = await aPhone(wave, code)
    const credential = await credentialOf(wire, wave, phone)
    copies.push(await copied())
    await ok(wire.resident('POST', '/api/responses', await responseBody(wave, 0, credential, { unsafe: 1 + (i % 4) })))
    copies.push(await copied())
    truth.push({ invite: hex(await codeHmac(server.deps.secret, code.codeHash)), spent: createHash('sha256').update(unbase64url(credential.message)).digest('hex') })
  }
}, 60_000)
afterAll(() => server.close())

/** The time linker: what was new in the one database just before what was new in the other. */
function pairs(): Truth[] {
  const found: Truth[] = []
  let invite = ''
  for (const [i, copy] of copies.slice(1).entries()) {
    const before = copies[i]!
    invite = copy.issued.find((code) => !before.issued.includes(code)) ?? invite
    const spent = [...copy.rows.keys()].find((digest) => !before.rows.has(digest))
    if (spent !== undefined) found.push({ invite, spent })
  }
  return found
}

const opened = (row: Uint8Array, key: string) => open(row, key).then(readPayload, (fault: unknown) => (expect(fault).toBeInstanceOf(CannotOpen), null))

describe('a copy of both databases after every commit (attack 2)', () => {
  it('pairs every code with its sealed row', () => {
    expect(pairs()).toEqual(truth)
  })

  const attackers: [held: string, keys: () => Promise<string[]>][] = [
    ['the databases', async () => []],
    ['the databases and the server secret, and with it the issuer keys', async () => {
      const sample = await createClient({ url: pathToFileURL(join(server.folder, 'backups', '0', 'sample', `${wave.wave}.db`)).href }).execute('SELECT wrapped FROM issuer_keys')
      // Whoever unwraps them can sign; they open nothing.
      expect((await unwrap(server.deps.secret, wave.wave, 0, new Uint8Array(sample.rows[0]!.wrapped as ArrayBuffer))).length).toBeGreaterThan(1_000)
      return []
    }],
    ['the databases and the archive key', async () => [archive]],
    ['the databases and the key of another measurement', async () => [other.identity]],
  ]
  for (const [held, keys] of attackers) {
    it(`reads nothing with ${held}`, async () => {
      const mine = await keys()
      for (const row of copies.at(-1)!.rows.values()) {
        for (const key of mine) expect(await opened(row, key)).toBeNull()
        const text = Buffer.from(row).toString('latin1')
        for (const plain of ['unsafe', 'answers', wave.wave]) expect(text).not.toContain(plain)
      }
      expect(copies.at(-1)!.rows.size).toBe(PEOPLE)
    })
  }

  it('reads everything with the wave key as well: what the product says it cannot prevent', async () => {
    const read = await Promise.all(pairs().map(async ({ spent }) => (await opened(copies.at(-1)!.rows.get(spent)!, wave.identity))!.answers.unsafe))
    expect(read).toEqual(truth.map((_, i) => 1 + (i % 4)))
  })

  it('after the count the server has neither rows nor anything that opens a row of the backups', async () => {
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    await countWave(countingApi(async (method, path, body) => wire.staff(method, path, body), wave.wave), wave.identity)
    const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const live = files.filter(({ parentPath }) => !parentPath.includes('backups'))
    expect(live.map(({ name }) => name)).not.toContain(`${wave.wave}.db`)
    const bytes = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)))
    // Whatever lies in any file, then or now, that has the form of an age key: none.
    expect(bytes.filter((file) => /AGE-SECRET-KEY-1/i.test(file.toString('latin1')))).toEqual([])
    const liveBytes = live.map(({ parentPath, name }) => readFileSync(join(parentPath, name)))
    for (const row of copies.at(-1)!.rows.values()) {
      expect(liveBytes.some((file) => file.includes(Buffer.from(row.subarray(200, 300))))).toBe(false)
      expect(await opened(row, archive)).toBeNull()
    }
  })
})
