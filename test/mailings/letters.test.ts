// Letters as the server keeps them: numbers, days and who; second persons where two are needed, enforced by the tables themselves; the two
// lists that exist only sealed. Refusals first.
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { base64url, unbase64url } from '../../src/crypto/base64url.ts'
import { newCodes } from '../../src/crypto/draw-codes.ts'
import { unhex } from '../../src/crypto/digest.ts'
import { readReminderList } from '../../src/crypto/reminder-list.ts'
import { newIdentity, openFile, sealFile } from '../../src/crypto/sealed.ts'
import type { LettersAnswer, ProgressAnswer } from '../../src/mailings/wire.ts'
import { bytesAtRest } from '../support/at-rest.ts'
import { aWaveInField, answer, ok, someAreas } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { inProcess, startedInProcess } from '../support/wire.ts'

const DAY = 86_400_000
let server: TestServer
let wire: Wire
/** Another person with the same roles. */
let other: Wire
let wave: AWave

beforeEach(async () => {
  ;({ server, wire } = await startedInProcess({ now: new Date('2026-03-02T09:00:00Z') }))
  other = await inProcess(server)
  await someAreas(server.deps, 'veld', ['A', 'B'])
  wave = await aWaveInField(wire, ['A', 'B'], 100)
})
afterEach(() => server.close())

const at = (path: string) => `/api/waves/${wave.wave}${path}`
const letters = (who = wire) => ok<LettersAnswer>(who.staff('GET', at('/letters')))
const slug = async (reply: Promise<Response>) => ((await (await reply).json()) as { type?: string }).type?.replace('/problems/', '')
const fresh = (count: number) => newCodes(wave.digest, [count, 0])[0]!
const replace = (from: number, count: number, who = wire) => {
  const codes = fresh(count)
  return who.staff('POST', at('/replacements'), { pairs: codes.map((code, i) => ({ old: wave.codes[0]![from + i]!.codeHash, new: code.codeHash })) })
}

describe('replaced codes', () => {
  it('stop at 2% of the letters until a second person agrees, and nothing of the batch over it is replaced', async () => {
    expect((await letters()).replacements).toEqual({ codes: 0, most: 4, asked: null })
    await ok(replace(0, 4))
    expect(await slug(replace(4, 1))).toBe('too-many-replaced')
    const sample = await server.deps.databases.open('sample', wave.wave)
    const replaced = async () => (await sample.write([sql`SELECT coalesce(sum(codes), 0) AS codes FROM replacements`]))[0]![0]!.codes
    expect(await replaced()).toBe(4)
    // Sent again, the same batch is the same batch.
    const codes = fresh(1)
    const pairs = [{ old: wave.codes[0]![4]!.codeHash, new: codes[0]!.codeHash }]
    expect(await slug(wire.staff('POST', at('/replacements/agree'), { upTo: 6 }))).toBe('second-person')
    await ok(wire.staff('POST', at('/replacements/ask'), { upTo: 6 }))
    expect((await letters(other)).replacements.asked).toMatchObject({ upTo: 6, own: false })
    expect(await slug(wire.staff('POST', at('/replacements/agree'), { upTo: 6 }))).toBe('second-person')
    expect(await slug(other.staff('POST', at('/replacements/agree'), { upTo: 60 }))).toBe('second-person')
    expect(await slug(wire.staff('POST', at('/replacements'), { pairs }))).toBe('too-many-replaced')
    await ok(other.staff('POST', at('/replacements/agree'), { upTo: 6 }))
    await ok(wire.staff('POST', at('/replacements'), { pairs }))
    await ok(wire.staff('POST', at('/replacements'), { pairs }))
    expect((await letters()).replacements).toEqual({ codes: 5, most: 6, asked: null })
    expect(await slug(replace(5, 2))).toBe('too-many-replaced')
    expect(await replaced()).toBe(5)
    expect((await ok<ProgressAnswer>(wire.staff('GET', at('/progress')))).areas.map(({ area, invited, replaced: codes_ }) => [area, invited, codes_])).toEqual([['A', 100, 5], ['B', 100, 0]])
  })

  it('keep both rules in the database itself: nobody agrees with themselves, no batch passes the bound, none is taken back', async () => {
    const { office } = server.deps
    const [person] = (await office.write([sql`SELECT id FROM staff LIMIT 1`]))[0]! as unknown as { id: string }[]
    await expect(office.write([sql`INSERT INTO replacement_allowances (id, wave, up_to, asked_by, agreed_by) VALUES ('x', ${wave.wave}, 50, ${person!.id}, ${person!.id})`])).rejects.toThrow()
    await expect(office.write([sql`INSERT INTO code_replacements (id, wave, codes) VALUES (${'a'.repeat(64)}, ${wave.wave}, 5)`])).rejects.toThrow('a second person is needed')
    await office.write([sql`INSERT INTO code_replacements (id, wave, codes) VALUES (${'a'.repeat(64)}, ${wave.wave}, 4)`])
    await expect(office.write([sql`UPDATE code_replacements SET codes = 1`])).rejects.toThrow('write-once')
    await expect(office.write([sql`DELETE FROM code_replacements`])).rejects.toThrow('write-once')
    await expect(office.write([sql`INSERT OR REPLACE INTO code_replacements (id, wave, codes) VALUES (${'b'.repeat(64)}, ${wave.wave}, 1)`])).rejects.toThrow('a second person is needed')
  })
})

