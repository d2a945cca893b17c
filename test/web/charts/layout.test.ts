// The arithmetic of the dumbbell and the reading of published comparisons: nothing falls outside, nothing hidden gets a mark, a limit is
// never a point, a break has no difference.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PublishedComparison } from '../../../src/analysis/edition.ts'
import { dumbbellExamples } from '../../../web/charts/dumbbell-examples.ts'
import type { DumbbellRow, Figure } from '../../../web/charts/dumbbell.ts'
import { figureText, sorted } from '../../../web/charts/dumbbell.ts'
import { layoutDumbbell, wrap } from '../../../web/charts/dumbbell-layout.ts'
import { domainName, dumbbellRow } from '../../../web/charts/from-comparison.ts'
import { editionExample } from '../../../web/results/edition-example.ts'
import { areaRows, comparisonsOf, overallRows } from '../../../web/results/edition-parts.ts'
import { resultsText } from '../../../web/languages/results.ts'

const { nl, en } = resultsText

const comparison = (more: Partial<PublishedComparison>): PublishedComparison => ({
  item: 'x', measure: 'share', categories: [1], domain: 'a', now: { value: 31, low: 27, high: 35, n: 385, effectiveN: 300, reliability: 'ok' },
  baseline: { value: 42, low: 37, high: 47, n: 375, effectiveN: 300, reliability: 'ok' }, difference: { value: -11, low: -17, high: -5 }, verdict: 'lower', reasons: [],
  adjusted: 'holm', detectable: 8, checks: [], ...more,
})

describe('a published comparison as a row', () => {
  it('gives a hidden cell no value, a limit no point, a break no amount', () => {
    expect(dumbbellRow(comparison({ now: { hidden: true }, verdict: 'hidden', difference: null }), 'A', '').now).toEqual({ kind: 'hidden' })
    const limit = dumbbellRow(comparison({ now: { value: 3, low: 0, high: 3, n: 100, effectiveN: 90, reliability: 'ok', limit: 'atMost' } }), 'A', '')
    expect(limit.now).toEqual({ kind: 'limit', side: 'atMost', bound: 3, n: 100, effectiveN: 90 })
    expect(layoutDumbbell([limit], 700, 'points', nl).rows[0]!.now.point).toBeNull()
    const broken = dumbbellRow(comparison({ verdict: 'break', reasons: ['wording'], difference: null }), 'A', '')
    expect(`${broken.words} ${broken.detail}`).not.toMatch(/\d/)
  })
  it('says the margin of the difference and, when there is none, what would have been seen', () => {
    expect(dumbbellRow(comparison({}), 'A', '')).toMatchObject({ words: '11 punten lager', detail: 'verschil 5 tot 17' })
    expect(dumbbellRow(comparison({ verdict: 'none', detectable: 14 }), 'A', '')).toMatchObject({ words: 'geen aantoonbaar verschil', detail: 'zichtbaar vanaf 14 punten' })
  })
  it('names domains, never from the prototype', () => {
    expect(domainName('all', editionExample.head)).toBe('Hele gemeente')
    expect(domainName('toString', editionExample.head)).toBe('toString')
  })
})

describe('the rows of an edition', () => {
  it('never mixes districts with their own areas', () => {
    const both = [comparison({ domain: 'a0' }), comparison({ domain: 'district:Noord' }), comparison({ domain: 'all' })]
    const item = editionExample.head.items[0]!
    expect(areaRows(editionExample, item, both).map(({ label }) => label)).toEqual(['Molenhoek'])
    expect(areaRows(editionExample, item, both.slice(1)).map(({ label }) => label)).toEqual(['Stadsdeel Noord'])
    expect(overallRows(editionExample, item, both).map(({ label }) => label)).toEqual(['Hele gemeente'])
  })
  it('shows every comparison of a measure once', () => {
    const item = editionExample.head.items[0]!
    expect(comparisonsOf(editionExample, item)).toHaveLength(16)
  })
})

