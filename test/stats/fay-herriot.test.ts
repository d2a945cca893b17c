// Protects the area model: what it refuses, that it is marked as a model, and that it stays between the area and its like.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fayHerriot, type DirectArea } from '../../src/stats/fay-herriot.ts'

const areas: DirectArea[] = [0.2, 0.35, 0.31, 0.5, 0.44, 0.6].map((estimate, i) => ({ estimate, variance: 0.002 + 0.001 * (i % 3), covariates: [i / 5] }))
const anyAreas = fc.array(fc.record({
  estimate: fc.double({ min: 0, max: 10, noNaN: true }), variance: fc.double({ min: 0.001, max: 4, noNaN: true }), covariate: fc.double({ min: -3, max: 3, noNaN: true }),
}), { minLength: 6, maxLength: 45 }).map((rows) => rows.map(({ estimate, variance, covariate }, i): DirectArea => ({ estimate, variance, covariates: [covariate + i / 10] })))

/** The restricted log-likelihood of a variance between areas, written out for an intercept and one covariate. */
function restrictedLogLikelihood(areas: readonly DirectArea[], between: number): number {
  let [a, b, c, ya, yb, logs] = [0, 0, 0, 0, 0, 0]
  for (const { estimate, variance, covariates: [x] } of areas) {
    const weight = 1 / (between + variance)
    a += weight
    b += weight * x!
    c += weight * x! * x!
    ya += weight * estimate
    yb += weight * x! * estimate
    logs += Math.log(between + variance)
  }
  const determinant = a * c - b * b
  const [intercept, slope] = [(c * ya - b * yb) / determinant, (a * yb - b * ya) / determinant]
  const squares = areas.reduce((sum, { estimate, variance, covariates: [x] }) => sum + (estimate - intercept - slope * x!) ** 2 / (between + variance), 0)
  return -0.5 * (logs + Math.log(determinant) + squares)
}

describe('fayHerriot', () => {
  it('refuses too few areas, an area without variance, and covariates that repeat the intercept', () => {
    expect(() => fayHerriot(areas.slice(0, 3))).toThrow(/^fayHerriot requires at least 4 areas for 2 coefficients, got 3/)
    expect(() => fayHerriot([...areas, { estimate: 0.1, variance: 0, covariates: [1] }])).toThrow(/^fayHerriot requires an estimate with a variance above zero, area 6/)
    expect(() => fayHerriot([...areas, { estimate: NaN, variance: 1, covariates: [1] }])).toThrow(/^fayHerriot requires an estimate/)
    expect(() => fayHerriot(areas.map((area) => ({ ...area, covariates: [3] })))).toThrow(/none follows from the others/)
    expect(() => fayHerriot([...areas, { estimate: 1, variance: 1, covariates: [] }])).toThrow(/^fayHerriot requires 1 finite covariates/)
  })

  it('says of the whole and of every figure that it is a model', () => {
    const model = fayHerriot(areas)
    expect([model.kind, ...model.areas.map((area) => area.kind)]).toEqual(Array(7).fill('model'))
  })

  it('leaves an area alone when areas differ far more than they are uncertain, and gives it up when they do not differ', () => {
    const sure = fayHerriot(areas.map((area) => ({ ...area, variance: 1e-9 })))
    sure.areas.forEach((area, i) => expect(area.modelled).toBeCloseTo(areas[i]!.estimate, 5))
    const unsure = fayHerriot(areas.map((area) => ({ ...area, variance: 5 })))
    expect(unsure.betweenVariance).toBe(0)
    for (const area of unsure.areas) expect(area.ownShare).toBe(0)
  })

  it('lies between the direct estimate and what the covariates say, for any areas, and never gives NaN', () => {
    fc.assert(fc.property(anyAreas, (each) => {
      const model = fayHerriot(each)
      expect(model.betweenVariance).toBeGreaterThanOrEqual(0)
      model.areas.forEach((area, i) => {
        const fitted = model.coefficients[0]! + model.coefficients[1]! * each[i]!.covariates[0]!
        const [low, high] = [Math.min(fitted, each[i]!.estimate), Math.max(fitted, each[i]!.estimate)]
        expect(area.modelled).toBeGreaterThanOrEqual(low - 1e-9)
        expect(area.modelled).toBeLessThanOrEqual(high + 1e-9)
        expect(area.meanSquaredError).toBeGreaterThan(0)
      })
    }), { numRuns: 100 })
  })

  it('finds the top of the restricted likelihood, at zero or above', () => {
    fc.assert(fc.property(anyAreas, (each) => {
      const { betweenVariance: top } = fayHerriot(each)
      const at = restrictedLogLikelihood(each, top)
      const scale = Math.max(top, 1e-3)
      for (const off of [top + 0.02 * scale, Math.max(0, top - 0.02 * scale)]) expect(restrictedLogLikelihood(each, off)).toBeLessThanOrEqual(at + 1e-9)
    }), { numRuns: 200 })
  })

  it('finds nothing between areas that all say the same, however uneven their variances', () => {
    const variances = [0.01000788263556533, 0.040399492136726736, 0.00630669007362545, 0.21261023287599046, 0.8345106191946492, 0.18430488486380578, 0.022987277091269236]
    const model = fayHerriot(variances.map((variance, i) => ({ estimate: 4, variance, covariates: [i / 10] })))
    expect(model.betweenVariance).toBe(0)
    for (const area of model.areas) expect(area.modelled).toBeCloseTo(4, 10)
  })

  it('does not depend on the order of the areas', () => {
    const [one, other] = [fayHerriot(areas), fayHerriot(areas.toReversed())]
    one.areas.forEach((area, i) => expect(area.modelled).toBeCloseTo(other.areas[areas.length - 1 - i]!.modelled, 10))
  })
})
