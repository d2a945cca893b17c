// A list of areas from a file: our own template, or "Kerncijfers wijken en buurten" of Statistics Netherlands as it is downloaded, whose rows
// are the whole country on three levels. Only the chosen municipality's rows of one level are taken; districts come from the level above.
import { municipalityOf, tidyCode } from './area-code.ts'
import type { Level } from './area-code.ts'
import { fromTop } from './fault.ts'
import type { Fault } from './fault.ts'
import { readTable } from './table-file.ts'
import type { ColumnNames, TableRow } from './table-file.ts'

export type ListedRole = 'focus' | 'comparison' | 'other'

export interface ListedArea {
  code: string
  name: string
  role: ListedRole
  district: string
  /** Inhabitants of all ages where the file says so; null otherwise. */
  inhabitants: number | null
}

type Column = 'code' | 'name' | 'kind' | 'municipality' | 'role' | 'district' | 'inhabitants'

/** The names of columns in our template and in the editions of Statistics Netherlands. */
const COLUMNS: ColumnNames<Column> = {
  code: ['codering', 'gwbcode10', 'gwbcode', 'wijkenenbuurten', 'buurtcode', 'wijkcode', 'statcode', 'regiocode', 'code'],
  name: ['regio', 'wijkenenbuurten', 'buurtnaam', 'wijknaam', 'statnaam', 'naam', 'name'],
  kind: ['recs', 'soortregio', 'soort'],
  municipality: ['gmnaam', 'gemeentenaam', 'gemeente'],
  role: ['rol', 'role'],
  district: ['stadsdeel', 'wijk', 'district'],
  inhabitants: ['ainw', 'aantalinwoners', 'inwoners'],
}

const ROLES: Readonly<Record<string, ListedRole>> = {
  focus: 'focus', aandacht: 'focus', focuswijk: 'focus', comparison: 'comparison', vergelijking: 'comparison', vergelijkingswijk: 'comparison', other: 'other', overig: 'other', '': 'other',
}

export interface Municipality { code: string; name: string }

export interface AreasChoice {
  /** GM code; needed when the file holds more than one municipality. */
  municipality?: string
  level: Level
}

export type AreasReading =
  | { areas: ListedArea[]; municipalities: Municipality[]; /** Rows passed over: of other municipalities, of other levels. */ others: number; levels: number }
  | { faults: Fault[]; municipalities: Municipality[] }

/** Reads the areas; all of them or every fault. When the municipality has to be chosen, the fault says so and `municipalities` lists them. */
export function readAreasFile(text: string, { municipality, level }: AreasChoice): AreasReading {
  const { rows, faults, found } = readTable<Column>(text, COLUMNS, [['code']])
  if (faults.length > 0) return { faults, municipalities: [] }
  const coded = rows.map((row) => ({ ...row, code: tidyCode(row.cells.code) }))
  // A file of the bureau is known by its codes; anything else is a list of somebody's own.
  const national = coded.some(({ code }) => /^(?:GM|WK|BU)\d+$/.test(code)) && !found.has('role')
  return national ? ofTheBureau(coded, municipality, level) : own(coded, found)
}

type Coded = TableRow<Column> & { code: string }

