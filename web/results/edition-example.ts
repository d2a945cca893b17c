// One published edition as data for specimens: thirteen areas of an invented town, a fall in two focus areas, a reworded question, rising
// refusals, one area too small to show. Invented figures, in the shapes the server sends; no test of numbers rests on them.
import type { Area, Cell, EditionHead, EditionItem, PublishedComparison } from '../../src/analysis/edition.ts'
import { DEFAULT_RECIPE } from '../../src/analysis/edition.ts'
import type { EditionParts } from './edition-parts.ts'

const NAMES = ['Molenhoek', 'Stationskwartier', 'Waterkant', 'Dennenbos', 'Oude Haven', 'Kersentuin', 'Bergweide', 'Zonnehof', 'Veldzicht', 'Westerpark', 'Nieuwland', 'De Linde', '<i>Kanaal</i>']
const areas: Area[] = NAMES.map((name, index) => ({ id: `a${index}`, name, role: index < 3 ? 'focus' : 'comparison' }))

const ok = (value: number, margin: number, n: number, reliability: 'ok' | 'wide' = 'ok'): Cell =>
  ({ value, low: Math.max(0, value - margin), high: value + margin, n, effectiveN: Math.round(n * 0.16) * 5, reliability })
const hidden: Cell = { hidden: true }

const item = (id: string, nl: string, more: Partial<EditionItem> = {}): EditionItem =>
  ({ item: id, measure: 'share', categories: [1, 2], label: { nl, en: nl }, better: 'lower', sensitive: false, primary: false, finest: 'area', ...more })

const items: EditionItem[] = [
  item('unsafe', 'voelt zich weleens onveilig in de buurt', { primary: true }),
  item('living', 'prettig wonen in de buurt', { measure: 'mean', categories: [], better: 'higher', primary: true }),
  item('trust', 'vertrouwt de gemeente', { better: 'higher' }),
  item('intimidation', 'zag het afgelopen jaar intimidatie', { sensitive: true, finest: 'all' }),
  item('unsafe', 'voelt zich weleens onveilig in de buurt', { measure: 'preferNot', categories: [] }),
]

const change = (value: number, margin: number) => ({ value, low: value - margin, high: value + margin })
const base = { adjusted: 'bh', checks: [], reasons: [], detectable: null, difference: null } as const

function unsafe(domain: string, then: number, now: number, n: number, margin: number): PublishedComparison {
  const sure = Math.abs(now - then) > 1.4 * margin
  return {
    ...base, item: 'unsafe', measure: 'share', categories: [1, 2], domain, now: ok(now, margin, n), baseline: ok(then, margin, n - 10),
    difference: change(now - then, Math.round(margin * 1.4)), verdict: sure ? now < then ? 'lower' : 'higher' : 'none', detectable: Math.round(margin * 2), reasons: [],
  }
}

const comparisons: PublishedComparison[] = [
  unsafe('all', 27, 24, 2890, 2), unsafe('focus', 41, 31, 1120, 3), unsafe('comparison', 19, 19, 1770, 2),
  unsafe('a0', 42, 31, 385, 4), unsafe('a1', 43, 32, 360, 5), unsafe('a2', 37, 36, 375, 5),
  ...[18, 14, 22, 9, 25, 12, 17, 20, 15].map((value, index) => unsafe(`a${index + 3}`, value, value + ((index * 7) % 5) - 2, 190 + 5 * index, 6)),
  { ...base, item: 'unsafe', measure: 'share', categories: [1, 2], domain: 'a12', now: hidden, baseline: hidden, verdict: 'hidden' },
  ...['all', 'a0', 'a1', 'a2', 'a3'].map((domain, index): PublishedComparison => ({
    ...base, item: 'living', measure: 'mean', categories: [], domain, now: ok(6.6 + index / 10, 0.2, 380), baseline: ok(6.1 + index / 10, 0.2, 370),
    difference: change(0.5, 0.3), verdict: 'higher', detectable: 0.4,
  })),
  ...['all', 'a0', 'a1'].map((domain): PublishedComparison => ({
    ...base, item: 'trust', measure: 'share', categories: [1, 2], domain, now: ok(38, 6, 380), baseline: ok(52, 6, 370), verdict: 'break', reasons: ['wording'],
  })),
  { ...base, item: 'intimidation', measure: 'share', categories: [1, 2], domain: 'all', now: ok(17, 2, 2890), baseline: ok(19, 2, 2900), difference: change(-2, 3), verdict: 'none', detectable: 4 },
  { ...base, item: 'unsafe', measure: 'preferNot', categories: [], domain: 'a4', now: ok(14, 5, 200), baseline: ok(6, 4, 195), difference: change(8, 6), verdict: 'higher', detectable: 8 },
  { ...base, item: 'unsafe', measure: 'preferNot', categories: [], domain: 'all', now: ok(5, 1, 2890), baseline: ok(4, 1, 2900), difference: change(1, 2), verdict: 'none', detectable: 3 },
]

const response = (wave: string, responses: number) => ({
  wave, invited: 9600, responses, rate: Math.round(responses / 96), effectiveN: responses - 640, deff: 1.3, unknownAgeOrSex: 2, watched: 9, misfit: 1e-13, trimmed: 0,
  ages: [{ age: 1, relative: 0.5 }, { age: 2, relative: 0.9 }, { age: 3, relative: 1.1 }, { age: 4, relative: 1.4 }],
  modes: [{ mode: 'web', percent: 84 }, { mode: 'paper', percent: 16 }], languages: [{ language: 'nl', percent: 93 }, { language: 'en', percent: 7 }],
})

const head: EditionHead = {
  municipality: 'voorbeeld', wave: { id: 'w2', label: 'Meting 2026', starts: '2026-03-02', ends: '2026-04-06' },
  baseline: { id: 'w1', label: 'Nulmeting 2024', starts: '2024-03-04', ends: '2024-04-08', imported: false, afterStart: false },
  areas, boundaryYear: 2024, recipe: DEFAULT_RECIPE, plan: { primary: ['unsafe', 'living'], approachStarted: '2024-06-01' }, items, engine: '1',
  audience: 'steering', date: '2026-05-12', example: true, response: [response('w2', 2890), response('w1', 2910)], leftOut: [],
}

export const editionExample: EditionParts = {
  head, comparisons, did: [],
  rows: comparisons.map(({ item, measure, categories, domain, now }) => ({ wave: 'w2', item, measure, categories, domain, cell: now })),
}

/** The same meting published alone, before there was anything to compare with. */
export const loneExample: EditionParts = { ...editionExample, head: { ...head, baseline: null }, comparisons: [] }
