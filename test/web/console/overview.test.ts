// The first page: what it asks for this week in every state, what runs in figures that move once a day, what changed last. Pure parts.
import { describe, expect, it } from 'vitest'
import { lastChanges, runningOf, tasksOf } from '../../../web/console/overview/overview.ts'
import { editionExample } from '../../../web/results/edition-example.ts'
import type { EditionSummary } from '../../../src/results/wire.ts'
import type { WaveDetail, WaveSummary } from '../../../src/waves/wire.ts'

const wave = (more: Partial<WaveSummary>): WaveSummary => ({
  id: 'w1', name: 'Meting', label: 'K7M2', kind: 'resident', pilot: false, state: 'field', starts: '2026-11-02', ends: '2026-12-07', invited: 9600, received: 145,
  asOf: '2026-11-25', frozenDigest: null, certificate: null, preparation: { areas: 13, counted: 13, languages: 2, toInvite: 9600, key: 'confirmed' }, ...more,
})
const edition = (audience: 'steering' | 'public') => ({ id: audience, number: 1, wave: 'w1', audience, publishedOn: '2026-11-01', head: { ...editionExample.head, wave: { ...editionExample.head.wave, id: 'w1' } } }) as EditionSummary
const texts = (waves: WaveSummary[], running: Partial<WaveDetail>[] = [], editions: EditionSummary[] = [], today = '2026-11-25') =>
  tasksOf(waves, running as WaveDetail[], editions, 'locked', today).map(({ text }) => text)

describe('this week', () => {
  it('asks for nothing while fieldwork runs and no date is near', () => {
    expect(texts([wave({})], [{ ...wave({}), reminders: ['2026-11-12', '2026-12-03'] }])).toEqual([])
  })

  it('names a reminder within seven days, and the close when its day is near or past, what is late first', () => {
    const near = wave({ ends: '2026-11-24' })
    const tasks = tasksOf([near], [{ ...near, reminders: ['2026-11-26'] } as unknown as WaveDetail], [], 'locked', '2026-11-25')
    expect(tasks.map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-26'])
    expect(tasks[1]!.text).toBe('Meting: verstuur herinnering 1.')
  })

  it('asks for counting, then for the steering group, then for the residents, then for nothing', () => {
    expect(texts([wave({ state: 'closed' })])).toHaveLength(1)
    const sealed = [wave({ state: 'sealed' })]
    expect(texts(sealed)[0]).toContain('eerst voor de stuurgroep')
    expect(texts(sealed, [], [edition('steering')])[0]).toContain('voor iedereen')
    expect(texts(sealed, [], [edition('steering'), edition('public')])).toEqual([])
    expect(texts([wave({ state: 'sealed', pilot: true })])).toEqual([])
  })

  it('asks for the evaluation plan until it is locked', () => {
    expect(tasksOf([], [], [], 'none', '2026-11-25')).toHaveLength(1)
    expect(tasksOf([], [], [], 'draft', '2026-11-25')[0]!.text).toContain('vast')
  })
})

describe('what runs', () => {
  it('says answers as at least, with the margin they would give, and no margin before the first count', () => {
    const { answers, margin, daysLeft } = runningOf(wave({}), '2026-11-25')
    expect(answers).toContain('Minstens 145 van 9.600')
    // 1.96 * sqrt(1.3 * 0.3 * 0.7 / 145) = 0.085
    expect(margin).toContain('9 punten')
    expect(daysLeft).toBe(12)
    expect(runningOf(wave({ received: null, asOf: null }), '2026-11-25').margin).toBeNull()
  })
})

describe('what changed last', () => {
  it('has a sentence for every primary outcome, each with its margins', () => {
    const changes = lastChanges(editionExample)
    const primary = editionExample.head.items.filter((item) => item.primary && (item.measure === 'share' || item.measure === 'mean'))
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.length).toBeLessThanOrEqual(primary.length)
    for (const { sentences } of changes) expect(sentences[0]).toMatch(/\(\d|te weinig|breuk|niet te vergelijken/i)
  })
})
