// Promise 4 when the disk is the trouble (attack 40): full, or not to be written. The real server process; a phone hears a fault and nothing
// else, no half write and no stuck lock remain, and what was acknowledged is there when the disk is mended.
import { chmodSync, chownSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { unbase64url } from '../../src/crypto/base64url.ts'
import { hex, sha256 } from '../../src/crypto/digest.ts'
import { responses } from '../../src/intake/table.ts'
import { bundledServer, http, patientWire } from '../support/bundled-server.ts'
import type { BundledServer } from '../support/bundled-server.ts'
import { aPhone, credentialOf, responseBody } from '../support/fieldwork.ts'

let server: BundledServer
let next = 0
const acknowledged: string[] = []
beforeAll(async () => void (server = await bundledServer(200)))
afterAll(() => server?.remove())

/** A credential is asked for first, so that the response is the write under trial. */
async function prepared() {
  const phone = await aPhone(server.wave, server.wave.codes[0]![next++]!)
  return responseBody(server.wave, 0, await credentialOf(patientWire(server.origin, { count: 0 }), server.wave, phone))
}
type Body = Awaited<ReturnType<typeof prepared>>

async function sent(body: Body): Promise<number> {
  const { status } = await http(server.origin, 'POST', '/api/responses', body)
  if (status === 200) acknowledged.push(hex(await sha256(unbase64url(body.message))))
  return status
}

/** Rows and soundness of the file, once nothing runs. */
async function atRest(): Promise<string[]> {
  return server.look(async (deps) => {
    const intake = await deps.databases.open('intake', server.wave.wave)
    const [verdict] = await intake.write([sql`PRAGMA integrity_check`])
    expect(verdict).toEqual([{ integrity_check: 'ok' }])
    return (await intake.read.select({ spent: responses.spent }).from(responses)).map(({ spent }) => hex(spent)).sort()
  })
}

describe('a disk', () => {
  it('that is full loses nothing acknowledged and writes nothing half (attack 40)', async () => {
    await server.start()
    const bodies = await Promise.all(Array.from({ length: 40 }, prepared))
    for (const body of bodies.slice(0, 3)) expect(await sent(body)).toBe(200)
    await server.kill()
    // No file of the process may grow beyond this: the next pages of intake find no room.
    const blocks = Math.ceil(statSync(join(server.settings.data, 'intake', `${server.wave.wave}.db`)).size / 512) + 40
    await server.start({ shell: `ulimit -f ${blocks}` })
    const refused: Body[] = []
    for (const body of bodies.slice(3)) {
      const status = await sent(body)
      if (status !== 200) refused.push(body)
      expect([200, 500]).toContain(status)
    }
    expect(refused.length).toBeGreaterThan(5)
    // Reading goes on: the page opens, with the phone number on it.
    expect((await http(server.origin, 'GET', `/api/manifests/${server.wave.reference}`)).status).toBe(200)
    // A line says what is wrong, and nothing about whom it happened to.
    expect(server.printed().split('\n').filter((line) => line.startsWith('{'))).toContainEqual(expect.stringMatching(/^\{"code":"SQLITE_[A-Z_]+","route":"POST \/api\/responses","status":500\}$/))
    await server.kill()
    expect(await atRest()).toEqual([...acknowledged].sort())
    await server.start()
    for (const body of refused) expect(await sent(body)).toBe(200)
    await server.kill()
    expect(await atRest()).toEqual([...acknowledged].sort())
    expect(acknowledged).toHaveLength(40)
  }, 120_000)

  it('that cannot be written keeps nothing, serves what can be read, and is taken up again when it can (attack 40)', async () => {
    await server.start()
    const body = await prepared()
    await server.kill()
    const root = process.getuid?.() === 0
    const files = readdirSync(server.folder, { recursive: true, withFileTypes: true })
    const paths = [server.folder, ...files.map(({ parentPath, name }) => join(parentPath, name))]
    const lock = (on: boolean) => paths.forEach((path, i) => chmodSync(path, i === 0 || files[i - 1]!.isDirectory() ? (on ? 0o555 : 0o755) : on ? 0o444 : 0o644))
    // Root may write anywhere; the server then runs as nobody, to whom the files belong.
    if (root) for (const path of paths) chownSync(path, 65534, 65534)
    await server.start(root ? { uid: 65534, gid: 65534 } : {})
    lock(true)
    try {
      expect(await sent(body)).toBe(500)
      expect((await http(server.origin, 'GET', `/api/manifests/${server.wave.reference}`)).status).toBe(200)
    } finally {
      lock(false)
    }
    expect(await sent(body)).toBe(200)
    expect((await http(server.origin, 'GET', '/healthz')).status).toBe(200)
    await server.kill()
    expect(await atRest()).toEqual([...acknowledged].sort())
  }, 120_000)
})
