// Protects the audit: nothing is written twice, altered or dropped unseen, and an act without its row does not exist.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { completeIntents, withIntent } from '../../src/audit/intent.ts'
import { verifyAudit } from '../../src/audit/verify-audit.ts'
import { writeAudited } from '../../src/audit/write-audited.ts'
import { startDatabaseHost } from '../../src/db/host.ts'
import { openRemote } from '../../src/db/worker.ts'
import type { Deps } from '../../src/deps.ts'
import { problem } from '../../src/problem.ts'
import { STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

const act = (what: string) => ({ municipality: 'veld', staff: null, act: what, subject: { what } })
const rename = (name: string) => sql`UPDATE municipalities SET name = ${name} WHERE id = 'veld' RETURNING name`
const entries = async (deps: Pick<Deps, 'office'>) => Number((await deps.office.write([sql`SELECT count(*) AS n FROM audit WHERE municipality = 'veld'`]))[0]![0]!.n)

/** The attacks on the chain that SQL can try, on either transport. */
function chainTests(deps: () => Pick<Deps, 'office' | 'clock'>): void {
  it('attack 35: blocks UPDATE, DELETE, REPLACE, a gap and a second head', async () => {
    await writeAudited(deps(), act('first'), [rename('Een')])
    await writeAudited(deps(), act('second'), [rename('Twee')])
    const before = await verifyAudit(deps(), 'veld')
    const copy = (seq: string, previous: string) => sql.raw(`INSERT OR REPLACE INTO audit (municipality, seq, staff, act, subject, at, previous_digest, digest)
      SELECT municipality, ${seq}, staff, 'forged', subject, at, ${previous}, randomblob(32) FROM audit WHERE municipality = 'veld' ORDER BY seq DESC LIMIT 1`)
    const attempts = [
      sql`UPDATE audit SET act = 'forged'`, sql`DELETE FROM audit`, sql`DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)`,
      copy('1', 'previous_digest'), copy('seq', 'previous_digest'), copy('seq + 2', 'digest'), copy('seq + 1', 'previous_digest'), copy('seq + 1', 'zeroblob(32)'),
      sql`INSERT OR REPLACE INTO audit SELECT municipality, seq + 1, staff, act, subject, at, digest, digest FROM audit ORDER BY seq DESC LIMIT 1`,
    ]
    for (const attempt of attempts) await expect(deps().office.write([attempt])).rejects.toThrow(/audit/)
    expect(await verifyAudit(deps(), 'veld')).toEqual(before)
    expect(before.sound).toBe(true)
  })

  it('attack 35: a stale head retries until every act has its row', async () => {
    const before = await entries(deps())
    await Promise.all(Array.from({ length: 20 }, (_, i) => writeAudited(deps(), act(`act ${i}`), [rename(`Naam ${i}`)])))
    expect(await entries(deps())).toBe(before + 20)
    expect(await verifyAudit(deps(), 'veld')).toMatchObject({ sound: true })
  })

  it('writes no row for an act whose guard refused it', async () => {
    const before = await entries(deps())
    const written = await writeAudited(deps(), act('nothing'), [sql`UPDATE municipalities SET name = 'x' WHERE id = 'nobody' RETURNING id`])
    expect([written, await entries(deps())]).toEqual([[[]], before])
  })

  it('attack 35: finds an altered entry, a gap and a cut tail behind the back of the triggers', async () => {
    const whole = await verifyAudit(deps(), 'veld')
    if (!whole.sound) throw new Error('the chain should be sound')
    await deps().office.write([sql`DROP TRIGGER audit_never_changes`, sql`DROP TRIGGER audit_never_forgets`])
    await deps().office.write([sql`UPDATE audit SET subject = '{"what":"altered"}' WHERE municipality = 'veld' AND seq = 2`])
    expect(await verifyAudit(deps(), 'veld')).toEqual({ sound: false, firstFault: 2 })
    await deps().office.write([sql`DELETE FROM audit WHERE municipality = 'veld' AND seq = 2`])
    expect(await verifyAudit(deps(), 'veld')).toEqual({ sound: false, firstFault: 2 })
    await deps().office.write([sql`DELETE FROM audit WHERE municipality = 'veld' AND seq >= 2`])
    expect(await verifyAudit(deps(), 'veld')).toMatchObject({ sound: true })
    expect(await verifyAudit(deps(), 'veld', whole)).toEqual({ sound: false, firstFault: 2 })
  })
}

describe('the audit chain on an embedded file', () => {
  let server: TestServer
  beforeAll(async () => void (server = await startServer()))
  afterAll(() => server.close())
  chainTests(() => server.deps)
})

describe('the audit chain on a libSQL server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nulmeting-audit-'))
  let stop: () => Promise<void>
  let deps: Pick<Deps, 'office' | 'clock' | 'staffOrigin'>
  beforeAll(async () => {
    const host = await startDatabaseHost({ folder, secret: 'a secret of the host that is long enough' })
    stop = host.close
    deps = { office: openRemote(host.office), clock: () => new Date(), staffOrigin: STAFF }
    await addMunicipality(deps, { id: 'veld', name: 'Veldwijk', hosts: ['127.0.0.1'] })
  })
  afterAll(async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })
  chainTests(() => deps)
})

