// Imports the population of areas by age class and sex from CSV: the margins to which answers are raked. All of the file or nothing.
// Every area in the file must be whole (4 x 2 cells), because a missing cell would silently weigh its people away.
import { eq, and, sql } from 'drizzle-orm'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { findMunicipality } from './find-municipality.ts'
import { inOrder } from './import-areas.ts'
import type { AreaFile, Imported } from './import-areas.ts'
import { readCsv } from './read-csv.ts'
import { areas } from './table.ts'

const CELLS = [1, 2, 3, 4].flatMap((age) => [1, 2].map((sex) => `${age}/${sex}`))

export async function importControlTotals(deps: Pick<Deps, 'office' | 'clock'>, { municipality, boundaryYear, file, by = null }: AreaFile): Promise<Imported> {
  await findMunicipality(deps, municipality)
  const known = await deps.office.read.select({ code: areas.code }).from(areas).where(and(eq(areas.municipality, municipality), eq(areas.boundaryYear, boundaryYear)))
  const codes = new Set(known.map(({ code }) => code))
  const { rows, faults } = readCsv(file, ['code', 'age', 'sex', 'persons', 'counted_on'])
  const cellsOf = new Map<string, { line: number; cells: Set<string> }>()
  for (const { line, cells } of rows) {
    const at = (column: string, fault: string) => faults.push({ line, column, fault })
    if (!codes.has(cells.code)) at('code', `no area of ${boundaryYear} has this code`)
    if (!/^[1-4]$/.test(cells.age)) at('age', 'use the age class, 1 to 4')
    if (!/^[12]$/.test(cells.sex)) at('sex', 'use 1 (man) or 2 (vrouw)')
    if (!/^\d{1,7}$/.test(cells.persons)) at('persons', 'use a whole number, without points or commas')
    if (!isDay(cells.counted_on)) at('counted_on', 'use a day, as 2026-01-01')
    const area = cellsOf.get(cells.code) ?? { line, cells: new Set() }
    const cell = `${cells.age}/${cells.sex}`
    if (area.cells.has(cell)) at('', 'this area, age class and sex were given before')
    area.cells.add(cell)
    cellsOf.set(cells.code, area)
  }
  for (const { line, cells } of cellsOf.values()) {
    const missing = CELLS.filter((cell) => !cells.has(cell))
    if (missing.length > 0) faults.push({ line, column: 'code', fault: `age class/sex ${missing.join(', ')} of this area are missing` })
  }
  if (faults.length > 0) return { faults: inOrder(faults) }
  await writeAudited(deps, { municipality, staff: by, act: 'import-control-totals', subject: { boundaryYear, areas: cellsOf.size } }, [
    sql`INSERT INTO control_totals (municipality, boundary_year, area, age, sex, persons, counted_on)
      SELECT ${municipality}, ${boundaryYear}, value ->> 'code', CAST(value ->> 'age' AS INTEGER), CAST(value ->> 'sex' AS INTEGER),
        CAST(value ->> 'persons' AS INTEGER), value ->> 'counted_on'
      FROM json_each(${JSON.stringify(rows.map(({ cells }) => cells))}) WHERE true
      ON CONFLICT (municipality, boundary_year, area, age, sex) DO UPDATE SET persons = excluded.persons, counted_on = excluded.counted_on`,
  ])
  return { imported: rows.length }
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
