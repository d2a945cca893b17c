// Editions and imports: nothing with a hidden number, a wrong root or a foreign signature is stored; what is stored never changes; another
// municipality sees none of it; a bad file imports nothing and names every place.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editionKeyOf } from '../../src/analysis/edition-key.ts'
import { importedFile } from '../../src/analysis/imported-file.ts'
import { draftEdition, publishWave, publishingApi, sendEdition } from '../../src/analysis/publish.ts'
import type { PublishingApi } from '../../src/analysis/publish.ts'
import { countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import type { Send } from '../../src/counting/counting-api.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import { hex, sha256 } from '../../src/crypto/digest.ts'
import { signStatement } from '../../src/crypto/certificate-seal.ts'
import { editionFault, newEditionKey, rowLeaves, sealEdition } from '../../src/crypto/edition-seal.ts'
import { keyFingerprint } from '../../src/crypto/key-sheet.ts'
import { newIdentity, openFile, sealFile } from '../../src/crypto/sealed.ts'
import { readMicrodata, readTable } from '../../src/results/import-file.ts'
import type { Mapping } from '../../src/results/import-file.ts'
import { firstDifference } from '../../src/results/recompute-edition.ts'
import { firstFault } from '../../src/results/verify-files.ts'
import type { Files } from '../../src/results/verify-files.ts'
import type { ChainFile } from '../../src/audit/wire.ts'
import type { CertificateAnswer, EditionDetail, EditionRequest, Imported } from '../../src/results/wire.ts'
import { chosenInstruments } from '../../src/waves/questionnaire.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { aWaveInField, answer, ok, someAreas } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import { STAFF } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
let wave: AWave
let archive: string
let api: PublishingApi

const send: Send = async (method, path, body) => {
  const response = await wire.staff(method, path, body)
  if (!response.ok) throw new Error(JSON.stringify(await response.json()))
  return response
}

const options = { baseline: null, audience: 'steering', date: '2026-04-01' } as const

beforeAll(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A', 'B'])
  const { identity, recipient } = await newIdentity()
  archive = identity
  await ok(wire.staff('PUT', '/api/keys', { archive: { recipient, fingerprint: await keyFingerprint(recipient) }, edition: { publicKey: (await editionKeyOf(identity)).publicKey } }))
  wave = await aWaveInField(wire, ['A', 'B'], 60, { graceHours: 0 })
  for (const [stratum, codes] of wave.codes.entries()) {
    for (const [i, code] of codes.slice(0, stratum === 0 ? 40 : 32).entries()) {
      await answer(wire, wave, code, { unsafe: 1 + ((i + stratum) % 4), liveMark: i % 11, age: 1 + (i % 4), sex: 1 + (i % 2) })
    }
  }
  await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
  await countWave(countingApi(send, wave.wave), wave.identity)
  api = publishingApi(send)
}, 120_000)
afterAll(() => server.close())

/** A signed edition as it would be sent, to be changed by who refuses it. */
async function request(keys: { archive: string; edition?: string } = { archive }): Promise<EditionRequest> {
  const edition = await draftEdition(api, keys, { ...options, wave: wave.wave })
  let sent: EditionRequest | undefined
  await sendEdition({ ...api, publish: async (one) => ((sent = one as EditionRequest), { edition: '', number: 0 }) }, keys, edition)
  return sent!
}

const post = async (body: object) => {
  const answered = await wire.staff('POST', '/api/editions', body)
  return [answered.status, ((await answered.json()) as { type?: string }).type]
}