describe('notes of the help desk', () => {
  it('are sealed to the list on the coordinator\'s device: the server refuses what is not, and can read none (attack 16)', async () => {
    const { identity, recipient } = await newIdentity()
    const hash = wave.codes[0]![0]!.codeHash
    expect((await wire.staff('POST', at('/notes'), { sealed: base64url(unhex(hash)) })).status).toBe(400)
    expect((await wire.staff('POST', at('/notes'), { sealed: base64url(new Uint8Array(232)) })).status).toBe(400)
    await ok(wire.staff('PUT', at('/letters/list'), { recipient }))
    const sealed = base64url(await sealFile(unhex(hash), [recipient]))
    await ok(other.staff('POST', at('/notes'), { sealed }))
    expect((await letters()).notes).toBe(1)
    const [note] = await ok<{ id: string; sealed: string }[]>(wire.staff('GET', at('/notes')))
    expect(Buffer.from(await openFile(unbase64url(note!.sealed), identity)).toString('hex')).toBe(hash)
    expect(bytesAtRest(server.folder)).not.toContain(Buffer.from(unhex(hash)).toString('latin1'))
    await ok(wire.staff('POST', at('/notes/printed'), { ids: [note!.id] }))
    expect((await letters()).notes).toBe(0)
    const { entries } = await ok<{ entries: { act: string; subject: object }[] }>(wire.staff('GET', '/api/staff/audit'))
    expect(entries.find(({ act }) => act === 'note-code')!.subject).toEqual({ wave: wave.wave })
  })
})

describe('a reminder to unused codes only', () => {
  const hashes = () => new Uint8Array(Buffer.concat(wave.codes.flat().map(({ codeHash }) => Buffer.from(codeHash, 'hex'))))
  const list = async () => {
    const reply = await wire.staff('POST', at('/reminder-list'), hashes())
    if (!reply.ok) throw new Error(((await reply.json()) as { type: string }).type)
    return new Uint8Array(await reply.arrayBuffer())
  }

  it('exists only on the planned days, for a printer two people agreed on, and of the whole list (attack 58)', async () => {
    const { recipient } = await newIdentity()
    await expect(list()).rejects.toThrow('not-a-reminder-day')
    server.advance(7 * DAY)
    await expect(list()).rejects.toThrow('second-person')
    await ok(wire.staff('PUT', at('/reminder-list/printer'), { recipient }))
    await expect(list()).rejects.toThrow('second-person')
    expect(await slug(wire.staff('POST', at('/reminder-list/agree'), { recipient }))).toBe('second-person')
    expect(await slug(other.staff('POST', at('/reminder-list/agree'), { recipient: (await newIdentity()).recipient }))).toBe('second-person')
    await ok(other.staff('POST', at('/reminder-list/agree'), { recipient }))
    expect(await slug(wire.staff('POST', at('/reminder-list'), hashes().slice(32)))).toBe('list-incomplete')
    // One letter, two hundred times, would be a list of one.
    expect(await slug(wire.staff('POST', at('/reminder-list'), new Uint8Array(32 * 200)))).toBe('list-incomplete')
    await list()
    // Another printer needs another word.
    await ok(wire.staff('PUT', at('/reminder-list/printer'), { recipient: (await newIdentity()).recipient }))
    await expect(list()).rejects.toThrow('second-person')
    server.advance(DAY)
    await expect(list()).rejects.toThrow('not-a-reminder-day')
  })

  it('names to the printer exactly the unused codes of that morning, is of one size, no clock, and nobody else\'s to read (attack 58)', async () => {
    const { identity, recipient } = await newIdentity()
    await ok(wire.staff('PUT', at('/reminder-list/printer'), { recipient }))
    await ok(other.staff('POST', at('/reminder-list/agree'), { recipient }))
    const used = [wave.codes[0]![3]!, wave.codes[1]![99]!]
    for (const code of used) await answer(wire, wave, code)
    server.advance(7 * DAY)
    const first = await list()
    expect(first.length).toBe(200 + 'nulmeting reminders 1\n2026-03-09\n'.length + 32 + 25)
    const sent = wave.codes.flat().map(({ codeHash }) => unhex(codeHash))
    const { day, unused } = await readReminderList(await openFile(first, identity), sent)
    expect(day).toBe('2026-03-09')
    expect(wave.codes.flat().filter((_, i) => !unused[i]).map(({ codeHash }) => codeHash)).toEqual(used.map(({ codeHash }) => codeHash))
    // Whoever answers later that day changes nothing: the same bytes come again.
    await answer(wire, wave, wave.codes[0]![5]!)
    expect(Buffer.from(await list()).equals(Buffer.from(first))).toBe(true)
    await expect(openFile(first, (await newIdentity()).identity)).rejects.toThrow('cannot be opened')
    await expect(openFile(first, wave.identity)).rejects.toThrow('cannot be opened')
    await expect(readReminderList(await openFile(first, identity), sent.slice(1))).rejects.toThrow(RangeError)
    const { entries } = await ok<{ entries: { act: string; subject: object }[] }>(wire.staff('GET', '/api/staff/audit'))
    expect(entries.filter(({ act }) => act === 'make-reminder-list: done')).toHaveLength(2)
  })

  it('leaves a replaced code to its replacement', async () => {
    const { identity, recipient } = await newIdentity()
    await ok(wire.staff('PUT', at('/reminder-list/printer'), { recipient }))
    await ok(other.staff('POST', at('/reminder-list/agree'), { recipient }))
    const [one, two] = [wave.codes[0]![0]!, wave.codes[0]![1]!]
    await answer(wire, wave, one)
    const codes = fresh(2)
    await ok(wire.staff('POST', at('/replacements'), { pairs: [one, two].map((old, i) => ({ old: old.codeHash, new: codes[i]!.codeHash })) }))
    wave.codes[0]!.splice(0, 2, codes[0]!, codes[1]!)
    server.advance(7 * DAY)
    const { unused } = await readReminderList(await openFile(await list(), identity), wave.codes.flat().map(({ codeHash }) => unhex(codeHash)))
    expect(unused.slice(0, 3)).toEqual([false, true, true])
  })
})

