// Response as AAPOR's Standard Definitions (10th edition, mail surveys of named persons) count it: RR1, the strictest rate, has every letter
// of unknown outcome in its base. Separate and pure: console and reports must give the same rate.

export interface Dispositions {
  /** Letters sent, one named adult each. */
  invited: number
  /** Whole questionnaires; there are no partial ones, answers are sent at once or not at all. */
  received: number
  /** Returned by the post: whether the person still lives there is unknown (3.2). */
  undelivered: number
  /** Known to have moved out of the area or died (4.x): not part of the population. */
  ineligible: number
}

export interface Outcome {
  /** I / (I + R + NC + UO): received over everybody not known to be ineligible; null when nobody is left. */
  rr1: number | null
  /** Neither answered, nor returned, nor ineligible. */
  silent: number
}

/**
 * Example: 400 letters, 100 received, 20 undelivered, 10 ineligible: rr1 100/390 = .2564. RangeError for counts that cannot be.
 * `received` may be rounded down, as staff see it while fieldwork runs; the rate is then at least what it says.
 */
export function responseOutcome({ invited, received, undelivered, ineligible }: Dispositions): Outcome {
  const counts = [invited, received, undelivered, ineligible]
  if (!counts.every((count) => Number.isInteger(count) && count >= 0)) throw new RangeError('responseOutcome requires whole counts of zero or more')
  if (undelivered + ineligible > invited || received > invited) throw new RangeError('responseOutcome requires no more outcomes than letters')
  const base = invited - ineligible
  return { rr1: base > 0 ? received / base : null, silent: Math.max(0, base - undelivered - received) }
}
