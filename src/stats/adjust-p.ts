// Adjusted p-values for a family of tests: Holm where one false claim is too many, Benjamini-Hochberg for an edition.
// Separate because the caller, never the engine, says which tests form a family.
// R: p.adjust(p, "holm"), p.adjust(p, "BH"). A test that could not be made (null) is in no family and stays null.

type Tested = readonly (number | null)[]

/** Holm: the k-th smallest of m times (m - k + 1), never decreasing, at most 1. Example: [.01, .04] gives [.02, .04]. */
export function holm(p: Tested): (number | null)[] {
  const order = sorted('holm', p)
  const adjusted: (number | null)[] = p.map(() => null)
  let highest = 0
  order.forEach((i, k) => {
    highest = Math.max(highest, Math.min(1, p[i]! * (order.length - k)))
    adjusted[i] = highest
  })
  return adjusted
}

/** Benjamini-Hochberg: the k-th smallest of m times m/k, never increasing from the top, at most 1. Example: [.01, .04] gives [.02, .04]. */
export function benjaminiHochberg(p: Tested): (number | null)[] {
  const order = sorted('benjaminiHochberg', p)
  const adjusted: (number | null)[] = p.map(() => null)
  let lowest = 1
  for (let k = order.length - 1; k >= 0; k--) {
    lowest = Math.min(lowest, (order.length / (k + 1)) * p[order[k]!]!)
    adjusted[order[k]!] = lowest
  }
  return adjusted
}

/** Places of the tests that were made, smallest p first. Throws RangeError for NaN or a p outside 0 to 1. */
function sorted(caller: string, p: Tested): Uint32Array {
  let made = 0
  for (const value of p) {
    if (value === null) continue
    if (!(value >= 0 && value <= 1)) throw new RangeError(`${caller} requires p-values between 0 and 1 or null, got ${value}`)
    made++
  }
  const places = new Uint32Array(made)
  let k = 0
  p.forEach((value, i) => { if (value !== null) places[k++] = i })
  return places.sort((i, j) => p[i]! - p[j]!)
}
