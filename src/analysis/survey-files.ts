// The files of a survey on disk (areas, margins, one file a wave) as checked columns, or every fault with file, line and
// column. Pure: texts in, columns out; the shell reads and writes. Separate from counted waves, which are checked when counted.
import Papa from 'papaparse'
import type { SurveyInstrument } from './survey-instrument.ts'

export interface FileFault { file: string; line: number; column: string; fault: string }

export interface SurveyArea { id: string; group: string }

export interface SurveyWave {
  id: string
  file: string
  n: number
  persons: string[]
  /** Index into `areas` per respondent; people of the area per index. */
  area: Int32Array
  population: Float64Array
  /** Class per respondent (-1 unknown), and totals of the register crossed: area x age x sex. */
  age: Int32Array
  sex: Int32Array
  totals: readonly { area: number; age: number; sex: number; population: number }[]
  codes: Record<string, Int16Array>
}

export interface Survey { areas: SurveyArea[]; ages: string[]; sexes: string[]; waves: SurveyWave[] }

/** A named text. */
export interface SourceFile { name: string; text: string }

/** Reads all files together; nothing comes back when any of them has a fault. */
export function readSurvey(areasFile: SourceFile, marginsFile: SourceFile, waveFiles: readonly (SourceFile & { id: string })[], instrument: SurveyInstrument): { survey: Survey } | { faults: FileFault[] } {
  const faults: FileFault[] = []
  const { each: areaRows } = rowsOf(areasFile, ['wave', 'area', 'group', 'N'], faults)
  const { each: marginRows } = rowsOf(marginsFile, ['wave', 'area', 'age', 'sex', 'pop'], faults)
  const groups = new Map<string, string>()
  const people = new Map<string, number>()
  const lineOfArea = new Map<string, number>()
  areaRows(({ line, at }) => {
    const key = `${at('wave')}|${at('area')}`
    if (people.has(key)) faults.push({ file: areasFile.name, line, column: 'area', fault: `area ${at('area')} is there twice in wave ${at('wave')}` })
    const known = groups.get(at('area'))
    if (known !== undefined && known !== at('group')) faults.push({ file: areasFile.name, line, column: 'group', fault: `area ${at('area')} is ${known} in another wave` })
    groups.set(at('area'), at('group'))
    people.set(key, positive(at('N'), areasFile.name, line, 'N', faults))
    lineOfArea.set(key, line)
  })
  const areas = [...groups].map(([id, group]) => ({ id, group }))
  const placeOfArea = new Map(areas.map(({ id }, index) => [id, index]))
  const [ages, sexes] = [new Map<string, number>(), new Map<string, number>()]
  const totals = new Map<string, { area: number; age: number; sex: number; population: number }[]>()
  const counted = new Set<string>()
  const sums = new Map<string, { sum: number; line: number }>()
  marginRows(({ line, at }) => {
    const area = placeOfArea.get(at('area'))
    if (area === undefined) faults.push({ file: marginsFile.name, line, column: 'area', fault: `there is no area ${at('area')} in ${areasFile.name}` })
    const key = `${at('wave')}|${at('area')}|${at('age')}|${at('sex')}`
    if (counted.has(key)) faults.push({ file: marginsFile.name, line, column: 'pop', fault: 'this combination is there twice' })
    counted.add(key)
    const population = positive(at('pop'), marginsFile.name, line, 'pop', faults)
    const known = sums.get(`${at('wave')}|${at('area')}`)
    sums.set(`${at('wave')}|${at('area')}`, { sum: population + (known?.sum ?? 0), line: known?.line ?? line })
    const list = totals.get(at('wave')) ?? []
    list.push({ area: area ?? 0, age: place(ages, at('age')), sex: place(sexes, at('sex')), population })
    totals.set(at('wave'), list)
  })
  // both files count the same people, or weights and totals contradict each other
  if (faults.length === 0) {
    for (const [key, size] of people) {
      const [wave, area] = key.split('|')
      const found = sums.get(key)
      if (found && Math.abs(found.sum - size) > 1e-6 * size) faults.push({ file: marginsFile.name, line: found.line, column: 'pop', fault: `area ${area} adds up to ${found.sum} in wave ${wave}, and ${areasFile.name} says ${size}` })
      if (!found && size > 0) faults.push({ file: areasFile.name, line: lineOfArea.get(key)!, column: 'area', fault: `area ${area} of wave ${wave} has no totals in ${marginsFile.name}` })
    }
  }
  const waves = waveFiles.map((file): SurveyWave => {
    const before = faults.length
    const columns = [...new Set(Object.values(instrument.columns).map(({ from }) => from))]
    const { each, has } = rowsOf(file, ['person', 'area', 'age', 'sex', ...columns], faults)
    const persons: string[] = []
    const seen = new Set<string>()
    const [area, age, sex, lines]: [number[], number[], number[], number[]] = [[], [], [], []]
    const columnOf = new Map(columns.map((column) => [column, [] as string[]]))
    each(({ line, at }) => {
      const fault = (column: string, text: string): void => void faults.push({ file: file.name, line, column, fault: text })
      if (seen.has(at('person'))) fault('person', `person ${at('person')} is there twice`)
      seen.add(at('person'))
      persons.push(at('person'))
      lines.push(line)
      if ((has('wave') ? at('wave') : file.id) !== file.id) fault('wave', `this is a row of wave ${at('wave')}`)
      const where = placeOfArea.get(at('area'))
      if (where === undefined || !people.has(`${file.id}|${at('area')}`)) fault('area', `there is no area ${at('area')} in wave ${file.id} of ${areasFile.name}`)
      area.push(where ?? 0)
      for (const [column, classes, list] of [['age', ages, age], ['sex', sexes, sex]] as const) {
        const known = at(column) === '' ? -1 : classes.get(at(column))
        if (known === undefined) fault(column, `${at(column)} has no total in ${marginsFile.name}`)
        list.push(known ?? -1)
      }
      for (const column of columns) columnOf.get(column)!.push(at(column))
    })
    const codes = Object.fromEntries(Object.entries(instrument.columns).map(([id, { from, codes: meaning }]) => [id, Int16Array.from(columnOf.get(from)!, (text, row) => {
      const code = meaning.get(text)
      if (code === undefined) faults.push({ file: file.name, line: lines[row]!, column: from, fault: `"${text}" is no answer of ${id}` })
      return code ?? 0
    })]))
    const population = Float64Array.from(areas, ({ id }) => people.get(`${file.id}|${id}`) ?? 0)
    const sampled = new Int32Array(areas.length)
    for (const where of area) sampled[where]! += 1
    areas.forEach(({ id }, index) => {
      if (sampled[index]! > population[index]!) faults.push({ file: areasFile.name, line: 1, column: 'N', fault: `area ${id} has ${sampled[index]} respondents in wave ${file.id} and ${population[index]} people` })
    })
    if (persons.length === 0 && faults.length === before) faults.push({ file: file.name, line: 1, column: '', fault: 'there are no respondents' })
    if (!totals.has(file.id)) faults.push({ file: marginsFile.name, line: 1, column: 'wave', fault: `there are no totals for wave ${file.id}` })
    return { id: file.id, file: file.name, n: persons.length, persons, area: Int32Array.from(area), population, age: Int32Array.from(age), sex: Int32Array.from(sex), totals: totals.get(file.id) ?? [], codes }
  })
  return faults.length > 0 ? { faults } : { survey: { areas, ages: [...ages.keys()], sexes: [...sexes.keys()], waves } }
}

