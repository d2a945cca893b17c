// Protects: the answers of an item, and those who stayed and those who came, give no hidden figure away either (attacks 15 and 59). The
// attacker puts every printed value of an item into a linear programme (areas, groups, everybody, each single answer, both parts),
// is granted every weighted base exactly, and pushes each hidden figure down and up. Solver: HiGHS.
import loadHighs from 'highs'
import { describe, expect, it } from 'vitest'
import { buildEdition } from '../../src/analysis/build-edition.ts'
import { DEFAULT_RECIPE } from '../../src/analysis/edition.ts'
import type { Edition, MeasuredWave, PublishedRow } from '../../src/analysis/edition.ts'
import { STAYERS } from '../../src/analysis/tenure.ts'
import { weigh } from '../../src/analysis/weigh.ts'
import { AREAS, aWave, anInput } from './example-waves.ts'

const highs = await loadHighs()
const HIDDEN = 'w12'

/** The same wave in a town where the area with seven answers holds more people: rounding alone protects it less. */
function heavier(wave: MeasuredWave, people: number): MeasuredWave {
  return {
    ...wave, strata: wave.strata.map((stratum) => (stratum.id === HIDDEN ? { ...stratum, population: people, invited: Math.min(people, 40) } : stratum)),
    controlTotals: wave.controlTotals.map((total) => (total.area === HIDDEN ? { ...total, population: total.population * (people / 60) } : total)),
  }
}

/** Weighted bases of valid answers per area and part, granted to the attacker. */
function bases(wave: MeasuredWave, item: string): Map<string, number> {
  const { design } = weigh(wave, DEFAULT_RECIPE)
  const { labels, codes } = wave.microdata
  const sums = new Map<string, number>()
  codes[item]!.forEach((code, row) => {
    if (code >= 96) return
    const key = `${labels.stratum![row]} ${STAYERS.includes(codes.years![row]!) ? 'stayers' : 'newcomers'}`
    sums.set(key, (sums.get(key) ?? 0) + design.weights[row]!)
  })
  return sums
}

const areasOf = (domain: string): string[] => AREAS.filter(({ id, role, district }) => domain === 'all' || domain === id || domain === role || domain === `district:${district}`).map(({ id }) => id)
const PARTS = ['stayers', 'newcomers']
const CODES = [1, 2, 3, 4, 5]

interface Target { areas: readonly string[]; parts: readonly string[]; codes: readonly number[] }

/** The widest interval, 0..1, that the printed rows of one item leave for a figure. */
function left(edition: Edition, wave: MeasuredWave, item: string, target: Target): number {
  const base = bases(wave, item)
  const weighted = ({ areas, parts, codes }: Target): { terms: string; total: number } => {
    const cells = areas.flatMap((area) => parts.flatMap((part) => (base.has(`${area} ${part}`) ? [{ area, part, weight: base.get(`${area} ${part}`)! }] : [])))
    const total = cells.reduce((sum, { weight }) => sum + weight, 0)
    return { total, terms: cells.flatMap(({ area, part, weight }) => codes.map((code) => `${(weight / total).toFixed(12)} x_${area}_${part}_${code}`)).join(' + ') }
  }
  const printed = edition.rows.filter((row): row is PublishedRow => row.wave === wave.id && row.item === item && (row.measure === 'share' || row.measure === 'answer') && !('hidden' in row.cell))
  const lines = printed.flatMap(({ domain, categories, cell }) => {
    if ('hidden' in cell) return []
    const [part, of] = domain.includes('district:') || !domain.includes(':') ? [null, domain] : domain.split(':') as [string, string]
    const { terms } = weighted({ areas: areasOf(of), parts: part === null ? PARTS : [part], codes: categories })
    const [low, high] = cell.limit === 'atMost' ? [0, 0] : cell.limit === 'atLeast' ? [1, 1] : [(cell.value - 0.5) / 100, (cell.value + 0.5) / 100]
    return [`${terms} >= ${low!.toFixed(6)}`, `${terms} <= ${high!.toFixed(6)}`]
  })
  for (const { id } of AREAS) for (const part of PARTS) if (base.has(`${id} ${part}`)) lines.push(`${CODES.map((code) => `x_${id}_${part}_${code}`).join(' + ')} = 1`)
  const objective = weighted(target).terms
  const [low, high] = ['Minimize', 'Maximize'].map((sense) => {
    const solved = highs.solve(`${sense}\n obj: ${objective}\nSubject To\n${lines.map((line, at) => ` c${at}: ${line}`).join('\n')}\nEnd`, { output_flag: false })
    if (solved.Status !== 'Optimal') throw new Error(`the truth does not fit what is printed: ${solved.Status}`)
    return solved.ObjectiveValue
  })
  return high! - low!
}

