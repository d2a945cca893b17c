// Months and ISO weeks of reports: a month is what a key and a database last for, a week the finest time that is ever written of a report.
// Separate and pure because phone, server and console must agree on the day after which nothing is left.

/** Months of living databases at most: the present one and those before it that have not reached their last day. */
export const MONTHS_KEPT = 6
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/

/** `2026-03` of an instant (UTC, the same for everybody). */
export function monthOf(instant: Date): string {
  return instant.toISOString().slice(0, 7)
}

export function isMonth(text: string): boolean {
  return MONTH.test(text)
}

/** The month so many after (or before) another. RangeError when it is not a month. */
export function monthAfter(month: string, months = 1): string {
  const parts = MONTH.exec(month)
  if (!parts) throw new RangeError('monthAfter requires YYYY-MM')
  return new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The day (YYYY-MM-DD) on which a month's database and key are gone at the latest: the first of the sixth month after it. */
export function goneBy(month: string): string {
  return `${monthAfter(month, MONTHS_KEPT)}-01`
}

/** ISO 8601 week of an instant (UTC): `2026-W10`. */
export function isoWeek(instant: Date): string {
  const day = new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate()))
  // The Thursday of a week decides its year.
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7))
  const week = Math.ceil(((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7)
  return `${day.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}
