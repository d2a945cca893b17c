// Protects: what people read about a figure: always with its margin, never "no difference" without what could be seen.
import { describe, expect, it } from 'vitest'
import { changeSentence, countSentence } from '../../src/analysis/sentence.ts'
import { didSentence, responseSentence, stayersSentence } from '../../src/analysis/view-sentences.ts'
import type { PublishedComparison } from '../../src/analysis/edition.ts'

const cell = (value: number, low: number, high: number) => ({ value, low, high, n: 370, effectiveN: 340, reliability: 'ok' as const })

function aComparison(change: Partial<PublishedComparison> = {}): PublishedComparison {
  return {
    item: 'unsafeHere', measure: 'share', categories: [3, 4], domain: 'w0', now: cell(31, 27, 35), baseline: cell(42, 37, 47),
    difference: { value: -11, low: -17, high: -5 }, verdict: 'lower', reasons: [], adjusted: 'holm', detectable: 12, checks: [], ...change,
  }
}

describe('the sentence of a comparison', () => {
  it('says the change with its margin', () => {
    expect(changeSentence(aComparison(), 'nl')).toBe('31% (27-35); bij de nulmeting 42% (37-47). Dat is 11 punten lager, aantoonbaar (5 tot 17).')
    expect(changeSentence(aComparison(), 'en')).toBe('31% (27-35); at the baseline 42% (37-47). That is 11 points lower, demonstrably (5 to 17).')
  })
  it('never says that nothing changed without what would have been seen', () => {
    const none = aComparison({ verdict: 'none', baseline: cell(33, 28, 38), difference: { value: -2, low: -9, high: 5 }, detectable: 14 })
    expect(changeSentence(none, 'nl')).toBe('31% (27-35); bij de nulmeting 33% (28-38). Geen aantoonbaar verschil, zichtbaar vanaf 14 punten.')
    expect(changeSentence(none, 'en')).toContain('No demonstrable difference, visible from 14 points.')
  })
  it('refuses to compare across a break and says why', () => {
    expect(changeSentence(aComparison({ verdict: 'break', reasons: ['wording'], difference: null }), 'nl'))
      .toBe('31% (27-35). Niet te vergelijken met de nulmeting: de vraag is anders gesteld.')
  })
  it('does not say why a figure is hidden, nor tests one without a margin', () => {
    expect(changeSentence(aComparison({ now: { hidden: true }, verdict: 'hidden', difference: null }), 'nl')).toBe('Te weinig antwoorden.')
    expect(changeSentence(aComparison({ baseline: cell(42, 42, 42), verdict: 'context', difference: null }), 'nl'))
      .toBe('31% (27-35); bij de nulmeting 42%, zonder marge, dus niet getoetst.')
  })
  it('names a baseline that was fielded after the start, and a limit as a limit', () => {
    const nobody = { value: 3, low: 0, high: 3, n: 120, effectiveN: 110, limit: 'atMost' as const, reliability: 'ok' as const }
    expect(changeSentence(aComparison({ now: nobody }), 'nl', { afterStart: true })).toMatch(/^Ten hoogste 3%; bij de nulmeting na de start 42%/)
  })
  it('writes means with one decimal and a comma in Dutch', () => {
    const mean = aComparison({ measure: 'mean', categories: [], now: cell(6.8, 6.5, 7.1), baseline: cell(6.4, 6.1, 6.7), difference: { value: 0.4, low: 0.1, high: 0.7 }, verdict: 'higher' })
    expect(changeSentence(mean, 'nl')).toBe('6,8 (6,5-7,1); bij de nulmeting 6,4 (6,1-6,7). Dat is 0,4 punt hoger, aantoonbaar (0,1 tot 0,7).')
  })
})

describe('the sentence that counts areas', () => {
  it('counts every area once, those with too few answers too', () => {
    const none = aComparison({ verdict: 'none', detectable: 14 })
    const list = [aComparison(), aComparison(), ...Array.from({ length: 9 }, () => none), aComparison({ verdict: 'hidden' })]
    expect(countSentence(list, 'nl')).toBe('In 2 van 12 wijken aantoonbaar lager, in 0 hoger, in 9 geen aantoonbaar verschil (zichtbaar vanaf 14 punten), 1 wijk te weinig antwoorden.')
    expect(countSentence(list, 'en')).toBe('In 2 of 12 areas demonstrably lower, in 0 higher, in 9 no demonstrable difference (visible from 14 points), 1 area too few answers.')
  })
})

describe('the sentences of views', () => {
  it('says the effect against comparison areas with its rank, and claims nothing with fewer than five', () => {
    const did = { item: 'unsafeHere', measure: 'share' as const, categories: [3, 4], effect: { value: -8, low: -15, high: -1 }, comparisonAreas: 6, placebo: { rank: 1, of: 7 }, verdict: 'lower' as const, detectable: 9 }
    expect(didSentence(did, -11, 'nl')).toBe('De daling is 8 punten groter dan in 6 vergelijkingswijken (1 tot 15) en groter dan in elk van die wijken.')
    expect(didSentence({ ...did, comparisonAreas: 4, verdict: 'unclaimed' }, -11, 'nl')).toContain('niet aan te tonen')
  })
  it('says whom we heard', () => {
    const figures = {
      wave: 'w', invited: 4800, responses: 1310, rate: 27, effectiveN: 980, deff: 1.3, ages: [{ age: 1, relative: 0.5 }, { age: 2, relative: 1.1 }], unknownAgeOrSex: 2,
      watched: null, modes: [], languages: [], misfit: 0, trimmed: 0,
    }
    expect(responseSentence(figures, 'nl')).toBe('1.310 van 4.800 aangeschreven mensen (27%); 18-34 jaar half zo vaak; na weging tellen de antwoorden als 980.')
  })
  it('says that stayers changed too only when they did', () => {
    const stayers = (verdict: 'lower' | 'none') => aComparison({ checks: [{ kind: 'stayers', difference: { value: -9, low: -16, high: -2 }, verdict }] })
    expect(stayersSentence(stayers('lower'), 'nl')).toBe('Ook onder wie er al vijf jaar woont is het lager (2 tot 16): het komt niet alleen door verhuizen.')
    expect(stayersSentence(stayers('none'), 'nl')).toContain('niet aan te tonen')
    expect(stayersSentence(aComparison(), 'nl')).toBeNull()
  })
})
