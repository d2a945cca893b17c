// did.csv: difference in differences of focus against comparison areas, every later wave against the first, as R's
// saturated regression item ~ foc * post. Separate from the headline (did-headline), which judges by how areas move.
// R survey: svyglm(item ~ foc * post), gaussian, and quasibinomial for shares.
import { differenceInDifferences } from '../stats/did.ts'
import type { DidTerm } from '../stats/did.ts'
import { joined, stackIndependent } from '../stats/stacked-waves.ts'
import type { Survey } from './survey-files.ts'
import type { SurveyFigures } from './survey-figures.ts'
import { roundedValue } from './survey-estimates.ts'
import type { AnalyseOptions, CsvTable } from './survey-tables.ts'

/** All terms of all measures; suppressed: the effect alone, rounded, where both groups are shown in both waves. */
export function didTable(survey: Survey, figures: readonly SurveyFigures[], { fpc, unsuppressed }: AnalyseOptions): CsvTable {
  const header = ['wave', 'item', 'design', 'family', 'term', 'estimate', 'se', 't', 'df', 'p', 'ci_low', 'ci_high']
  const groupOfArea = survey.areas.map(({ group }) => (group === 'focus' ? 1 : group === 'comparison' ? 0 : -1))
  const [first, ...later] = figures
  if (!groupOfArea.includes(1) || !groupOfArea.includes(0)) return { header, rows: [] }
  const rows = later.flatMap((each) => {
    const design = stackIndependent(first!.table.weighed.design, each.table.weighed.design)
    const places = [...first!.wave.area, ...each.wave.area]
    const group = Int8Array.from(places, (place) => groupOfArea[place]!)
    const post = Uint8Array.from(places, (_, row) => (row < first!.wave.n ? 0 : 1))
    return each.measures.flatMap((reported) => {
      if (![first!, each].every((side) => ['focus', 'comparison'].every((domain) => side.shows(reported, domain)))) return []
      const values = joined(reported.values(first!.table.wave.microdata), reported.values(each.table.wave.microdata))
      const families = unsuppressed && reported.measure === 'share' ? ['gaussian', 'quasibinomial'] : ['gaussian']
      return families.flatMap((family) => terms(() => differenceInDifferences({ design, values, group, post }, { logistic: family === 'quasibinomial', fpc }))
        .filter(({ term }) => unsuppressed || term === 'foc:post')
        .map((found) => [each.wave.id, reported.item, 'independent', family, found.term, ...(unsuppressed ? numbers(found)
          : [roundedValue(reported.measure, found.change), null, null, null, null, ...[found.low, found.high].map((limit) => limit === null ? null : roundedValue(reported.measure, limit))])]))
    })
  })
  return { header, rows }
}

function numbers({ change, se, t, df, p, low, high }: DidTerm): (number | null)[] {
  return [change, se, t, df, p, low, high]
}

/** A cell without answers, or where all said yes, has no such regression: no row. */
function terms(make: () => DidTerm[]): DidTerm[] {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}
