// Protects: the thresholds below which nothing is shown, and what a published number can say.
import { describe, expect, it } from 'vitest'
import { tooSmall } from '../../src/disclosure/primary.ts'
import { oneDecimal, toFive, wholePoints } from '../../src/disclosure/rounding.ts'
import { domainsOf, finestLevel, offered } from '../../src/disclosure/catalogue.ts'
import { record, stateOf } from '../../src/disclosure/ledger.ts'
import type { Entry } from '../../src/disclosure/ledger.ts'

describe('primary suppression', () => {
  it('refuses a base under 10, one or two people, and all but one or two', () => {
    expect([tooSmall(9, 4), tooSmall(200, 1), tooSmall(200, 2), tooSmall(200, 198), tooSmall(200, 199)]).toEqual([true, true, true, true, true])
    expect(tooSmall(9, null)).toBe(true)
  })
  it('lets nobody, everybody and three through', () => {
    expect([tooSmall(200, 0), tooSmall(200, 200), tooSmall(200, 3), tooSmall(200, 197), tooSmall(10, null)]).toEqual([false, false, false, false, false])
  })
})

describe('rounding', () => {
  it('prints a rise and a fall of the same size alike, and never minus zero', () => {
    expect([wholePoints(0.125), wholePoints(-0.125)]).toEqual([13, -13])
    expect(Object.is(wholePoints(-0.001), 0)).toBe(true)
    expect([toFive(7), toFive(8), toFive(1312)]).toEqual([5, 10, 1310])
    expect(oneDecimal(6.849)).toBe(6.8)
  })
})

describe('the catalogue', () => {
  const places = [
    { id: 'a', role: 'focus' as const, district: 'n' }, { id: 'b', role: 'focus' as const, district: 'n' },
    { id: 'c', role: 'comparison' as const, district: 's' }, { id: 'd', role: 'other' as const },
  ]
  it('has no group or district of a single area, which would be that area under another name', () => {
    expect(domainsOf(places).map(({ id }) => id)).toEqual(['all', 'focus', 'district:n', 'a', 'b', 'c', 'd'])
  })
  it('keeps what is sensitive at district level in public, and nowhere else', () => {
    expect(finestLevel(true, 'public')).toBe('district')
    expect(finestLevel(true, 'steering')).toBe('area')
    expect(finestLevel(false, 'public')).toBe('area')
    expect([offered('area', 'district'), offered('district', 'district'), offered('group', 'all'), offered('all', 'all')]).toEqual([false, true, false, true])
  })
})

describe('the release ledger', () => {
  it('keeps hidden what was hidden once, and counts as known what was shown once', () => {
    const ledger = new Map<string, Entry>()
    record(ledger, 'a', null)
    record(ledger, 'b', '31 27 35')
    expect(stateOf(ledger.get('a'), false, true)).toBe('hidden')
    expect(stateOf(ledger.get('b'), true, false)).toBe('shown')
    expect([stateOf(undefined, false, true), stateOf(undefined, true, false), stateOf(undefined, false, false)]).toEqual(['open', 'hidden', 'absent'])
  })
})
