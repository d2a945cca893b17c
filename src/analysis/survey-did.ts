// did.csv: difference in differences of focus against comparison areas, every later wave against the first, as R's
// saturated regression item ~ foc * post. Separate from the headline (did-headline), which judges by how areas move.
// R survey: svyglm(item ~ foc * post), gaussian, and quasibinomial for shares.
import { surveyDesign } from '../stats/design.ts'
import { differenceInDifferences } from '../stats/did.ts'
import type { DidTerm } from '../stats/did.ts'
import { joined, stackIndependent, stackShared } from '../stats/stacked-waves.ts'
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
  const before = groupRows(first!, groupOfArea)
  const rows = later.flatMap((each) => {
    const after = groupRows(each, groupOfArea)
    // people who took part twice as clusters: for the check against R alone
    const overlap = unsuppressed ? [['overlap', stackShared(before.design, after.design, before.persons, after.persons), false] as const] : []
    const designs = [['independent', stackIndependent(before.design, after.design), fpc] as const, ...overlap]
    const group = Int8Array.from([...before.group, ...after.group])
    const post = Uint8Array.from(group, (_, row) => (row < before.rows.length ? 0 : 1))
    return each.measures.flatMap((reported) => {
      if (![first!, each].every((side) => ['focus', 'comparison'].every((domain) => side.shows(reported, domain)))) return []
      const values = joined(before.take(reported.values(first!.table.wave.microdata)), after.take(reported.values(each.table.wave.microdata)))
      const families = unsuppressed && reported.measure === 'share' ? ['gaussian', 'quasibinomial'] : ['gaussian']
      return designs.flatMap(([name, design, corrected]) => families.flatMap((family) => terms(() => differenceInDifferences({ design, values, group, post }, { logistic: family === 'quasibinomial', fpc: corrected }))
        .filter(({ term }) => unsuppressed || term === 'foc:post')
        .map((found) => [each.wave.id, reported.item, name, family, found.term, ...(unsuppressed ? numbers(found)
          : [roundedValue(reported.measure, found.change), null, null, null, null, ...[found.low, found.high].map((limit) => limit === null ? null : roundedValue(reported.measure, limit))])])))
    })
  })
  return { header, rows }
}

/** The rows of focus and comparison areas alone: strata are whole areas, so the others add nothing to any variance. */
function groupRows({ table, wave }: SurveyFigures, groupOfArea: readonly number[]) {
  const rows = Array.from(wave.area.keys()).filter((row) => groupOfArea[wave.area[row]!]! >= 0)
  const take = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row]!)
  const { weights, strata, population } = table.weighed.design
  const design = surveyDesign({ weights: take(weights), stratum: Int32Array.from(rows, (row) => wave.area[row]!), strata, ...(population && { population }) })
  return { rows, take, persons: rows.map((row) => wave.persons[row]!), design, group: Int8Array.from(rows, (row) => groupOfArea[wave.area[row]!]!) }
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
