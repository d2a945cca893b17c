// Protects what a report says: only codes of place, behaviour and a coarse time, never more than was chosen, and nothing empty is sent.
import { describe, expect, it } from 'vitest'
import { MESSAGE_TEXT_BYTES } from '../../../../src/crypto/report-message.ts'
import { PARTS_OF_DAY, REPORT_KINDS, REPORT_SPOTS, SINCE, TEXT_MOST } from '../../../../src/crypto/report.ts'
import { reportEn } from '../../../../web/languages/report-en.ts'
import { reportNl } from '../../../../web/languages/report-nl.ts'
import { ACCOUNT_MOST, EMPTY, factsOf, QUESTIONS, questionsFor, switched, tellsNothing, tooLong } from '../../../../web/resident/report/draft.ts'
import { MESSAGE_MOST, messageTooLong } from '../../../../web/resident/report/thread.ts'

describe('a draft', () => {
  it('tells nothing until a kind, a place or a word is there', () => {
    for (const draft of [EMPTY, { ...EMPTY, area: '' }, { ...EMPTY, spot: 'unknown' as const }, { ...EMPTY, since: 'longer' as const, part: 'night' as const, account: ' \n' }]) expect(tellsNothing(draft)).toBe(true)
    for (const draft of [switched(EMPTY, 'drugs'), { ...EMPTY, area: 'W1' }, { ...EMPTY, spot: 'street' as const }, { ...EMPTY, account: 'x' }]) expect(tellsNothing(draft)).toBe(false)
  })

  it('says of an empty one only the week and the language', () => {
    expect(factsOf(EMPTY, 'nl', new Date('2026-03-04T23:00:00Z'))).toEqual({ kinds: [], area: '', spot: 'unknown', since: 'unknown', partOfDay: 'unknown', week: '2026-W10', language: 'nl' })
  })

  it('switches kinds on and off again', () => {
    expect(switched(switched(EMPTY, 'drugs'), 'threat').kinds).toEqual(['drugs', 'threat'])
    expect(switched(switched(EMPTY, 'drugs'), 'drugs').kinds).toEqual([])
  })

  it('asks for no neighbourhood where none are known', () => {
    expect(questionsFor([])).not.toContain('area')
    expect(questionsFor([{}])).toEqual(QUESTIONS)
  })

  it('attack 22: knows the lengths that the sealing code takes, in characters and in bytes', () => {
    expect(ACCOUNT_MOST).toBe(TEXT_MOST)
    expect(MESSAGE_MOST).toBe(MESSAGE_TEXT_BYTES)
    expect(tooLong({ ...EMPTY, account: 'x'.repeat(5_010) })).toBe(10)
    expect(tooLong({ ...EMPTY, account: ` ${'x'.repeat(5_000)} ` })).toBe(0)
    expect(messageTooLong('x'.repeat(MESSAGE_MOST))).toBe(0)
    expect(messageTooLong('x'.repeat(MESSAGE_MOST + 3))).toBe(3)
    for (const letter of ['é', 'ش', '😀', '\ud800']) {
      const message = letter.repeat(2_000)
      expect(messageTooLong(message.slice(0, message.length - messageTooLong(message)))).toBe(0)
    }
  })
})

describe.each([['Dutch', reportNl], ['English', reportEn]])('the words in %s', (_, words) => {
  it('have one for every code of the head, and none for anything else', () => {
    expect(Object.keys(words.kinds.options)).toEqual([...REPORT_KINDS])
    expect(Object.keys(words.spot.options)).toEqual([...REPORT_SPOTS])
    expect(Object.keys(words.since.options)).toEqual([...SINCE])
    expect(Object.keys(words.part.options)).toEqual([...PARTS_OF_DAY])
  })

  it('ask nobody for a name, an address or who did it', () => {
    const asked = QUESTIONS.map((question) => words[question].question).join(' ')
    expect(asked).not.toMatch(/\b(?:wie|dader|naam|adres|who|name|address|suspect)\b/i)
  })

  it('write a day as people do', () => {
    expect(words.day('2026-09-01')).toMatch(/^1 [Ss]eptember 2026$/)
  })
})
