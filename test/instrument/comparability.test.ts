// Protects comparisons: only like is compared with like, otherwise a visible break with its reasons.
import { beforeAll, describe, expect, it } from 'vitest'
import { coreEn } from '../../src/instrument/batteries/core-en.ts'
import { coreNl } from '../../src/instrument/batteries/core-nl.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { comparability } from '../../src/instrument/comparability.ts'
import type { WaveSide } from '../../src/instrument/comparability.ts'
import { itemHashes } from '../../src/instrument/instrument.ts'
import type { Instrument, InstrumentText } from '../../src/instrument/instrument.ts'
import type { Item } from '../../src/instrument/item.ts'
import { reworded } from '../../src/instrument/reworded.ts'

async function side(instrument: Instrument, texts: readonly InstrumentText[], more: Partial<WaveSide> = {}): Promise<WaveSide> {
  const hashes = await Promise.all(texts.map(async (text) => [text.language, await itemHashes({ instrument, text })] as const))
  return { instrument, hashes: Object.fromEntries(hashes), modes: { web: 900, paper: 100 }, languages: { nl: 900, en: 100 }, ...more }
}
const changed = (id: string, change: Partial<Item>): Instrument =>
  ({ ...coreInstrument, items: coreInstrument.items.map((item) => (item.id === id ? { ...item, ...change } : item)) })
const breaks = (one: WaveSide, other: WaveSide) => Object.fromEntries(
  Object.entries(comparability(one, other)).flatMap(([id, verdict]) => ('break' in verdict ? [[id, verdict.break]] : [])))

let baseline: WaveSide
beforeAll(async () => { baseline = await side(coreInstrument, [coreNl, coreEn]) })

describe('a break', () => {
  it('is one item and its scale when one question was reworded, in either direction', async () => {
    const other = await side(coreInstrument, [reworded(coreNl, 'trustPolice', 'De politie helpt mensen die iets melden. Bent u het daarmee eens?'), coreEn])
    expect(breaks(baseline, other)).toEqual({ trustPolice: ['wording'], trust: ['item'] })
    expect(breaks(other, baseline)).toEqual({ trustPolice: ['wording'], trust: ['item'] })
  })

  it('names other options, another kind and other routing', async () => {
    expect(breaks(baseline, await side(changed('litter', { options: [1, 2, 3, 4] }), [coreNl, coreEn]))).toEqual({ litter: ['options'] })
    expect(breaks(baseline, await side(changed('litter', { kind: 'several' }), [coreNl, coreEn]))).toEqual({ litter: ['kind'] })
    expect(breaks(baseline, await side(changed('unsafeHere', { askedIf: { item: 'unsafe', in: [3, 4] } }), [coreNl, coreEn])))
      .toEqual({ unsafeHere: ['routing'], safety: ['item'] })
    expect(breaks(baseline, await side(changed('unsafeHere', { implied: [] }), [coreNl, coreEn])))
      .toEqual({ unsafeHere: ['routing'], safety: ['item'] })
  })

  it('is an item or scale only one wave had, or a scale built otherwise', async () => {
    const fewer = { ...coreInstrument, items: coreInstrument.items.filter(({ id }) => id !== 'silence') }
    expect(breaks(baseline, await side(fewer, [coreNl, coreEn]))).toEqual({ silence: ['absent'], pressure: ['item'] })
    const scales = coreInstrument.scales.filter(({ id }) => id !== 'living')
      .map((scale) => (scale.id === 'trust' ? { ...scale, minimumValid: 3 } : scale))
    expect(breaks(baseline, await side({ ...coreInstrument, scales }, [coreNl, coreEn]))).toEqual({ living: ['absent'], trust: ['definition'] })
  })

  it('is everything when paper was added in one wave', async () => {
    const paper = await side(coreInstrument, [coreNl, coreEn], { modes: { web: 700, paper: 300 } })
    const verdicts = comparability(baseline, paper)
    expect(Object.values(verdicts)).toHaveLength(coreInstrument.items.length + coreInstrument.scales.length)
    for (const verdict of Object.values(verdicts)) expect(verdict).toEqual({ break: ['mode'] })
  })

  it('is everything when many answered in a language the other wave lacked, or none is shared', async () => {
    const onlyDutch = await side(coreInstrument, [coreNl], { languages: { nl: 1000 } })
    const muchEnglish = await side(coreInstrument, [coreNl, coreEn], { languages: { nl: 800, en: 200 } })
    const onlyEnglish = await side(coreInstrument, [coreEn], { languages: { en: 1000 } })
    expect(breaks(onlyDutch, muchEnglish).age).toEqual(['language'])
    expect(breaks(onlyDutch, onlyEnglish).age).toEqual(['language'])
    // also before anybody answered: no shared wording is known
    expect(breaks({ ...onlyDutch, languages: {}, modes: {} }, { ...onlyEnglish, languages: {}, modes: {} }).age).toEqual(['language'])
    // 100 of 1,000: at the limit, not beyond it
    expect(breaks(onlyDutch, baseline)).toEqual({})
  })
})

describe('no break', () => {
  it('comes from a corrected table label, another version, a recording or the order of keys', async () => {
    const instrument = changed('litter', { summary: { ...coreInstrument.items[4]!.summary!, sensitive: true } })
    const spoken = { ...coreNl, items: { ...coreNl.items, litter: { audio: '/audio/litter.mp3', ...coreNl.items.litter! } } }
    const turned = { ...instrument, version: 2, items: instrument.items.map((item) => Object.fromEntries(Object.entries(item).reverse()) as unknown as Item) }
    expect(breaks(baseline, await side(turned, [spoken, coreEn]))).toEqual({})
  })

  it('comes from the same languages answered in another mix', async () => {
    expect(breaks(baseline, await side(coreInstrument, [coreNl, coreEn], { languages: { nl: 600, en: 400 } }))).toEqual({})
  })
})

it('refuses to reword an item that does not exist', () => {
  expect(() => reworded(coreNl, 'elsewhere', 'x')).toThrow(RangeError)
})
