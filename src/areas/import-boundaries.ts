// Imports the shapes of areas from GeoJSON, in degrees or metres, at the operator's command line: all of the file or nothing.
// Faults count features, from 1, where a CSV counts lines. The console reads the same files with the same reader (src/frame/area-map.ts).
import { and, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { readAreaMap } from '../frame/area-map.ts'
import { faultWords } from '../frame/fault.ts'
import { findMunicipality } from './find-municipality.ts'
import type { AreaFile, Imported } from './import-areas.ts'
import { storeMap } from './store-map.ts'
import { areas } from './table.ts'

export async function importBoundaries(deps: Pick<Deps, 'office' | 'clock'>, { municipality, boundaryYear, file, by = null }: AreaFile): Promise<Imported> {
  await findMunicipality(deps, municipality)
  const known = await deps.office.read.select({ code: areas.code }).from(areas).where(and(eq(areas.municipality, municipality), eq(areas.boundaryYear, boundaryYear)))
  const read = readAreaMap(file, known.map(({ code }) => code))
  if ('faults' in read) return { faults: read.faults.map((fault) => ({ line: fault.line, column: fault.column, fault: faultWords(fault, 'en') })) }
  await storeMap(deps, { municipality, staff: by }, boundaryYear, read.map)
  return { imported: read.areas }
}
