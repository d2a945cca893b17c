// Primary suppression: which figures are hidden for their own sake, on unweighted respondents (SDC handbook: threshold rule).
// Separate from secondary suppression, which hides what would give these away.

/** Fewest respondents a figure may rest on. */
export const MINIMUM_BASE = 10
/** A category (or its complement) of 1 or 2 people is hidden; nobody and everybody are shown as a limit. */
export const MINIMUM_COUNT = 3

/**
 * Whether a figure is too small to show. `base` counts the valid answers, `count` those in the category; null for means.
 * Example: 2 of 200 is hidden, 198 of 200 too, 0 of 200 is not.
 */
export function tooSmall(base: number, count: number | null): boolean {
  if (base < MINIMUM_BASE) return true
  if (count === null) return false
  return few(count) || few(base - count)
}

function few(count: number): boolean {
  return count > 0 && count < MINIMUM_COUNT
}
