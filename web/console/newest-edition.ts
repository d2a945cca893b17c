// Which edition the overview leads to: the newest of a meting. Separate because overview and page of a meting ask the same.
import type { EditionSummary } from '../../src/results/wire.ts'

/** An edition to lead to; `compared`: it has an earlier meting beside it. */
export interface Leads { id: string; compared: boolean }

/** The newest edition of a meting, or null. Comparing editions come before editions without a baseline. */
export function newestEdition(editions: readonly EditionSummary[], wave: string): Leads | null {
  const own = editions.filter(({ head }) => head.wave.id === wave)
  const best = [...own].sort((a, b) => Number(b.head.baseline !== null) - Number(a.head.baseline !== null) || b.head.date.localeCompare(a.head.date))[0]
  return best ? { id: best.id, compared: best.head.baseline !== null } : null
}
