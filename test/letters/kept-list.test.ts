// What lies on the coordinator's device and what goes to a printing house: closed to everybody without the words or the key, whole when opened.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { newIdentity } from '../../src/crypto/sealed.ts'
import { isMailingNumber, noteBytes, notedLetter } from '../../src/letters/desk-note.ts'
import { keepList, openKept, sealedAgain } from '../../src/letters/kept-list.ts'
import { listForNumbers, listForPeople, withReplaced } from '../../src/letters/mailing.ts'
import { openPack, sealPack, withPeople } from '../../src/letters/printer-pack.ts'
import { aSender } from './a-sender.ts'

const digest = 'a'.repeat(64)
const strata = ['A', 'B']
const people = ['A', 'A', 'B'].map((stratum, i) => ({ stratum, name: `Zonneglans ${i}`, street: `Straat ${i}`, postcode: '1234 AB', place: 'Veldwijk' }))
const list = listForPeople('w', digest, strata, people)
/** scrypt at 2^10: slow only where it protects somebody. */
const QUICK = 10

describe('the list on the device', () => {
  it('opens with its six words alone, and holds what a broken-off act still owes', async () => {
    const { passphrase, stored, identity } = await keepList(list, QUICK)
    expect(passphrase.split('-')).toHaveLength(6)
    await expect(openKept(stored, 'zebra zebra zebra zebra zebra zebra', digest, strata)).rejects.toThrow('cannot be opened')
    await expect(openKept(stored, passphrase, 'b'.repeat(64), strata)).rejects.toThrow(RangeError)
    expect(await openKept(stored, passphrase.toUpperCase().replaceAll('-', ' '), digest, strata)).toEqual({ identity, kept: { list, pending: [], toPrint: [] } })
    const { list: next, pairs } = withReplaced(list, strata, new Set([list.letters[0]!.codeHash]))
    const kept = { list: next, pending: pairs, toPrint: [list.letters[0]!.mailing] }
    expect((await openKept(await sealedAgain(stored, kept), passphrase, digest, strata)).kept).toEqual(kept)
  })

  it('tells nothing of a name, an address or a code as it lies there, and opens with no byte changed', async () => {
    const { passphrase, stored } = await keepList(list, QUICK)
    const bytes = JSON.stringify({ ...stored, sealed: null }) + Buffer.from(stored.sealed).toString('latin1')
    for (const found of ['Zonneglans', '1234 AB', ...list.letters.flatMap(({ code, codeHash }) => [code, codeHash])]) expect(bytes).not.toContain(found)
    const changed = Uint8Array.from(stored.sealed, (byte, i) => (i === stored.sealed.length - 20 ? byte ^ 1 : byte))
    await expect(openKept({ ...stored, sealed: changed }, passphrase, digest, strata)).rejects.toThrow('cannot be opened')
  })
})

describe('a note of the help desk', () => {
  it('finds the letter by its code or its number, and none by what was replaced or never printed', () => {
    const [one] = list.letters
    for (const note of [{ codeHash: one!.codeHash }, { mailing: one!.mailing }]) {
      expect(noteBytes(note)).toHaveLength(32)
      expect(notedLetter(noteBytes(note), list.letters)).toBe(one)
    }
    expect(notedLetter(noteBytes({ codeHash: 'f'.repeat(64) }), list.letters)).toBeUndefined()
    expect(notedLetter(noteBytes({ mailing: 1 }), list.letters)).toBeUndefined()
    expect(notedLetter(new Uint8Array(0), list.letters)).toBeUndefined()
    const replaced = withReplaced(list, strata, new Set([one!.codeHash])).list.letters
    expect(notedLetter(noteBytes({ codeHash: one!.codeHash }), replaced)).toBeUndefined()
    expect(notedLetter(noteBytes({ mailing: one!.mailing }), replaced)?.mailing).toBe(one!.mailing)
  })

  it('never takes a number for a hash, and keeps every number', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (mailing) => {
      expect(notedLetter(noteBytes({ mailing }), [{ ...list.letters[0]!, mailing }])?.mailing).toBe(mailing)
    }))
    expect(['482913', '48 29 13', '4829130'].map(isMailingNumber)).toEqual([true, true, true])
    expect(['4829', '48A913', '', '1234 5678 90123'].map(isMailingNumber)).toEqual([false, false, false, false])
  })
})

describe('the file for a printing house', () => {
  it('opens with the key of the printing house alone', async () => {
    const printer = await newIdentity()
    const bare = listForNumbers('w', digest, strata, [2, 1])
    const pack = { list: bare, sender: aSender(), strata, groups: [{ stratum: 'A', area: 'A', areaName: 'Noord', toInvite: 2 }, { stratum: 'B', area: 'B', areaName: 'Zuid', toInvite: 1 }] }
    const sealed = await sealPack(pack, printer.recipient)
    expect(await openPack(sealed, printer.identity)).toEqual(pack)
    await expect(openPack(sealed, (await newIdentity()).identity)).rejects.toThrow('cannot be opened')
    for (const { code } of bare.letters) expect(Buffer.from(sealed).toString('latin1')).not.toContain(code)
  })

  it('gives names to letters of their own group, or to nobody where the numbers differ', () => {
    const bare = listForNumbers('w', digest, strata, [2, 1])
    const merged = withPeople(bare, people)
    expect(merged.letters.map(({ code, mailing }) => [code, mailing])).toEqual(bare.letters.map(({ code, mailing }) => [code, mailing]))
    for (const { stratum, person } of merged.letters) expect(people.find(({ name }) => name === person!.name)!.stratum).toBe(stratum)
    expect(() => withPeople(bare, people.slice(1))).toThrow('a person for every letter of A')
    expect(() => withPeople(bare, [...people, people[2]!])).toThrow('B has 1 people more')
  })
})
