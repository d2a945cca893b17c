// Protects the map of a boundary year: degrees and metres give the same map, borders that were shared stay shared after simplifying, and a
// shape that is none of ours or none at all is named. The control points are those of Schreutelkamp and Strang van Hees (2001).
import { feature } from 'topojson-client'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { readAreaMap } from '../../src/frame/area-map.ts'
import { toRd } from '../../src/frame/to-rd.ts'

const [west, south] = [176_000, 317_000]
/** A square kilometre with many small bends along its sides, in metres. */
const square = (column: number, row: number) => {
  const bend = (i: number) => 3 * Math.sin(i)
  const side = Array.from({ length: 100 }, (_, i) => i)
  const [x, y] = [west + 1000 * column, south + 1000 * row]
  const ring = [...side.map((i) => [x + 10 * i, y + bend(i)]), ...side.map((i) => [x + 1000 + bend(i), y + 10 * i]), ...side.map((i) => [x + 1000 - 10 * i, y + 1000 + bend(100 - i)]), ...side.map((i) => [x + bend(100 - i), y + 1000 - 10 * i])]
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}
const shape = (code: string, column: number, row: number, more: object = {}) => ({ type: 'Feature', properties: { buurtcode: code, ...more }, geometry: square(column, row) })
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const codes = ['BU09350101', 'BU09350102']
const taken = (text: string, known = codes) => {
  const read = readAreaMap(text, known)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read
}
const faults = (text: string, known = codes) => {
  const read = readAreaMap(text, known)
  return 'faults' in read ? read.faults.map(({ line, fault }) => `${line} ${fault}`) : []
}

describe('a map from GeoJSON', () => {
  it.each([
    ['no JSON', '{', '1 no-geojson'], ['a list', '[]', '1 no-geojson'], ['no features', file(), '1 no-features'],
    ['a shape without a code', file(shape('BU09350101', 0, 0), { type: 'Feature', properties: {}, geometry: square(1, 0) }), '2 no-code'],
    ['a code of ours that is not in the list', file(shape('BU09350101', 0, 0), shape('BU09350199', 1, 0)), '2 unknown-area'],
    ['only other municipalities', file(shape('BU08990101', 0, 0)), '1 unknown-area'],
    ['a point', file({ ...shape('BU09350101', 0, 0), geometry: { type: 'Point', coordinates: [west, south] } }), '1 shape-kind'],
    ['a line as a ring', file({ ...shape('BU09350101', 0, 0), geometry: { type: 'Polygon', coordinates: [[[west, south], [west, south]]] } }), '1 ring'],
    ['words as numbers', file({ ...shape('BU09350101', 0, 0), geometry: { type: 'Polygon', coordinates: [[['a', 1], [1, 1], [1, 1], [1, 1]]] } }), '1 position'],
    ['the middle of the sea', file({ ...shape('BU09350101', 0, 0), geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] } }), '1 outside'],
  ])('refuses %s', (_, text, expected) => {
    expect(faults(text)).toEqual([expected])
  })

  it('passes over other municipalities and says which areas have no shape', () => {
    expect(taken(file(shape('BU08990101', 5, 5), shape('BU09350101', 0, 0)))).toMatchObject({ areas: 1, without: ['BU09350102'] })
  })

  it('keeps borders shared and leaves bends out that would not show', () => {
    const text = file(shape('BU09350101', 0, 0), shape('BU09350102', 1, 0))
    const { map } = taken(text)
    expect(map.objects.areas.geometries.map(({ id }) => id)).toEqual(codes)
    expect(JSON.stringify(map).length).toBeLessThan(text.length / 4)
    const used = map.objects.areas.geometries.map((geometry) => new Set((geometry as { arcs: number[][][] }).arcs.flat(3).map((arc) => (arc < 0 ? ~arc : arc))))
    expect([...used[0]!].filter((arc) => used[1]!.has(arc))).toHaveLength(1)
    const { features } = feature(map, map.objects.areas) as FeatureCollection<Polygon | MultiPolygon>
    for (const one of features) expect(Math.abs(areaOf(one.geometry) - 1e6)).toBeLessThan(2e4)
  })

  it('makes one area of its parts', () => {
    const parts = file(shape('BU09350101', 0, 0, { wijkcode: 'WK093501' }), shape('BU09350102', 1, 0, { wijkcode: 'WK093501' }), shape('BU09350201', 2, 0, { wijkcode: 'WK093502' }))
    const { map, areas } = taken(parts, ['WK093501', 'WK093502'])
    const { features } = feature(map, map.objects.areas) as FeatureCollection<Polygon | MultiPolygon>
    expect([areas, features.map(({ id, geometry }) => [id, Math.round(areaOf(geometry) / 1e5) / 10])]).toEqual([2, [['WK093501', 2], ['WK093502', 1]]])
  })

  it('gives the same map from degrees as from metres, to a few metres', () => {
    const degrees = { type: 'Polygon', coordinates: [[[5.68, 50.84], [5.7, 50.84], [5.7, 50.85], [5.68, 50.85], [5.68, 50.84]]] }
    const metres = { type: 'Polygon', coordinates: [degrees.coordinates[0]!.map(([east, north]) => toRd([east!, north!]))] }
    const of = (geometry: object) => taken(file({ type: 'Feature', properties: { buurtcode: 'BU09350101' }, geometry }))
    expect(of(degrees).map).toEqual(of(metres).map)
  })
})

it('turns degrees into metres of the national grid as its control points say', () => {
  for (const [degrees, [x, y]] of [[[5.38720621, 52.1551744], [155000, 463000]], [[4.88352559, 52.37453253], [120700.723, 487525.502]], [[6.56820053, 53.21938317], [233883.131, 582065.167]]] as const) {
    const [east, north] = toRd(degrees)
    expect([Math.abs(east - x) < 1, Math.abs(north - y) < 1]).toEqual([true, true])
  }
})

/** The shoelace formula over outer rings. */
function areaOf(geometry: Polygon | MultiPolygon): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.reduce((sum, [ring]) => sum + Math.abs(ring!.reduce((twice, [x, y], i) => twice + x! * ring![(i + 1) % ring!.length]![1]! - ring![(i + 1) % ring!.length]![0]! * y!, 0) / 2), 0)
}
