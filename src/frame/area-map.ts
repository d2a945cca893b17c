// The shapes of areas from GeoJSON (RFC 7946, or RD metres as PDOK also gives it) into one small topology of a boundary year, simplified
// once. Separate because it is the only place that knows both coordinate systems; drawing needs neither projection nor simplifying.
import { mergeArcs, quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import type { FeatureCollection } from 'geojson'
import type { Fault } from './fault.ts'
import { municipalityOf } from './area-code.ts'
import { toRd } from './to-rd.ts'

/** What a feature's code is called in files people have: our own, and those of Statistics Netherlands and PDOK. */
const CODE_NAMES = ['code', 'buurtcode', 'wijkcode', 'statcode', 'BU_CODE', 'WK_CODE', 'gwb_code']
/** Characters of a stored map; a town needs a tenth of it. */
export const LARGEST_MAP = 900_000

/** Every area of a map by its id (the area's code), in metres of the national grid, borders shared. */
export type AreaMap = Topology<{ areas: GeometryCollection }>

type Position = [number, number]
interface Shape { code: string; coordinates: Position[][][] }
interface Feature { properties?: Record<string, unknown> | null; geometry?: { type?: unknown; coordinates?: unknown } | null }

/** Areas of other municipalities in the file are passed over; `without` are known areas the file has no shape for. */
export type MapReading = { map: AreaMap; areas: number; without: string[] } | { faults: Fault[] }

/** Reads a file for the areas with these codes; all of it or nothing. Several features of one area (the buurten of a wijk) become one. */
export function readAreaMap(file: string, codes: readonly string[]): MapReading {
  const features = featuresOf(file)
  if (!features) return { faults: [{ line: 1, column: '', fault: 'no-geojson' }] }
  if (features.length === 0) return { faults: [{ line: 1, column: 'features', fault: 'no-features' }] }
  const known = new Set(codes)
  const ours = new Set(codes.map(municipalityOf))
  const name = CODE_NAMES.map((candidate) => ({ candidate, hits: features.filter(({ properties }) => known.has(codeIn(properties, candidate))).length }))
    .sort((a, b) => b.hits - a.hits)[0]!
  const named = name.hits > 0 ? name.candidate : CODE_NAMES.find((candidate) => features.some(({ properties }) => codeIn(properties, candidate) !== ''))
  const faults: Fault[] = []
  const shapes: Shape[] = []
  for (const [i, { properties, geometry }] of features.entries()) {
    const code = named === undefined ? '' : codeIn(properties, named)
    if (code === '') faults.push({ line: i + 1, column: 'properties', fault: 'no-code', about: CODE_NAMES.join(', ') })
    else if (!known.has(code)) {
      const elsewhere = municipalityOf(code)
      if (elsewhere === null || ours.has(elsewhere)) faults.push({ line: i + 1, column: `properties.${named}`, fault: 'unknown-area', about: code })
      continue
    }
    const read = polygonsOf(geometry)
    if (typeof read === 'string') faults.push({ line: i + 1, column: 'geometry', fault: read })
    else shapes.push({ code, coordinates: read })
  }
  if (faults.length > 0) return { faults }
  if (shapes.length === 0) return { faults: [{ line: 1, column: 'features', fault: 'unknown-area', about: codeIn(features[0]!.properties, named!) }] }
  const map = simplified(shapes)
  if (JSON.stringify(map).length > LARGEST_MAP) return { faults: [{ line: 1, column: '', fault: 'too-detailed' }] }
  const drawn = new Set(shapes.map(({ code }) => code))
  return { map, areas: drawn.size, without: codes.filter((code) => !drawn.has(code)) }
}

/** One topology: shared borders once, bends that would not show on a map of a thousand points across left out, whole numbers. */
function simplified(shapes: readonly Shape[]): AreaMap {
  const features = shapes.map(({ code, coordinates }) => ({ type: 'Feature' as const, id: code, properties: {}, geometry: { type: 'MultiPolygon' as const, coordinates } }))
  const whole = topology({ areas: { type: 'FeatureCollection', features } as FeatureCollection }) as AreaMap
  const [west, south, east, north] = whole.bbox!
  const step = Math.max(east! - west!, north! - south!) / 1000
  const rough = simplify(presimplify(whole), step * step)
  const collection = rough.objects.areas
  const codes = [...new Set(collection.geometries.map(({ id }) => String(id)))].sort()
  const geometries = codes.map((code) => {
    const parts = collection.geometries.filter(({ id }) => id === code) as (Polygon | MultiPolygon)[]
    return { ...(parts.length === 1 ? parts[0]! : mergeArcs(rough, parts)), id: code }
  })
  for (const geometry of geometries) delete (geometry as { properties?: unknown }).properties
  return quantize({ ...rough, objects: { areas: { type: 'GeometryCollection', geometries } } } as AreaMap, 10_000) as AreaMap
}

function codeIn(properties: Feature['properties'], name: string): string {
  const value = properties?.[name]
  return typeof value === 'string' ? value.trim() : ''
}

function featuresOf(file: string): Feature[] | null {
  try {
    const { type, features } = JSON.parse(file.replace(/^\ufeff/, '')) as { type?: unknown; features?: unknown }
    return type === 'FeatureCollection' && Array.isArray(features) && features.every((one) => typeof one === 'object' && one !== null) ? (features as Feature[]) : null
  } catch {
    return null
  }
}

/** The rings in metres, or the name of what is wrong with them. */
function polygonsOf(geometry: Feature['geometry']): Position[][][] | Fault['fault'] {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return 'shape-kind'
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  if (!Array.isArray(polygons) || polygons.length === 0) return 'no-coordinates'
  const read: Position[][][] = []
  for (const rings of polygons) {
    if (!Array.isArray(rings) || rings.length === 0) return 'no-coordinates'
    const inMetres: Position[][] = []
    for (const ring of rings) {
      if (!Array.isArray(ring) || ring.length < 4) return 'ring'
      if (!ring.every((position) => Array.isArray(position) && position.length >= 2 && Number.isFinite(position[0]) && Number.isFinite(position[1]))) return 'position'
      const positions = (ring as number[][]).map(([east, north]) => metres(east!, north!))
      if (positions.some((position) => position === null)) return 'outside'
      inMetres.push(positions as Position[])
    }
    read.push(inMetres)
  }
  return read
}

/** Degrees or metres, told apart by their size; null outside the country. */
function metres(east: number, north: number): Position | null {
  const degrees = Math.abs(east) <= 180 && Math.abs(north) <= 90
  const [x, y] = degrees ? toRd([east, north]) : [east, north]
  return x >= 0 && x <= 300_000 && y >= 300_000 && y <= 640_000 ? [x, y] : null
}
