// Whom did we hear: response, weights, ages, modes and languages of a wave, shown beside every result.
// Separate because it says how far to trust all figures at once. Counts in fives, percentages whole.
import { tooSmall } from '../disclosure/primary.ts'
import { toFive, wholePoints } from '../disclosure/rounding.ts'
import { countBy } from './comparable.ts'
import type { MeasuredWave, ResponseFigures } from './edition.ts'
import type { Weighed } from './weigh.ts'

/** Code of "somebody was watching" in the core battery. */
export const WATCHED = 2

/** Response figures of a weighed wave. */
export function responseFigures(wave: MeasuredWave, weighed: Weighed): ResponseFigures {
  const { microdata } = wave
  const invited = wave.strata.reduce((sum, stratum) => sum + stratum.invited, 0)
  const { diagnostics } = weighed
  return {
    wave: wave.id, invited: toFive(invited), responses: toFive(microdata.n), rate: invited > 0 ? wholePoints(microdata.n / invited) : 0,
    effectiveN: toFive(diagnostics.effectiveN), deff: Math.round(diagnostics.deff * 10) / 10,
    ages: ages(wave), unknownAgeOrSex: wholePoints(weighed.unknownAgeOrSex), watched: watched(wave, weighed),
    modes: mix(microdata.labels.mode).map(({ name, percent }) => ({ mode: name, percent })),
    phases: mix(microdata.labels.phase).map(({ name, percent }) => ({ phase: name, percent })),
    languages: mix(microdata.labels.language).map(({ name, percent }) => ({ language: name, percent })),
    misfit: weighed.misfit, trimmed: weighed.trimmed,
  }
}

/** Response of an age group against that of all who gave an age: its share of responses over its share of the register. */
function ages(wave: MeasuredWave): ResponseFigures['ages'] {
  const codes = wave.microdata.codes.age
  const known = codes ? codes.filter((code) => code >= 1 && code <= 4).length : 0
  const register = wave.controlTotals.reduce((sum, { population }) => sum + population, 0)
  return [1, 2, 3, 4].map((age) => {
    const count = codes ? codes.filter((code) => code === age).length : 0
    const people = wave.controlTotals.reduce((sum, total) => sum + (total.age === age ? total.population : 0), 0)
    const relative = people > 0 && count >= 10 ? Math.round((10 * (count / known)) / (people / register)) / 10 : null
    return { age, relative }
  })
}

function watched(wave: MeasuredWave, { design }: Weighed): number | null {
  const codes = wave.microdata.codes.watched
  if (!codes) return null
  let [base, count, weight, total] = [0, 0, 0, 0]
  codes.forEach((code, row) => {
    if (code !== 1 && code !== WATCHED) return
    base += 1
    total += design.weights[row]!
    if (code === WATCHED) { count += 1; weight += design.weights[row]! }
  })
  return tooSmall(base, count) || count === 0 ? null : wholePoints(weight / total)
}

/** Percentages of labels, small ones (under 10 responses) together as 'other'. */
function mix(labels: readonly string[] | undefined): { name: string; percent: number }[] {
  const counts = Object.entries(countBy(labels))
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  const large = counts.filter(([, count]) => count >= 10).sort(([, a], [, b]) => b - a)
  const rest = total - large.reduce((sum, [, count]) => sum + count, 0)
  return [...large, ...(rest > 0 ? [['other', rest] as const] : [])].map(([name, count]) => ({ name, percent: wholePoints(count / total) }))
}
