// Imports the shapes of areas from GeoJSON (RFC 7946: WGS 84 degrees): a FeatureCollection whose features carry the area's code.
// All of the file or nothing. Faults count features, from 1, where a CSV counts lines.
import { and, eq, sql } from 'drizzle-orm'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { findMunicipality } from './find-municipality.ts'
import type { AreaFile, Imported } from './import-areas.ts'
import { areas } from './table.ts'
import type { FileFault } from './wire.ts'

/** What a feature's code is called in files people have: our own, and those of Statistics Netherlands. */
const CODE_NAMES = ['code', 'buurtcode', 'wijkcode', 'statcode', 'BU_CODE', 'WK_CODE']
/** Characters of one shape: a map of a town needs no more, and a blob over a megabyte fits no database here. */
const LONGEST = 200_000

interface Feature {
  properties?: Record<string, unknown> | null
  geometry?: { type?: unknown; coordinates?: unknown } | null
}

export async function importBoundaries(deps: Pick<Deps, 'office' | 'clock'>, { municipality, boundaryYear, file, by = null }: AreaFile): Promise<Imported> {
  await findMunicipality(deps, municipality)
  const known = await deps.office.read.select({ code: areas.code }).from(areas).where(and(eq(areas.municipality, municipality), eq(areas.boundaryYear, boundaryYear)))
  const codes = new Set(known.map(({ code }) => code))
  const features = featuresOf(file)
  if (!features) return { faults: [{ line: 1, column: '', fault: 'this is not a GeoJSON FeatureCollection' }] }
  const faults: FileFault[] = []
  const shapes: { code: string; boundary: string }[] = []
  for (const [i, feature] of features.entries()) {
    const at = (column: string, fault: string) => faults.push({ line: i + 1, column, fault })
    const name = CODE_NAMES.find((candidate) => typeof feature.properties?.[candidate] === 'string')
    const code = name === undefined ? '' : String(feature.properties![name]).trim()
    if (name === undefined) at('properties', `none of ${CODE_NAMES.join(', ')} is there`)
    else if (!codes.has(code)) at(`properties.${name}`, `no area of ${boundaryYear} has this code`)
    else if (shapes.some((shape) => shape.code === code)) at(`properties.${name}`, 'this area has a shape in this file already')
    const fault = geometryFault(feature.geometry)
    if (fault) at('geometry', fault)
    else shapes.push({ code, boundary: JSON.stringify({ type: feature.geometry!.type, coordinates: feature.geometry!.coordinates }) })
  }
  if (features.length === 0) faults.push({ line: 1, column: 'features', fault: 'there are no features' })
  if (faults.length > 0) return { faults }
  await writeAudited(deps, { municipality, staff: by, act: 'import-boundaries', subject: { boundaryYear, areas: shapes.length } }, [
    sql`UPDATE areas SET boundary = (SELECT value ->> 'boundary' FROM json_each(${JSON.stringify(shapes)}) WHERE value ->> 'code' = areas.code)
      WHERE municipality = ${municipality} AND boundary_year = ${boundaryYear} AND code IN ${shapes.map(({ code }) => code)}`,
  ])
  return { imported: shapes.length }
}

function featuresOf(file: string): Feature[] | null {
  try {
    const { type, features } = JSON.parse(file) as { type?: unknown; features?: unknown }
    return type === 'FeatureCollection' && Array.isArray(features) && features.every((one) => typeof one === 'object' && one !== null) ? (features as Feature[]) : null
  } catch {
    return null
  }
}

/** What is wrong with a geometry, or null. */
function geometryFault(geometry: Feature['geometry']): string | null {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return 'only Polygon and MultiPolygon are areas'
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  if (!Array.isArray(polygons) || polygons.length === 0) return 'there are no coordinates'
  for (const rings of polygons) {
    if (!Array.isArray(rings) || rings.length === 0) return 'there are no coordinates'
    for (const ring of rings) {
      if (!Array.isArray(ring) || ring.length < 4) return 'a ring needs at least four positions'
      if (!ring.every((position) => Array.isArray(position) && position.length >= 2 && position.slice(0, 2).every(Number.isFinite))) return 'a position is not two numbers'
      if (!ring.every(([east, north]: number[]) => Math.abs(east!) <= 180 && Math.abs(north!) <= 90)) return 'use degrees (WGS 84, EPSG:4326); these look like metres (RD, EPSG:28992)'
    }
  }
  return JSON.stringify(geometry.coordinates).length > LONGEST ? 'simplify this shape; it is far more detailed than a map of a town needs' : null
}
