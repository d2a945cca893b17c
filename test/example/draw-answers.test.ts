// The example must say what was planted: these are the drawn answers before any weighting.
import { describe, expect, it } from 'vitest'
import { drawResponses } from '../../src/example/draw-answers.ts'
import { CHANGES, REFUSALS, UNSAFE_HERE } from '../../src/example/planted.ts'
import { AREAS, apportion, controlTotals } from '../../src/example/town.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { faults } from '../../src/instrument/answers.ts'
import { PREFER_NOT, isMissing } from '../../src/instrument/item.ts'
import { toMicrodata } from '../../src/instrument/microdata.ts'

const waves = [drawResponses(0), drawResponses(1)]
const microdata = waves.map((rows) => toMicrodata(coreInstrument, rows))

function share(wave: 0 | 1, area: string, item: string, categories: readonly number[]): number {
  const { codes, labels } = microdata[wave]!
  const own = [...codes[item]!].filter((code, row) => labels.stratum![row] === area && !isMissing(code))
  return own.filter((code) => categories.includes(code)).length / own.length
}

describe('the example town', () => {
  it('has no answer that a phone could not have sent', () => {
    for (const rows of waves) for (const row of rows) expect(faults(coreInstrument, row.answers)).toEqual([])
  })

  it('has about 3,000 responses a wave over 13 areas, one of them too small to show', () => {
    for (const rows of waves) expect(rows.length).toBeGreaterThan(2900)
    expect(AREAS).toHaveLength(13)
    expect(AREAS.filter((area) => area.responses.some((n) => n < 10)).map((area) => area.id)).toEqual(['HE'])
  })

  it('says what was planted in the focus areas that changed', () => {
    for (const { area, item, categories, baseline, second } of CHANGES) {
      expect(share(0, area, item, categories)).toBeCloseTo(baseline, 2)
      expect(share(1, area, item, categories)).toBeCloseTo(second, 2)
    }
  })

  it('changes nothing anywhere else', () => {
    for (const area of AREAS.filter(({ id }) => id !== 'HE')) for (const item of coreInstrument.items) {
      const report = item.summary?.report
      if (report?.as !== 'share' || item.askedIf && item.id !== 'unsafeHere') continue
      if (CHANGES.some((change) => change.area === area.id && change.item === item.id)) continue
      expect(Math.abs(share(1, area.id, item.id, report.categories) - share(0, area.id, item.id, report.categories)), `${area.id} ${item.id}`).toBeLessThan(0.04)
    }
    const comparison = AREAS.filter(({ role }) => role === 'comparison').map(({ id }) => share(0, id, 'unsafeHere', [3, 4]))
    expect(Math.abs(comparison.reduce((sum, one) => sum + one, 0) / 9 - UNSAFE_HERE.comparison)).toBeLessThan(0.04)
    expect(Math.max(...comparison) - Math.min(...comparison)).toBeGreaterThan(0.02)
  })

  it('doubles refusals in one area only', () => {
    const refused = (wave: 0 | 1, area: string) => {
      const { codes, labels } = microdata[wave]!
      const own = [...codes[REFUSALS.item]!].filter((_, row) => labels.stratum![row] === area)
      return own.filter((code) => code === PREFER_NOT).length / own.length
    }
    expect(refused(0, REFUSALS.area)).toBeCloseTo(REFUSALS.baseline, 2)
    expect(refused(1, REFUSALS.area)).toBeCloseTo(REFUSALS.second, 2)
    expect(refused(1, 'MV')).toBeCloseTo(REFUSALS.baseline, 2)
  })

  it('counts every adult once in the control totals', () => {
    for (const area of AREAS) {
      const total = controlTotals().filter((cell) => cell.area === area.id).reduce((sum, cell) => sum + cell.population, 0)
      expect(total).toBe(area.population)
    }
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
  })
})
