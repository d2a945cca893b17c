// Focus against comparison areas: how much more did the focus areas change, judged by how much areas move by themselves.
// Separate from compare because areas are the units here, and only areas that are shown take part: a hidden area's change
// must not be read off the headline either.
import { areaDid } from '../stats/area-did.ts'
import type { EditionInput, PublishedDid } from './edition.ts'
import type { Compared } from './compare.ts'
import { isMain } from './compare.ts'
import { rounded } from './published-cell.ts'
import { changeBetween } from './difference.ts'

/** One headline per measure that at least one focus and two comparison areas show in both waves. */
export function didHeadlines(list: readonly Compared[], input: EditionInput): PublishedDid[] {
  const roles = new Map(input.areas.map(({ id, role }) => [id, role]))
  const byMeasure = new Map<Compared['reported'], { focus: { change: number; variance: number }[]; comparison: { change: number; variance: number }[] }>()
  for (const { reported, domain, nowSide, baseline, reasons } of list) {
    const role = roles.get(domain)
    if (!isMain(reported) || reasons.length > 0 || !nowSide || !baseline.side || (role !== 'focus' && role !== 'comparison')) continue
    const { change, se } = changeBetween(baseline.side, nowSide)
    const found = byMeasure.get(reported) ?? { focus: [], comparison: [] }
    found[role].push({ change, variance: se * se })
    byMeasure.set(reported, found)
  }
  return [...byMeasure].flatMap(([reported, { focus, comparison }]): PublishedDid[] => {
    if (focus.length < 1 || comparison.length < 2) return []
    const did = areaDid(focus, comparison, input.recipe.level)
    if (did.low === null || did.high === null) return []
    const show = (value: number): number => rounded(reported.measure, value)
    const claim = did.claim ? (did.effect > 0 ? 'higher' : 'lower') : did.comparisonAreas >= 5 ? 'none' : 'unclaimed'
    return [{
      item: reported.item, measure: reported.measure, categories: reported.categories,
      effect: { value: show(did.effect), low: show(did.low), high: show(did.high) },
      comparisonAreas: did.comparisonAreas, placebo: { rank: did.rank, of: did.of }, verdict: claim,
      detectable: did.detectable === null ? null : reported.measure === 'mean' ? Math.ceil(did.detectable * 10) / 10 : Math.ceil(did.detectable * 100),
    }]
  })
}
