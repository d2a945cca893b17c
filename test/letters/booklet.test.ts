// The paper questionnaire: every item and option of the instrument, routing that says what the phone does, and marks that key back to the same answers.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { coreEn } from '../../src/instrument/batteries/core-en.ts'
import { coreNl } from '../../src/instrument/batteries/core-nl.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { DONT_KNOW, PREFER_NOT } from '../../src/instrument/item.ts'
import type { Item } from '../../src/instrument/item.ts'
import { bookletOf, keyedText, readKeyed } from '../../src/letters/booklet.ts'
import { bookletPage } from '../../src/letters/booklet-page.ts'

const booklet = bookletOf({ instrument: coreInstrument, text: coreNl })!
const item = (id: string) => booklet.items.find((one) => one.id === id)!

describe('the booklet', () => {
  it('is none where a language has no words for it', () => {
    expect(bookletOf({ instrument: coreInstrument, text: { ...coreNl, language: 'xx' } })).toBeNull()
  })

  it('asks what the phone asks, in its words and order, every answer with a mark', () => {
    expect(booklet.items.map(({ id }) => id)).toEqual(coreInstrument.items.map(({ id }) => id))
    for (const { id, question, options, missing, number } of booklet.items) {
      expect(question).toBe(coreNl.items[id]!.question)
      expect(options.map(({ mark }) => Number(mark))).toEqual(coreInstrument.items[number - 1]!.options)
      expect(missing.map(({ text }) => text)).toEqual(['Weet ik niet', 'Wil ik niet zeggen'])
    }
  })

  it('says in a sentence who answers a question, and where others go on', () => {
    const number = (id: string) => item(id).number
    expect(item('liveMark').routing).toBe('')
    expect(item('unsafeHere').routing).toBe(`Alleen invullen als u bij vraag ${number('unsafe')} ‘Zelden’, ‘Soms’ of ‘Vaak’ koos. Anders gaat u door naar vraag ${number('darkOutside')}.`)
    // Three questions for whoever was afraid: others skip all three.
    for (const id of ['fearDegree', 'fearDid', 'fearLife']) expect(item(id).routing).toContain(`Anders gaat u door naar vraag ${number('seenPressure')}.`)
    expect(item('whyNot').routing).toMatch(/^Alleen invullen als u bij vraag \d+ ‘[^]+’ koos en bij vraag \d+ niet ‘[^]+’ koos\. Anders gaat u door naar vraag \d+\.$/)
    expect(bookletOf({ instrument: coreInstrument, text: coreEn })!.items.find(({ id }) => id === 'unsafeHere')!.routing).toMatch(/^Only if you chose ‘.*’ at question \d+\. Otherwise go to question \d+\.$/)
    // Every routed question says so, no other does.
    expect(booklet.items.filter(({ routing }) => routing !== '').map(({ id }) => id)).toEqual(coreInstrument.items.filter(({ askedIf }) => askedIf).map(({ id }) => id))
  })

  it('prints blank or with the code of a letter, with nothing that runs (attack 25)', () => {
    const harm = '<script>alert(1)</script>'
    const blank = bookletPage(booklet, { municipality: harm, kind: 'resident', pilot: false })
    expect(blank).not.toContain('<script>')
    expect(blank.match(/class="booklet__item"/g)).toHaveLength(coreInstrument.items.length)
    const two = bookletPage(booklet, { municipality: 'Veldwijk', kind: 'professional', pilot: true }, [{ label: 'K7M2', code: 'ABCD EFGH JKMNP', mailing: 123456 }, { label: harm, code: harm, mailing: 7 }])
    expect(two.match(/<section/g)).toHaveLength(2)
    expect(two).not.toContain('buurt te wonen?')
    expect(two).toContain('K7M2 ABCD EFGH JKMNP')
    expect([blank.match(/PROEF/g), two.match(/PROEF/g)]).toEqual([null, ['PROEF', 'PROEF']])
    expect(two).not.toContain('<script>')
  })
})

describe('keying', () => {
  const of = (id: string) => coreInstrument.items.find((one) => one.id === id)!
  it('refuses marks that are not on the booklet, two where one is asked, and "none" beside another', () => {
    expect(readKeyed(of('unsafe'), '5')).toEqual({ mistake: 'unknown' })
    expect(readKeyed(of('unsafe'), 'x')).toEqual({ mistake: 'unknown' })
    expect(readKeyed(of('unsafe'), '1 2')).toEqual({ mistake: 'one' })
    expect(readKeyed(of('unsafe'), 'w n')).toEqual({ mistake: 'unknown' })
    expect(readKeyed(of('fearDid'), '1 7')).toEqual({ mistake: 'exclusive' })
    expect(readKeyed(of('liveMark'), '11')).toEqual({ mistake: 'unknown' })
  })

  it('reads nothing as skipped, W and N as what they say, and several in any order', () => {
    expect(readKeyed(of('unsafe'), ' ')).toEqual({ answer: undefined })
    expect(readKeyed(of('unsafe'), 'w')).toEqual({ answer: DONT_KNOW })
    expect(readKeyed(of('fearDid'), 'N')).toEqual({ answer: PREFER_NOT })
    expect(readKeyed(of('fearDid'), '3, 1 1')).toEqual({ answer: [1, 3] })
    expect(readKeyed(of('liveMark'), '10')).toEqual({ answer: 10 })
  })

  it('keys back every answer that can be given', () => {
    const answerOf = (one: Item) => fc.oneof(fc.constantFrom(undefined, DONT_KNOW, PREFER_NOT), one.kind === 'several'
      ? fc.subarray(one.options.filter((code) => code !== one.exclusive), { minLength: 1 })
      : fc.constantFrom(...one.options))
    for (const one of coreInstrument.items) {
      fc.assert(fc.property(answerOf(one), (answer) => {
        expect(readKeyed(one, keyedText(answer))).toEqual({ answer })
      }), { numRuns: 25 })
    }
  })
})
