// The mailing list and its files: names stay with their own codes, numbers tell nothing, a bad file gives nobody a letter.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { parseCode, stratumOf } from '../../src/crypto/invite-code.ts'
import { listForNumbers, listForPeople, mailingListText, mailingNumbers, readMailingList, withReplaced } from '../../src/letters/mailing.ts'
import { lettersOfMergeFile, mergeFile } from '../../src/letters/merge-file.ts'
import { decoded, peopleTemplate, readPeople } from '../../src/letters/people-file.ts'
import { peopleFaultText } from '../../src/letters/people-words.ts'
import { aSender } from './a-sender.ts'

const digest = 'a'.repeat(64)
const groups = [
  { stratum: 'A', area: 'A', areaName: 'Noord', toInvite: 2 },
  { stratum: 'B jong', area: 'B', areaName: 'Zuid', toInvite: 1 }, { stratum: 'B oud', area: 'B', areaName: 'Zuid', toInvite: 1 },
]
const strata = groups.map(({ stratum }) => stratum)
const head = 'wijk;groep;naam;straat en huisnummer;postcode;plaats\n'
const good = `${head}A;;Jan de Vries;Dorpsstraat 1;1234ab;Veldwijk\nnoord;;Ali Kaya;Dorpsstraat 2;1234 AB;Veldwijk\nZuid;b oud;Ève Müller;Kade 3 bis;1235 AC;Veldwijk\n`
const faultsOf = (text: string) => readPeople(text, groups).faults.map((fault) => peopleFaultText(fault, 'nl'))

describe('a file of names and addresses', () => {
  it('is read whole, by code or name of an area, with postcodes in one spelling', () => {
    const { people, faults } = readPeople(good, groups)
    expect(faults).toEqual([])
    expect(people).toEqual([
      { stratum: 'A', name: 'Jan de Vries', street: 'Dorpsstraat 1', postcode: '1234 AB', place: 'Veldwijk' },
      { stratum: 'A', name: 'Ali Kaya', street: 'Dorpsstraat 2', postcode: '1234 AB', place: 'Veldwijk' },
      { stratum: 'B oud', name: 'Ève Müller', street: 'Kade 3 bis', postcode: '1235 AC', place: 'Veldwijk' },
    ])
  })

  it('gives nobody a letter while any line is at fault, and names every line', () => {
    const bad = `${head}A;;;Dorpsstraat 1;1234AB;Veldwijk\nC;;Piet;Straat 1;1234AB;Veldwijk\nB;;Piet;Straat 1;12 AB;Veldwijk\nB;midden;Kees;Straat 2;1234AB;\nA;;Jan;Straat 9;1234AB;Veldwijk\nA;;JAN;straat 9;1234 ab;Veldwijk\nA;;Jan\n`
    expect(readPeople(bad, groups).people).toEqual([])
    expect(faultsOf(bad)).toEqual([
      'Regel 2: ‘naam’ is leeg.', 'Regel 3: ‘C’ hoort niet bij deze meting.',
      'Regel 4: ‘B’ heeft meer groepen; vul de kolom ‘groep’ in.', 'Regel 4: ‘12 AB’ is geen postcode.',
      'Regel 5: ‘plaats’ is leeg.', 'Regel 5: ‘midden’ hoort niet bij deze meting.', 'Regel 7: dezelfde persoon staat al op regel 6.', 'Regel 8: er staan 3 vakken; de kop heeft er 6.',
    ])
  })

  it('is refused when it is empty, has no people, lacks a column or does not close a quotation mark', () => {
    expect(faultsOf('')).toEqual(['Regel 1: het bestand is leeg.'])
    expect(faultsOf(head)).toEqual(['Regel 1: onder de kop staat niemand.'])
    expect(faultsOf('wijk;naam\nA;Jan\n')).toEqual(['straat en huisnummer', 'postcode', 'plaats'].map((column) => `Regel 1: de kolom ‘${column}’ ontbreekt.`))
    expect(faultsOf(`${head}A;;"Jan;Straat 1;1234 AB;Veldwijk\n`)).toContain('Regel 2: een aanhalingsteken is niet gesloten.')
    expect(faultsOf(`${head}A;;Jan\u202eneJ;Straat 1;1234 AB;Veldwijk\n`)).toEqual(['Regel 2: in ‘naam’ staan vreemde tekens, of meer dan 100.'])
  })

  it('is understood as Excel in the Netherlands writes it, and the template reads itself', () => {
    const latin = Uint8Array.from('A;;Ren\u00e9;Straat 1;1234 AB;Veldwijk', (character) => character.charCodeAt(0))
    expect(readPeople(head + decoded(latin), groups).people[0]!.name).toBe('René')
    expect(decoded(new TextEncoder().encode('\ufeffRené'))).toContain('René')
    expect(readPeople(peopleTemplate('Noord'), groups)).toMatchObject({ faults: [], people: [{ stratum: 'A' }] })
  })

  it('never breaks on any text', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (text, line) => {
      for (const whole of [text, head + text, `${head}${line}\n`]) {
        const { people, faults } = readPeople(whole, groups)
        for (const fault of faults) expect(peopleFaultText(fault, 'en')).not.toContain('undefined')
        expect(people.length === 0 || faults.length === 0).toBe(true)
      }
    }))
  })
})

