// Protects the allocation of letters: every letter goes somewhere, nobody gets two, and no group is smaller than anonymity needs (attack 14).
import { describe, expect, it } from 'vitest'
import { allocateLetters } from '../../src/analysis/allocate-letters.ts'

const areas = [{ id: 'a', adults: 4000 }, { id: 'b', adults: 1000 }, { id: 'c', adults: 49 }]
const sum = (given: Record<string, number>) => Object.values(given).reduce((a, b) => a + b, 0)

describe('letters over areas', () => {
  it('refuses half letters', () => {
    expect(() => allocateLetters(1.5, areas, 'equal', 50)).toThrow(RangeError)
  })
  it('attack 14: gives an area of fewer people than a group needs no letter, and no other area fewer than that', () => {
    expect(allocateLetters(60, areas, 'proportional', 50)).toEqual({ a: 50, b: 50, c: 0 })
    expect(allocateLetters(5000, areas, 'everybody', 50)).toEqual({ a: 4000, b: 1000, c: 0 })
  })
  it('follows the number of people, or is the same everywhere', () => {
    expect(allocateLetters(1000, areas, 'proportional', 50)).toEqual({ a: 800, b: 200, c: 0 })
    expect(allocateLetters(1000, areas, 'equal', 50)).toEqual({ a: 500, b: 500, c: 0 })
  })
  it('hands on what a small area cannot take, to the last letter, and never invites anybody twice', () => {
    expect(allocateLetters(3001, areas, 'equal', 50)).toEqual({ a: 2001, b: 1000, c: 0 })
    expect(sum(allocateLetters(997, areas, 'proportional', 50))).toBe(997)
    expect(allocateLetters(99_999, areas, 'equal', 50)).toEqual({ a: 4000, b: 1000, c: 0 })
  })
})
