// Protects the list of areas: a file of Statistics Netherlands is taken as it was downloaded, only the own municipality's rows of it, and a
// bad file gets every line at fault and gives nothing. Refusals first.
import { describe, expect, it } from 'vitest'
import { readAreasFile } from '../../src/frame/areas-file.ts'
import type { AreasChoice } from '../../src/frame/areas-file.ts'
import { faultWords } from '../../src/frame/fault.ts'
import { areasSheet } from '../../src/frame/templates.ts'
import { textOf } from '../../src/frame/text-of.ts'

const faults = (text: string, choice: AreasChoice = { level: 'buurt' }) => {
  const read = readAreasFile(text, choice)
  return 'faults' in read ? read.faults.map((fault) => `${fault.line} ${fault.column}: ${faultWords(fault, 'en')}`) : []
}
const taken = (text: string, choice: AreasChoice = { level: 'buurt' }) => {
  const read = readAreasFile(text, choice)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read
}

/** As StatLine's table 85618NED gives it: semicolons, quotes, padded cells, numbered columns, missing figures as a point. */
const statLine = `"ID";"WijkenEnBuurten";"Gemeentenaam_1";"SoortRegio_2";"Codering_3";"AantalInwoners_5"
0;"NL00";"Nederland                               ";"Land      ";"NL00      ";17811291
1;"GM0935";"Maastricht                              ";"Gemeente  ";"GM0935    ";124227
2;"WK093501";"Maastricht                              ";"Wijk      ";"WK093501  ";16000
3;"BU09350101";"Maastricht                              ";"Buurt     ";"BU09350101";2310
4;"BU09350102";"Maastricht                              ";"Buurt     ";"BU09350102";       .
5;"GM0899";"Brunssum                                ";"Gemeente  ";"GM0899    ";27670
6;"BU08990000";"Brunssum                                ";"Buurt     ";"BU08990000";2000
`
/** As the year's spreadsheet is saved: kwb-2023.xlsx, every level below another, leading zeros as text. */
const spreadsheet = `gwb_code_10;gwb_code_8;regio;gm_naam;recs;gwb_code;ind_wbz;a_inw;a_man
NL00;0;Nederland;Nederland;Land;NL00;.;17811291;8850000
GM0935;0935;Maastricht;Maastricht;Gemeente;GM0935;1;124227;61000
WK093501;093501;Wijk 01 Centrum;Maastricht;Wijk;WK093501;1;16000;8000
BU09350101;09350101;Binnenstad;Maastricht;Buurt;BU09350101;1;2.310;1150
BU09350102;09350102;Jekerkwartier;Maastricht;Buurt;BU09350102;1;1690;800
`
/** As the web page saves what is on screen: a title above, labels with units, the source below. */
const labelled = `"Kerncijfers wijken en buurten 2023"
"Onderwerp";"";"";""
"Wijken en buurten";"Soort regio (omschrijving)";"Codering (code)";"Bevolking/Aantal inwoners (aantal)"
"Maastricht";"Gemeente";"GM0935";"124227"
"Wijk 01 Centrum";"Wijk";"WK093501";"16000"
"Binnenstad";"Buurt";"BU09350101";"2310"
"Bron: CBS"
`

describe('our own list', () => {
  it('refuses a file with every line and column at fault', () => {
    expect(faults('code;naam;rol;stadsdeel\nBU01;Goed;aandacht;\n\nB/02;"Naam\nover twee regels";;\nBU01;;baas;\n')).toEqual([
      '4 code: use 1 to 20 letters, digits or hyphens for the code',
      '4 naam: give a name of at most 100 characters',
      '6 code: this code stands on line 2 already',
      '6 naam: give a name of at most 100 characters',
      '6 rol: use focus, comparison or other',
    ])
    expect(faults('code;naam\nBU01;Goed\nBU03;te;veel\n')).toEqual(['3 : this line has 3 cells; the header has more or fewer'])
  })
  it.each([
    ['', 'the file is empty'], ['dit is geen lijst\nmaar een brief\n', 'there is no header with a column for the code'], ['code;rol\nBU01;\n', 'column naam is missing'],
    ['code;naam;naam\nBU01;A;B\n', 'is there twice'], ['code;naam\n', 'there are no rows below the header'], ['code;naam\n"BU01;A\n', 'a quotation mark is not closed'],
  ])('refuses %j', (text, expected) => {
    expect(faults(text).join('\n')).toContain(expected)
  })
  it('takes its own template, English names and any separator', () => {
    expect(taken(areasSheet).areas).toEqual([
      { code: 'BU01', name: 'Voorbeeldbuurt', role: 'focus', district: 'Noord', inhabitants: null }, { code: 'BU02', name: 'Andere buurt', role: 'comparison', district: 'Noord', inhabitants: null },
    ])
    expect(taken('code,name,role,district\nA1,"Noord, oost",other,\n').areas[0]).toMatchObject({ name: 'Noord, oost', role: 'other' })
    expect(taken('code\tnaam\nA1\tNoord\n').areas[0]).toMatchObject({ role: 'other', district: '' })
  })
  it('attack 25: keeps names that look like markup as the text they are', () => {
    expect(taken('code;naam\nA1;<img src=x onerror=alert(1)>\n').areas[0]!.name).toBe('<img src=x onerror=alert(1)>')
  })
})

