// Protects: odd but possible waves end in a named refusal or in hidden cells, never in NaN or a figure of nobody.
import { describe, expect, it } from 'vitest'
import { buildEdition } from '../../src/analysis/build-edition.ts'
import type { Edition, MeasuredWave } from '../../src/analysis/edition.ts'
import { AREAS, aWave, anInput } from './example-waves.ts'

function noStrayNumber(edition: Edition): void {
  // JSON turns NaN and Infinity into null; a figure that is null where the shapes say number would differ after a round trip
  expect(JSON.parse(JSON.stringify(edition))).toEqual(edition)
}

const without = (wave: MeasuredWave, area: string): MeasuredWave => {
  const kept = wave.microdata.labels.stratum!.flatMap((id, row) => (id === area ? [] : [row]))
  const microdata = {
    n: kept.length,
    labels: Object.fromEntries(Object.entries(wave.microdata.labels).map(([label, values]) => [label, kept.map((row) => values[row]!)])),
    codes: Object.fromEntries(Object.entries(wave.microdata.codes).map(([item, codes]) => [item, Int16Array.from(kept, (row) => codes[row]!)])),
  }
  return { ...wave, microdata }
}

describe('odd waves', () => {
  const usual = aWave({ seed: 3 })

  it('refuses a wave without a single response and strata with fewer invited than responses', () => {
    const nobody = AREAS.reduce((wave, { id }) => without(wave, id), usual)
    expect(() => buildEdition(anInput({ wave: nobody, baseline: null }))).toThrow(/weigh requires a stratum/)
    const few = { ...usual, strata: usual.strata.map((stratum) => ({ ...stratum, invited: 3 })) }
    expect(() => buildEdition(anInput({ wave: few, baseline: null }))).toThrow(/invited/)
  })

  it('refuses an age group that the register has and nobody answered for, naming it', () => {
    const codes = { ...usual.microdata.codes, age: usual.microdata.codes.age!.map((code) => (code === 4 ? 3 : code)) }
    expect(() => buildEdition(anInput({ wave: { ...usual, microdata: { ...usual.microdata, codes } }, baseline: null }))).toThrow(/class 4 of margin age/)
  })

  it('shows no figure for an area in which nobody answered', () => {
    const edition = buildEdition(anInput({ wave: without(usual, 'w7'), baseline: usual.id === 'x' ? null : aWave({ seed: 4 }) }))
    noStrayNumber(edition)
    const rows = edition.rows.filter(({ domain, wave }) => domain === 'w7' && wave === usual.id)
    expect(rows.length).toBeGreaterThan(0)
    for (const { cell } of rows) expect(cell).toEqual({ hidden: true })
  })

  it('leaves out an item that nobody answered, and keeps everybody who said neither man nor woman', () => {
    const codes = { ...usual.microdata.codes, silence: usual.microdata.codes.silence!.map(() => 99), sex: usual.microdata.codes.sex!.map((code, row) => (row % 5 === 0 ? 3 : code)) }
    const edition = buildEdition(anInput({ wave: { ...usual, microdata: { ...usual.microdata, codes } }, baseline: null }))
    noStrayNumber(edition)
    expect(edition.rows.some(({ item, measure, cell }) => item === 'silence' && measure === 'share' && !('hidden' in cell))).toBe(false)
    expect(edition.head.response[0]!.unknownAgeOrSex).toBeGreaterThanOrEqual(20)
    expect(edition.rows.find(({ item, domain }) => item === 'unsafeHere' && domain === 'all')!.cell).toMatchObject({ n: 2915 })
  })

  it('says "at most" where nobody gave the answer, never a bare 0', () => {
    const codes = { ...usual.microdata.codes, litter: usual.microdata.codes.litter!.map((code, row) => (usual.microdata.labels.stratum![row] === 'w3' && code === 1 ? 2 : code)) }
    const edition = buildEdition(anInput({ wave: { ...usual, microdata: { ...usual.microdata, codes } }, baseline: null }))
    const cell = edition.rows.find(({ item, measure, domain }) => item === 'litter' && measure === 'share' && domain === 'w3')!.cell
    expect(cell).toMatchObject({ limit: 'atMost', low: 0 })
    expect('hidden' in cell ? 0 : cell.value).toBeGreaterThan(0)
  })

  it('does not call 0 of a few people a change, nor names a change no share can make', () => {
    // keeps 15 people of w3, none of whom sees litter; the baseline is the usual one
    const kept = usual.microdata.labels.stratum!.flatMap((id, row, all) => (id === 'w3' && all.slice(0, row).filter((before) => before === 'w3').length >= 15 ? [] : [row]))
    const microdata = {
      n: kept.length,
      labels: Object.fromEntries(Object.entries(usual.microdata.labels).map(([label, values]) => [label, kept.map((row) => values[row]!)])),
      codes: Object.fromEntries(Object.entries(usual.microdata.codes).map(([item, codes]) => [item, Int16Array.from(kept, (row) =>
        (item === 'litter' && usual.microdata.labels.stratum![row] === 'w3' && codes[row] === 1 ? 2 : codes[row]!))])),
    }
    const edition = buildEdition(anInput({ wave: { ...usual, id: 'later', microdata }, baseline: usual }))
    noStrayNumber(edition)
    const found = edition.comparisons.find(({ item, measure, domain }) => item === 'litter' && measure === 'share' && domain === 'w3')!
    expect(found.now).toMatchObject({ limit: 'atMost' })
    expect(found.verdict).not.toBe('lower')
    for (const { measure, detectable } of edition.comparisons) if (detectable !== null) expect(detectable).toBeLessThanOrEqual(measure === 'mean' ? 10 : 100)
  })

  it('gives the same edition for the same people in another order', () => {
    const order = Array.from({ length: usual.microdata.n }, (_, row) => (row * 1201) % usual.microdata.n)
    const microdata = {
      n: usual.microdata.n,
      labels: Object.fromEntries(Object.entries(usual.microdata.labels).map(([label, values]) => [label, order.map((row) => values[row]!)])),
      codes: Object.fromEntries(Object.entries(usual.microdata.codes).map(([item, codes]) => [item, Int16Array.from(order, (row) => codes[row]!)])),
    }
    expect(new Set(order).size).toBe(usual.microdata.n)
    const [one, other] = [usual, { ...usual, microdata }].map((wave) => buildEdition(anInput({ wave, baseline: null })))
    expect(other!.rows).toEqual(one!.rows)
  })
})
