// What is forgotten stays forgotten (attack 39), on both kinds of storage: an old backup restored whole, each database put back alone, an office
// older than its answers. And a backup is worth having: what was acknowledged before it is kept, nobody answers twice after it, it opens with the
// recovery sheet only and holds no server secret.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkedContents, openBackup } from '../../src/backups/open-backup.ts'
import { makeBackup } from '../../src/backups/make-backup.ts'
import { NotEmpty, restoreBackup } from '../../src/backups/restore-backup.ts'
import { createApp } from '../../src/app.ts'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { verifyAudit } from '../../src/audit/verify-audit.ts'
import { countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import { CannotOpen, newIdentity } from '../../src/crypto/sealed.ts'
import { fileCopies, remoteCopies } from '../../src/db/copies.ts'
import type { Copies } from '../../src/db/copies.ts'
import { forgottenFile } from '../../src/db/forgotten.ts'
import { startDatabaseHost } from '../../src/db/host.ts'
import { hostedAddress } from '../../src/db/worker.ts'
import { forgottenPath, nodeDeps } from '../../src/deps-node.ts'
import { remoteDeps } from '../../src/deps-remote.ts'
import type { Deps } from '../../src/deps.ts'
import { responses } from '../../src/intake/table.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { tick } from '../../src/waves/tick.ts'
import type { WaveDetail } from '../../src/waves/wire.ts'
import { aPhone, aWaveInField, answer, credentialOf, ok, responseBody, someAreas, withArchiveKey } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import { CONTACT } from '../support/server.ts'

const ORIGIN = 'http://127.0.0.1:8787'
const STAFF = 'http://localhost:8787'
const HOST_SECRET = 'a secret of the host that is long enough'

/** One machine: its databases, the list of what it destroyed, and the ways to copy. */
interface Machine {
  copies: Copies
  forgotten: () => Promise<readonly { kind: string; name: string }[]>
  open: () => Promise<{ deps: Deps; close: () => void | Promise<void> }>
  stop: () => Promise<void>
}

const secret = crypto.getRandomValues(new Uint8Array(32))
const folder = mkdtempSync(join(tmpdir(), 'nulmeting-restore-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let made = 0

/** A machine on files; `like` has the list of another, as when only the data folder was lost. */
async function onFiles(like?: string): Promise<Machine & { place: string }> {
  const place = like ?? join(folder, `files-${(made += 1)}`)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'secret'), secret)
  const settings = { port: 0, data: join(place, 'data'), staffOrigin: STAFF, secretFile: join(place, 'secret'), restorePointDays: 0 }
  return {
    place, copies: fileCopies(settings.data), forgotten: async () => forgottenFile(forgottenPath(settings)).all(),
    open: () => nodeDeps(settings), stop: async () => undefined,
  }
}

/** A machine whose databases are libSQL servers, reached over HTTP. */
async function onServers(like?: string): Promise<Machine & { place: string }> {
  const place = like ?? join(folder, `servers-${(made += 1)}`)
  const host = await startDatabaseHost({ folder: place, secret: HOST_SECRET })
  const settings = { office: host.office, databaseHost: host.url, databaseHostSecret: HOST_SECRET, secret, staffOrigin: STAFF, restorePointDays: 0 }
  const { databases } = remoteDeps(settings)
  return {
    place, copies: remoteCopies(host.office, databases, (kind, name) => hostedAddress(host.url, HOST_SECRET, kind, name)),
    forgotten: () => databases.forgotten(), stop: host.close,
    open: async () => {
      const deps = remoteDeps(settings)
      return { deps, close: () => deps.office.close() }
    },
  }
}

/** Requests to an app on these databases, staff as one person who may do everything. */
async function wireTo(deps: Deps, name = 'Sam'): Promise<Wire> {
  const app = createApp(deps)
  const ask = async (origin: string, method: string, path: string, body?: object | Uint8Array, cookie = '') => app.request(origin + path, {
    method, headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }) },
    ...(body === undefined ? {} : { body: body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
  })
  const link = await inviteStaff(deps, { municipality: 'veld', name, roles: ['coordinator', 'analyst'] })
  const cookie = (await ask(STAFF, 'POST', '/api/staff/session', { link })).headers.get('set-cookie')!.split(';')[0]!
  return { resident: (method, path, body) => ask(ORIGIN, method, path, body), staff: (method, path, body) => ask(STAFF, method, path, body, cookie) }
}

