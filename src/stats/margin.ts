// A margin: known population totals for one way of dividing people (area, age group, sex), with the class of each row.
// Separate because raking, calibration residuals and the misfit report read the same thing.
// R survey: one element of sample.margins with its population.margins. Class -1 is "unknown": a class of its own.

/** Class per row (0..totals.length-1, or UNKNOWN) and the population total per class. Labels serve messages only. */
export interface Margin {
  readonly name: string
  readonly classes: Int32Array
  readonly totals: Float64Array
  readonly labels?: readonly string[]
}

/** Class of a row whose age, sex or area is not among the totals. */
export const UNKNOWN = -1

export interface MarginMisfit { margin: string; class: string; misfit: number; unknownShare: number }

/** Sums of weight per class; the last entry is the unknown class. */
export function classSums(weights: Float64Array, margin: Margin): Float64Array {
  const sums = new Float64Array(margin.totals.length + 1)
  for (let i = 0; i < weights.length; i++) {
    const k = margin.classes[i]!
    sums[k < 0 ? margin.totals.length : k]! += weights[i]!
  }
  return sums
}

/**
 * How far weighted sums are from the totals: per margin the worst class, relative to its total. Where some rows are
 * unknown, the totals of the known classes are lowered by the unknown class's weighted share.
 */
export function marginMisfits(weights: Float64Array, margins: readonly Margin[]): MarginMisfit[] {
  return margins.map((margin) => {
    const sums = classSums(weights, margin)
    const population = margin.totals.reduce((sum, total) => sum + total, 0)
    const unknown = sums[margin.totals.length]!
    let misfit = 0
    let worst = 0
    for (let k = 0; k < margin.totals.length; k++) {
      const target = margin.totals[k]! * (1 - unknown / population)
      const gap = target === 0 ? (sums[k]! === 0 ? 0 : 1) : Math.abs(sums[k]! / target - 1)
      if (gap > misfit) { misfit = gap; worst = k }
    }
    return { margin: margin.name, class: label(margin, worst), misfit, unknownShare: unknown / population }
  })
}

/** How a message names a class. */
export function label(margin: Margin, k: number): string {
  return margin.labels?.[k] ?? String(k)
}

/** Throws a RangeError naming margin and class where raking could never end: see rake. */
export function checkMargins(caller: string, weights: Float64Array, margins: readonly Margin[]): void {
  if (margins.length === 0) throw new RangeError(`${caller} requires at least one margin`)
  let first = 0
  margins.forEach((margin, m) => {
    if (margin.classes.length !== weights.length) throw new RangeError(`${caller} requires a class for each of ${weights.length} rows in margin ${margin.name}`)
    for (let i = 0; i < weights.length; i++) {
      const k = margin.classes[i]!
      if (k >= margin.totals.length || k < UNKNOWN) throw new RangeError(`${caller} requires a total for class ${label(margin, k)} of margin ${margin.name}, found in row ${i}`)
    }
    const sums = classSums(weights, margin)
    let population = 0
    margin.totals.forEach((total, k) => {
      if (!(total >= 0 && total < Infinity)) throw new RangeError(`${caller} requires totals of zero or more, class ${label(margin, k)} of margin ${margin.name} has ${total}`)
      if (total > 0 && sums[k] === 0) throw new RangeError(`${caller} found nobody in class ${label(margin, k)} of margin ${margin.name}, whose total is ${total}: collapse it with another`)
      if (total === 0 && sums[k]! > 0) throw new RangeError(`${caller} found people in class ${label(margin, k)} of margin ${margin.name}, whose total is zero`)
      population += total
    })
    if (!(population > 0)) throw new RangeError(`${caller} requires a margin with people in it, ${margin.name} sums to zero`)
    if (m === 0) first = population
    else if (Math.abs(population - first) > 1e-12 * first) {
      throw new RangeError(`${caller} requires margins with one sum: ${margins[0]!.name} sums to ${first}, ${margin.name} to ${population}, a gap of ${population - first}`)
    }
  })
}