describe('an act on another database', () => {
  let server: TestServer
  beforeEach(async () => void (server = await startServer()))
  afterEach(() => server.close())
  const acts = async () => (await server.deps.office.write([sql`SELECT act FROM audit WHERE act LIKE 'destroy%' ORDER BY seq`]))[0]!.map(({ act: what }) => what)

  it('is completed at start when a crash came between act and outcome, with the same intent', async () => {
    const seen: string[] = []
    const crash = withIntent(server.deps, act('destroy'), ({ id }) => (seen.push(id), Promise.reject(new Error('power cut'))))
    await expect(crash).rejects.toThrow('power cut')
    expect(await acts()).toEqual(['destroy: intent'])
    expect(await completeIntents(server.deps, {})).toEqual({ completed: 0, open: ['destroy'] })
    const completed = await completeIntents(server.deps, { destroy: async ({ id, subject }) => (seen.push(id), { was: subject.what }) })
    expect(completed).toEqual({ completed: 1, open: [] })
    expect(seen[1]).toBe(seen[0])
    expect(await acts()).toEqual(['destroy: intent', 'destroy: done'])
    expect(await completeIntents(server.deps, {})).toEqual({ completed: 0, open: [] })
  })

  it('that is refused says so in the chain and is not tried again', async () => {
    await expect(withIntent(server.deps, act('destroy'), () => Promise.reject(problem('wave-closed')))).rejects.toMatchObject({ slug: 'wave-closed' })
    expect(await acts()).toEqual(['destroy: intent', 'destroy: refused'])
    expect(await completeIntents(server.deps, {})).toEqual({ completed: 0, open: [] })
  })
})

describe('GET /api/staff/audit', () => {
  it('shows a municipality its own acts only, and no gap that would tell of others', async () => {
    const server = await startServer()
    const veld = await server.signIn(['coordinator'], 'veld', 'Kim')
    const duin = await server.signIn(['coordinator'], 'duin', 'Lot')
    const read = async (cookie: string) => (await server.request('GET', '/api/staff/audit', { cookie })).json() as Promise<{ entries: { seq: number; name: string }[]; head: { seq: number } }>
    for (const [cookie, own, other] of [[veld, 'Kim', 'Lot'], [duin, 'Lot', 'Kim']] as const) {
      const { entries: shown, head } = await read(cookie)
      expect(shown.map(({ seq }) => seq)).toEqual([3, 2, 1])
      expect(head.seq).toBe(3)
      expect(JSON.stringify(shown)).toContain(own)
      expect(JSON.stringify(shown)).not.toContain(other)
    }
    await server.close()
  })
})