const recovery = await newIdentity()
const counting = (wire: Wire, { wave }: AWave) => countingApi(async (method, path, body) => {
  const answered = await wire.staff(method, path, body)
  if (!answered.ok) throw new Error(((await answered.json()) as { type: string }).type)
  return answered
}, wave)
const detail = (wire: Wire, { wave }: AWave) => ok<WaveDetail>(wire.staff('GET', `/api/waves/${wave}`))
const backedUp = (deps: Deps, copies: Copies, name: string) =>
  makeBackup(deps, copies, { folder: join(folder, 'backups', name), working: folder, recipient: recovery.recipient, keepDays: 30 })
const opened = async (file: string) => {
  const target = join(folder, `opened-${(made += 1)}`)
  await openBackup(file, recovery.identity, target)
  return target
}

describe.each([['files', onFiles], ['libSQL servers', onServers]] as const)('a restored backup (%s)', (kind, machine) => {
  let first: Awaited<ReturnType<typeof onFiles>>
  let early: string
  let late: string
  let wave: AWave
  let running: { deps: Deps; close: () => void | Promise<void> }
  let wire: Wire
  /** A body acknowledged before the early backup, and one prepared and never sent. */
  let sent: object
  let unsent: object

  beforeAll(async () => {
    first = await machine()
    running = await first.open()
    const { deps } = running
    await addMunicipality(deps, { id: 'veld', name: 'Veldwijk', hosts: ['127.0.0.1:8787'], contact: CONTACT })
    await someAreas(deps, 'veld', ['A'])
    wire = await wireTo(deps)
    await withArchiveKey(wire)
    wave = await aWaveInField(wire, ['A'], 50, { graceHours: 0 })
    for (const code of wave.codes[0]!.slice(0, 3)) await answer(wire, wave, code)
    const one = await aPhone(wave, wave.codes[0]![3]!)
    await ok(wire.resident('POST', '/api/responses', (sent = await responseBody(wave, 0, await credentialOf(wire, wave, one)))))
    const two = await aPhone(wave, wave.codes[0]![4]!)
    unsent = await responseBody(wave, 0, await credentialOf(wire, wave, two))
    early = await backedUp(deps, first.copies, kind)
  }, 60_000)
  afterAll(async () => {
    await running?.close()
    await first?.stop()
  })

  it('brings back what was acknowledged, and lets nobody answer twice', async () => {
    const other = await machine()
    const { restored, leftOut } = await restoreBackup(other, await opened(early))
    expect([restored.sort(), leftOut]).toEqual([[`intake/${wave.wave}`, 'office', `sample/${wave.wave}`], []])
    const { deps, close } = await other.open()
    try {
      await tick(deps)
      expect(await verifyAudit(deps, 'veld')).toMatchObject({ sound: true })
      const there = await wireTo(deps, 'Later')
      const rows = async () => (await deps.databases.open('intake', wave.wave)).read.$count(responses)
      expect([(await detail(there, wave)).state, await rows()]).toEqual(['field', 4])
      // The same bytes again are acknowledged and not stored again; a used code gives no second credential that counts.
      await ok(there.resident('POST', '/api/responses', sent))
      await answer(there, wave, wave.codes[0]![3]!)
      expect(await rows()).toBe(4)
      // A credential from before the backup, and a letter not used yet, still count.
      await ok(there.resident('POST', '/api/responses', unsent))
      await answer(there, wave, wave.codes[0]![5]!)
      expect(await rows()).toBe(6)
      await expect(restoreBackup(other, await opened(early))).rejects.toBeInstanceOf(NotEmpty)
    } finally {
      await close()
      await other.stop()
    }
  }, 60_000)

  it('from before the count, put back whole where the list of what was destroyed survived, brings no answers back (attack 39)', async () => {
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    const { certificate } = await countWave(counting(wire, wave), wave.identity)
    expect(certificate).toMatchObject({ counted: 4, issued: 5 })
    late = await backedUp(running.deps, first.copies, kind)

    const folderOf = await opened(early)
    // The data is lost, the list beside it is not.
    await running.close()
    await first.stop()
    rmSync(kind === 'files' ? join(first.place, 'data') : first.place, { recursive: true, force: true })
    const again = await machine(first.place)
    const { restored, leftOut } = await restoreBackup(again, folderOf)
    expect([restored, leftOut.sort()]).toEqual([['office'], [`intake/${wave.wave}`, `sample/${wave.wave}`]])
    const { deps, close } = await again.open()
    try {
      await tick(deps)
      const there = await wireTo(deps, 'Later')
      const found = await detail(there, wave)
      expect([found.state, found.lost !== undefined, found.certificate]).toEqual(['closed', true, null])
      for (const body of [sent, unsent]) expect((await there.resident('POST', '/api/responses', body)).status).toBe(409)
      expect(await ok(there.resident('POST', '/api/invites/check', { manifest: wave.reference, code: wave.codes[0]![6]!.codeHash }))).toEqual({ takesAnswers: false })
      expect(await deps.databases.list()).toEqual([])
      // Said once, not every five minutes.
      const before = await verifyAudit(deps, 'veld')
      expect(await tick(deps)).toMatchObject({ mended: { destroyed: 0, ended: 0 } })
      expect(await verifyAudit(deps, 'veld')).toEqual(before)
    } finally {
      await close()
      await again.stop()
    }
  }, 60_000)

  it('put back piece by piece where nothing survived, is destroyed again by what the newest office knows (attack 39)', async () => {
    const other = await machine()
    // The newest backup, and then somebody's old copies of invitations and answers beside it.
    await restoreBackup(other, await opened(late))
    const old = await opened(early)
    await expect(other.forgotten()).resolves.toEqual(expect.arrayContaining([{ kind: 'intake', name: wave.wave }, { kind: 'sample', name: wave.wave }]))
    for (const path of [`intake/${wave.wave}`, `sample/${wave.wave}`]) {
      expect(await restoreBackup(other, old, path)).toEqual({ restored: [], leftOut: [path] })
      if (kind !== 'files') continue
      mkdirSync(join(other.place, 'data', path, '..'), { recursive: true })
      copyFileSync(join(old, `${path}.db`), join(other.place, 'data', `${path}.db`))
    }
    const { deps, close } = await other.open()
    try {
      await tick(deps)
      expect(await deps.databases.list()).toEqual([])
      if (kind === 'files') for (const name of ['intake', 'sample']) expect(readdirSync(join(other.place, 'data', name))).toEqual([])
      const there = await wireTo(deps, 'Later')
      expect(await detail(there, wave)).toMatchObject({ state: 'sealed', certificate: { counted: 4 } })
      expect((await there.resident('POST', '/api/responses', unsent)).status).toBe(409)
    } finally {
      await close()
      await other.stop()
    }
  }, 60_000)
})

