// What a wave in the field will end with: answers at the close and the margin they will give. A forecast, from how answers came in before;
// nothing in a result rests on it. Separate from planning, which has seen no answer yet. Pure.

/** Design effect expected of the weights; as in the planner. */
const DEFF = 1.3
/** Two-sided 95%. */
const Z = 1.959963984540054
/** Of every hundred answers, how many each mailing brings; halved every four days (field experience, not a law). */
const SHARES = [56, 28, 16] as const
const HALF_LIFE = 4
/** The margin, in points at a share of one half, that an area should reach to be read by itself. */
export const WANTED_MARGIN = 8

/** Half the width of a 95% interval around 50%, in points. Example: 195 answers give 8.0. Infinity for none. */
export function marginAt(answers: number, deff = DEFF): number {
  return answers <= 0 ? Infinity : 100 * Z * Math.sqrt((deff * 0.25) / answers)
}

/** Answers that give a margin of so many points. Example: 8 points need 196. */
export function answersFor(points: number, deff = DEFF): number {
  if (!(points > 0)) throw new RangeError(`answersFor requires a margin above zero, got ${points}`)
  return Math.ceil(deff * 0.25 * ((100 * Z) / points) ** 2)
}

/** A curve of an earlier wave: share of its answers that had come by the morning of a day after its first letter. */
export type Curve = readonly { after: number; share: number }[]

/** The share of all answers expected by the morning of day `after`, with letters on `mailings` and the close on day `last`; between 0 and 1. */
export function shareBy(after: number, mailings: readonly number[], last: number, earlier: Curve | null): number {
  if (after >= last) return 1
  if (earlier) {
    const passed = earlier.filter((point) => point.after <= after)
    return passed.at(-1)?.share ?? 0
  }
  const come = (until: number) => mailings.reduce((sum, mailed, i) =>
    sum + (until > mailed ? (SHARES[i] ?? SHARES.at(-1)!) * (1 - 2 ** (-(until - mailed) / HALF_LIFE)) : 0), 0)
  return come(after) / come(last)
}

/** Below this share too little has come to say anything. */
const TOO_EARLY = 0.1

/** Answers expected at the close, or null while it is too early to say. `received` rounded down per area: 2 are added for each. */
export function forecastAtClose(received: number, areas: number, share: number, invited: number): number | null {
  if (share < TOO_EARLY || received <= 0) return null
  return Math.min(invited, Math.round((received + 2 * areas) / share))
}
