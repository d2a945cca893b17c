// A replaced code tells nobody whether the old one was used, and never makes two responses of one invitation: an unused code dies and its
// replacement lives; of a used one the response stays and the replacement is born used. The same on both runtimes.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { newCodes } from '../../src/crypto/draw-codes.ts'
import type { DrawnCode } from '../../src/crypto/draw-codes.ts'
import { verify } from '../../src/crypto/credential.ts'
import { responses } from '../../src/intake/table.ts'
import { tablesOf } from '../support/at-rest.ts'
import { fastFinalize } from '../support/blinder.ts'
import { aPhone, aWaveInField, answer, credentialBody, credentialOf, ok, someAreas } from '../support/fieldwork.ts'
import type { AWave } from '../support/fieldwork.ts'
import { size } from '../support/size.ts'
import { overEachRuntime } from '../support/runtimes.ts'

overEachRuntime('the help desk', (started) => {
  let wave: AWave
  let next = 0
  const code = () => wave.codes[0]![next++]!
  const fresh = () => newCodes(wave.digest, [1, 0])[0]![0]!
  const replace = (pairs: { old: DrawnCode; new: DrawnCode }[]) => started().wire.staff('POST', `/api/waves/${wave.wave}/replacements`, { pairs: pairs.map((pair) => ({ old: pair.old.codeHash, new: pair.new.codeHash })) })
  /** Whether a code gets a credential, as its phone finds out. */
  const lives = async (drawn: DrawnCode) => {
    const phone = await aPhone(wave, drawn)
    return verify(wave.manifest.strata[phone.stratum]!.spki, await credentialOf(started().wire, wave, phone))
  }
  const received = async () => (await started().deps.databases.open('intake', wave.wave)).read.$count(responses)
  const strata = async () => (await ok<{ strata: { id: string; invited: number }[] }>(started().wire.staff('GET', `/api/waves/${wave.wave}`))).strata
  const sampleCounts = async () => {
    const sample = await started().deps.databases.open('sample', wave.wave)
    const [counts] = await sample.write([sql`SELECT count(*) AS "rows", sum(issued) AS marked, (SELECT sum(codes) FROM replacements) AS replaced FROM invites`])
    return counts![0]!
  }

  beforeAll(async () => {
    await someAreas(started().deps, 'veld', ['A', 'B'])
    wave = await aWaveInField(started().wire, ['A', 'B'], 600)
  })

  it('refuses a code of another group, an unknown measurement, and a batch that is none', async () => {
    const [one, other] = [wave.codes[0]![0]!, wave.codes[1]![0]!]
    expect((await replace([{ old: one, new: other }])).status).toBe(400)
    expect((await started().wire.staff('POST', '/api/waves/none/replacements', { pairs: [{ old: one.codeHash, new: fresh().codeHash }] })).status).toBe(404)
    expect((await started().wire.staff('POST', `/api/waves/${wave.wave}/replacements`, { pairs: [] })).status).toBe(400)
  })

  it('an unused code dies and its replacement lives; a used one keeps its response and its replacement is dead (attack 12)', async () => {
    const [unused, used, live, dead] = [code(), code(), fresh(), fresh()]
    await answer(started().wire, wave, used)
    const before = await received()
    await ok(replace([{ old: unused, new: live }, { old: used, new: dead }]))
    expect(await lives(unused)).toBe(false)
    expect(await lives(dead)).toBe(false)
    await answer(started().wire, wave, live)
    expect(await received()).toBe(before + 1)
    expect(await lives(live)).toBe(false)
  })

  it('says and counts exactly the same of a used, an unused and a replaced code (attack 52)', async () => {
    const [unused, used, twice] = [code(), code(), code()]
    await answer(started().wire, wave, used)
    await ok(replace([{ old: twice, new: fresh() }]))
    const seen = async (old: DrawnCode) => {
      const counts = await sampleCounts()
      const reply = await replace([{ old, new: fresh() }])
      const headers = [...reply.headers].filter(([name]) => name !== 'date').sort()
      const after = await sampleCounts()
      const grown = Object.fromEntries(Object.keys(counts).map((name) => [name, Number(after[name]) - Number(counts[name])]))
      return { status: reply.status, headers, body: await reply.text(), grown }
    }
    const shown = await strata()
    const [ofUnused, ofUsed] = [await seen(unused), await seen(used)]
    expect(ofUsed).toEqual(ofUnused)
    expect(ofUnused).toMatchObject({ status: 200, body: '{}', grown: { rows: 1, marked: 1, replaced: 1 } })
    expect(await seen(twice)).toMatchObject({ status: 200, body: '{}' })
    expect(await strata()).toEqual(shown)
  })

  it('a phone that was answered but never heard it gets the same signature again after its code was replaced (attack 6)', async () => {
    const old = code()
    const phone = await aPhone(wave, old)
    const first = new Uint8Array(await (await started().wire.resident('POST', '/api/credentials', credentialBody(wave, phone))).arrayBuffer())
    await ok(replace([{ old, new: fresh() }]))
    const again = new Uint8Array(await (await started().wire.resident('POST', '/api/credentials', credentialBody(wave, phone))).arrayBuffer())
    expect(again).toEqual(first)
    const { spki } = wave.manifest.strata[phone.stratum]!
    expect(await verify(spki, await fastFinalize(spki, phone.blinding, again))).toBe(true)
  })

  it('replacing again, the same pair or the same old code, never makes a second live code (attack 5)', async () => {
    const [old, one, two] = [code(), fresh(), fresh()]
    await ok(replace([{ old, new: one }]))
    const counts = await sampleCounts()
    await ok(replace([{ old, new: one }]))
    expect(await sampleCounts()).toEqual(counts)
    await ok(replace([{ old, new: two }]))
    expect(await lives(two)).toBe(false)
    expect(await lives(old)).toBe(false)
    expect(await lives(one)).toBe(true)
  })

  it('sending and replacing at once gives exactly one credential a letter, whoever comes first (attack 5)', async () => {
    for (let round = 0; round < size({ test: 4, soak: 40 }); round += 1) {
      const [old, replacement] = [code(), fresh()]
      const [oldLives] = await Promise.all([lives(old), ok(replace([{ old, new: replacement }]))])
      expect([oldLives, await lives(replacement)].filter(Boolean)).toHaveLength(1)
    }
  })

  it('a code nobody ever drew leaves nothing and is answered alike', async () => {
    const counts = await sampleCounts()
    const reply = await replace([{ old: fresh(), new: fresh() }])
    expect([reply.status, await reply.text()]).toEqual([200, '{}'])
    expect(await sampleCounts()).toEqual(counts)
  })

  it('no address, table or count of the staff\'s tells which codes were noted, replaced or used (attack 52)', async () => {
    const { deps, wire } = started()
    const everything = async () => {
      const paths = ['', '/letters', '/progress', '/notes', '/frame'].map((path) => `/api/waves/${wave.wave}${path}`).concat('/api/staff/audit', '/api/waves')
      const seen = await Promise.all(paths.map(async (path) => (await wire.staff('GET', path)).text()))
      const rows: unknown[] = []
      for (const table of await tablesOf(deps.office)) rows.push(...(await deps.office.write([sql.raw(`SELECT * FROM ${table}`)]))[0]!)
      return JSON.stringify([seen, rows], (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : typeof value === 'bigint' ? String(value) : value))
    }
    const text = await everything()
    for (const { codeHash, code: plain } of wave.codes[0]!.slice(0, next)) {
      expect(text).not.toContain(codeHash)
      expect(text).not.toContain(plain)
    }
    expect(text).toContain('replace-codes')
  })

  it('issues no more than one credential a letter in all, and the certificate\'s counts add up', async () => {
    const { deps, wire } = started()
    const counts = await sampleCounts()
    const usable = Number(counts.marked) - Number(counts.replaced)
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    const [ended] = await deps.office.write([sql`SELECT sum(drawn) AS drawn, sum(issued) AS issued, sum(replaced) AS replaced FROM strata WHERE wave = ${wave.wave}`])
    expect(ended![0]).toEqual({ drawn: 1_200, issued: usable, replaced: Number(counts.replaced) })
    expect(Number(ended![0]!.issued)).toBeGreaterThanOrEqual(await received())
  })
})