describe.each([60, 300, 700, 1500])('an area with seven answers and %i people', (people) => {
  const wave = heavier(aWave({ seed: 2 + people, id: 'wave2' }), people)
  const edition = buildEdition(anInput({ wave, baseline: null }))

  it.each(['unsafeHere', 'darkOutside', 'rowdy', 'silence', 'trustMunicipality'])('leaves 20 points for every hidden figure of %s (attacks 15 and 59)', (item) => {
    const hidden = edition.rows.filter((row) => row.wave === 'wave2' && row.item === item && row.measure === 'share' && 'hidden' in row.cell && !/^(stayers|newcomers):/.test(row.domain))
    const main = edition.rows.find((row) => row.item === item && row.measure === 'share')
    if (!main) return
    for (const { domain } of hidden) expect(left(edition, wave, item, { areas: areasOf(domain), parts: PARTS, codes: main.categories }), domain).toBeGreaterThanOrEqual(0.2 - 1e-6)
    for (const code of CODES.slice(0, item === 'unsafeHere' ? 4 : item === 'rowdy' ? 3 : 5)) {
      expect(left(edition, wave, item, { areas: [HIDDEN], parts: PARTS, codes: [code] }), `answer ${code}`).toBeGreaterThanOrEqual(0.2 - 1e-6)
    }
  })

  it('leaves 20 points for the part of the small area that stayed (attack 15)', () => {
    for (const part of PARTS) {
      if (bases(wave, 'unsafeHere').has(`${HIDDEN} ${part}`)) expect(left(edition, wave, 'unsafeHere', { areas: [HIDDEN], parts: [part], codes: [3, 4] }), part).toBeGreaterThanOrEqual(0.2 - 1e-6)
    }
  })
})

describe('a group in which few came lately', () => {
  const usual = aWave({ seed: 4, id: 'wave2' })
  let came = 0
  const years = usual.microdata.codes.years!.map((code, row) => (Number(usual.microdata.labels.stratum![row]!.slice(1)) > 2 ? code : STAYERS.includes(code) || came++ < 7 ? code : 4))
  const wave = { ...usual, microdata: { ...usual.microdata, codes: { ...usual.microdata.codes, years } } }
  const edition = buildEdition(anInput({ wave, baseline: null }))
  const shown = (domain: string) => edition.rows.some((row) => row.item === 'unsafeHere' && row.measure === 'share' && row.domain === domain && !('hidden' in row.cell))

  it('hides them, and whatever would give them back (attack 15)', () => {
    expect(shown('focus')).toBe(true)
    expect(shown('newcomers:focus')).toBe(false)
    expect(shown('stayers:focus')).toBe(false)
    expect(edition.rows.some(({ domain, cell }) => domain.startsWith('newcomers:') && 'hidden' in cell)).toBe(false)
    expect(shown('stayers:comparison')).toBe(true)
    const focus = areasOf('focus')
    expect(left(edition, wave, 'unsafeHere', { areas: focus, parts: ['newcomers'], codes: [3, 4] })).toBeGreaterThanOrEqual(0.2 - 1e-6)
  })
})

describe('what is printed', () => {
  const edition = buildEdition(anInput({ wave: aWave({ seed: 2 }), baseline: aWave({ seed: 1 }) }))
  const rows = (item: string, measure: string, domain: string) => edition.rows.filter((row) => row.wave === 'wave2' && row.item === item && row.measure === measure && row.domain === domain)

  it('shows the answers of an item for everybody and groups only, and they add up', () => {
    expect(new Set(edition.rows.filter(({ measure }) => measure === 'answer').map(({ domain }) => domain))).toEqual(new Set(['all', 'focus', 'comparison']))
    const answers = rows('darkOutside', 'answer', 'focus')
    expect(answers.map(({ categories }) => categories)).toEqual([[1], [2], [3], [4], [5]])
    const sum = answers.reduce((total, { cell }) => total + ('hidden' in cell ? NaN : cell.value), 0)
    expect(Math.abs(sum - 100)).toBeLessThanOrEqual(2.5)
  })

  it('shows a routed item among those who were asked, with a margin as wide as they are few', () => {
    const [everybody] = rows('told', 'share', 'all')
    const [asked] = rows('told', 'among', 'all')
    if (!everybody || !asked || 'hidden' in everybody.cell || 'hidden' in asked.cell) throw new Error('both are shown')
    expect(asked.cell.value).toBeGreaterThan(everybody.cell.value)
    expect(asked.cell.high - asked.cell.low).toBeGreaterThan(everybody.cell.high - everybody.cell.low)
    expect(edition.head.items.find(({ item, measure }) => item === 'told' && measure === 'among')!.base!.nl).toBe('van wie druk zag of meemaakte')
  })

  it('compares stayers and newcomers of the primary outcomes, and of nothing else', () => {
    const cut = edition.comparisons.filter(({ domain }) => domain.startsWith('stayers:') || domain.startsWith('newcomers:'))
    expect(new Set(cut.map(({ item }) => item))).toEqual(new Set(edition.head.plan.primary))
    expect(cut.some(({ domain, difference }) => domain === 'stayers:focus' && difference !== null)).toBe(true)
    const focus = edition.comparisons.find(({ item, domain }) => item === 'unsafeHere' && domain === 'focus')!
    const stayers = cut.find(({ item, domain }) => item === 'unsafeHere' && domain === 'stayers:focus')!
    expect(focus.checks.find(({ kind }) => kind === 'stayers')!.difference).toEqual(stayers.difference)
  })

  it('tests no single answer, so that they take no power from the rest', () => {
    expect(edition.comparisons.some(({ measure }) => measure === 'answer')).toBe(false)
  })

  it('marks how each wave asked, so that a series can see a break', () => {
    const reworded = buildEdition(anInput({ wave: aWave({ seed: 2, hashes: { unsafeHere: 'other' } }), baseline: aWave({ seed: 1 }) }))
    const [now, then] = reworded.head.wordings!
    expect(now!.marks.nl!.unsafeHere).not.toBe(then!.marks.nl!.unsafeHere)
    expect(now!.marks.nl!.safety).not.toBe(then!.marks.nl!.safety)
    expect(now!.marks.nl!.functionalFear).not.toBe(then!.marks.nl!.functionalFear)
    expect(now!.marks.nl!.trust).toBe(then!.marks.nl!.trust)
  })
})
