// Protects the door: what cannot be weighed or counted is refused by name before any number is made of it.
import { describe, expect, it } from 'vitest'
import { degreesOfFreedom, surveyDesign, unitsPerStratum } from '../../src/stats/design.ts'
import { weightDiagnostics } from '../../src/stats/weight-diagnostics.ts'
import { designWeights } from '../../src/stats/design-weights.ts'

const columns = (weights: number[], stratum: number[], strata = 2) => ({ weights: Float64Array.from(weights), stratum: Int32Array.from(stratum), strata })

describe('surveyDesign', () => {
  it.each([NaN, Infinity, -1])('refuses a weight of %s, naming the row', (weight) => {
    expect(() => surveyDesign(columns([1, weight], [0, 1]))).toThrow(new RegExp(`^surveyDesign requires finite weights of zero or more, row 1 has ${weight}`))
  })

  it('refuses weights that are all zero, rows without a stratum, strata that do not exist', () => {
    expect(() => surveyDesign(columns([0, 0], [0, 1]))).toThrow(/positive, finite sum/)
    expect(() => surveyDesign(columns([1, 1], [0]))).toThrow(/a weight and a stratum for each of 2 rows/)
    expect(() => surveyDesign(columns([1, 1], [0, 2]))).toThrow(/strata 0 to 1, row 1 has 2/)
  })

  it('refuses more respondents than people, and a cluster in two strata', () => {
    expect(() => surveyDesign({ ...columns([1, 1, 1], [0, 0, 1]), population: Float64Array.of(1, 5) })).toThrow(/at least the 2 sampled in stratum 0, got 1/)
    expect(() => surveyDesign({ ...columns([1, 1], [0, 1]), cluster: Int32Array.of(7, 7) })).toThrow(/cluster 7 is in 0 and 1/)
  })

  it('counts clusters as sampling units and ignores weights of zero in degrees of freedom', () => {
    const design = surveyDesign({ ...columns([1, 2, 3, 0, 1], [0, 0, 0, 1, 1]), cluster: Int32Array.of(1, 1, 2, 3, 4) })
    expect([...unitsPerStratum(design)]).toEqual([2, 2])
    expect(degreesOfFreedom(design)).toBe(3 - 2)
    expect(degreesOfFreedom(design, Uint8Array.of(1, 1, 1, 0, 0), [1, NaN, NaN, 1, 1])).toBe(0)
  })
})

describe('weights', () => {
  it('are N/n, or N/invited times the selection factor', () => {
    expect([...designWeights(Int32Array.of(0, 0, 1), [10, 7])]).toEqual([5, 5, 7])
    expect([...designWeights(Int32Array.of(0, 0, 1), [10, 8], [5, 2], [1, 2, 1])]).toEqual([2, 4, 4])
  })

  it('refuse fewer people than respondents, and a selection factor of zero', () => {
    expect(() => designWeights(Int32Array.of(0, 0), [1])).toThrow(/^designWeights requires people >= invited >= respondents in stratum 0/)
    expect(() => designWeights(Int32Array.of(0), [4], [2], [0])).toThrow(/selection factors above zero, row 0/)
  })

  it('are summarised as Kish does: 1, 1, 2 costs a deff of 18/16', () => {
    expect(weightDiagnostics(Float64Array.of(1, 1, 2))).toMatchObject({ n: 3, sum: 4, min: 1, max: 2, deff: 18 / 16, effectiveN: 16 / 6 })
  })
})