describe('a mailing list', () => {
  const { people } = readPeople(good, groups)
  const list = listForPeople('w', digest, strata, people)

  it('gives each person a code of their own group, and a number that tells neither code, order nor group', () => {
    expect(list.letters.map(({ person }) => person!.name).sort()).toEqual(people.map(({ name }) => name).sort())
    for (const { code, codeHash, stratum, person } of list.letters) {
      expect(parseCode(code)).toEqual({ code })
      expect(strata[stratumOf(codeHash, strata.length)]).toBe(stratum)
      expect(people.find(({ name }) => name === person!.name)!.stratum).toBe(stratum)
    }
    const many = listForNumbers('w', digest, ['A', 'B'], [300, 300]).letters
    expect(new Set(many.map(({ mailing }) => mailing)).size).toBe(600)
    expect(many.every(({ mailing }) => mailing >= 100_000 && mailing < 1_000_000)).toBe(true)
    // A run of one group in the order of numbers would give the group away: count changes of group, expected 299.5, sd about 12.
    const changes = many.filter(({ stratum }, i) => i > 0 && stratum !== many[i - 1]!.stratum).length
    expect(Math.abs(changes - 300)).toBeLessThan(75)
  })

  it('draws different numbers even from a poor source, and longer ones for a large town', () => {
    let turn = 0
    expect(new Set(mailingNumbers(1_000, () => (turn++ % 1_500) / 1_500)).size).toBe(1_000)
    expect(mailingNumbers(1, () => 0)).toEqual([100_000])
    expect(Math.min(...mailingNumbers(100_000))).toBeGreaterThanOrEqual(1_000_000)
  })

  it('refuses somebody of no group', () => {
    expect(() => listForPeople('w', digest, strata, [{ ...people[0]!, stratum: 'elsewhere' }])).toThrow(RangeError)
  })

  it('reads back what it wrote, and refuses another measurement\'s or a changed one', async () => {
    const text = mailingListText(list)
    expect(await readMailingList(text, digest, strata)).toEqual(list)
    await expect(readMailingList(text, 'b'.repeat(64), strata)).rejects.toThrow(RangeError)
    await expect(readMailingList(text, digest, ['A'])).rejects.toThrow(RangeError)
    await expect(readMailingList(text.replace(list.letters[0]!.code, list.letters[1]!.code), digest, strata)).rejects.toThrow(RangeError)
    await expect(readMailingList('{"v":1}', digest, strata)).rejects.toThrow(RangeError)
  })

  it('replaces codes inside their group, keeps person and number, and knows what a code replaced', () => {
    const old = list.letters[1]!
    const { list: next, pairs } = withReplaced(list, strata, new Set([old.codeHash, 'f'.repeat(64)]))
    const now = next.letters[1]!
    expect(pairs).toEqual([{ old: old.codeHash, new: now.codeHash }])
    expect(now).toMatchObject({ mailing: old.mailing, person: old.person, stratum: old.stratum, earlier: [old.codeHash] })
    expect(now.code).not.toBe(old.code)
    expect(strata[stratumOf(now.codeHash, strata.length)]).toBe(old.stratum)
    expect(next.letters.filter((_, i) => i !== 1)).toEqual(list.letters.filter((_, i) => i !== 1))
    expect(withReplaced(next, strata, new Set([old.codeHash])).pairs).toEqual([])
  })
})

describe('the file for a printing house', () => {
  it('makes text of what a spreadsheet would run as a formula (attack 26)', async () => {
    const harms = ['=cmd|\' /C calc\'!A0', '+31 6', '-1+1', '@SUM(A1)', '\t=1', '\r=1']
    const { letters } = listForPeople('w', digest, ['A'], harms.map((harm) => ({ stratum: 'A', name: harm, street: harm, postcode: '1234 AB', place: harm })))
    const file = mergeFile(aSender(), letters)
    for (const line of file.split('\r\n')) for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+\-@\t\r]/)
    const back = await lettersOfMergeFile(file, digest, ['A'])
    expect(back.map(({ person }) => person!.name).sort()).toEqual([...harms].sort())
  })

  it('reads back the same letters, with and without names', async () => {
    const named = listForPeople('w', digest, strata, readPeople(good, groups).people).letters
    expect(await lettersOfMergeFile(mergeFile(aSender(), named), digest, strata)).toEqual(named)
    const bare = listForNumbers('w', digest, strata, [3, 2, 1]).letters
    expect(await lettersOfMergeFile(mergeFile(aSender(), bare), digest, strata)).toEqual(bare)
    expect(await lettersOfMergeFile('number,code\r\n1,nothing\r\n', digest, strata)).toEqual([])
  })
})
