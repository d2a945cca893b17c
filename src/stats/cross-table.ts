// Two answers crossed: the weighted share of each cell, over the rows of a domain that gave both.
// Separate because Rao and Scott's test and Wald's read the same table in two ways. R survey: svytable.
import { checkDesign, checkValues, degreesOfFreedom, type Design, type Domain } from './design.ts'

export interface CrossTable {
  /** Distinct answers, in rising order. */
  first: number[]
  second: number[]
  /** Rows that answered both with a weight above zero, and the cell of each: first * second.length + second. */
  rows: Int32Array
  cells: Int32Array
  weightSum: number
  /** Shares of the weights: of the cells, and of each answer. */
  share: Float64Array
  firstShare: Float64Array
  secondShare: Float64Array
  /** Rows of the domain with a weight, whether or not they answered, and their sampling units minus strata. */
  size: number
  df: number
}

/** Throws RangeError when nobody answered both, or when one of the two has fewer than two different answers. */
export function crossTable(caller: string, design: Design, first: Float64Array, second: Float64Array, domain?: Domain): CrossTable {
  checkDesign(caller, design)
  checkValues(caller, design, first)
  checkValues(caller, design, second)
  const listed: number[] = []
  let size = 0
  let weightSum = 0
  for (let i = 0; i < design.n; i++) {
    if ((domain && domain[i] === 0) || design.weights[i] === 0) continue
    size++
    if (Number.isNaN(first[i]!) || Number.isNaN(second[i]!)) continue
    listed.push(i)
    weightSum += design.weights[i]!
  }
  const rows = Int32Array.from(listed)
  const levels = [first, second].map((column) => [...new Set(listed.map((i) => column[i]!))].sort((a, b) => a - b))
  levels.forEach((answers, k) => {
    if (answers.length < 2) throw new RangeError(`${caller} requires two different answers of the ${k === 0 ? 'first' : 'second'} item, got ${answers.length}`)
  })
  const place = levels.map((answers) => new Map(answers.map((value, k) => [value, k])))
  const [across, down] = [levels[0]!.length, levels[1]!.length]
  const share = new Float64Array(across * down)
  const cells = rows.map((i) => place[0]!.get(first[i]!)! * down + place[1]!.get(second[i]!)!)
  cells.forEach((cell, j) => { share[cell]! += design.weights[rows[j]!]! / weightSum })
  const firstShare = new Float64Array(across)
  const secondShare = new Float64Array(down)
  share.forEach((part, cell) => {
    firstShare[Math.floor(cell / down)]! += part
    secondShare[cell % down]! += part
  })
  return { first: levels[0]!, second: levels[1]!, rows, cells, weightSum, share, firstShare, secondShare, size, df: degreesOfFreedom(design, domain) }
}

/** Pearson's X-squared of the weighted table scaled to `size` rows. R: chisq.test(svytable(Ntotal = n), correct = FALSE). */
export function pearsonOf({ share, firstShare, secondShare, size }: CrossTable): number {
  let sum = 0
  share.forEach((part, cell) => {
    const expected = firstShare[Math.floor(cell / secondShare.length)]! * secondShare[cell % secondShare.length]!
    sum += (part - expected) ** 2 / expected
  })
  return size * sum
}
