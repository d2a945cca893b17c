// The positive x at which an increasing function crosses zero, by bracketing and bisection down to the last digit.
// Separate because chi-square quantiles and the sample-size planner invert functions that have no inverse of their own.
// R: uniroot; some 60 evaluations buy independence from how flat the function is.

/**
 * Root of an increasing `f` over positive numbers, searched outward from a positive `start`.
 * Throws RangeError when `f` does not change sign between 1e-300 and 1e300.
 */
export function quantileBySearch(f: (x: number) => number, start: number): number {
  let low = start
  let high = start
  while (f(low) > 0) {
    high = low
    low /= 4
    if (low < 1e-300) throw new RangeError('quantileBySearch requires a function that is negative somewhere')
  }
  while (f(high) < 0) {
    low = high
    high *= 4
    if (high > 1e300) throw new RangeError('quantileBySearch requires a function that is positive somewhere')
  }
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (f(middle) < 0) low = middle
    else high = middle
  }
}
