// Symmetric positive definite equations, solved by Cholesky's factor.
// Separate because calibration, its residuals, tables and the area model all end in one small system of this kind.
// A column that depends on those before it is left out (its unknown is zero): margins that repeat one another do no harm.

/** Lower factor of a size x size matrix, by rows; `rank` counts the columns that were kept. */
export interface CholeskyFactor { size: number; rank: number; lower: Float64Array; kept: Uint8Array }

/** Factor of a symmetric matrix given by rows. A pivot under `tolerance` of its diagonal leaves its column out. */
export function choleskyFactor(matrix: Float64Array, size: number, tolerance = 1e-11): CholeskyFactor {
  if (matrix.length !== size * size) throw new RangeError(`choleskyFactor requires ${size} x ${size} numbers, got ${matrix.length}`)
  const lower = new Float64Array(size * size)
  const kept = new Uint8Array(size)
  let rank = 0
  for (let j = 0; j < size; j++) {
    let pivot = matrix[j * size + j]!
    for (let k = 0; k < j; k++) pivot -= lower[j * size + k]! ** 2
    if (!(pivot > tolerance * Math.abs(matrix[j * size + j]!))) continue
    kept[j] = 1
    rank++
    const root = Math.sqrt(pivot)
    lower[j * size + j] = root
    for (let i = j + 1; i < size; i++) {
      let sum = matrix[i * size + j]!
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!
      lower[i * size + j] = sum / root
    }
  }
  return { size, rank, lower, kept }
}

/** x with matrix x = right; zero for columns left out. */
export function choleskySolve({ size, lower, kept }: CholeskyFactor, right: ArrayLike<number>): Float64Array {
  if (right.length !== size) throw new RangeError(`choleskySolve requires ${size} right-hand numbers, got ${right.length}`)
  const x = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    if (kept[i] === 0) continue
    let sum = right[i]!
    for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * x[k]!
    x[i] = sum / lower[i * size + i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    if (kept[i] === 0) continue
    let sum = x[i]!
    for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * x[k]!
    x[i] = sum / lower[i * size + i]!
  }
  return x
}