describe('an edition', () => {
  it('is refused with a number in a hidden cell, another root, a foreign signature or readable exact rows', async () => {
    const good = await request()
    const [first, ...rest] = good.rows
    expect(await post({ ...good, rows: [{ ...first!, cell: { hidden: true, value: 3 } }, ...rest] })).toEqual([400, '/problems/invalid-body'])
    expect(await post({ ...good, rows: rest })).toEqual([422, '/problems/edition-refused'])
    expect(await post({ ...good, rows: [...good.rows, first!] })).toEqual([422, '/problems/edition-refused'])
    expect(await post({ ...good, head: { ...good.head, date: '2026-05-01' } })).toEqual([422, '/problems/edition-refused'])
    expect(await post(await request({ archive, edition: (await newEditionKey()).privateKey }))).toEqual([422, '/problems/edition-refused'])
    expect(await post({ ...good, exact: base64url(new TextEncoder().encode('[{"estimate":0.5}]')) })).toEqual([422, '/problems/edition-refused'])
    expect(await ok(wire.staff('GET', '/api/editions'))).toEqual([])
  })

  it('is published, read back as signed, and never changes (attack 36)', async () => {
    const { edition, number } = await publishWave(api, { archive }, { ...options, wave: wave.wave })
    expect(number).toBe(1)
    const detail = await ok<EditionDetail>(wire.staff('GET', `/api/editions/${edition}`))
    const { head, rows, comparisons, did, root, signature, publicKey } = detail
    expect(rows.length).toBeGreaterThan(20)
    expect(await editionFault(head, [...rows, ...comparisons, ...did], { root, signature }, publicKey)).toBeNull()
    const changed = rows.map((row, i) => (i === 0 ? { ...row, domain: 'elsewhere' } : row))
    expect(await editionFault(head, [...changed, ...comparisons, ...did], { root, signature }, publicKey)).toBe('rows')
    const exact = new Uint8Array(await (await wire.staff('GET', `/api/editions/${edition}/exact`)).arrayBuffer())
    expect(JSON.parse(new TextDecoder().decode(await openFile(exact, archive)))[0]).toMatchObject({ wave: wave.wave })
    for (const harm of [
      sql`UPDATE editions SET published = '{}'`, sql`DELETE FROM editions`,
      sql`INSERT OR REPLACE INTO editions SELECT id, municipality, number, wave, audience, published_on, head, '{}', exact, root, signature, public_key, leaves FROM editions`,
    ]) await expect(server.deps.office.write([harm])).rejects.toThrow(/write-once/)
  })

  it('has the same figures when it is made again, and not when one was changed (attack 36)', async () => {
    const [summary] = await ok<{ id: string }[]>(wire.staff('GET', '/api/editions'))
    const detail = await ok<EditionDetail>(wire.staff('GET', `/api/editions/${summary!.id}`))
    const again = await draftEdition({ ...api, earlier: async () => [] }, { archive }, { ...options, wave: wave.wave })
    expect(firstDifference(again, detail)).toBeNull()
    const shown = detail.rows.findIndex(({ cell }) => !('hidden' in cell))
    const rows = detail.rows.map((row, i) => (i === shown && !('hidden' in row.cell) ? { ...row, cell: { ...row.cell, value: row.cell.value + 1 } } : row))
    expect(firstDifference(again, { ...detail, rows })).toContain(`row ${detail.rows[shown]!.id}: ${detail.rows[shown]!.item}`)
    expect(firstDifference(again, { ...detail, rows: detail.rows.slice(1) })).toContain('is missing')
  })

  describe('and its files, looked at from outside', () => {
    let files: Required<Pick<Files, 'edition' | 'wave' | 'audit'>>
    const clone = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T
    /** The fault after somebody changed the files. */
    const after = async (change: (copy: typeof files) => void) => {
      const copy = clone(files)
      change(copy)
      return firstFault(copy)
    }
    beforeAll(async () => {
      const [summary] = await ok<{ id: string }[]>(wire.staff('GET', '/api/editions'))
      const { statement } = await ok<CertificateAnswer>(wire.staff('GET', `/api/waves/${wave.wave}/certificate`))
      const { privateKey } = await editionKeyOf(archive)
      await ok(wire.staff('POST', `/api/waves/${wave.wave}/certificate/signatures`, { statement, signature: await signStatement(statement, privateKey) }))
      files = {
        edition: await ok(wire.staff('GET', `/api/editions/${summary!.id}`)), wave: await ok(wire.staff('GET', `/api/waves/${wave.wave}/file`)), audit: await ok(wire.staff('GET', '/api/audit/file')),
      }
    })

    it('fits as a whole and in parts', async () => {
      expect(await firstFault(files)).toBeNull()
      for (const one of ['edition', 'wave', 'audit'] as const) expect(await firstFault({ [one]: files[one] })).toBeNull()
      expect(await firstFault({ ...files, editionKey: files.edition.publicKey, head: { seq: 3, digest: files.audit.links[2]!.digest } })).toBeNull()
      // Residents see the same file, and no trial.
      expect(await ok(wire.resident('GET', `/api/public/waves/${wave.wave}`))).toEqual(files.wave)
      expect(await ok(wire.resident('GET', '/api/public/waves'))).toEqual([{ wave: wave.wave, name: 'Tweede meting', starts: '2026-03-02', ends: '2026-03-20' }])
      expect(await ok<ChainFile>(wire.resident('GET', '/api/public/audit'))).toMatchObject({ municipality: 'veld' })
    })

    it('names the row when a cell is edited, a row dropped, doubled or added (attack 36)', async () => {
      const shown = files.edition.rows.findIndex(({ cell }) => !('hidden' in cell))
      const id = files.edition.rows[shown]!.id
      expect(await after(({ edition }) => void ((edition.rows[shown]!.cell as { value: number }).value += 1))).toBe(`edition: row ${id} is changed`)
      expect(await after(({ edition }) => void (edition.rows as object[]).splice(shown, 1))).toBe(`edition: row ${id} is missing`)
      expect(await after(({ edition }) => void (edition.rows as object[]).push(clone(edition.rows[shown])!))).toBe(`edition: row ${id} is there twice`)
      expect(await after(({ edition }) => void (edition.rows as object[]).push({ ...clone(edition.rows[shown]), id: 'zz' }))).toBe('edition: row zz is added')
      // With the list of rows changed to fit, the root no longer does.
      expect(await after(({ edition }) => void (edition.leaves = rowLeaves(edition.rows.slice(1))))).toBeNull()
      expect(await after(({ edition }) => {
        edition.rows = edition.rows.slice(1)
        edition.leaves = rowLeaves([...edition.rows, ...edition.comparisons, ...edition.did])
      })).toBe('edition: the rows are not those of the root')
    })

    it('shows a frozen wave that is not the one of the certificate, and numbers that do not add up (attack 36)', async () => {
      expect(await after(({ wave: one }) => void (one.frozen.digest = '0'.repeat(64)))).toBe('wave: the frozen file is not the one of the certificate')
      expect(await after(({ wave: one }) => void ((one.manifest as { label: string }).label = 'AAAA'))).toBe('wave: the manifest is not the one of the letters')
      expect(await after(({ wave: one }) => void (one.statement.certificate.issued -= 1))).toBe('certificate: the numbers do not add up: issued')
      expect(await after(({ wave: one }) => void (one.statement.certificate.counted -= 1))).toBe('certificate: the numbers do not add up: received')
      // Consistent with itself, and still not what was signed.
      expect(await after(({ wave: one }) => {
        for (const digest of [one.frozen, one.statement.frozen]) digest.digest = '1'.repeat(64)
        one.statement.certificate.frozenDigest = '1'.repeat(64)
      })).toBe('certificate 1: what was signed is not what is shown')
      expect(await after(({ wave: one }) => void (one.signed[0]!.statement.date = '2020-01-01'))).toBe('certificate 1: the signature is not one over this text')
      expect(await after(({ wave: one, audit }) => {
        one.signed = []
        one.frozen.digest = one.statement.frozen.digest = one.statement.certificate.frozenDigest = '1'.repeat(64)
        void audit
      })).toBe('wave and audit: no count with this digest was written down')
    })

    it('shows an edition that was sealed again, signed again, or bears an older date (attack 37)', async () => {
      const { privateKey } = await editionKeyOf(archive)
      const resealed = async ({ edition }: typeof files, change: (head: { date: string }) => void) => {
        change(edition.head as unknown as { date: string })
        const all = [...edition.rows, ...edition.comparisons, ...edition.did]
        Object.assign(edition, await sealEdition(edition.head, all, privateKey), { leaves: rowLeaves(all) })
      }
      const older = clone(files)
      await resealed(older, (head) => void (head.date = '2025-01-01'))
      expect(await firstFault(older)).toMatch(/^edition and audit: it bears the date 2025-01-01, and was published on /)
      // With the key in hand somebody can also take figures out; the root was written down when it was published.
      const fewer = clone(files)
      fewer.edition.rows = fewer.edition.rows.slice(1)
      await resealed(fewer, () => undefined)
      expect(await firstFault(fewer)).toBe('edition and audit: another root was published under this name')
      expect(await after(({ edition }) => void (edition.id = 'edition-other'))).toBe('edition and audit: that it was published was not written down')
      const foreign = await newEditionKey()
      const strange = clone(files)
      Object.assign(strange.edition, await sealEdition(strange.edition.head, [...strange.edition.rows, ...strange.edition.comparisons, ...strange.edition.did], foreign.privateKey), { publicKey: foreign.publicKey })
      expect(await firstFault(strange)).toBe('edition and wave: they name two edition keys')
      expect(await firstFault({ ...files, editionKey: foreign.publicKey })).toBe('edition: it is signed with another key than the one you gave')
    })

    it('shows a chain that was cut, written anew or begun again (attack 35)', async () => {
      const at = files.audit.links.findIndex(({ entry }) => entry?.act === 'finalize-count')
      expect(await after(({ audit }) => void (audit.links[at]!.entry!.at -= 86_400_000))).toBe(`audit: entry ${at + 1} was changed`)
      expect(await after(({ audit }) => void audit.links.splice(at, 1))).toBe(`audit: entry ${at + 1} does not follow from the one before`)
      const { seq, digest } = files.audit.head
      const cut = clone(files.audit)
      cut.links.pop()
      cut.head = { seq: cut.links.at(-1)!.seq, digest: cut.links.at(-1)!.digest }
      expect(await firstFault({ audit: cut })).toBeNull()
      expect(await firstFault({ audit: cut, head: { seq, digest } })).toBe(`audit: it ends at entry ${seq - 1}; ${seq} were there`)
      expect(await firstFault({ audit: files.audit, head: { seq: 2, digest: '0'.repeat(64) } })).toBe('audit: entry 2 is not the one that was written down')
    })

    it('holds no name of a person, and nothing of an act that is nobody\'s business', async () => {
      const text = JSON.stringify(files)
      expect(text).not.toContain('Persoon')
      expect(files.audit.links.filter(({ entry }) => entry === undefined).length).toBeGreaterThan(2)
      for (const { entry } of files.audit.links) expect(entry?.act ?? '').not.toMatch(/sign-in|invite-staff|session/)
    })
  })

  it('reaches the steering group before anybody else, and nobody before its day (attack 28)', async () => {
    const early = { ...options, wave: wave.wave, audience: 'public', date: '2026-04-01' } as const
    await expect(publishWave(api, { archive }, early)).rejects.toThrow(/steering-first/)
    await publishWave(api, { archive }, { ...early, audience: 'partners', date: '2026-04-08' })
    await publishWave(api, { archive }, { ...early, date: '2026-04-15', finest: { unsafe: 'all' } })
    const all = await ok<{ id: string; audience: string; head: EditionDetail['head'] }[]>(wire.staff('GET', '/api/editions'))
    expect(all.map(({ audience }) => audience)).toEqual(['steering', 'partners', 'public'])
    expect(all[2]!.head.items.find(({ item, measure }) => item === 'unsafe' && measure === 'share')!.finest).toBe('all')
    const seen = async (audience: 'steering' | 'partners' | 'public') => {
      const link = await inviteStaff(server.deps, { municipality: 'veld', name: `Lezer ${audience}`, roles: ['reader'], audience })
      const cookie = (await server.request('POST', `${STAFF}/api/staff/session`, { body: { link } })).headers.get('set-cookie')!.split(';')[0]!
      const statuses = await Promise.all(all.map(async ({ id }) => (await server.request('GET', `${STAFF}/api/editions/${id}`, { cookie })).status))
      const listed = (await (await server.request('GET', `${STAFF}/api/editions`, { cookie })).json()) as { audience: string }[]
      expect(listed).toHaveLength(statuses.filter((status) => status === 200).length)
      return statuses
    }
    expect(await seen('public')).toEqual([404, 404, 404])
    server.advance(Date.parse('2026-04-09T10:00:00Z') - server.deps.clock().getTime())
    expect(await seen('steering')).toEqual([200, 200, 404])
    expect(await seen('partners')).toEqual([404, 200, 404])
    server.advance(7 * 86_400_000)
    expect(await seen('public')).toEqual([404, 404, 200])
    expect(await seen('steering')).toEqual([200, 200, 200])
  })

  it('does not exist for another municipality (attack 28)', async () => {
    const cookie = await server.signIn(['coordinator', 'analyst'], 'duin')
    const [summary] = await ok<{ id: string }[]>(wire.staff('GET', '/api/editions'))
    for (const path of [`/api/editions/${summary!.id}`, `/api/editions/${summary!.id}/exact`, `/api/waves/${wave.wave}`, `/api/waves/${wave.wave}/frozen`, `/api/waves/${wave.wave}/frame`]) {
      expect([path, (await server.request('GET', `http://localhost:8787${path}`, { cookie })).status]).toEqual([path, 404])
    }
    const foreign = await server.request('GET', 'http://localhost:8787/api/editions', { cookie })
    expect(await foreign.json()).toEqual([])
  })
})