describe('what is printed and what comes back', () => {
  it('is counted per area, never more than went out', async () => {
    expect((await wire.staff('PUT', at('/letters/returns'), { area: 'A', undelivered: 90, ineligible: 11 })).status).toBe(422)
    expect((await wire.staff('PUT', at('/letters/returns'), { area: 'nowhere', undelivered: 1, ineligible: 0 })).status).toBe(422)
    await ok(wire.staff('PUT', at('/letters/returns'), { area: 'A', undelivered: 7, ineligible: 2 }))
    await ok(wire.staff('POST', at('/letters/runs'), { phase: 0, letters: 200 }))
    server.advance(7 * DAY)
    await ok(other.staff('POST', at('/letters/runs'), { phase: 1, letters: 200 }))
    const progress = await ok<ProgressAnswer>(wire.staff('GET', at('/progress')))
    expect(progress.areas.map(({ area, undelivered, ineligible }) => [area, undelivered, ineligible])).toEqual([['A', 7, 2], ['B', 0, 0]])
    expect(progress.runs.map(({ number, phase, day, letters: count }) => [number, phase, day, count])).toEqual([[1, 0, '2026-03-02', 200], [2, 1, '2026-03-09', 200]])
    expect(progress.earlier).toBeNull()
  })

  it('keeps the sender of letters, and refuses hours that end before they begin', async () => {
    const sender = { host: 'https://meedoen.example/', phone: '0800 1234', hours: { from: 1, to: 5, opens: '9.00', closes: '17.00' }, returnLine: 'Postbus 1', signedBy: '' }
    expect((await wire.staff('PUT', at('/letters/sender'), { ...sender, hours: { ...sender.hours, closes: '8.00' } })).status).toBe(422)
    expect((await wire.staff('PUT', at('/letters/sender'), { ...sender, host: 'javascript:alert(1)' })).status).toBe(400)
    await ok(wire.staff('PUT', at('/letters/sender'), sender))
    expect((await letters()).sender).toEqual({ ...sender, host: 'https://meedoen.example' })
    expect((await letters()).hosts).toEqual(['127.0.0.1:8787'])
  })

  it('takes a person\'s word that the list was destroyed, once, and no list after it', async () => {
    expect(await slug(wire.staff('POST', at('/letters/list/destroyed'), {}))).toBe('list-missing')
    const { recipient } = await newIdentity()
    await ok(wire.staff('PUT', at('/letters/list'), { recipient }))
    server.advance(DAY)
    await ok(other.staff('POST', at('/letters/list/destroyed'), {}))
    await ok(wire.staff('POST', at('/letters/list/destroyed'), {}))
    const { list } = await letters()
    expect(list).toMatchObject({ recipient, madeOn: '2026-03-02', destroyedOn: '2026-03-03' })
    expect(list!.madeBy).not.toBe(list!.destroyedBy)
    expect(await slug(wire.staff('PUT', at('/letters/list'), { recipient }))).toBe('list-destroyed')
  })
})
