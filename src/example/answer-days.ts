// On which days the letters of the example are answered: most in the days after a letter or reminder, halving every four days.
// Separate because the wave in the field and the wave before it are both followed day by day, so that Volgen has a history.
import { apportion } from './town.ts'

/** Of every hundred answers, how many a mailing brings in the end: the letter, the first reminder, the second. */
const SHARES = [56, 28, 16] as const
const HALF_LIFE = 4

/**
 * Answers per day since the first letter (day 0: none yet), whole and adding up to `total`; `mailings`: days on which letters arrived.
 * `until`: the day on which `total` have come.
 */
export function answersByDay(total: number, mailings: readonly number[], until: number): number[] {
  const weights = Array.from({ length: until + 1 }, (_, day) => mailings.reduce((sum, mailed, i) =>
    sum + (day > mailed ? (SHARES[i] ?? 0) * 2 ** (-(day - mailed - 1) / HALF_LIFE) : 0), 0))
  return apportion(total, weights)
}
