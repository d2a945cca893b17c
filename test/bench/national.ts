// How long a national report takes on one thread, as a ratio to a bare loop that only adds up weights over the same columns, and beside
// R where it is installed. Separate because it times, which no test may do. Reads the national set from NULMETING_ORACLE, or makes data of its size.
import { codeColumn } from '../../src/stats/coded-column.ts'
import { surveyDesign } from '../../src/stats/design.ts'
import { rake } from '../../src/stats/rake.ts'
import { nationalSet } from '../support/oracle.ts'
import { oracleWave } from '../support/oracle-set.ts'
import { atMost, figureLine, median, whole } from './figure.ts'
import { besideR } from './national-in-r.ts'
import { AREAS, bareLoop, COUNTED, disagreement, madeWave, nationalJob, type NationalWave, READINGS } from './national-job.ts'

/** Two waves of the national set when it is at hand, else made from a fixed seed. */
export function nationalWaves(): NationalWave[] {
  const folder = nationalSet()
  if (!folder) return [190_941, 197_310].map((n, k) => madeWave(n, k + 1))
  return [0, 1].map((k) => {
    const wave = oracleWave(folder, k)
    const { weights } = rake(wave.baseWeights, [wave.margins.area, wave.margins.age, wave.margins.sex])
    return { design: surveyDesign({ weights, stratum: wave.area, strata: wave.areas }), columns: COUNTED.map((id) => codeColumn(wave.values[id]!)) }
  })
}

export async function national(print: (line: string) => void): Promise<void> {
  const waves = nationalWaves()
  const rows = waves.reduce((sum, wave) => sum + wave.design.n, 0)
  print(`national: ${whole(rows)} respondents, ${AREAS} areas, ${READINGS.length} items, ${nationalSet() ? 'the reference set' : 'made'}; timed after parsing, coding and raking`)
  const [coldJob, result] = timed(() => nationalJob(waves))
  const warmBare = median(Array.from({ length: 9 }, () => timed(() => bareLoop(waves))[0]))
  const warmJob = median(Array.from({ length: 9 }, () => timed(() => nationalJob(waves))[0]))
  const yardstick = `bare loop of weighted sums ${seconds(warmBare)}`
  print(figureLine({ what: 'national: whole report, warm', measured: seconds(warmJob), yardstick, ratio: warmJob / warmBare, target: atMost(5, warmJob / warmBare, ' times') }))
  print(figureLine({ what: 'national: whole report, cold', measured: seconds(coldJob), yardstick, ratio: coldJob / warmBare, target: atMost(15, coldJob / warmBare, ' times') }))
  const apart = disagreement(waves, result.means)
  print(figureLine({ what: 'national: furthest from two passes over the rows', measured: apart.toExponential(1), target: atMost(1e-12, apart) }))
  await besideR(waves, result, warmJob, print)
}

export function timed<T>(job: () => T): [number, T] {
  const start = performance.now()
  const result = job()
  return [performance.now() - start, result]
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(3)} s`