type Row = { line: number; at: (column: string) => string }

/** Parses a file and gives a loop over its rows; missing columns and short lines are faults, and their rows are left out. */
function rowsOf({ name, text }: SourceFile, columns: readonly string[], faults: FileFault[]): { each: (visit: (row: Row) => void) => void; has: (column: string) => boolean } {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimitersToGuess: [',', ';', '\t'] })
  const header = (data[0] ?? []).map((cell) => cell.trim())
  const missing = columns.filter((column) => !header.includes(column))
  for (const column of missing) faults.push({ file: name, line: 1, column, fault: 'this column is missing' })
  if (missing.length > 0) return { each: () => {}, has: () => false }
  const places = new Map(header.map((column, index) => [column, index]))
  const each = (visit: (row: Row) => void): void => {
    let current: string[] = []
    const at = (column: string): string => current[places.get(column)!]!.trim()
    for (let index = 1; index < data.length; index++) {
      current = data[index]!
      if (current.length === 1 && current[0]!.trim() === '') continue
      if (current.length !== header.length) faults.push({ file: name, line: index + 1, column: '', fault: `this line has ${current.length} cells; the header has ${header.length}` })
      else visit({ line: index + 1, at })
    }
  }
  return { each, has: (column) => places.has(column) }
}

function positive(text: string, file: string, line: number, column: string, faults: FileFault[]): number {
  const value = text === '' ? NaN : Number(text)
  if (value >= 0 && value < Infinity) return value
  faults.push({ file, line, column, fault: `"${text}" should be a number of zero or more` })
  return 0
}

function place(places: Map<string, number>, name: string): number {
  const known = places.get(name)
  if (known !== undefined) return known
  places.set(name, places.size)
  return places.size - 1
}
