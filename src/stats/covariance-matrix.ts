// Covariances of several totals at once, over the rows of a domain only.
// Separate from variance because a table has up to forty cells and hundreds of domains: one pass, no pairs of columns.
// R survey: svyrecvar on a matrix of scores, one stage, lonely.psu = "adjust".
import { checkDesign, unitsPerStratum, type Design } from './design.ts'

/** Scores of `rows`, row after row, `size` to a row; every row of the design that is not listed has scores of zero. */
export interface ScoreRows { rows: Int32Array; scores: Float64Array; size: number }

/** The size x size matrix of covariances, by rows. Throws RangeError when fpc is asked of a design without populations. */
export function covarianceMatrix(design: Design, { rows, scores, size }: ScoreRows, fpc = false): Float64Array {
  checkDesign('covarianceMatrix', design)
  if (scores.length !== rows.length * size) throw new RangeError(`covarianceMatrix requires ${size} scores for each of ${rows.length} rows, got ${scores.length}`)
  if (fpc && !design.population) throw new RangeError('covarianceMatrix requires a population per stratum for the finite population correction')
  const { totals, stratum } = sumUnits(design, { rows, scores, size })
  const units = unitsPerStratum(design)
  const factor = Float64Array.from(units, (_, h) => (fpc ? 1 - units[h]! / design.population![h]! : 1) * (units[h]! > 1 ? units[h]! / (units[h]! - 1) : 1))
  const means = new Float64Array(design.strata * size)
  const unseen = Float64Array.from(units)
  stratum.forEach((h, u) => {
    unseen[h]!--
    // a lonely stratum is squared around zero
    if (units[h]! > 1) for (let k = 0; k < size; k++) means[h * size + k]! += totals[u * size + k]! / units[h]!
  })
  const matrix = new Float64Array(size * size)
  const apart = new Float64Array(size)
  const add = (times: number) => {
    for (let j = 0; j < size; j++) for (let k = 0; k <= j; k++) matrix[j * size + k]! += times * apart[j]! * apart[k]!
  }
  stratum.forEach((h, u) => {
    for (let k = 0; k < size; k++) apart[k] = totals[u * size + k]! - means[h * size + k]!
    add(factor[h]!)
  })
  for (let h = 0; h < design.strata; h++) {
    if (units[h]! < 2 || unseen[h]! <= 0) continue
    for (let k = 0; k < size; k++) apart[k] = means[h * size + k]!
    add(factor[h]! * unseen[h]!)
  }
  for (let j = 0; j < size; j++) for (let k = 0; k < j; k++) matrix[k * size + j] = matrix[j * size + k]!
  return matrix
}

/** Scores added up per sampling unit, with the stratum of each. */
function sumUnits(design: Design, { rows, scores, size }: ScoreRows): { totals: Float64Array; stratum: Int32Array } {
  if (!design.cluster) return { totals: scores, stratum: rows.map((i) => design.stratum[i]!) }
  const unitOf = new Map<number, number>()
  const home: number[] = []
  const unit = rows.map((i) => {
    let u = unitOf.get(design.cluster![i]!)
    if (u === undefined) {
      unitOf.set(design.cluster![i]!, (u = home.length))
      home.push(design.stratum[i]!)
    }
    return u
  })
  const totals = new Float64Array(home.length * size)
  unit.forEach((u, j) => { for (let k = 0; k < size; k++) totals[u * size + k]! += scores[j * size + k]! })
  return { totals, stratum: Int32Array.from(home) }
}
