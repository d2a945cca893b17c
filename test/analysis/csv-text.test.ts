// Protects who opens a table in a spreadsheet: text that a person wrote is never a formula there, whatever it begins with, and says the same as before.
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvText, inert } from '../../src/analysis/csv-text.ts'
import { tableText } from '../../web/components/DataTable.tsx'
import { FORMULAS, MARKUP, runs } from '../support/hostile-text.ts'

const TEXTS = [...FORMULAS, ...MARKUP, 'say "x"', 'a;b,c\td', 'two\r\nlines', 'Wijk 5', '']

describe('a table as CSV', () => {
  it.each(['semicolon', 'comma'] as const)('attack 26: makes nothing of it a formula, and loses no character (%s)', (style) => {
    const file = csvText({ columns: ['name', 'value', ...FORMULAS], rows: TEXTS.map((text) => [text, 1.5]) }, style)
    const { data } = Papa.parse<string[]>(file.replace(/^\ufeff/, ''), { delimiter: style === 'semicolon' ? ';' : ',', skipEmptyLines: false })
    const cells = data.slice(0, TEXTS.length + 1).map(([first]) => first!)
    for (const row of data) for (const cell of row) expect(runs(cell), JSON.stringify(cell)).toBe(false)
    expect(cells.slice(1).map((cell, index) => (cell === TEXTS[index] ? cell : cell.slice(1)))).toEqual(TEXTS)
    expect(data[1]![1]).toBe(style === 'semicolon' ? '1,5' : '1.5')
    expect(data).toHaveLength(TEXTS.length + 2)
  })

  it('attack 26: keeps numbers numbers, also below nothing, and text that only looks odd as it is', () => {
    expect(csvText({ columns: ['a'], rows: [[-5], [0.25], [null]] }, 'comma')).toBe('\ufeffa\r\n-5\r\n0.25\r\n\r\n')
    for (const plain of ['Wijk-Oost', 'a=b', '5 + 5', '’s avonds', '18-34 jaar', 'x@y']) expect(inert(plain)).toBe(plain)
  })
})

describe('a table that is copied', () => {
  it('attack 26: pastes as text, one line a row, one cell a column', () => {
    const lines = tableText([{ heading: '=1+1', text: (text: string) => text }, { heading: 'b', text: () => '-5' }], TEXTS).split('\n')
    expect(lines).toHaveLength(TEXTS.length + 1)
    for (const cells of lines.map((line) => line.split('\t'))) {
      expect(cells).toHaveLength(2)
      for (const cell of cells) expect(runs(cell), JSON.stringify(cell)).toBe(false)
    }
  })
})
