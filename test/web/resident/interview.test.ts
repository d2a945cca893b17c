// Protects what somebody has answered, and the promise that progress never goes backwards while going forward.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coreInstrument } from '../../../src/instrument/batteries/core.ts'
import { asked } from '../../../src/instrument/relevance.ts'
import { complete } from '../../../src/instrument/answers.ts'
import type { Answers } from '../../../src/instrument/answers.ts'
import { answered, LEAVING, longest, nextStep, placeAt, progress, readyStep, settle, WELCOME } from '../../../web/resident/interview.ts'
import { anInstrument } from '../../instrument/arbitrary.ts'

/** Walks from the first question to the end with these answers; the steps passed. */
function walk(instrument: Parameters<typeof nextStep>[0], answers: Answers, from = LEAVING): number[] {
  const steps: number[] = []
  for (let step = nextStep(instrument, answers, from); step < readyStep(instrument); step = nextStep(instrument, answers, step)) steps.push(step)
  return steps
}

const answersOf = (instrument: Parameters<typeof nextStep>[0]) => fc.record(
  Object.fromEntries(instrument.items.map((item) => [item.id, item.kind === 'several'
    ? fc.oneof(fc.subarray([...item.options], { minLength: 1 }), fc.constantFrom(98, 99))
    : fc.constantFrom(...item.options, 98, 99)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>

const visits = anInstrument.chain((instrument) => fc.tuple(fc.constant(instrument), answersOf(instrument), answersOf(instrument)))

describe('interview', () => {
  it('shows exactly the questions that are asked, in order', () => {
    fc.assert(fc.property(visits, ([instrument, answers]) => {
      const shown = walk(instrument, answers).map((step) => {
        const place = placeAt(instrument, step)
        return place.page === 'question' ? place.item.id : place.page
      })
      expect(shown).toEqual(asked(instrument, answers).map(({ id }) => id))
    }))
  })

  it('never loses a valid answer by changing others and changing them back', () => {
    fc.assert(fc.property(visits, ([instrument, first, second]) => {
      let answers: Answers = {}
      const give = (given: Answers) => { for (const { id } of instrument.items) if (id in given) answers = answered(answers, id, given[id]) }
      give(first)
      const before = complete(instrument, answers)
      const untouched = answers
      give(second)
      for (const { id } of instrument.items) answers = answered(answers, id, untouched[id])
      expect(complete(instrument, answers)).toEqual(before)
    }))
  })

  it('never lets progress fall on the way forward, whatever is answered', () => {
    fc.assert(fc.property(visits, ([instrument, answers]) => {
      let last = 0
      let known: Answers = {}
      for (let step = nextStep(instrument, known, LEAVING); step < readyStep(instrument); step = nextStep(instrument, known, step)) {
        const { number, total } = progress(instrument, known, step)
        expect(number / total).toBeGreaterThanOrEqual(last)
        expect(number).toBeLessThanOrEqual(total)
        last = number / total
        const place = placeAt(instrument, step)
        if (place.page === 'question') known = answered(known, place.item.id, answers[place.item.id])
      }
    }))
  })

  it('brings a history entry of a question that is no longer asked to the nearest earlier one', () => {
    fc.assert(fc.property(visits, fc.integer({ min: -3, max: 60 }), ([instrument, answers], step) => {
      const settled = settle(instrument, answers, step)
      expect(settled).toBeLessThanOrEqual(Math.max(WELCOME, step))
      const place = placeAt(instrument, settled)
      if (place.page === 'question') expect(asked(instrument, answers)).toContain(place.item)
      expect(settle(instrument, answers, settled)).toBe(settled)
    }))
  })

  it('reads nonsense in a history entry as the first page', () => {
    for (const state of [Number.NaN, 2.5, -1, Infinity * -1]) expect(settle(coreInstrument, {}, state)).toBe(WELCOME)
  })

  it('says at most 28 questions for the core battery', () => {
    expect(longest(coreInstrument)).toBe(28)
  })
})
