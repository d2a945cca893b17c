// Random small samples for property tests: strata of two or more, positive weights, answers with some missing.
// Separate so that every law of the engine is tried on the same kind of samples.
import fc from 'fast-check'
import { surveyDesign, type Design } from '../../src/stats/design.ts'

export interface Sample { design: Design; values: Float64Array; domain: Uint8Array; columns: { weight: number; stratum: number; value: number; inDomain: boolean }[] }

/** Rows of 2 to 4 strata, each with at least 3 rows, at least two answered rows in the domain. */
export const sample: fc.Arbitrary<Sample> = fc
  .array(
    fc.array(
      fc.record({
        weight: fc.double({ min: 0.5, max: 50, noNaN: true }),
        value: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 10 }) }, { weight: 1, arbitrary: fc.constant(NaN) }),
        inDomain: fc.boolean(),
      }),
      { minLength: 3, maxLength: 12 },
    ),
    { minLength: 2, maxLength: 4 },
  )
  .map((strata) => sampleOf(strata.flatMap((rows, stratum) => rows.map((row) => ({ ...row, stratum })))))
  .filter(({ columns }) => columns.filter((row) => row.inDomain && !Number.isNaN(row.value)).length >= 2)

/** Typed columns of rows; population ten times the sample. */
export function sampleOf(columns: Sample['columns']): Sample {
  const strata = Math.max(...columns.map((row) => row.stratum)) + 1
  const population = new Float64Array(strata)
  for (const row of columns) population[row.stratum]! += 10
  return {
    design: surveyDesign({ weights: Float64Array.from(columns, (row) => row.weight), stratum: Int32Array.from(columns, (row) => row.stratum), strata, population }),
    values: Float64Array.from(columns, (row) => row.value),
    domain: Uint8Array.from(columns, (row) => (row.inDomain ? 1 : 0)),
    columns,
  }
}

/** A design of one stratum for examples by hand. */
export function simpleDesign(weights: readonly number[], population?: number): Design {
  return surveyDesign({ weights: Float64Array.from(weights), stratum: new Int32Array(weights.length), strata: 1, ...(population && { population: Float64Array.of(population) }) })
}
