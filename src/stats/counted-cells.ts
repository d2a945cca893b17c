// People grouped by cell once and counted per (cell, code) once per column: the only passes over the rows that a table of
// any number of items and domains needs.
// Separate from domain-table because here time is spent on people and there on counts. Raked weights take few values
// within an area (one per age group and sex), so people are counted in whole numbers per weight and multiplied after.
import type { CodedColumn } from './coded-column.ts'
import { checkDesign, type Design } from './design.ts'

/** The smallest groups that domains are made of: each lies in one stratum (an area, or area by age group). */
export interface Cells { of: Int32Array; stratum: Int32Array }

/**
 * Rows and their cells. `group` numbers the weights of a cell from `firstGroup[cell]` on, undefined where a cell has so
 * many that rows are added up one by one; it is -1 for rows of weight zero, which count nowhere.
 */
export interface GroupedRows {
  design: Design
  cells: Cells
  rows: Uint32Array
  group: Int32Array | undefined
  firstGroup: Uint32Array
  groupWeight: Float64Array
}

/** Per cell and code: sum of weights, sum of squared weights, number of people; three beside each other. */
export interface Counts { levels: number; sums: Float64Array }

const MOST_WEIGHTS_PER_CELL = 24

/** Groups rows by cell; without cells, by stratum. Throws RangeError for clusters and for a cell in two strata. */
export function groupRows(design: Design, cells: Cells = { of: design.stratum, stratum: Int32Array.from({ length: design.strata }, (_, h) => h) }): GroupedRows {
  checkDesign('groupRows', design)
  if (design.cluster) throw new RangeError('groupRows requires a design without clusters')
  if (cells.of.length !== design.n) throw new RangeError(`groupRows requires a cell for each of ${design.n} rows, got ${cells.of.length}`)
  const { n, weights, stratum } = design
  const { of, stratum: home } = cells
  const rows = new Uint32Array(home.length)
  for (let i = 0; i < n; i++) {
    const cell = of[i]!
    if (!(cell >= 0 && cell < home.length)) throw new RangeError(`groupRows requires cells 0 to ${home.length - 1}, row ${i} has ${cell}`)
    if (home[cell] !== stratum[i]) throw new RangeError(`groupRows requires cells within one stratum, row ${i} of cell ${cell} is in stratum ${stratum[i]}`)
    if (weights[i] !== 0) rows[cell]!++
  }
  return { design, cells, rows, ...weightGroups(of, weights, home.length) }
}

/** Counts one column. Throws RangeError for a code beyond its levels. */
export function countColumn(grouped: GroupedRows, { codes, levels }: CodedColumn): Counts {
  const { design, cells, group, firstGroup, groupWeight } = grouped
  if (codes.length !== design.n) throw new RangeError(`countColumn requires one code for each of ${design.n} rows, got ${codes.length}`)
  const sums = new Float64Array(cells.stratum.length * levels * 3)
  const worst = group ? tally(codes, group, levels, firstGroup, groupWeight, sums) : accumulate(codes, cells.of, design.weights, levels, sums)
  if (worst >= 0) throw new RangeError(`countColumn requires codes below ${levels}, row ${worst} has ${codes[worst]}`)
  return { levels, sums }
}

/** Whole numbers of people per weight and code, then times the weight. Gives the row of a bad code, or -1. */
function tally(codes: CodedColumn['codes'], group: Int32Array, levels: number, firstGroup: Uint32Array, groupWeight: Float64Array, sums: Float64Array): number {
  const people = new Uint32Array(groupWeight.length * levels)
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    if (code >= levels) return i
    const g = group[i]!
    if (g >= 0) people[g * levels + code]!++
  }
  for (let c = 0; c + 1 < firstGroup.length; c++) {
    for (let g = firstGroup[c]!; g < firstGroup[c + 1]!; g++) {
      const weight = groupWeight[g]!
      for (let code = 0; code < levels; code++) {
        const count = people[g * levels + code]!
        if (count === 0) continue
        const k = (c * levels + code) * 3
        const sum = count * weight
        sums[k]! += sum
        sums[k + 1]! += sum * weight
        sums[k + 2]! += count
      }
    }
  }
  return -1
}

/** The same for weights that differ from row to row. */
function accumulate(codes: CodedColumn['codes'], of: Int32Array, weights: Float64Array, levels: number, sums: Float64Array): number {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    if (code >= levels) return i
    const weight = weights[i]!
    const k = (of[i]! * levels + code) * 3
    sums[k]! += weight
    sums[k + 1]! += weight * weight
    if (weight > 0) sums[k + 2]! += 1
  }
  return -1
}

function weightGroups(of: Int32Array, weights: Float64Array, cells: number): Pick<GroupedRows, 'group' | 'firstGroup' | 'groupWeight'> {
  const known = new Float64Array(cells * MOST_WEIGHTS_PER_CELL)
  const count = new Uint32Array(cells)
  const group = new Int32Array(of.length)
  for (let i = 0; i < of.length; i++) {
    const weight = weights[i]!
    const cell = of[i]!
    const base = cell * MOST_WEIGHTS_PER_CELL
    if (weight === 0) { group[i] = -1; continue }
    let g = 0
    while (g < count[cell]! && known[base + g] !== weight) g++
    if (g === count[cell]!) {
      if (g === MOST_WEIGHTS_PER_CELL) return { group: undefined, firstGroup: new Uint32Array(0), groupWeight: new Float64Array(0) }
      known[base + g] = weight
      count[cell]!++
    }
    group[i] = g
  }
  const firstGroup = new Uint32Array(cells + 1)
  for (let c = 0; c < cells; c++) firstGroup[c + 1] = firstGroup[c]! + count[c]!
  const groupWeight = new Float64Array(firstGroup[cells]!)
  for (let c = 0; c < cells; c++) for (let g = 0; g < count[c]!; g++) groupWeight[firstGroup[c]! + g] = known[c * MOST_WEIGHTS_PER_CELL + g]!
  for (let i = 0; i < of.length; i++) if (group[i]! >= 0) group[i]! += firstGroup[of[i]!]!
  return { group, firstGroup, groupWeight }
}
