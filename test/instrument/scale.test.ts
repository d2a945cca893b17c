// Protects scale scores: direction, range and the rule for missing answers.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { DONT_KNOW, NOT_ASKED, PREFER_NOT, SKIPPED } from '../../src/instrument/item.ts'
import { toMicrodata } from '../../src/instrument/microdata.ts'
import { scaleValues } from '../../src/instrument/scale.ts'
import type { Scale } from '../../src/instrument/scale.ts'

const two: Scale = { id: 's', minimumValid: 2, items: [{ id: 'a', reverse: true, min: 1, max: 5 }, { id: 'b', reverse: false, min: 1, max: 5 }] }
const columns = (a: number[], b: number[]) => ({ n: a.length, codes: { a: Int16Array.from(a), b: Int16Array.from(b) } })
const core = (id: string, answers: Record<string, number>) => scaleValues(
  coreInstrument.scales.find((scale) => scale.id === id)!,
  toMicrodata(coreInstrument, [{ stratum: 's', mode: 'web', language: 'nl', phase: 'letter', answers }]))[0]

it('refuses microdata without a column it needs', () => {
  expect(() => scaleValues(two, { n: 1, codes: { a: Int16Array.of(1) } })).toThrow(new RangeError('scaleValues requires a column for item b'))
})

it('gives no score below the minimum of valid answers', () => {
  for (const missing of [NOT_ASKED, SKIPPED, DONT_KNOW, PREFER_NOT]) {
    expect(scaleValues(two, columns([1], [missing]))[0]).toBeNaN()
    expect(scaleValues({ ...two, minimumValid: 1 }, columns([1], [missing]))[0]).toBe(10)
  }
})

it('maps five points to 0, 2.5, 5, 7.5 and 10, reversed where said', () => {
  const one = (reverse: boolean) => [...scaleValues(
    { id: 's', minimumValid: 1, items: [{ id: 'a', reverse, min: 1, max: 5 }] }, columns([1, 2, 3, 4, 5], [1, 1, 1, 1, 1]))]
  expect(one(false)).toEqual([0, 2.5, 5, 7.5, 10])
  expect(one(true)).toEqual([10, 7.5, 5, 2.5, 0])
})

it('averages answered items: codes 1 (reversed) and 3 give 7.5', () => {
  expect(scaleValues(two, columns([1], [3]))[0]).toBe(7.5)
})

it('stays between 0 and 10 for every code a column can hold', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: -1, max: 100 }), fc.integer({ min: -1, max: 100 }))), (pairs) => {
    for (const value of scaleValues(two, columns(pairs.map(([a]) => a), pairs.map(([, b]) => b)))) {
      if (!Number.isNaN(value)) expect(value >= 0 && value <= 10).toBe(true)
    }
  }))
})

it('points the core scales the way their names say', () => {
  expect(core('living', { liveMark: 10, liveGladly: 1, helpEachOther: 1 })).toBe(10)
  expect(core('living', { liveMark: 0, liveGladly: 5, helpEachOther: 5 })).toBe(0)
  expect(core('safety', { unsafe: 1, darkOutside: 1, detour: 3, afraid: 1 })).toBe(10)
  expect(core('safety', { unsafe: 4, unsafeHere: 4, darkOutside: 4, detour: 1, afraid: 4 })).toBe(0)
  expect(core('trust', { trustMunicipality: 1, trustPolice: 1, fairTreatment: 1 })).toBe(10)
  expect(core('pressure', { seenPressure: 1, ownPressure: 1, silence: 5 })).toBe(0)
  expect(core('pressure', { seenPressure: 3, ownPressure: 3, silence: 1 })).toBe(10)
})

it('does not count "I never do that" as safe or unsafe', () => {
  expect(core('safety', { unsafe: 1, darkOutside: 5, detour: 3, afraid: 1 })).toBe(10)
  expect(core('safety', { unsafe: 1, darkOutside: 5, detour: 3 })).toBeNaN()
})
