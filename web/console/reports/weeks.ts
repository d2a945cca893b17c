// ISO weeks to choose from: the one of the telling, the twelve before it, and the one that was chosen earlier. Pure.
import { isoWeek } from '../../../src/crypto/report-month.ts'

/** Newest first, each once. */
export function weeksBefore(last: string, chosen = last, count = 13): string[] {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(last) ?? []
  if (year === undefined) return [...new Set([last, chosen])]
  // The Thursday of an ISO week decides its year; 4 January is always in week 1.
  const fourth = new Date(Date.UTC(Number(year), 0, 4))
  const thursday = fourth.getTime() + (4 - (fourth.getUTCDay() || 7)) * 86_400_000 + (Number(week) - 1) * 7 * 86_400_000
  const weeks = Array.from({ length: count }, (_, i) => isoWeek(new Date(thursday - i * 7 * 86_400_000)))
  return weeks.includes(chosen) ? weeks : [...weeks, chosen]
}

