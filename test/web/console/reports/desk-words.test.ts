// What the desk decides without a key or a page: filters, likely doubles, counts of a quarter, weeks, checks of a signal, words. Refusals first.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { REPORT_KINDS, REPORT_SPOTS } from '../../../../src/crypto/report.ts'
import { STATUSES } from '../../../../src/crypto/report-message.ts'
import { complexCriteria, quarterCounts, reviewChecks, signalStates } from '../../../../src/signals/wire.ts'
import { agreementStates } from '../../../../src/signals/agreement.ts'
import type { CaseRow } from '../../../../web/console/reports/case.ts'
import { agreedSentence, keptShare } from '../../../../web/console/reports/FiguresView.tsx'
import { filterRows, likelyDoubles, NO_FILTER } from '../../../../web/console/reports/inbox-filter.ts'
import { drillText } from '../../../../web/console/reports/keys-words.ts'
import { sameWords } from '../../../../web/console/SixWords.tsx'
import { countsOf } from '../../../../web/console/reports/quarter-counts.ts'
import { agreementNames, checkNames, criterionNames, kindNames, monthName, quarterName, signalStateNames, spotNames, statusNames, weekName } from '../../../../web/console/reports/report-words.ts'
import { signalMistakes } from '../../../../web/console/reports/signal-check.ts'
import type { SignalInput } from '../../../../web/console/reports/signal-check.ts'
import { weeksBefore } from '../../../../web/console/reports/weeks.ts'

const facts: NonNullable<CaseRow['facts']> = { kinds: ['threat'], area: 'A', spot: 'street', partOfDay: 'evening', since: 'longer', week: '2026-W10', language: 'nl' }
const row = (thread: string, more: Partial<CaseRow> = {}): CaseRow => ({ month: '2026-03', thread, name: `naam-${thread}`, facts, coding: null, state: 'open', received: 0, sent: 0, read: false, mergedInto: null, ...more })

describe('counting a quarter', () => {
  it('never gives a number from 1 to 4, names every area, and is what the server takes', () => {
    const counts = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D', '__proto__'), fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(NaN), fc.constant(2.5)))
    fc.assert(fc.property(fc.array(fc.record({ month: fc.constantFrom('2025-12', '2026-01', '2026-02', '2026-03', '2026-04'), counts })), (tallies) => {
      const counted = countsOf('2026-Q1', tallies, ['A', 'B', 'C'])
      expect(counted.map(({ area }) => area)).toEqual(['A', 'B', 'C'])
      for (const { reports } of counted) expect(reports === null || reports >= 5).toBe(true)
      expect(quarterCounts.safeParse({ counts: counted }).success).toBe(true)
    }))
  })
  it('adds the months of the quarter and no others', () => {
    const of = (month: string, A: number) => ({ month, counts: { A } })
    expect(countsOf('2026-Q1', [of('2025-12', 50), of('2026-01', 2), of('2026-02', 3), of('2026-04', 50)], ['A', 'B'])).toEqual([{ area: 'A', reports: 5 }, { area: 'B', reports: null }])
  })
})

describe('the inbox', () => {
  it('shows what is damaged among the open ones, and leaves nothing out of "all"', () => {
    const rows = [row('1'), row('2', { facts: null }), row('3', { state: 'junk' }), row('4', { state: 'closed', read: true }), row('5', { read: true })]
    const names = (filter: Partial<typeof NO_FILTER>) => filterRows(rows, { ...NO_FILTER, ...filter }).map(({ thread }) => thread).sort()
    expect(names({})).toEqual(['1', '2', '5'])
    expect(names({ state: 'damaged' })).toEqual(['2'])
    expect(names({ state: 'unread' })).toEqual(['1', '2'])
    expect(names({ state: 'all' })).toHaveLength(5)
    expect(names({ area: 'B' })).toEqual([])
  })
  it('follows the coding where colleagues coded, and the newest week first', () => {
    const coded = row('1', { coding: { area: 'B', spot: 'park', behaviour: 'drugs', week: '2026-W12', seriousness: 'light', note: '' } })
    expect(filterRows([row('2'), coded], NO_FILTER).map(({ thread }) => thread)).toEqual(['1', '2'])
    expect(filterRows([row('2'), coded], { ...NO_FILTER, area: 'B', kind: 'drugs' }).map(({ thread }) => thread)).toEqual(['1'])
  })
  it('suggests doubles of the same month and place only, never the report itself, junk or what is a double already', () => {
    const of = row('1')
    const rows = [of, row('2'), row('3', { month: '2026-02' }), row('4', { state: 'junk' }), row('5', { mergedInto: '2' }), row('6', { facts: { ...facts, area: 'B' } }), row('7', { facts: { ...facts, kinds: ['drugs'] } }), row('8', { facts: null })]
    expect(likelyDoubles(rows, of).map(({ thread }) => thread)).toEqual(['2'])
    expect(likelyDoubles(rows, rows[7]!)).toEqual([])
  })
})

