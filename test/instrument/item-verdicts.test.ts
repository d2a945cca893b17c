// Protects the promise that only like is compared with like, before anything is fixed: a changed word, answer or route is never called the same.
import { describe, expect, it } from 'vitest'
import { itemVerdicts } from '../../src/instrument/item-verdicts.ts'
import type { ItemVerdict } from '../../src/instrument/item-verdicts.ts'
import type { PublishedInstrument } from '../../src/instrument/instrument.ts'
import { chosenInstruments } from '../../src/waves/questionnaire.ts'

const chosen = (modules: readonly string[], languages = ['nl', 'en']) => chosenInstruments({ battery: 'core', modules, languages, primaryOutcomes: [] })
const earlier = chosen(['living', 'safety', 'trust', 'closing'])
const counted = (verdicts: readonly ItemVerdict[]) => Object.fromEntries(['same', 'reworded', 'new', 'gone'].map((change) => [change, verdicts.filter((one) => one.change === change).length]))
/** The same questionnaire with something of its first item changed in one language. */
const changed = (language: string, change: (one: PublishedInstrument, id: string) => void) => {
  const copy = JSON.parse(JSON.stringify(earlier)) as PublishedInstrument[]
  const one = copy.find(({ text }) => text.language === language)!
  change(one, one.instrument.items[0]!.id)
  return copy
}

describe('a question', () => {
  it.each<[string, (one: PublishedInstrument, id: string) => void]>([
    ['a word of the question', (one, id) => void (one.text.items[id]!.question += '?')],
    ['a word of an answer', (one, id) => void (one.text.items[id]!.options[Object.keys(one.text.items[id]!.options)[0]!] += ' ongeveer')],
    ['the words for not knowing', (one) => void ((one.text.missing as { dontKnow: string }).dontKnow += '!')],
    ['the answers there are', (one) => void ((one.instrument.items[0] as { options: readonly number[] }).options = [1, 2, 3])],
  ])('is not called the same when %s differs in one language', async (_, change) => {
    const [first] = await itemVerdicts(earlier, changed('en', change))
    expect(first).toMatchObject({ change: 'reworded', languages: ['en'] })
  })

  it('is not called the same when the two have no language in common', async () => {
    const verdicts = await itemVerdicts(chosen(['living', 'closing'], ['nl']), chosen(['living', 'closing'], ['en']))
    expect(new Set(verdicts.map(({ change }) => change))).toEqual(new Set(['reworded']))
  })

  it('is the same when nothing differs, and a corrected recording changes nothing', async () => {
    expect(counted(await itemVerdicts(earlier, changed('nl', (one, id) => void (one.text.items[id]!.audio = '/a.mp3'))))).toEqual({ same: earlier[0]!.instrument.items.length, reworded: 0, new: 0, gone: 0 })
  })

  it('is new or gone when only one questionnaire has it, what is gone last', async () => {
    const now = chosen(['living', 'trust', 'reporting', 'closing'])
    const verdicts = await itemVerdicts(earlier, now)
    const [a, b] = [earlier, now].map((side) => side[0]!.instrument.items.map(({ id }) => id)) as [string[], string[]]
    expect(verdicts.filter(({ change }) => change === 'new').map(({ id }) => id)).toEqual(b.filter((id) => !a.includes(id)))
    expect(verdicts.filter(({ change }) => change === 'gone').map(({ id }) => id)).toEqual(a.filter((id) => !b.includes(id)))
    expect(verdicts.map(({ id }) => id).slice(0, b.length)).toEqual(b)
    expect(verdicts.at(-1)!.question.length).toBeGreaterThan(5)
  })
})