function ofTheBureau(rows: readonly Coded[], chosen: string | undefined, level: Level): AreasReading {
  const municipalities = municipalitiesIn(rows)
  const municipality = chosen ?? (municipalities.length === 1 ? municipalities[0]!.code : undefined)
  if (municipality === undefined) return { faults: [{ line: 1, column: '', fault: 'municipality-unclear' }], municipalities }
  const digits = municipality.replace(/^GM/, '')
  const ours = rows.filter(({ code }) => municipalityOf(code) === digits)
  if (ours.length === 0) return { faults: [{ line: 1, column: '', fault: 'municipality-absent', about: municipality }], municipalities }
  const prefix = level === 'buurt' ? 'BU' : 'WK'
  const wanted = ours.filter(({ code }) => code.startsWith(prefix))
  if (wanted.length === 0) return { faults: [{ line: 1, column: '', fault: 'level-absent' }], municipalities }
  const wijken = new Map(ours.filter(({ code }) => code.startsWith('WK')).map(({ code, cells }) => [code.slice(2), nameOf(cells.name, '')]))
  const areas: ListedArea[] = []
  const faults: Fault[] = []
  const seen = new Map<string, number>()
  for (const { line, code, cells } of wanted) {
    if (seen.has(code)) faults.push({ line, column: 'code', fault: 'code-twice', about: String(seen.get(code)) })
    seen.set(code, line)
    const inhabitants = personsOf(cells.inhabitants)
    const name = nameOf(cells.name, code)
    if (!isName(name)) faults.push({ line, column: 'naam', fault: 'name-shape' })
    areas.push({ code, name, role: 'other', district: level === 'buurt' ? (wijken.get(code.slice(2, 8)) ?? '') : '', inhabitants })
  }
  if (faults.length > 0) return { faults: fromTop(faults), municipalities }
  return { areas, municipalities, others: rows.length - ours.length, levels: ours.length - wanted.length }
}

function own(rows: readonly Coded[], found: ReadonlySet<Column>): AreasReading {
  const faults: Fault[] = []
  const areas: ListedArea[] = []
  const seen = new Map<string, number>()
  if (!found.has('name')) faults.push({ line: 1, column: 'naam', fault: 'column-missing', about: 'naam' })
  for (const { line, code, cells } of rows) {
    const at = (column: string, fault: Fault['fault'], about?: string) => faults.push({ line, column, fault, ...(about === undefined ? {} : { about }) })
    if (!/^[A-Za-z0-9-]{1,20}$/.test(code)) at('code', 'code-shape')
    else if (seen.has(code)) at('code', 'code-twice', String(seen.get(code)))
    else seen.set(code, line)
    if (found.has('name') && !isName(cells.name)) at('naam', 'name-shape')
    const role = ROLES[cells.role.toLowerCase()]
    if (role === undefined) at('rol', 'role')
    if (cells.district !== '' && !isName(cells.district)) at('stadsdeel', 'district-shape')
    areas.push({ code, name: cells.name, role: role ?? 'other', district: cells.district, inhabitants: personsOf(cells.inhabitants) })
  }
  return faults.length > 0 ? { faults: fromTop(faults), municipalities: [] } : { areas, municipalities: [], others: 0, levels: 0 }
}

/** Every municipality in the file, by name. */
function municipalitiesIn(rows: readonly Coded[]): Municipality[] {
  const named = new Map<string, string>()
  for (const { code, cells } of rows) {
    const digits = municipalityOf(code)
    if (digits === null) continue
    const name = cells.municipality || (code.startsWith('GM') ? cells.name : '')
    if (name !== '' || !named.has(digits)) named.set(digits, name || (named.get(digits) ?? ''))
  }
  return [...named].map(([digits, name]) => ({ code: `GM${digits}`, name: name || `GM${digits}` })).sort((a, b) => a.name.localeCompare(b.name, 'nl'))
}

/** StatLine's raw file has the code where a name would be; then the code is the name until somebody gives a better one. */
function nameOf(name: string, code: string): string {
  return name === '' || /^(?:GM|WK|BU)\d+$/.test(name) ? code : name
}

/** Readable text: no control characters, not empty. */
export function isName(text: string): boolean {
  return text.length > 0 && text.length <= 100 && !/\p{Cc}/u.test(text)
}

/** A whole number as Dutch files write it (1.234, 1 234, 1234), or null. */
export function personsOf(text: string): number | null {
  const plain = text.replace(/\s/g, '')
  return /^\d{1,8}$/.test(plain) ? Number(plain) : /^\d{1,3}(?:\.\d{3})+$/.test(plain) ? Number(plain.replaceAll('.', '')) : null
}