describe('weeks to choose from', () => {
  it('go over the turn of a year with 53 weeks, and keep one that was chosen before', () => {
    expect(weeksBefore('2027-W01', '2027-W01', 3)).toEqual(['2027-W01', '2026-W53', '2026-W52'])
    expect(weeksBefore('2026-W10', '2025-W01', 2)).toEqual(['2026-W10', '2026-W09', '2025-W01'])
    expect(weeksBefore('odd')).toEqual(['odd'])
  })
})

describe('a signal before it goes to a second person', () => {
  const input: SignalInput = { area: 'A', spot: 'street', behaviour: 'threat', week: '2026-W10', seriousness: 'light', text: 'x', criteria: [], partners: ['p'] }
  it.each([['no area', { area: '' }, 'area'], ['no text', { text: '  ' }, 'text'], ['a text that is too long', { text: 'x'.repeat(1_001) }, 'text'], ['nobody to go to', { partners: [] }, 'partners']] as const)('is held back with %s', (_, change, field) => {
    expect(signalMistakes({ ...input, ...change }).map((one) => one.field)).toEqual([field])
  })
  it('goes when all is there', () => expect(signalMistakes(input)).toEqual([]))
})

describe('shares of agreements', () => {
  it('stand with their number, and as a percentage only from five on', () => {
    expect(keptShare({ due: 4, kept: 3 })).toBe('3 van 4')
    expect(keptShare({ due: 9, kept: 7 })).toBe('7 van 9 (78%)')
    expect(agreedSentence([])).toContain('nog geen afspraak')
    const all = [{ partner: 'a', quarter: '2026-Q1', due: 9, kept: 7, late: 1, missed: 1 }, { partner: 'b', quarter: '2026-Q1', due: 1, kept: 1, late: 0, missed: 0 }, { partner: 'a', quarter: '2025-Q4', due: 4, kept: 0, late: 0, missed: 4 }]
    expect(agreedSentence(all)).toBe('In het eerste kwartaal 2026 liepen 10 afspraken af: 8 op tijd nagekomen, 1 te laat, 1 niet.')
  })
})

describe('words', () => {
  it('are there for every code', () => {
    const pairs: [readonly string[], Readonly<Record<string, string>>][] = [
      [REPORT_KINDS, kindNames], [REPORT_SPOTS, spotNames], [STATUSES, statusNames], [reviewChecks, checkNames], [complexCriteria, criterionNames], [signalStates, signalStateNames], [agreementStates, agreementNames],
    ]
    for (const [codes, names] of pairs) expect(Object.keys(names).sort()).toEqual([...codes].sort())
    expect([weekName('2026-W09'), monthName('2026-03'), quarterName('2026-Q2'), weekName('<x>')]).toEqual(['week 9 van 2026', 'maart 2026', 'tweede kwartaal 2026', '<x>'])
  })
  it('say what is wrong with a part of the recovery key', () => {
    expect(drillText({ mistake: 'part', position: 2 })).toContain('Deel 2')
    expect(drillText({ mistake: 'same' })).toContain('twee keer hetzelfde')
    expect(drillText({ mistake: 'other-key' })).toContain('andere sleutel')
    expect(drillText({ mistake: 'count', found: 23 })).toContain('23 woorden')
  })
  it('take six words typed back in any spelling, and no others', () => {
    expect(sameWords('zebra-yellow-wagon', ' Zebra  yellow WAGON ')).toBe(true)
    expect(sameWords('zebra-yellow-wagon', 'zebra wagon yellow')).toBe(false)
  })
})
