// Degrees (WGS 84) to metres of the Dutch national grid (RD, EPSG:28992): one kind of coordinates for every map, so that it is drawn
// without a projection. The polynomials of Schreutelkamp and Strang van Hees (Geodesia 2001), good to a metre within the country.
// Separate because files come in either.

/** [p, q, coefficient]: times (0.36 dphi)^p (0.36 dlambda)^q. */
const X = [[0, 1, 190094.945], [1, 1, -11832.228], [2, 1, -114.221], [0, 3, -32.391], [1, 0, -0.705], [3, 1, -2.34], [1, 3, -0.608], [0, 2, -0.008], [2, 3, 0.148]] as const
const Y = [[1, 0, 309056.544], [0, 2, 3638.893], [2, 0, 73.077], [1, 2, -157.984], [3, 0, 59.788], [0, 1, 0.433], [2, 2, -6.439], [1, 1, -0.032], [0, 4, 0.092], [1, 4, -0.054]] as const

/** Longitude and latitude in degrees to [x, y] in metres. Example: [5.38720621, 52.1551744] (Amersfoort) is [155000, 463000]. */
export function toRd([longitude, latitude]: readonly [number, number]): [number, number] {
  const phi = 0.36 * (latitude - 52.1551744)
  const lambda = 0.36 * (longitude - 5.38720621)
  const sum = (terms: readonly (readonly [number, number, number])[]) => terms.reduce((total, [p, q, c]) => total + c * phi ** p * lambda ** q, 0)
  return [155000 + sum(X), 463000 + sum(Y)]
}
