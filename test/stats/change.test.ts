// Protects what is called higher or lower: no test where none can be made, margins of the difference, refusal of NaN.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { change, changeOf } from '../../src/stats/change.ts'
import { surveyDesign } from '../../src/stats/design.ts'
import { mean } from '../../src/stats/mean.ts'
import { pairedDifference } from '../../src/stats/paired-difference.ts'
import { againstPublished, publishedSe } from '../../src/stats/published.ts'
import { changeWithShared } from '../../src/stats/shared-respondents.ts'
import { standardisedChange } from '../../src/stats/standardised-change.ts'
import { sample, simpleDesign } from '../support/design-arbitrary.ts'

const side = (estimate: number, se: number, dfAnswered: number) => ({ estimate, se, dfAnswered })

describe('change', () => {
  it('refuses NaN and infinite standard errors, naming the function', () => {
    expect(() => change(side(NaN, 1, 5), side(1, 1, 5))).toThrow(/^change requires estimates with a standard error and df, got NaN/)
    expect(() => change(side(1, 1, 5), side(1, Infinity, 5))).toThrow(/^change requires/)
    expect(() => changeOf(1, NaN, 5)).toThrow(/^changeOf requires/)
  })

  it('makes no test where nothing varies or df is below one, and never NaN', () => {
    for (const nothing of [change(side(1, 0, 9), side(2, 0, 9)), change(side(1, 1, 0), side(2, 1, 1))]) {
      expect([nothing.t, nothing.p, nothing.low, nothing.high, nothing.margin]).toEqual([null, null, null, null, null])
    }
    expect(change(side(1, 1, 1), side(2, 1, 1)).df).toBe(1)
    expect(change(side(1, 1, 1), side(2, 1, 1)).p).toBeGreaterThan(0.5)
  })

  it('turns its sign and nothing else when the waves change places', () => {
    fc.assert(fc.property(sample, ({ design, values, domain }) => {
      const [a, b] = [mean(design, values), mean(design, values, { domain })]
      const [there, back] = [change(a, b), change(b, a)]
      expect([back.change + there.change, back.se, back.p, back.margin]).toEqual([0, there.se, there.p, there.margin])
    }))
  })
})

describe('against a published table', () => {
  it('refuses limits that do not enclose the value', () => {
    expect(() => publishedSe({ value: 0.5, lower: 0.6, upper: 0.7 })).toThrow(/^publishedSe requires lower <= value <= upper/)
    expect(() => publishedSe({ value: NaN, lower: 0, upper: 1 })).toThrow(RangeError)
  })

  it('reads 30.1 (28.1 to 32.1) as a standard error of 1.02 and adds it to its own', () => {
    expect(publishedSe({ value: 30.1, lower: 28.1, upper: 32.1 })).toBeCloseTo(4 / (2 * 1.959963984540054), 14)
    const got = againstPublished(side(35.1, 1.5, 300), { value: 30.1, lower: 28.1, upper: 32.1 })
    expect(got.change).toBeCloseTo(5, 12)
    expect(got.se).toBeCloseTo(Math.hypot(1.5, 4 / (2 * 1.959963984540054)), 12)
    expect(got.p).toBeLessThan(0.01)
  })
})

// ten people before and eight after, two strata: the columns of the R lines below
const strata = (of: number[]) => Int32Array.from(of, (h) => h - 1)
const b = { design: surveyDesign({ weights: Float64Array.of(1, 2, 1, 3, 2, 2, 1, 4, 1, 2), stratum: strata([1, 1, 1, 1, 2, 2, 2, 2, 2, 2]), strata: 2 }), values: Float64Array.of(4, 5, 7, 3, 6, 8, 9, 2, 5, 6), classes: Int32Array.of(0, 0, 1, 1, 0, 1, 0, 1, 0, 1) }
const f = { design: surveyDesign({ weights: Float64Array.of(2, 1, 3, 1, 2, 2, 5, 1), stratum: strata([1, 1, 1, 2, 2, 2, 2, 2]), strata: 2 }), values: Float64Array.of(5, 6, 4, 9, 7, 6, 3, 8), classes: Int32Array.of(0, 1, 1, 0, 0, 1, 1, 1) }

