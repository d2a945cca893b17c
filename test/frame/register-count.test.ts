// Protects the totals to which answers are weighed: a count of the register is taken as it is exported, and nobody is weighed away by a
// group that falls into two classes, a cell that is missing or a line that is there twice. Refusals first.
import { describe, expect, it } from 'vitest'
import { ageClassOf, agesOf } from '../../src/frame/age-class.ts'
import { faultWords } from '../../src/frame/fault.ts'
import { dayOf, readRegisterCount } from '../../src/frame/register-count.ts'
import { registerSheet } from '../../src/frame/templates.ts'

const codes = ['BU09350101', 'BU09350102']
const faults = (text: string, known = codes) => {
  const read = readRegisterCount(text, { codes: known, ageFloor: 18 })
  return 'faults' in read ? read.faults.map((fault) => `${fault.line} ${fault.column}: ${faultWords(fault, 'nl')}`) : []
}
const taken = (text: string, known = codes, ageFloor = 18) => {
  const read = readRegisterCount(text, { codes: known, ageFloor })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read
}
const GROUPS = ['18-34', '35-54', '55-74', '75+']
/** A whole count of one area in groups, a hundred people in each cell. */
const whole = (code: string) => GROUPS.flatMap((age) => ['M', 'V'].map((sex) => `${code};${age};${sex};100\n`)).join('')

describe('a count of the register', () => {
  it('refuses every line at fault, by its number', () => {
    const file = `buurtcode;leeftijd;geslacht;aantal\n${whole('BU09350101')}BU09350199;18-34;M;10\nBU09350101;oud;M;1\nBU09350101;15 tot 25 jaar;M;12\nBU09350101;30;Z;5\nBU09350101;31;M;veel\nBU09350101;18-34;M;100\n`
    expect(faults(file)).toEqual([
      '10 code: deze wijk staat niet in uw lijst van wijken: BU09350199',
      '11 leeftijd: dit is geen leeftijd: oud',
      '12 leeftijd: deze leeftijdsgroep valt in twee van onze groepen: 15 tot 25 jaar. Vraag losse leeftijden, of groepen die beginnen bij 18, 35, 55 en 75 jaar',
      '13 geslacht: gebruik man of vrouw (hier staat: Z)',
      '14 aantal: gebruik een heel getal (hier staat: veel)',
      '15 : deze wijk, leeftijd en dit geslacht stonden al op regel 2',
    ])
  })
  it('refuses an area of which a cell is missing, because its people would be weighed away', () => {
    expect(faults(`code;leeftijd;geslacht;aantal\n${whole('BU09350101').replace(/.*75\+;V;100\n/, '')}`)).toEqual(['1 code BU09350101: van deze wijk ontbreekt: 75 jaar en ouder vrouw'])
  })
  it.each([
    ['', 'het bestand is leeg'], ['een brief', 'er is geen kop'], ['buurtcode;leeftijd;geslacht\nA;1;m\n', 'de kolom aantal ontbreekt'], ['buurtcode;leeftijd;mannen\nA;1;1\n', 'de kolom vrouwen ontbreekt'],
    ['buurtcode;leeftijd;geslacht;aantal\n', 'onder de kop staan geen regels'], ['buurtcode;leeftijd;geslacht;aantal\nBU08990101;20;M;1\n', 'van geen enkele wijk'],
    [`buurtcode;leeftijd;geslacht;aantal;peildatum\n${whole('BU09350101').replaceAll('\n', ';31-02-2026\n')}`, 'gebruik een dag'],
  ])('refuses %j', (text, expected) => {
    expect(faults(text).join('\n')).toContain(expected)
  })

  it('takes its own template and the older one', () => {
    expect(taken(registerSheet, ['BU01']).cells).toHaveLength(8)
    const older = taken(`code,age,sex,persons,counted_on\n${[1, 2, 3, 4].flatMap((age) => [1, 2].map((sex) => `BU01,${age},${sex},${10 * age + sex},2026-01-01\n`)).join('')}`, ['BU01'])
    expect([older.countedOn, older.cells.find(({ age, sex }) => age === 3 && sex === 2)?.persons]).toEqual(['2026-01-01', 32])
  })
  it('adds single ages up, passes over the young, other municipalities and totals, and reads Dutch numbers', () => {
    const ages = Array.from({ length: 101 }, (_, age) => ['Man', 'Vrouw', 'Totaal'].map((sex) => `09350101;${age};${sex};1.000\n`).join('')).join('')
    const read = taken(`Buurtcode;Leeftijd;Geslacht;Aantal\n${ages}BU08990101;20;Man;7\nBU09350101;Totaal;Man;101000\n`)
    expect(read.cells.map(({ age, sex, persons }) => [age, sex, persons])).toEqual([[1, 1, 17000], [1, 2, 17000], [2, 1, 20000], [2, 2, 20000], [3, 1, 20000], [3, 2, 20000], [4, 1, 26000], [4, 2, 26000]])
    expect(read).toMatchObject({ without: ['BU09350102'], others: 1, young: 36, countedOn: null })
  })
  it('takes a column for each sex, and the zero that a spreadsheet took', () => {
    const read = taken(`gebiedscode,leeftijdsgroep,mannen,vrouwen\n${['20 tot 35 jaar', '18 t/m 19 jaar', '35-54', '55-74', '75 jaar of ouder'].map((age) => `9350101,${age},10,20\n`).join('')}`)
    expect(read.cells.map(({ area, age, sex, persons }) => `${area} ${age} ${sex} ${persons}`).sort()).toEqual([
      'BU09350101 1 1 20', 'BU09350101 1 2 40', 'BU09350101 2 1 10', 'BU09350101 2 2 20', 'BU09350101 3 1 10', 'BU09350101 3 2 20', 'BU09350101 4 1 10', 'BU09350101 4 2 20',
    ])
  })
})

describe('ages as files write them', () => {
  it.each([['43', [43, 43]], ['18-34', [18, 34]], ['18 t/m 34 jaar', [18, 34]], ['20 tot 25 jaar', [20, 24]], ['75+', [75, 150]], ['95 jaar en ouder', [95, 150]], ['jonger dan 18', [0, 17]], ['34-18', null], ['veel', null], ['999', null], ['-1', null]])('%s', (text, expected) => {
    expect(agesOf(text as string)).toEqual(expected)
  })
  it('fall into one class, below the floor, or are refused', () => {
    expect([ageClassOf('18-24', 18), ageClassOf('16', 18), ageClassOf('16', 16), ageClassOf('30-40', 18), ageClassOf('15-19', 18), ageClassOf('75-84', 18)]).toEqual([1, 'young', 1, 'age-straddles', 'age-straddles', 4])
  })
  it('and days as files write them', () => {
    expect([dayOf('2026-01-01'), dayOf('20260101'), dayOf('1-1-2026'), dayOf('31-02-2026'), dayOf('gisteren')]).toEqual(['2026-01-01', '2026-01-01', '2026-01-01', null, null])
  })
})
