// The sample as typed columns: weight and stratum per row, optional clusters and finite population per stratum.
// Separate because every estimate, and the national table, reads exactly these columns and nothing else.
// R survey: svydesign(ids, strata, weights, fpc). Counts of sampling units are those of the whole file, not of a domain.

/**
 * One sample. `stratum` holds 0..strata-1 for each of the n rows. `population` is N per stratum (counted in clusters
 * when there are clusters) and is used only where a caller asks for the finite population correction.
 * `cluster` holds any integer per row; without it every row is its own sampling unit.
 */
export interface Design {
  readonly n: number
  readonly weights: Float64Array
  readonly stratum: Int32Array
  readonly strata: number
  readonly population?: Float64Array
  readonly cluster?: Int32Array
}

/** Rows that belong: 1 in, 0 out. Undefined where everybody belongs. */
export type Domain = Uint8Array | undefined

const checked = new WeakSet<Design>()
const unitCounts = new WeakMap<Design, Int32Array>()

/** Checks the columns and gives them back as a design. Throws RangeError for what no estimate could be made of. */
export function surveyDesign(columns: Omit<Design, 'n'>): Design {
  const design: Design = { n: columns.weights.length, ...columns }
  checkDesign('surveyDesign', design)
  return design
}

/**
 * Throws a RangeError that names `caller` and the cause when a column is unusable. A design is read once; later calls
 * cost nothing, so columns must not be changed after their first use.
 */
export function checkDesign(caller: string, design: Design): void {
  if (checked.has(design)) return
  const { n, weights, stratum, strata, population, cluster } = design
  if (weights.length !== n || stratum.length !== n || (cluster && cluster.length !== n)) {
    throw new RangeError(`${caller} requires a weight and a stratum for each of ${n} rows`)
  }
  checkWeights(caller, weights)
  for (let i = 0; i < n; i++) {
    if (stratum[i]! < 0 || stratum[i]! >= strata) throw new RangeError(`${caller} requires strata 0 to ${strata - 1}, row ${i} has ${stratum[i]}`)
  }
  if (cluster) checkNesting(caller, cluster, stratum)
  if (population) {
    if (population.length !== strata) throw new RangeError(`${caller} requires a population for each of ${strata} strata`)
    const units = countUnits(design)
    for (let h = 0; h < strata; h++) {
      const size = population[h]!
      if (!Number.isFinite(size) || size < units[h]!) {
        throw new RangeError(`${caller} requires a population of at least the ${units[h]} sampled in stratum ${h}, got ${size}`)
      }
    }
  }
  checked.add(design)
}

/** Throws a RangeError when a weight is NaN, infinite or negative, or when all are zero. */
export function checkWeights(caller: string, weights: Float64Array): void {
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`${caller} requires finite weights of zero or more, row ${i} has ${weight}`)
    sum += weight
  }
  if (!(sum > 0 && sum < Infinity)) throw new RangeError(`${caller} requires weights with a positive, finite sum`)
}

/** Throws a RangeError for an infinite value or a column of the wrong length; NaN is a missing answer. */
export function checkValues(caller: string, design: Design, values: ArrayLike<number>): void {
  if (values.length !== design.n) throw new RangeError(`${caller} requires one value for each of ${design.n} rows, got ${values.length}`)
  for (let i = 0; i < values.length; i++) {
    if (values[i] === Infinity || values[i] === -Infinity) throw new RangeError(`${caller} requires finite values, row ${i} has ${values[i]}`)
  }
}

/** Sampling units (rows, or clusters) per stratum in the whole file: the n_h of every variance. */
export function unitsPerStratum(design: Design): Int32Array {
  let units = unitCounts.get(design)
  if (!units) unitCounts.set(design, (units = countUnits(design)))
  return units
}

/**
 * Degrees of freedom of a domain: sampling units minus strata, counted among its rows with a weight above zero and
 * before missing answers are dropped (R: degf). Pass `valid` to count after dropping them.
 */
export function degreesOfFreedom(design: Design, domain?: Domain, valid?: ArrayLike<number>): number {
  const seen = new Uint8Array(design.strata)
  const clusters = design.cluster ? new Set<number>() : undefined
  let rows = 0
  let strata = 0
  for (let i = 0; i < design.n; i++) {
    if ((domain && domain[i] === 0) || design.weights[i] === 0 || (valid && Number.isNaN(valid[i]!))) continue
    rows++
    clusters?.add(design.cluster![i]!)
    if (seen[design.stratum[i]!] === 0) { seen[design.stratum[i]!] = 1; strata++ }
  }
  return (clusters ? clusters.size : rows) - strata
}

function countUnits(design: Design): Int32Array {
  const units = new Int32Array(design.strata)
  const seen = new Set<number>()
  for (let i = 0; i < design.n; i++) {
    if (design.cluster) {
      if (seen.has(design.cluster[i]!)) continue
      seen.add(design.cluster[i]!)
    }
    units[design.stratum[i]!]!++
  }
  return units
}

function checkNesting(caller: string, cluster: Int32Array, stratum: Int32Array): void {
  const home = new Map<number, number>()
  for (let i = 0; i < cluster.length; i++) {
    const known = home.get(cluster[i]!)
    if (known === undefined) home.set(cluster[i]!, stratum[i]!)
    else if (known !== stratum[i]) throw new RangeError(`${caller} requires clusters within one stratum, cluster ${cluster[i]} is in ${known} and ${stratum[i]}`)
  }
}
