// The names and addresses of the people drawn from the register, as a CSV file that a spreadsheet wrote: read whole, every fault by line,
// or nothing taken. Pure; it runs on the coordinator's device and what it reads goes to no server.
import Papa from 'papaparse'

/** One invited person: a named adult and where the letter goes. `stratum`: the group's id. */
export interface Person {
  stratum: string
  name: string
  street: string
  postcode: string
  place: string
}

/** A group people can be in, with what a file may call it. */
export interface PeopleGroup {
  stratum: string
  /** The area's code and name. */
  area: string
  areaName: string
  /** Letters the plan foresees. */
  toInvite: number
}

export type PeopleFault =
  | { line: number; fault: 'empty' | 'no-rows' | 'quote' }
  | { line: number; fault: 'column-missing' | 'missing'; column: string }
  | { line: number; fault: 'cells'; found: number; expected: number }
  | { line: number; fault: 'unknown-group' | 'which-group' | 'postcode' | 'control'; found: string }
  | { line: number; fault: 'twice'; earlier: number }

export interface PeopleFile {
  people: Person[]
  faults: PeopleFault[]
}

/** Column -> what a header may call it. `groep` is needed only where an area has more than one group. */
const COLUMNS = {
  area: ['wijk', 'buurt', 'area', 'wijkcode', 'buurtcode'],
  group: ['groep', 'group', 'stratum'],
  name: ['naam', 'name'],
  street: ['straat en huisnummer', 'adres', 'straat', 'street'],
  postcode: ['postcode'],
  place: ['plaats', 'woonplaats', 'place'],
} as const
type Column = keyof typeof COLUMNS
const NEEDED: readonly Column[] = ['area', 'name', 'street', 'postcode', 'place']

/** The file to fill in, with an example row; tested against readPeople itself. */
export const peopleTemplate = (area: string): string => `wijk;naam;straat en huisnummer;postcode;plaats\r\n${area};Mevrouw A. Voorbeeld;Lindeplein 1;1234 AB;Veldwijk\r\n`

/** The bytes of a file as text: UTF-8, or what Excel in the Netherlands writes otherwise (Windows-1252). */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads the file. Without faults everybody is in a known group; with any, take nothing. */
export function readPeople(text: string, groups: readonly PeopleGroup[]): PeopleFile {
  const { lines, faults } = split(text)
  const [header, ...body] = lines
  if (!header) return { people: [], faults: [{ line: 1, fault: 'empty' }] }
  const names = header.cells.map((cell) => cell.trim().toLowerCase())
  const at = Object.fromEntries(Object.entries(COLUMNS).map(([column, known]) => [column, names.findIndex((name) => (known as readonly string[]).includes(name))])) as Record<Column, number>
  for (const column of NEEDED) if (at[column] < 0) faults.push({ line: header.line, fault: 'column-missing', column: COLUMNS[column][0] })
  if (faults.length > 0) return { people: [], faults }
  if (body.length === 0) faults.push({ line: header.line, fault: 'no-rows' })
  const people: Person[] = []
  const seen = new Map<string, number>()
  for (const { line, cells } of body) {
    if (cells.length !== names.length) {
      faults.push({ line, fault: 'cells', found: cells.length, expected: names.length })
      continue
    }
    const cell = (column: Column) => (at[column] < 0 ? '' : cells[at[column]]!.trim().replace(/\s+/g, ' '))
    const person = { stratum: '', name: cell('name'), street: cell('street'), postcode: postcodeOf(cell('postcode')), place: cell('place') }
    const found = faultsOf(person, cell, groups)
    person.stratum = groupOf(cell('area'), cell('group'), groups) ?? ''
    const key = JSON.stringify([person.name, person.street, person.postcode].map((part) => part.toLowerCase()))
    const earlier = seen.get(key)
    if (found.length === 0 && earlier !== undefined) found.push({ fault: 'twice', earlier })
    seen.set(key, earlier ?? line)
    faults.push(...found.map((fault) => ({ line, ...fault }) as PeopleFault))
    people.push(person)
  }
  return { people: faults.length > 0 ? [] : people, faults: faults.sort((a, b) => a.line - b.line) }
}

type Unplaced<Fault> = Fault extends unknown ? Omit<Fault, 'line'> : never

function faultsOf(person: Person, cell: (column: Column) => string, groups: readonly PeopleGroup[]): Unplaced<PeopleFault>[] {
  const found: Unplaced<PeopleFault>[] = []
  for (const column of NEEDED) {
    const text = cell(column)
    if (text === '') found.push({ fault: 'missing', column: COLUMNS[column][0] })
    else if (/[\p{Cc}\p{Cf}]/u.test(text) || text.length > 100) found.push({ fault: 'control', found: COLUMNS[column][0] })
  }
  const area = cell('area')
  if (area !== '') {
    const there = groupsOf(area, groups)
    const named = cell('group')
    if (there.length === 0) found.push({ fault: 'unknown-group', found: area })
    else if (groupOf(area, named, groups) === null) found.push(named === '' ? { fault: 'which-group', found: area } : { fault: 'unknown-group', found: named })
  }
  if (person.postcode !== '' && !/^[1-9]\d{3} [A-Z]{2}$/.test(person.postcode)) found.push({ fault: 'postcode', found: person.postcode.slice(0, 20) })
  return found
}

function groupsOf(area: string, groups: readonly PeopleGroup[]): PeopleGroup[] {
  const wanted = area.toLowerCase()
  return groups.filter((group) => group.area.toLowerCase() === wanted || group.areaName.toLowerCase() === wanted)
}

function groupOf(area: string, named: string, groups: readonly PeopleGroup[]): string | null {
  const there = groupsOf(area, groups)
  const one = there.length === 1 && named === '' ? there[0] : there.find(({ stratum }) => stratum.toLowerCase() === named.toLowerCase())
  return one?.stratum ?? null
}

/** "1234ab" as "1234 AB". */
function postcodeOf(text: string): string {
  return text.toUpperCase().replace(/^(\d{4})\s*([A-Z]{2})$/, '$1 $2')
}

/** The lines that hold anything, numbered as in the file; comma, semicolon or tab. */
function split(text: string): { lines: { line: number; cells: string[] }[]; faults: PeopleFault[] } {
  const lines: { line: number; cells: string[] }[] = []
  const faults: PeopleFault[] = []
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  let [begin, line] = [0, 1]
  // By the header, where nobody writes a comma in a name.
  const header = /\S.*/.exec(source)?.[0] ?? ''
  const delimiter = [';', ',', '\t'].sort((a, b) => header.split(b).length - header.split(a).length)[0]!
  Papa.parse<string[]>(source, {
    delimiter,
    step: ({ data, errors, meta }) => {
      if (data.some((cell) => cell.trim() !== '')) lines.push({ line, cells: data })
      if (errors.length > 0) faults.push({ line, fault: 'quote' })
      line += source.slice(begin, meta.cursor).split('\n').length - 1
      begin = meta.cursor
    },
  })
  return { lines, faults }
}
