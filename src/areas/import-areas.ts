// Imports the areas of a boundary year from CSV: all of the file or nothing. A known code gets the new name, role and district;
// what the file does not name stays.
import { sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { findMunicipality } from './find-municipality.ts'
import { readCsv } from './read-csv.ts'
import { areaRoles } from './wire.ts'
import type { AreaRole, FileFault } from './wire.ts'

/** What an import answers: how many rows it took, or every fault and nothing imported. */
export type Imported = { imported: number } | { faults: FileFault[] }

export interface AreaFile {
  municipality: string
  boundaryYear: number
  /** The text of the file. */
  file: string
  by?: Actor['staff']
}

export async function importAreas(deps: Pick<Deps, 'office' | 'clock'>, { municipality, boundaryYear, file, by = null }: AreaFile): Promise<Imported> {
  await findMunicipality(deps, municipality)
  const { rows, faults } = readCsv(file, ['code', 'name', 'role', 'district'])
  if (!isBoundaryYear(boundaryYear)) faults.push({ line: 1, column: '', fault: 'the boundary year is not a year' })
  const seen = new Map<string, number>()
  for (const { line, cells } of rows) {
    const at = (column: string, fault: string) => faults.push({ line, column, fault })
    if (!/^[A-Za-z0-9-]{1,20}$/.test(cells.code)) at('code', 'use 1 to 20 letters, digits or hyphens')
    else if (seen.has(cells.code)) at('code', `this code stands on line ${seen.get(cells.code)} already`)
    else seen.set(cells.code, line)
    if (!isName(cells.name)) at('name', 'give a name of at most 100 characters')
    if (!areaRoles.includes(cells.role as AreaRole)) at('role', `use ${areaRoles.join(', ')}`)
    if (cells.district !== '' && !isName(cells.district)) at('district', 'use at most 100 characters')
  }
  if (faults.length > 0) return { faults: inOrder(faults) }
  await writeAudited(deps, { municipality, staff: by, act: 'import-areas', subject: { boundaryYear, areas: rows.length } }, [
    sql`INSERT INTO areas (municipality, boundary_year, code, name, role, district)
      SELECT ${municipality}, ${boundaryYear}, value ->> 'code', value ->> 'name', value ->> 'role', value ->> 'district'
      FROM json_each(${JSON.stringify(rows.map(({ cells }) => cells))}) WHERE true
      ON CONFLICT (municipality, boundary_year, code) DO UPDATE SET name = excluded.name, role = excluded.role, district = excluded.district`,
  ])
  return { imported: rows.length }
}

export function isBoundaryYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1990 && year <= 2100
}

/** Readable text: no control characters, no empty name. */
function isName(text: string): boolean {
  return text.length > 0 && text.length <= 100 && !/\p{Cc}/u.test(text)
}

/** Faults as somebody with the file open reads them. */
export function inOrder(faults: FileFault[]): FileFault[] {
  return faults.sort((a, b) => a.line - b.line)
}
