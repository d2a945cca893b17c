// Protects the phone: nothing older than ten idle minutes is ever read back, and what is being sent is never lost to a reload.
import { describe, expect, it } from 'vitest'
import { IDLE_MILLISECONDS, keep, recall, wipe } from '../../../web/resident/storage.ts'
import type { KeptVisit } from '../../../web/resident/storage.ts'

function aKeeper(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries))
  return { kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), clear: () => kept.clear() }
}

const visit: KeptVisit = { v: 1, touched: 1_000_000, language: 'nl', answering: { reference: 'a'.repeat(16), code: 'X', step: 4, answers: { q: 1 }, concealed: false } }

describe('storage', () => {
  it('attack 47: wipes instead of reading after ten idle minutes', () => {
    const keeper = aKeeper()
    keep(keeper, visit)
    expect(recall(keeper, visit.touched + IDLE_MILLISECONDS)).toBe('expired')
    expect(keeper.kept.size).toBe(0)
    expect(recall(keeper, visit.touched)).toBe(null)
  })

  it('wipes when the clock was set back by more than ten minutes', () => {
    const keeper = aKeeper()
    keep(keeper, visit)
    expect(recall(keeper, visit.touched - IDLE_MILLISECONDS)).toBe('expired')
  })

  it('gives a visit back within ten minutes', () => {
    const keeper = aKeeper()
    keep(keeper, visit)
    expect(recall(keeper, visit.touched + IDLE_MILLISECONDS - 1)).toEqual(visit)
  })

  it('keeps what is being sent for longer, but not what got stuck', () => {
    const keeper = aKeeper()
    keep(keeper, { v: 1, touched: 0, language: 'nl', sending: { at: 'response', body: 'x' } })
    expect(recall(keeper, 3_600_000)).toMatchObject({ sending: { at: 'response' } })
    keep(keeper, { v: 1, touched: 0, language: 'nl', sending: { at: 'stuck', before: { at: 'response', body: 'x' } } })
    expect(recall(keeper, 3_600_000)).toBe('expired')
  })

  it('reads neither nonsense nor another version', () => {
    for (const value of ['', '{', 'null', '1', '{"v":2}']) expect(recall(aKeeper({ visit: value }), 0)).toBe(null)
  })

  it('a full or forbidden storage stops nobody', () => {
    const refusing = { getItem: () => null, setItem: () => { throw new Error('full') }, clear: () => { throw new Error('forbidden') } }
    expect(() => { keep(refusing, visit); wipe(refusing) }).not.toThrow()
  })
})
