// What Volgen says: at least, about, and nothing it cannot know. Refusals first.
import { describe, expect, it } from 'vitest'
import type { AreaProgress, ProgressAnswer } from '../../../src/mailings/wire.ts'
import { enoughText, followed, phaseName, returnsTyped } from '../../../web/console/follow/follow.ts'

const area = (with_: Partial<AreaProgress> = {}): AreaProgress => ({ area: 'A', name: 'Noord', invited: 400, received: 100, undelivered: 20, ineligible: 10, replaced: 2, ...with_ })
const wave = { starts: '2026-03-02', ends: '2026-04-05', reminders: ['2026-03-12'], state: 'field' as const }
const progress = (with_: Partial<ProgressAnswer> = {}): ProgressAnswer => ({
  asOf: '2026-03-16', days: [{ day: '2026-03-16', received: 100 }], areas: [area()], runs: [], earlier: { name: 'Meting 2025', shares: [{ after: 14, share: 0.5 }, { after: 35, share: 1 }] }, ...with_,
})

describe('a form for returned letters', () => {
  it('refuses what is no count, more than went out, and no area', () => {
    expect(returnsTyped(undefined, '1', '1')).toMatchObject({ field: 'returns-area' })
    for (const wrong of ['', '-1', '1,5', 'veel', '1e3']) expect(returnsTyped(area(), wrong, '0')).toMatchObject({ field: 'returns-undelivered' })
    expect(returnsTyped(area(), '0', 'x')).toMatchObject({ field: 'returns-ineligible' })
    expect(returnsTyped(area(), '390', '11')).toEqual({ field: 'returns-undelivered', text: 'Naar Noord gingen 400 brieven.' })
    expect(returnsTyped(area(), ' 7 ', '0')).toEqual({ undelivered: 7, ineligible: 0 })
  })
})

describe('Volgen', () => {
  it('says nothing before the first count, and gives no forecast that early', () => {
    const none = followed(wave, progress({ asOf: null, days: [], areas: [area({ received: null })] }))
    expect(none).toMatchObject({ received: null, expected: null, rate: '' })
    expect(none.sentence).toBe('400 brieven zijn verstuurd. De eerste telling volgt morgenochtend om 6 uur.')
    expect(none.rows[0]).toMatchObject({ expected: null, margin: 'nog niet te zeggen', enough: 'unknown' })
    const early = followed(wave, progress({ asOf: '2026-03-02', days: [{ day: '2026-03-02', received: 5 }], areas: [area({ received: 5 })], earlier: null }))
    expect(early.expected).toBeNull()
    expect(early.sentence).not.toContain('ongeveer')
  })

  it('says "minstens", the rate without the ineligible, and what to expect by the course of an earlier meting', () => {
    const said = followed(wave, progress())
    expect(said.rate).toBe('minstens 25%')
    expect(said.expected).toBe(204)
    expect(said.sentence).toBe('Minstens 100 van 400 brieven zijn beantwoord (minstens 25%, stand van 16 maart 2026). Gaat het zo door, dan zijn het er aan het eind ongeveer 204. In 1 wijk is de marge dan 8 punten of kleiner.')
    expect(said.basis).toContain('Meting 2025')
    expect(said.rows[0]).toMatchObject({ margin: '± 8 punten', enough: 'yes' })
    expect(enoughText('no')).toBe('nee')
    expect(phaseName(1)).toBe('Eerste herinnering')
  })

  it('after the close forecasts nothing any more', () => {
    const said = followed({ ...wave, state: 'closed' }, progress())
    expect(said.expected).toBeNull()
    expect(said.rows[0]!.expected).toBe(100)
  })
})
