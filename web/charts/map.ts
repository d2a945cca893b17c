// A map of areas as paths: shapes of the stored topology (metres, so no projection: only north turned up), and a tone per area for how much.
// Pure and separate from the drawing so that a test can count shapes and tones.
import { geoIdentity, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { AreaMap } from '../../src/frame/area-map.ts'

export interface MapShape { id: string; path: string; x: number; y: number; /** Pixels across, roughly: whether a word fits. */ across: number }

export interface MapLayout { width: number; height: number; shapes: MapShape[] }

/** Fits the map in a width; no higher than it is wide. */
export function layoutMap(map: AreaMap, width: number): MapLayout {
  const collection = feature(map, map.objects.areas)
  const flat = geoIdentity().reflectY(true)
  const [[x0, y0], [x1, y1]] = geoPath(flat).bounds(collection)
  const ratio = (y1 - y0) / Math.max(1, x1 - x0)
  const height = Math.min(width, Math.max(160, Math.round(width * ratio)))
  const path = geoPath(flat.fitExtent([[2, 2], [width - 2, height - 2]], collection)).digits(1)
  const shapes = collection.features.map((one): MapShape => {
    const [x, y] = path.centroid(one)
    const [[left], [right]] = path.bounds(one)
    return { id: String(one.id), path: path(one) ?? '', x, y, across: right - left }
  })
  return { width, height, shapes }
}

export interface Tone { from: number; to: number }

/** At most five steps of equal size over the values there are, in round numbers. */
export function tonesOfValues(values: readonly number[], step: number): Tone[] {
  if (values.length === 0) return []
  const low = Math.floor(Math.min(...values) / step) * step
  const high = Math.max(low + step, Math.ceil((Math.max(...values) + step / 1000) / step) * step)
  const wide = Math.max(step, Math.ceil((high - low) / 5 / step) * step)
  const steps = Math.max(1, Math.ceil((high - low) / wide - 1e-9))
  return Array.from({ length: steps }, (_, index) => ({ from: round(low + index * wide), to: round(low + (index + 1) * wide) }))
}

/** Which tone a value has: 0 the lightest. */
export function toneOf(tones: readonly Tone[], value: number): number {
  const found = tones.findIndex(({ to }) => value < to)
  return found < 0 ? tones.length - 1 : found
}

const round = (value: number): number => Math.round(value * 10) / 10
