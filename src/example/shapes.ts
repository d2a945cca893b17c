// The invented shapes of the example town: twelve areas in three rows and a small island between four of them, in metres of the national grid. Borders
// are drawn once and shared, with bends, so that the map looks like a town and not like a grid. No place in the world lies there like this.
import { numbers } from './draw-answers.ts'

type Point = [number, number]

/** From north to south, as the districts lie. */
const ROWS = [['LK', 'SW', 'MV', 'OP'], ['HZ', 'KH', 'WB', 'SK'], ['VB', 'KB', 'ZP', 'BD']]
const ORIGIN: Point = [178_000, 320_000]
const CELL: Point = [1_150, 900]
/** Half the width of the island. */
const ISLAND = 170

/** GeoJSON as a municipality would send it, in metres (RD). */
export function townShapes(): { type: 'FeatureCollection'; features: object[] } {
  const random = numbers(13)
  const corners = Array.from({ length: 4 }, (_, row) => Array.from({ length: 5 }, (_, column): Point => [
    ORIGIN[0] + column * CELL[0] + (random() - 0.5) * 480, ORIGIN[1] - row * CELL[1] + (random() - 0.5) * 380,
  ]))
  const bends = new Map<string, Point[]>()
  // the island lies where the four middle areas meet
  const middle = corners[2]![2]!
  const island = { north: [middle[0], middle[1] + ISLAND] as Point, east: [middle[0] + ISLAND, middle[1]] as Point, south: [middle[0], middle[1] - ISLAND] as Point, west: [middle[0] - ISLAND, middle[1]] as Point }
  const border = (from: Point, to: Point): Point[] => {
    const [first, last] = [from, to].map((point) => point.join()) as [string, string]
    const known = bends.get(`${last} ${first}`)
    if (known) return [...known].reverse()
    const bent = [0.3, 0.62].map((part): Point => {
      const off = (random() - 0.5) * 0.22
      return [Math.round(from[0] + (to[0] - from[0]) * part - (to[1] - from[1]) * off), Math.round(from[1] + (to[1] - from[1]) * part + (to[0] - from[0]) * off)]
    })
    bends.set(`${first} ${last}`, bent)
    return bent
  }
  const shape = (code: string, points: readonly Point[]) => {
    const ring = points.flatMap((point, index) => [[Math.round(point[0]), Math.round(point[1])], ...border(point, points[(index + 1) % points.length]!)])
    return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } }
  }
  const around = (row: number, column: number): Point[] => [[row, column], [row, column + 1], [row + 1, column + 1], [row + 1, column]].flatMap(([r, c]): Point[] => {
    if (r !== 2 || c !== 2) return [corners[r!]![c!]!]
    // each neighbour of the island turns around its own side
    if (row === 1) return column === 1 ? [island.north, island.west] : [island.east, island.north]
    return column === 1 ? [island.west, island.south] : [island.south, island.east]
  })
  const areas = ROWS.flatMap((codes, row) => codes.map((code, column) => shape(code, around(row, column))))
  return { type: 'FeatureCollection', features: [...areas, shape('HE', [island.north, island.east, island.south, island.west])] }
}
