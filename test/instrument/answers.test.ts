// Protects what leaves a phone: every item is there, nothing that was not asked is sent, and the count refuses what the
// routing makes impossible.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/instrument/answers.ts'
import { complete, faults, switched } from '../../src/instrument/answers.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { DONT_KNOW, NOT_ASKED, PREFER_NOT, SKIPPED } from '../../src/instrument/item.ts'
import type { Item } from '../../src/instrument/item.ts'
import { asked } from '../../src/instrument/relevance.ts'
import { anAnswer, anInstrument, anInstrumentWithAnswers, someAnswers } from './arbitrary.ts'

const told: Item = { id: 'told', block: 'b', kind: 'several', options: [1, 2, 3], exclusive: 3 }

describe('faults', () => {
  it.each([
    ['no object', null],
    ['a list', [1, 2]],
    ['an unknown item', { liveMark: 7, nickname: 1 }],
    ['a mark above 10', { liveMark: 11 }],
    ['half a mark', { liveMark: 6.5 }],
    ['a mark as text', { liveMark: '7' }],
    ['NaN', { liveMark: NaN }],
    ['a list for one choice', { unsafe: [1] }],
    ['an option nobody offered', { unsafe: 5 }],
    ['a fifth missing code', { unsafe: 95 }],
    ['one code for several choices', { seenPressure: 2, told: 1 }],
    ['no choice at all', { seenPressure: 2, told: [] }],
    ['the same choice twice', { seenPressure: 2, told: [1, 1] }],
    ['a missing code among choices', { seenPressure: 2, told: [1, DONT_KNOW] }],
    ['a choice as text', { seenPressure: 2, told: ['1'] }],
    ['an answer to what was not asked', { unsafe: 1, unsafeHere: 4 }],
    ['"don\'t know" to what was not asked', { unsafe: 1, unsafeHere: DONT_KNOW }],
    ['"not asked" where it was', { unsafe: 2, unsafeHere: NOT_ASKED }],
    ['an own member called __proto__', JSON.parse('{"__proto__": {"unsafe": 1}}')],
    ['a member every object has', { constructor: 1 }],
  ])('refuses %s', (_, answers) => {
    expect(faults(coreInstrument, answers)).toHaveLength(1)
  })

  it('names the item but never repeats the answer', () => {
    expect(faults(coreInstrument, { liveMark: 123456 })).toEqual(['liveMark: not a possible answer'])
  })

  it('accepts absent, missing and real answers, in any order of choices', () => {
    expect(faults(coreInstrument, {})).toEqual([])
    expect(faults(coreInstrument, { seenPressure: 3, told: [4, 1], unsafe: PREFER_NOT, silence: SKIPPED })).toEqual([])
  })

  it('accepts whatever complete makes of possible answers', () => {
    fc.assert(fc.property(anInstrumentWithAnswers, ({ instrument, answers }) => {
      expect(faults(instrument, complete(instrument, answers))).toEqual([])
    }))
  })
})

describe('complete', () => {
  it('leaves no item out, keeps the order, and fills exactly what was not asked with the code for it', () => {
    fc.assert(fc.property(anInstrumentWithAnswers, ({ instrument, answers }) => {
      const completed = complete(instrument, answers)
      expect(Object.keys(completed)).toEqual(instrument.items.map(({ id }) => id))
      const asking = new Set(asked(instrument, answers).map(({ id }) => id))
      for (const { id } of instrument.items) expect(completed[id] === NOT_ASKED).toBe(!asking.has(id))
    }))
  })

  it('changes nothing the second time, and asks the same before and after', () => {
    fc.assert(fc.property(anInstrumentWithAnswers, ({ instrument, answers }) => {
      const completed = complete(instrument, answers)
      expect(complete(instrument, completed)).toEqual(completed)
      expect(asked(instrument, completed)).toEqual(asked(instrument, answers))
    }))
  })

  it('keeps later answers that stay valid when an earlier one changes, and drops those no longer asked', () => {
    const changed = anInstrument.chain((instrument) => fc.tuple(
      fc.constant(instrument), someAnswers(instrument), fc.constantFrom(...instrument.items)
        .chain((item) => anAnswer(item).map((answer) => ({ id: item.id, answer })))))
    fc.assert(fc.property(changed, ([instrument, before, change]) => {
      const after: Answers = { ...before, [change.id]: change.answer }
      const stillAsked = new Set(asked(instrument, after).map(({ id }) => id))
      const [was, is] = [complete(instrument, before), complete(instrument, after)]
      for (const { id } of instrument.items) {
        if (id === change.id) continue
        if (!stillAsked.has(id)) expect(is[id]).toBe(NOT_ASKED)
        else if (was[id] !== NOT_ASKED) expect(is[id]).toEqual(was[id])
      }
    }))
  })

  it('does not send what was answered on a path no longer taken', () => {
    const answers: Answers = { afraid: 3, fearDegree: 3, fearDid: [4], fearLife: 1 }
    expect(complete(coreInstrument, answers).fearDid).toEqual([4])
    const corrected = complete(coreInstrument, { ...answers, afraid: 1 })
    expect([corrected.fearDegree, corrected.fearDid, corrected.fearLife]).toEqual([NOT_ASKED, NOT_ASKED, NOT_ASKED])
  })

  it('sorts choices, drops repeats, and lets an excluding option give way', () => {
    const completed = (answer: number[]) => complete({ items: [told] }, { told: answer }).told
    expect(completed([2, 1, 2])).toEqual([1, 2])
    expect(completed([3, 1])).toEqual([1])
    expect(completed([3])).toEqual([3])
    expect(completed([])).toBe(SKIPPED)
  })
})

describe('switched', () => {
  it('clears the others for an excluding option, and the excluding option for another', () => {
    expect(switched(told, [1, 2], 3)).toEqual([3])
    expect(switched(told, [3], 1)).toEqual([1])
    expect(switched(told, [2], 1)).toEqual([1, 2])
    expect(switched(told, [1, 2], 1)).toEqual([2])
    expect(switched(told, DONT_KNOW, 2)).toEqual([2])
    expect(switched(told, undefined, 2)).toEqual([2])
  })
})
