// Days as the calendar counts them, without a clock. Separate because making a backup and saying when it is gone count alike. Pure.

/** So many days after a day, YYYY-MM-DD. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