describe('each database of a backup alone (attack 39)', () => {
  /** A wave in the field with three answers, its backup, and what happened after it. */
  async function scene(after: (deps: Deps, wire: Wire, wave: AWave) => Promise<void>) {
    const home = await onFiles()
    const running = await home.open()
    await addMunicipality(running.deps, { id: 'veld', name: 'Veldwijk', hosts: ['127.0.0.1:8787'], contact: CONTACT })
    await someAreas(running.deps, 'veld', ['A'])
    const wire = await wireTo(running.deps)
    await withArchiveKey(wire)
    const wave = await aWaveInField(wire, ['A'], 50, { graceHours: 0 })
    for (const code of wave.codes[0]!.slice(0, 3)) await answer(wire, wave, code)
    const old = await opened(await backedUp(running.deps, home.copies, `alone-${made}`))
    await after(running.deps, wire, wave)
    await running.close()
    return { home, wave, old, data: join(home.place, 'data') }
  }

  it('an office older than its answers: the wave ends, and more received than issued is shown in the certificate', async () => {
    const { home, wave, old, data } = await scene(async (_, wire, one) => void (await ok(wire.staff('POST', `/api/waves/${one.wave}/end`, {}))))
    for (const name of readdirSync(data)) if (name.startsWith('office.db')) rmSync(join(data, name))
    await restoreBackup(home, old, 'office')
    const { deps, close } = await home.open()
    await tick(deps)
    const wire = await wireTo(deps, 'Later')
    expect(await detail(wire, wave)).toMatchObject({ state: 'closed' })
    expect((await wire.resident('POST', '/api/credentials', { manifest: wave.reference, code: wave.codes[0]![9]!.codeHash, blinded: 'A'.repeat(342) })).status).toBe(409)
    const { certificate } = await countWave(counting(wire, wave), wave.identity)
    expect(certificate).toMatchObject({ received: 3, counted: 3, issued: 0, anomalies: { receivedAboveIssued: true } })
    await close()
  }, 60_000)

  it('answers older than the office, of a wave that is still in the field: they are there, and the file is taken', async () => {
    const { home, wave, old, data } = await scene(async (_, wire, one) => answer(wire, one, one.codes[0]![3]!))
    rmSync(join(data, 'intake', `${wave.wave}.db`))
    expect(await restoreBackup(home, old, `intake/${wave.wave}`)).toEqual({ restored: [`intake/${wave.wave}`], leftOut: [] })
    const { deps, close } = await home.open()
    await tick(deps)
    expect(await (await deps.databases.open('intake', wave.wave)).read.$count(responses)).toBe(3)
    await close()
  }, 60_000)

  it('a wave in the field that lost its invitations ends instead of standing open', async () => {
    const { home, wave, data } = await scene(async () => undefined)
    for (const name of readdirSync(join(data, 'sample'))) rmSync(join(data, 'sample', name))
    const { deps, close } = await home.open()
    expect(await tick(deps)).toMatchObject({ mended: { ended: 1 } })
    const wire = await wireTo(deps, 'Later')
    expect(await detail(wire, wave)).toMatchObject({ state: 'closed' })
    await close()
  }, 60_000)
})