describe('Kerncijfers wijken en buurten', () => {
  it('asks which municipality when there are several, and names one that is not there', () => {
    const read = readAreasFile(statLine, { level: 'buurt' })
    expect(read).toMatchObject({ faults: [{ fault: 'municipality-unclear' }], municipalities: [{ code: 'GM0899', name: 'Brunssum' }, { code: 'GM0935', name: 'Maastricht' }] })
    expect(faults(statLine, { level: 'buurt', municipality: 'GM0001' })).toEqual(['1 : this file holds nothing of municipality GM0001'])
    expect(faults(labelled.replace('WK093501', 'BU09350199'), { level: 'wijk' })).toEqual(['1 : this file holds no lines of this kind of area'])
  })
  it('refuses a code that stands there twice', () => {
    expect(faults(`${spreadsheet}BU09350102;09350102;Nog eens;Maastricht;Buurt;BU09350102;1;1690;800\n`)).toEqual(['7 code: this code stands on line 6 already'])
  })
  it('takes StatLine\'s own file: only this municipality\'s buurten, codes for names, a point for no figure', () => {
    expect(taken(statLine, { level: 'buurt', municipality: 'GM0935' })).toMatchObject({
      areas: [{ code: 'BU09350101', name: 'BU09350101', role: 'other', inhabitants: 2310 }, { code: 'BU09350102', inhabitants: null }], others: 3, levels: 2,
    })
  })
  it('takes the year\'s spreadsheet with names, and the wijk as the district', () => {
    expect(taken(spreadsheet).areas).toEqual([
      { code: 'BU09350101', name: 'Binnenstad', role: 'other', district: 'Wijk 01 Centrum', inhabitants: 2310 },
      { code: 'BU09350102', name: 'Jekerkwartier', role: 'other', district: 'Wijk 01 Centrum', inhabitants: 1690 },
    ])
    expect(taken(spreadsheet, { level: 'wijk' }).areas).toEqual([{ code: 'WK093501', name: 'Wijk 01 Centrum', role: 'other', district: '', inhabitants: 16000 }])
  })
  it('takes what the web page saves, title above and source below', () => {
    expect(taken(labelled).areas).toEqual([{ code: 'BU09350101', name: 'Binnenstad', role: 'other', district: 'Wijk 01 Centrum', inhabitants: 2310 }])
  })
  it('reads 17,000 rows of the whole country and keeps the few', () => {
    const country = Array.from({ length: 17_000 }, (_, i) => `BU${String(10_000_000 + i)};${10_000_000 + i};Buurt ${i};Elders;Buurt;BU${10_000_000 + i};1;1000;500\n`).join('')
    const read = taken(spreadsheet + country, { level: 'buurt', municipality: 'GM0935' })
    expect([read.areas.length, read.others]).toEqual([2, 17_001])
  })
})

describe('bytes of a file', () => {
  const text = 'code;naam\nA1;Sint Pieter – Jekerdal café\n'
  it('are read in the encodings that spreadsheets write', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8])])
    const windows = Uint8Array.from([...text], (character) => (character === '–' ? 0x96 : character.charCodeAt(0)))
    expect(textOf(new TextEncoder().encode(text))).toBe(text)
    expect(textOf(new TextEncoder().encode(`\ufeff${text}`))).toBe(text)
    expect(textOf(utf16)).toBe(text)
    expect(textOf(windows)).toBe(text)
  })
})
