// The *_overlap columns of comparisons.csv: a change with the people who took part in both waves as clusters, strata the areas,
// no fpc. Separate because it reads rows, not the counted table, and because it is there for the check against R alone: it
// overstates the error of a change (stats: changeWithShared is the better one). R survey: svyttest on svydesign(~person, strata = ~area).
import { changeOf } from '../stats/change.ts'
import type { Change } from '../stats/change.ts'
import { degreesOfFreedom, surveyDesign } from '../stats/design.ts'
import type { Design } from '../stats/design.ts'
import { linearisedMean } from '../stats/mean.ts'
import { joined, stackShared } from '../stats/stacked-waves.ts'
import { varianceOfTotal } from '../stats/variance.ts'
import type { Reported } from './measures.ts'
import type { SurveyFigures } from './survey-figures.ts'

/** Gives the change of a measure in an area (its index) or in all; null where a wave has no answer there. */
export function overlapChanges(first: SurveyFigures, later: SurveyFigures): (reported: Reported, area: number | null) => Change | null {
  const parts = new Map<number | null, Stacked>()
  const values = new Map<Reported, [Float64Array, Float64Array]>()
  return (reported, area) => {
    const stacked = parts.get(area) ?? stack(first, later, area)
    parts.set(area, stacked)
    const columns = values.get(reported) ?? [reported.values(first.table.wave.microdata), reported.values(later.table.wave.microdata)] as const
    values.set(reported, [...columns])
    const column = joined(pick(columns[0], stacked.before), pick(columns[1], stacked.after))
    const post = Uint8Array.from(column, (_, row) => (row < stacked.before.length ? 0 : 1))
    const answered = (which: number): boolean => column.some((value, row) => post[row] === which && !Number.isNaN(value))
    if (!answered(0) || !answered(1)) return null
    const [before, after] = [post.map((each) => 1 - each), post].map((domain) => linearisedMean('overlapChanges', stacked.design, column, domain))
    const se = Math.sqrt(varianceOfTotal(stacked.design, after!.scores.map((score, row) => score - before!.scores[row]!)))
    return changeOf(after!.mean - before!.mean, se, degreesOfFreedom(stacked.design, undefined, column) - 1)
  }
}

interface Stacked { design: Design; before: Int32Array; after: Int32Array }

/** Rows of the area in both waves, one below the other; an area is a whole stratum, so the others add nothing to its variance. */
function stack(first: SurveyFigures, later: SurveyFigures, area: number | null): Stacked {
  const [before, after] = [first, later].map(({ wave }) => Int32Array.from(wave.area.keys()).filter((row) => area === null || wave.area[row] === area))
  const part = ({ wave, table: { weighed: { design } } }: SurveyFigures, rows: Int32Array) => ({
    persons: Array.from(rows, (row) => wave.persons[row]!),
    design: surveyDesign({ weights: pick(design.weights, rows), stratum: Int32Array.from(rows, (row) => (area === null ? wave.area[row]! : 0)), strata: area === null ? design.strata : 1 }),
  })
  const [one, other] = [part(first, before!), part(later, after!)]
  return { design: stackShared(one.design, other.design, one.persons, other.persons), before: before!, after: after! }
}

function pick(column: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => column[row]!)
}