describe('the file of a backup', () => {
  let file: string
  let plain: string
  beforeAll(async () => {
    const home = await onFiles()
    const { deps, close } = await home.open()
    await addMunicipality(deps, { id: 'veld', name: 'Veldwijk', hosts: ['127.0.0.1:8787'], contact: CONTACT })
    await someAreas(deps, 'veld', ['A'])
    const wire = await wireTo(deps)
    const wave = await aWaveInField(wire, ['A'], 50)
    await answer(wire, wave, wave.codes[0]![0]!)
    file = await backedUp(deps, home.copies, 'file')
    plain = await opened(file)
    await close()
  }, 60_000)

  it('holds the server secret in no form, sealed or opened', async () => {
    const forms = [Buffer.from(secret), Buffer.from(Buffer.from(secret).toString('hex')), Buffer.from(Buffer.from(secret).toString('base64url')), Buffer.from(Buffer.from(secret).toString('base64').replace(/=+$/, ''))]
    const files = [file, ...readdirSync(plain, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))]
    expect(files.length).toBeGreaterThan(4)
    for (const path of files) for (const form of forms) expect([path, readFileSync(path).includes(form)]).toEqual([path, false])
    // Of the sealed file nothing reads but its form.
    expect(readFileSync(file).toString('latin1')).not.toMatch(/SQLite|backup\.json|Veldwijk/)
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('opens with no other sheet, and not at all when a byte of it is another, is missing or too many; then nothing is left', async () => {
    const bytes = readFileSync(file)
    const damaged = [bytes.subarray(0, bytes.length - 1), bytes.subarray(0, 5_000), Buffer.concat([bytes, Buffer.from([0])]), Buffer.from('no backup'), Buffer.from(bytes)]
    damaged[4]![bytes.length >> 1]! ^= 1
    for (const [i, content] of damaged.entries()) {
      const path = join(folder, `damaged-${i}`)
      writeFileSync(path, content)
      await expect(openBackup(path, recovery.identity, join(folder, 'nothing'))).rejects.toBeInstanceOf(CannotOpen)
      expect(existsSync(join(folder, 'nothing'))).toBe(false)
    }
    await expect(openBackup(file, (await newIdentity()).identity, join(folder, 'nothing'))).rejects.toBeInstanceOf(CannotOpen)
  })

  it('restores nothing when a file of it was changed after it was opened', async () => {
    const about = await checkedContents(plain)
    const path = join(plain, `${about.databases[0]!.path}.db`)
    truncateSync(path, 4_096)
    await expect(restoreBackup(await onFiles(), plain)).rejects.toMatchObject({ name: 'TarDamaged' })
  })

  it('is written down with the day it expires, and removed by the first backup after that day', async () => {
    const home = await onFiles()
    const { deps, close } = await home.open()
    await addMunicipality(deps, { id: 'veld', name: 'Veldwijk', hosts: ['127.0.0.1:8787'], contact: CONTACT })
    let now = new Date('2026-03-02T09:00:00Z')
    const plan = { folder: join(folder, 'backups', 'kept'), working: folder, recipient: recovery.recipient, keepDays: 30 }
    const make = () => makeBackup({ ...deps, clock: () => now }, home.copies, plan)
    writeFileSync(join(folder, 'backups', 'somebody.txt'), 'stays')
    await make()
    await make()
    expect(readdirSync(plan.folder).sort()).toEqual(['nulmeting-2026-03-02-2-until-2026-04-01.tar.age', 'nulmeting-2026-03-02-until-2026-04-01.tar.age'])
    now = new Date('2026-04-01T00:00:00Z')
    await make()
    expect(readdirSync(plan.folder)).toEqual(['nulmeting-2026-04-01-until-2026-05-01.tar.age'])
    // Plain copies lie nowhere afterwards.
    expect(readdirSync(folder).filter((name) => name.startsWith('.nulmeting-backup'))).toEqual([])
    await close()
  }, 60_000)
})
