// Answers to reporters are given at one pace: not before a fixed time after they were asked for, so that what is found or written takes as long to
// see as what is not (attack 21). Separate because it is about the clock on the wall and nothing else. The work itself is the same, too.

/** Milliseconds: above what the slowest of these answers takes on a quiet server, below what a person notices. */
const PACE = 250

/** The outcome of the work, or its fault, at the pace. */
export async function atOnePace<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
  const [outcome] = await Promise.allSettled([work, new Promise((resolve) => setTimeout(resolve, PACE))])
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