describe('pairedDifference', () => {
  it("equals R's contrast of two means", () => {
    // R survey 4.1: svycontrast(svymean(~a + b, svydesign(~1, strata = ~h, weights = ~w, data = b)), c(a = 1, b = -1))
    const got = pairedDifference(b.design, b.values, Float64Array.of(3, 5, 6, 1, 7, 5, 8, 2, 6, 4))
    expect([got.change, got.se]).toEqual([expect.closeTo(0.8421052631578947, 13), expect.closeTo(0.4718257430148854, 13)])
  })
  it('knows that the same people answered both: closer than independent samples, zero for an item with itself', () => {
    const design = simpleDesign([1, 2, 1, 2, 1, 2, 1, 1])
    const a = Float64Array.of(1, 1, 0, 0, 1, 0, 1, NaN)
    const b = Float64Array.of(1, 0, 0, 0, 1, 0, 1, 1)
    const paired = pairedDifference(design, a, b)
    expect(paired.se).toBeLessThan(change(mean(design, b), mean(design, a)).se)
    expect(paired.change).toBeCloseTo(mean(design, a).estimate - mean(design, b).estimate, 14)
    expect(pairedDifference(design, a, a)).toMatchObject({ change: 0, se: 0, p: null })
  })
})

describe('changeWithShared', () => {
  it('refuses a person twice in a wave and waves with other strata', () => {
    const wave = (person: string[]) => ({ design: simpleDesign([1, 1, 1]), values: Float64Array.of(1, 2, 3), person })
    expect(() => changeWithShared(wave(['a', 'b', 'b']), wave(['a', 'b', 'c']))).toThrow(/first wave has one twice/)
    expect(() => changeWithShared(wave(['a', 'b', 'c']), wave(['a', 'c', 'c']))).toThrow(/second wave has c twice/)
  })

  it('equals independent waves without shared people, and has no variance when everybody answers the same again', () => {
    const values = Float64Array.of(1, 5, 3, 2)
    const design = simpleDesign([1, 2, 1, 3])
    const apart = changeWithShared({ design, values, person: ['a', 'b', 'c', 'd'] }, { design: simpleDesign([1, 1, 1, 1]), values, person: ['e', 'f', 'g', 'h'] })
    expect(apart.se).toBe(apart.seIndependent)
    expect(apart.shared).toBe(0)
    const same = changeWithShared({ design, values, person: ['a', 'b', 'c', 'd'] }, { design, values, person: ['a', 'b', 'c', 'd'] })
    expect(same.se).toBeLessThan(1e-8)
    expect(same.shared).toBe(4)
  })
})

describe('standardisedChange', () => {
  const before = { design: simpleDesign([1, 1, 1, 1, 1, 1]), values: Float64Array.of(4, 5, 6, 7, 8, 9), classes: Int32Array.of(0, 0, 0, 1, 1, 1) }

  it('names the class that nobody has left in the follow-up', () => {
    const after = { ...before, classes: new Int32Array(6) }
    expect(() => standardisedChange(before, after, 2)).toThrow('standardisedChange found nobody of class 1 in the follow-up, collapse it with another')
    expect(() => standardisedChange({ ...before, classes: new Int32Array(6).fill(3) }, after, 2)).toThrow(/classes 0 to 1, row 0 has 3/)
  })

  it('sees no change where only the mix of people changed, and calls the rest composition', () => {
    // class 0 scores 5, class 1 scores 8 in both waves; follow-up has twice as many of class 1
    const after = { design: simpleDesign([1, 1, 1, 2, 2, 2]), values: before.values, classes: before.classes }
    const got = standardisedChange(before, after, 2)
    expect(got.change).toBeCloseTo(0, 12)
    expect(got.plain).toBeCloseTo(0.5, 12)
    expect(got.composition).toBeCloseTo(0.5, 12)
  })

  it("equals R's contrast of totals, every one of them an estimate", () => {
    // R survey 4.1: both waves stacked, strata h x wave; svycontrast(svytotal(...), quote(k0/n0*g0/f0 + k1/n0*g1/f1 - y0/n0)), with
    // n0, y0 people and sum of the baseline, k its classes, f and g people and sums of the follow-up's classes
    const got = standardisedChange(b, f, 2)
    expect([got.change, got.se]).toEqual([expect.closeTo(0.3789473684210529, 13), expect.closeTo(0.9732480629065372, 13)])
  })

  it('is the plain change, with its standard error, when there is one class', () => {
    const after = { design: simpleDesign([1, 3, 1, 2, 2, 2]), values: Float64Array.of(4, 4, 7, 7, 8, 9), classes: new Int32Array(6) }
    const got = standardisedChange({ ...before, classes: new Int32Array(6) }, after, 1)
    const plain = change(mean(before.design, before.values), mean(after.design, after.values))
    expect(got.change).toBeCloseTo(plain.change, 12)
    expect(got.se).toBeCloseTo(plain.se, 12)
    expect(got.df).toBe(plain.df)
  })
})
