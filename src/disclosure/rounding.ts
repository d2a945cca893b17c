// How figures are rounded before anybody outside the analyst's device sees them (design: whole points, marks one
// decimal, bases to 5). Separate because suppression has to know exactly what a reader can read off a printed figure.

/** A share 0..1 as whole percentage points. */
export function wholePoints(share: number): number {
  return halfUp(share * 100)
}

/** A mean 0..10 with one decimal. */
export function oneDecimal(mean: number): number {
  return halfUp(mean * 10) / 10
}

/** A count to the nearest 5; an exact one would give the category's count back. */
export function toFive(count: number): number {
  return 5 * halfUp(count / 5)
}

/** Half away from zero, so that a fall and a rise of the same size print alike; never -0. */
function halfUp(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value)) + 0
}
