// Changes of one item over all domains at once, from two columns of the fast table.
// Separate from change only for speed: the same formulas without an object per domain.
// R survey: svyttest(item ~ wave) per area; families for Holm and BH are put together by the caller.
import type { MeansColumn } from './domain-table.ts'
import { tTwoSided } from './distributions.ts'

export interface ChangeColumn { change: Float64Array; se: Float64Array; df: Float64Array; p: (number | null)[] }

/** after - before per domain; p is null where a side has no answers, nothing varies, or df is below one. */
export function changeColumn(before: MeansColumn, after: MeansColumn): ChangeColumn {
  const domains = before.n.length
  if (after.n.length !== domains) throw new RangeError(`changeColumn requires the same domains in both waves, got ${domains} and ${after.n.length}`)
  const column: ChangeColumn = { change: new Float64Array(domains), se: new Float64Array(domains), df: new Float64Array(domains), p: new Array<number | null>(domains).fill(null) }
  for (let d = 0; d < domains; d++) {
    if (before.n[d] === 0 || after.n[d] === 0) continue
    const change = after.estimate[d]! - before.estimate[d]!
    const se = Math.sqrt(before.se[d]! * before.se[d]! + after.se[d]! * after.se[d]!)
    const df = before.dfAnswered[d]! + after.dfAnswered[d]! - 1
    column.change[d] = change
    column.se[d] = se
    column.df[d] = df
    if (df >= 1 && se > 0) column.p[d] = tTwoSided(change / se, df)
  }
  return column
}