describe('the layout', () => {
  const value = fc.integer({ min: 0, max: 100 })
  const figure: fc.Arbitrary<Figure> = fc.oneof(
    fc.tuple(value, value, value).map((three) => {
      const [lower, middle, upper] = three.sort((a, b) => a - b) as [number, number, number]
      return { kind: 'ok' as const, lower, value: middle, upper, n: 100, effectiveN: 80 }
    }),
    value.map((bound) => ({ kind: 'limit' as const, side: 'atMost' as const, bound, n: 100, effectiveN: 80 })), fc.constant({ kind: 'none' as const }), fc.constant({ kind: 'hidden' as const }),
  )
  const row = fc.record({ label: fc.string({ maxLength: 60 }), now: figure, baseline: figure })
    .map((parts, id = parts.label): DumbbellRow => ({ ...parts, id, verdict: 'none', words: 'geen aantoonbaar verschil', sentence: 'x' }))

  it('keeps bars and points inside the plot and rows below each other, at any width', () => {
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 14 }), fc.integer({ min: 280, max: 1400 }), fc.boolean(), (rows, width, compact) => {
      const layout = layoutDumbbell(rows, width, 'points', nl, compact)
      let bottom = 0
      for (const laid of layout.rows) {
        expect(laid.top).toBeGreaterThanOrEqual(bottom)
        bottom = laid.top + laid.height
        for (const lane of [laid.baseline, laid.now]) {
          for (const x of [lane.bar?.from, lane.bar?.to, lane.point ?? undefined]) {
            if (x === undefined) continue
            expect(x).toBeGreaterThanOrEqual(layout.plot.left)
            expect(x).toBeLessThanOrEqual(layout.plot.right)
          }
        }
      }
      expect(layout.height).toBeGreaterThanOrEqual(bottom)
    }))
  })
  it('sorts by the value now and puts what is hidden last', () => {
    const order = sorted(dumbbellExamples[0]!.rows).map(({ label }) => label)
    expect(order[0]).toBe('Limmel-Oost')
    expect(order.at(-1)).toBe('Meerssenhoven')
  })
  it('says the whole of the longest name of the core battery, and marks what it must cut', () => {
    const label = 'Angst die helpt en angst die schaadt: was bang of past iets aan en leeft gewoon door'
    const figure = { kind: 'ok' as const, value: 30, lower: 25, upper: 35, n: 200, effectiveN: 180 }
    const row = { id: 'x', label, sentence: '', verdict: 'none' as const, words: 'geen aantoonbaar verschil', now: figure, baseline: figure }
    for (const width of [328, 700, 1040]) {
      const [long, endless] = layoutDumbbell([row, { ...row, id: 'y', label: `${label} `.repeat(9) }], width, 'points', nl).rows
      expect(long!.label.lines.join(' ')).toBe(label)
      expect(endless!.label.lines.at(-1)).toMatch(/ …$/)
      expect(long!.count.y).toBeLessThan(long!.top + long!.height)
    }
  })
  it('wraps without losing a character of a word', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 4, max: 40 }), (text, length) => {
      expect(wrap(text, length).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }))
  })
  it('writes every kind of figure in words', () => {
    expect(figureText({ kind: 'wide', value: 44, lower: 25, upper: 64, n: 35, effectiveN: 20 }, 'points', nl)).toBe('44% (25–64), ruime marge')
    expect(figureText({ kind: 'limit', side: 'atMost', bound: 3, n: 50, effectiveN: 50 }, 'points', nl)).toBe('ten hoogste 3%')
    expect(figureText({ kind: 'hidden' }, 'points', nl)).toBe('te weinig antwoorden')
    expect(figureText({ kind: 'ok', value: 6.44, lower: 6, upper: 7, n: 50, effectiveN: 50 }, 'mark', nl)).toBe('6,4 (6,0–7,0)')
    expect(figureText({ kind: 'ok', value: 6.44, lower: 6, upper: 7, n: 50, effectiveN: 50 }, 'mark', en)).toBe('6.4 (6.0–7.0)')
    expect(figureText({ kind: 'hidden' }, 'points', en)).toBe('too few answers')
  })
})
