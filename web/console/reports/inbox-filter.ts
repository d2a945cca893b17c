// Which reports an officer wants to see, and in what order: by week, then by the name of the case, which is random. Pure.
import type { CaseRow } from './case.ts'

export interface InboxFilter {
  state: 'open' | 'unread' | 'closed' | 'junk' | 'damaged' | 'all'
  area: string
  kind: string
}

export const NO_FILTER: InboxFilter = { state: 'open', area: '', kind: '' }

/** Newest week first. What is damaged shows under "open" as well: it must not be missed. */
export function filterRows(rows: readonly CaseRow[], { state, area, kind }: InboxFilter): CaseRow[] {
  const wanted = rows.filter((row) => {
    const coding = row.coding === 'damaged' ? null : row.coding
    const inState = state === 'all' || (state === 'damaged' ? row.facts === null : state === 'unread' ? row.state === 'open' && !row.read : row.state === state)
    const inArea = area === '' || (coding?.area || row.facts?.area) === area
    const ofKind = kind === '' || (coding ? coding.behaviour === kind : row.facts?.kinds.some((one) => one === kind) ?? false)
    return inState && inArea && ofKind
  })
  return wanted.sort((a, b) => weekOf(b).localeCompare(weekOf(a)) || a.name.localeCompare(b.name))
}

/** Other reports of the month that may tell the same: same area, a kind in common, the same spot or a week beside it. At most five. */
export function likelyDoubles(rows: readonly CaseRow[], of: CaseRow): CaseRow[] {
  const facts = of.facts
  if (facts === null) return []
  const near = (a: string, b: string) => Math.abs(Number(a.replace('-W', '')) - Number(b.replace('-W', ''))) <= 1
  return rows.filter((row) => row.month === of.month && row.thread !== of.thread && row.mergedInto === null && row.state !== 'junk' && row.facts !== null
    && row.facts.area === facts.area && row.facts.kinds.some((kind) => facts.kinds.includes(kind)) && (row.facts.spot === facts.spot || near(row.facts.week, facts.week))).slice(0, 5)
}

function weekOf({ facts, coding }: CaseRow): string {
  return (coding && coding !== 'damaged' ? coding.week : facts?.week) ?? '9999'
}
