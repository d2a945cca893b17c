// Protects: an edition says what was planted in the microdata and nothing else, hides what is small, draws breaks, and
// never lets an earlier edition give away what a later one hides.
import { describe, expect, it } from 'vitest'
import { buildEdition } from '../../src/analysis/build-edition.ts'
import type { Edition, PublishedComparison } from '../../src/analysis/edition.ts'
import { changeSentence, countSentence } from '../../src/analysis/sentence.ts'
import { fearSentence, refusalSentence, responseSentence, silenceSentence } from '../../src/analysis/view-sentences.ts'
import { AREAS, aWave, anInput } from './example-waves.ts'

const before = aWave({ seed: 1, unsafeHere: (area) => (area < 2 ? 0.45 : 0.3) })
const after = aWave({ seed: 2, unsafeHere: () => 0.3, refuse: (area) => (area === 0 ? 0.2 : 0.06), hashes: { litter: 'reworded' } })
const edition = buildEdition(anInput({ wave: after, baseline: before }))
const pick = (item: string, measure = 'share', from: Edition = edition): PublishedComparison[] => from.comparisons.filter((each) => each.item === item && each.measure === measure)
const at = (list: readonly PublishedComparison[], domain: string): PublishedComparison => list.find((each) => each.domain === domain)!

describe('an edition of two waves', () => {
  it('refuses areas it does not know, a wave as its own baseline and a person without a stratum', () => {
    expect(() => buildEdition(anInput({ wave: after, baseline: before, areas: AREAS.slice(1) }))).toThrow(/buildEdition requires area w0/)
    expect(() => buildEdition(anInput({ wave: after, baseline: after }))).toThrow(/baseline other than/)
    const stray = { ...after, strata: after.strata.slice(1) }
    expect(() => buildEdition(anInput({ wave: stray, baseline: null }))).toThrow(/weigh requires stratum w0/)
  })

  it('calls the planted change in two focus areas and in no other area', () => {
    const areas = pick('unsafeHere').filter(({ domain }) => /^w\d/.test(domain))
    expect(areas.filter(({ verdict }) => verdict === 'lower').map(({ domain }) => domain)).toEqual(['w0', 'w1'])
    expect(areas.filter(({ verdict }) => verdict === 'higher')).toEqual([])
    expect(countSentence(areas, 'nl')).toMatch(/^In 2 van 13 wijken aantoonbaar lager, in 0 hoger, in 10 geen aantoonbaar verschil \(zichtbaar vanaf .* punten\), 1 wijk te weinig antwoorden\.$/)
    expect(changeSentence(at(areas, 'w0'), 'nl')).toMatch(/^\d+% \(\d+-\d+\); bij de nulmeting \d+% \(\d+-\d+\)\. Dat is \d+ punten lager, aantoonbaar \(\d+ tot \d+\)\.$/)
    expect(edition.did.find(({ item }) => item === 'unsafeHere')).toMatchObject({ verdict: 'lower', comparisonAreas: 9, placebo: { rank: 1, of: 10 } })
  })

  it('judges primary outcomes in focus areas by Holm, everything else by BH', () => {
    expect(at(pick('unsafeHere'), 'w0').adjusted).toBe('holm')
    expect(at(pick('unsafeHere'), 'w5').adjusted).toBe('bh')
    expect(at(pick('traffic'), 'w0').adjusted).toBe('bh')
  })

  it('draws a reworded item as a break and tests nothing across it', () => {
    expect(pick('litter').every(({ verdict, difference }) => verdict === 'break' && difference === null)).toBe(true)
    expect(at(pick('litter'), 'all').reasons).toContain('wording')
  })

  it('sees the area where refusals rose', () => {
    expect(at(pick('ownPressure', 'preferNot'), 'w0').verdict).toBe('higher')
    expect(pick('ownPressure', 'preferNot').filter(({ verdict }) => verdict === 'higher').map(({ domain }) => domain)).toContain('w0')
    expect(refusalSentence(edition, 'w0', 'nl')).toMatch(/% \(\d+-\d+\) wilde niet zeggen of zij bedreigd zijn; bij de nulmeting .*meekeek\.$/)
  })

  it('shows no figure of the area that is too small, and not a single number outside its rounding', () => {
    for (const row of edition.rows) {
      if (row.domain === 'w12') expect(row.cell).toEqual({ hidden: true })
      if ('hidden' in row.cell) continue
      const { value, low, high, n, effectiveN } = row.cell
      expect([n % 5, effectiveN % 5]).toEqual([0, 0])
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
      for (const number of [value, low, high]) expect(Math.abs(number * (row.measure === 'mean' ? 10 : 1) % 1)).toBeCloseTo(0, 9)
    }
    expect(edition.exact.some(({ domain, estimate }) => domain === 'w12' && estimate !== null)).toBe(true)
  })

  it('stands the detectable change beside every comparison that was tested', () => {
    for (const each of edition.comparisons) if (each.verdict === 'none' && each.difference) expect(each.detectable).toBeGreaterThan(0)
  })

  it('survives JSON unchanged and says whom it heard', () => {
    expect(JSON.parse(JSON.stringify(edition))).toEqual(edition)
    expect(responseSentence(edition.head.response[0]!, 'nl')).toMatch(/^2\.915 van 11\.670 aangeschreven mensen \(25%\); 18-34 jaar/)
    expect(fearSentence(edition, 'wave2', 'nl')).toMatch(/was het afgelopen jaar bang; bij .* werd het leven er slechter door/)
    expect(silenceSentence(edition, 'wave2', 'nl')).toMatch(/zag of hoorde/)
  })

  it('repeats the primary changes without those who were watched, among stayers and with the old composition', () => {
    expect(at(pick('unsafeHere'), 'focus').checks.map(({ kind }) => kind)).toEqual(['unwatched', 'stayers', 'composition'])
    expect(at(pick('unsafeHere'), 'focus').checks.every(({ verdict }) => verdict === 'lower')).toBe(true)
  })
})

