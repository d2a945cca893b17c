// Days, months and quarters of what leaves the team: today in the Netherlands, the quarter of a day, the Monday of the next batch, and the
// month from which words are forgotten. Pure. Separate because reading, writing, forgetting and figures must agree on them.

/** Months that the words of a signal are kept, counted from the month they were written in: at most a year, at least eleven months. */
export const MONTHS_KEPT = 12

const local = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' })

/** YYYY-MM-DD of an instant, in local time. */
export function dayOf(instant: Date): string {
  return local.format(instant)
}

/** '2026-Q1' of a day or a month. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The last day of a quarter. */
export function lastDayOf(quarter: string): string {
  return new Date(Date.UTC(Number(quarter.slice(0, 4)), 3 * Number(quarter.slice(6)), 0)).toISOString().slice(0, 10)
}

/** The day a released signal reaches partners: the first Monday at least two days later, so that what leaves together cannot be told apart by its day. */
export function batchDay(released: string): string {
  const day = new Date(`${released}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 2)
  while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

/** The newest month whose words are no longer kept on a day: a year before its own. */
export function forgottenMonth(today: string): string {
  return `${Number(today.slice(0, 4)) - MONTHS_KEPT / 12}${today.slice(4, 7)}`
}
