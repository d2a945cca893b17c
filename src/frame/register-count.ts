// How many people live in each area, by age and sex, from a count of the register as a municipality exports it: single ages or groups, a row
// for each sex or a column for each. Into the eight cells to which answers are weighed. All of the file or nothing.
import { knownCode, municipalityOf, tidyCode } from './area-code.ts'
import { AGE_CLASSES, ageClassOf } from './age-class.ts'
import { personsOf } from './areas-file.ts'
import { fromTop } from './fault.ts'
import type { Fault } from './fault.ts'
import { readTable } from './table-file.ts'
import type { ColumnNames } from './table-file.ts'

export interface CountedCell { area: string; /** 1 to 4: 18-34, 35-54, 55-74, 75 and older. */ age: number; /** 1 man, 2 woman. */ sex: number; persons: number }

type Column = 'code' | 'age' | 'sex' | 'persons' | 'men' | 'women' | 'day'

const COLUMNS: ColumnNames<Column> = {
  code: ['buurtcode', 'wijkcode', 'gebiedscode', 'gwbcode', 'codering', 'statcode', 'regiocode', 'code', 'buurt', 'wijk', 'gebied'],
  age: ['leeftijd', 'leeftijdsgroep', 'leeftijdsklasse', 'leeftijdscategorie', 'age'],
  sex: ['geslacht', 'sekse', 'sex'],
  persons: ['aantal', 'aantalinwoners', 'inwoners', 'aantalpersonen', 'personen', 'bevolking', 'persons'],
  men: ['mannen', 'man', 'm'],
  women: ['vrouwen', 'vrouw', 'v'],
  day: ['peildatum', 'datum', 'countedon'],
}

const SEXES: Readonly<Record<string, number>> = { m: 1, man: 1, mannen: 1, male: 1, '1': 1, v: 2, vrouw: 2, vrouwen: 2, w: 2, f: 2, female: 2, '2': 2 }
/** Totals beside the rows themselves, and sexes a register knows but nobody is weighed to. */
const NO_SEX = /^(?:totaal.*|beide.*|alle.*|onbekend|anders|x|o)$/
const NO_AGE = /^(?:totaal.*|alle.*|onbekend)$/

export interface RegisterChoice {
  codes: readonly string[]
  /** The youngest age that is asked; younger people are passed over. */
  ageFloor: number
}

export type RegisterReading =
  | { cells: CountedCell[]; /** The day of counting where the file says so (YYYY-MM-DD). */ countedOn: string | null; without: string[]; others: number; young: number }
  | { faults: Fault[] }

/** Reads the counts of the known areas. `without`: known areas of which the file holds nothing. */
export function readRegisterCount(text: string, { codes, ageFloor }: RegisterChoice): RegisterReading {
  const { rows, faults, found } = readTable<Column>(text, COLUMNS, [['code'], ['age'], ['sex', 'men'], ['persons', 'men']])
  const wide = found.has('men')
  if (wide && !found.has('women') && faults.length === 0) faults.push({ line: 1, column: 'vrouwen', fault: 'column-missing', about: 'vrouwen' })
  if (faults.length > 0) return { faults }
  const known = new Set(codes)
  const ours = new Set(codes.map(municipalityOf))
  // Our own older template gives the class itself, 1 to 4, instead of an age.
  const classed = rows.every(({ cells }) => /^[1-4]$/.test(cells.age))
  const sums = new Map<string, CountedCell>()
  const seen = new Map<string, number>()
  let [others, young] = [0, 0]
  const days = new Set<string>()
  for (const { line, cells } of rows) {
    const at = (column: string, fault: Fault['fault'], about: string) => faults.push({ line, column, fault, about: about.slice(0, 60) })
    const area = knownCode(cells.code, known)
    if (area === null) {
      const elsewhere = municipalityOf(tidyCode(cells.code))
      if (elsewhere !== null && !ours.has(elsewhere)) others += 1
      else at('code', 'unknown-area', cells.code)
      continue
    }
    if (NO_AGE.test(cells.age.toLowerCase()) || (!wide && NO_SEX.test(cells.sex.toLowerCase()))) continue
    const age = classed ? Number(cells.age) : ageClassOf(cells.age, ageFloor)
    if (age === 'young') { young += 1; continue }
    if (typeof age === 'string') { at('leeftijd', age, cells.age); continue }
    if (cells.day !== '') days.add(dayOf(cells.day) ?? `!${line}`)
    const counts = wide ? [[1, cells.men, 'mannen'], [2, cells.women, 'vrouwen']] as const : [[SEXES[cells.sex.toLowerCase()], cells.persons, 'aantal']] as const
    for (const [sex, given, column] of counts) {
      const persons = personsOf(given)
      if (sex === undefined) at('geslacht', 'sex', cells.sex)
      else if (persons === null) at(column, 'number', given)
      else {
        const once = `${area}|${cells.age.toLowerCase()}|${sex}`
        if (seen.has(once)) at('', 'cell-twice', String(seen.get(once)))
        else seen.set(once, line)
        const cell = sums.get(`${area}|${age}|${sex}`) ?? { area, age, sex, persons: 0 }
        sums.set(`${area}|${age}|${sex}`, { ...cell, persons: cell.persons + persons })
      }
    }
  }
  const wrong = [...days].find((day) => day.startsWith('!'))
  if (wrong) faults.push({ line: Number(wrong.slice(1)), column: 'peildatum', fault: 'day' })
  const present = new Set([...sums.values()].map(({ area }) => area))
  if (faults.length === 0) for (const area of present) {
    const missing = AGE_CLASSES.flatMap(({ label }, index) => [1, 2].filter((sex) => !sums.has(`${area}|${index + 1}|${sex}`)).map((sex) => `${label} ${sex === 1 ? 'man' : 'vrouw'}`))
    if (missing.length > 0) faults.push({ line: 1, column: `code ${area}`, fault: 'cells-missing', about: missing.join(', ') })
  }
  if (present.size === 0 && faults.length === 0) faults.push({ line: 1, column: '', fault: 'nobody' })
  if (faults.length > 0) return { faults: fromTop(faults) }
  return { cells: [...sums.values()], countedOn: days.size === 1 ? [...days][0]! : null, without: codes.filter((code) => !present.has(code)), others, young }
}

/** A day as 2026-01-01, also from 1-1-2026 and 20260101; null when it is none. */
export function dayOf(text: string): string | null {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text.trim()) ?? /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text.trim())
  if (!parts) return null
  const [year, month, day] = parts[1]!.length === 4 ? [parts[1]!, parts[2]!, parts[3]!] : [parts[3]!, parts[2]!.padStart(2, '0'), parts[1]!.padStart(2, '0')]
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const written = `${year}-${month}-${day}`
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null
}