describe('subtracting what an edition shows (attack 15)', () => {
  /** What public sizes and rounded percentages leave of a hidden area: interval arithmetic over one total. */
  function left(from: Edition, total: string, areas: readonly string[], sizes: ReadonlyMap<string, number>, target: string): number {
    const shown = (domain: string): number | null => {
      const cell = from.rows.find((row) => row.wave === 'wave2' && row.item === 'unsafeHere' && row.measure === 'share' && row.domain === domain)?.cell
      return cell && !('hidden' in cell) ? cell.value / 100 : null
    }
    const size = (domains: readonly string[]): number => domains.reduce((sum, domain) => sum + sizes.get(domain)!, 0)
    const all = shown(total)
    if (all === null) return 1
    let [low, high] = [size(areas) * (all - 0.005), size(areas) * (all + 0.005)]
    for (const area of areas) {
      if (area === target) continue
      const share = shown(area)
      low -= sizes.get(area)! * (share === null ? 1 : share + 0.005)
      high -= sizes.get(area)! * (share === null ? 0 : share - 0.005)
    }
    const people = sizes.get(target)!
    return Math.min(1, high / people) - Math.max(0, low / people)
  }
  const sizes = new Map(after.strata.map(({ area, population }) => [area, population]))

  it('leaves 20 points for the area that is too small, with nothing else hidden', () => {
    expect(left(edition, 'all', AREAS.map(({ id }) => id), sizes, 'w12')).toBeGreaterThanOrEqual(0.2)
    expect(edition.rows.filter(({ item, measure, cell }) => item === 'unsafeHere' && measure === 'share' && 'hidden' in cell)).toHaveLength(2)
  })

  it('hides a second area when a large one has too few answers', () => {
    const few = aWave({ seed: 2, answering: (area, usual) => (area === 5 ? 8 : usual) })
    const alone = buildEdition(anInput({ wave: few, baseline: null }))
    const hidden = alone.rows.filter(({ item, measure, cell }) => item === 'unsafeHere' && measure === 'share' && 'hidden' in cell).map(({ domain }) => domain)
    expect(hidden).toContain('w5')
    expect(hidden.length).toBeGreaterThan(2)
    const comparison = AREAS.filter(({ role }) => role === 'comparison').map(({ id }) => id)
    for (const [total, areas] of [['all', AREAS.map(({ id }) => id)], ['comparison', comparison]] as const) {
      expect(left(alone, total, areas, sizes, 'w5')).toBeGreaterThanOrEqual(0.2)
    }
  })
})

describe('editions after one another', () => {
  it('keeps intimidation, silence and reporting at district level in public', () => {
    const forPublic = buildEdition(anInput({ wave: after, baseline: before, audience: 'public' }))
    const domains = new Set(forPublic.rows.filter(({ item, measure }) => item === 'seenPressure' && measure === 'share').map(({ domain }) => domain))
    expect(domains).toEqual(new Set(['all', 'focus', 'comparison', 'district:oost', 'district:west']))
    expect(forPublic.rows.some(({ item, domain }) => item === 'unsafeHere' && domain === 'w0')).toBe(true)
  })

  it('never shows what an earlier edition hid, for whatever audience', () => {
    const hidden = new Set(edition.rows.filter(({ cell }) => 'hidden' in cell).map((row) => JSON.stringify([row.wave, row.item, row.measure, row.categories, row.domain])))
    const later = buildEdition(anInput({ wave: after, baseline: before, audience: 'public', earlier: [{ audience: 'steering', boundaryYear: 2026, rows: edition.rows }] }))
    for (const row of later.rows) {
      if (!('hidden' in row.cell)) expect(hidden.has(JSON.stringify([row.wave, row.item, row.measure, row.categories, row.domain]))).toBe(false)
    }
    expect(later.rows.length).toBeGreaterThan(500)
  })

  it('compares with a published table only what was declared equal, and tests nothing without a margin', () => {
    const table = {
      kind: 'table' as const, id: 'monitor', label: 'Monitor 2019', starts: '2019-03-01', ends: '2019-04-01', source: 'Gemeente', sameAs: ['unsafeHere', 'liveMark'],
      values: [
        { item: 'unsafeHere', category: null, domain: 'all', value: 40, low: 37, high: 43, n: 900 },
        { item: 'liveMark', category: null, domain: 'all', value: 6.4, low: null, high: null, n: null },
        { item: 'liveGladly', category: null, domain: 'all', value: 70, low: 67, high: 73, n: 900 },
      ],
    }
    const imported = buildEdition(anInput({ wave: after, baseline: table }))
    expect(at(pick('unsafeHere', 'share', imported), 'all').verdict).toBe('lower')
    expect(at(pick('liveMark', 'mean', imported), 'all')).toMatchObject({ verdict: 'context', difference: null })
    expect(at(pick('liveGladly', 'share', imported), 'all')).toMatchObject({ verdict: 'break', difference: null, reasons: ['declared'] })
    expect(imported.head.baseline).toMatchObject({ imported: true })
  })

  it('calls a baseline after the start by its name', () => {
    const late = buildEdition(anInput({ wave: after, baseline: before, plan: { primary: ['unsafeHere'], approachStarted: '2025-12-01' } }))
    expect(late.head.baseline?.afterStart).toBe(true)
  })
})