describe('an imported survey', () => {
  const mapping: Mapping = {
    label: 'Meting 2022', starts: '2022-03-01', ends: '2022-04-01', boundaryYear: 2026, language: 'nl', sameAs: ['unsafe'],
    columns: { area: 'wijk', weight: 'gewicht' }, areas: { A: { population: 2000, invited: 400 }, B: { population: 2000, invited: 400 } },
    items: { unsafe: { column: 'q1', codes: { nooit: 1, zelden: 2, soms: 3, vaak: 4, onbekend: 98 } }, liveMark: { column: 'cijfer' } },
  }
  const [published] = chosenInstruments({ battery: 'core', languages: ['nl'], primaryOutcomes: [] })

  it('names every line and column at fault and takes nothing', async () => {
    expect(readTable('item,area,value,lower,upper,n\nunsafe,A,42,37,47,300\nunsafe,A,x,40,,-1\nunsafe,B,10,20,30,5')).toEqual({
      faults: expect.arrayContaining([
        expect.objectContaining({ line: 3, column: 'item' }), expect.objectContaining({ line: 3, column: 'value' }),
        expect.objectContaining({ line: 3, column: 'upper' }), expect.objectContaining({ line: 3, column: 'n' }), expect.objectContaining({ line: 4, column: 'value' }),
      ]),
    })
    const read = await readMicrodata('wijk,gewicht,q1,cijfer\nA,1.2,nooit,7\nC,0,altijd,11', mapping, published!)
    expect('faults' in read && read.faults.map(({ line, column }) => `${line} ${column}`).sort()).toEqual(['3 cijfer', '3 gewicht', '3 q1', '3 wijk'])
  })

  it('as a table becomes a baseline with margins, and a value without a margin is only context', async () => {
    const read = readTable('item,area,value,lower,upper,n\nunsafe,all,42,37,47,300\nunsafe,A,50,,,\n')
    if ('faults' in read) throw new Error('not read')
    const { id } = await ok<Imported>(wire.staff('POST', '/api/imports', { kind: 'table', label: 'Meting 2022', starts: '2022-03-01', ends: '2022-04-01', source: 'rapport', values: read.values, sameAs: ['unsafe'] }))
    const edition = await draftEdition(api, { archive }, { ...options, wave: wave.wave, baseline: id })
    const unsafe = edition.comparisons.filter(({ item }) => item === 'unsafe')
    expect(unsafe.length).toBeGreaterThan(0)
    expect(edition.head.baseline).toMatchObject({ id, imported: true })
  })

  it('as microdata keeps its own weights, sealed, and is compared only where the words were the same', async () => {
    const lines = Array.from({ length: 240 }, (_, i) => `${i % 2 === 0 ? 'A' : 'B'},${1 + (i % 3) / 2},${['nooit', 'zelden', 'soms', 'vaak'][i % 4]},${i % 11}`)
    const read = await readMicrodata(`wijk,gewicht,q1,cijfer\n${lines.join('\n')}\n`, mapping, published!)
    if ('faults' in read) throw new Error(JSON.stringify(read.faults))
    const { archive: { recipient } } = await ok<{ archive: { recipient: string } }>(wire.staff('GET', '/api/keys'))
    const plain = importedFile(read.microdata, read.weights)
    const { label, starts, ends, boundaryYear } = mapping
    const { id } = await ok<Imported>(wire.staff('POST', '/api/imports', {
      kind: 'microdata', label, starts, ends, boundaryYear, n: 240, instrument: read.instrument, itemHashes: read.itemHashes,
      strata: Object.entries(mapping.areas).map(([area, counts]) => ({ id: area, area, ...counts })), digest: hex(await sha256(plain)), sealed: base64url(await sealFile(plain, [recipient])),
    }))
    const edition = await draftEdition(api, { archive }, { ...options, wave: wave.wave, baseline: id })
    const verdicts = (item: string) => new Set(edition.comparisons.filter((one) => one.item === item).map(({ verdict }) => verdict))
    expect([...verdicts('liveMark')]).toEqual(['break'])
    expect(edition.head.baseline).toMatchObject({ id })
  })
})
