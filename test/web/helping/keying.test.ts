// Keying without a page: which forms are typed twice, what differs, what is settled, and that nothing of it weighs on a resident's phone.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { coreInstrument } from '../../../src/instrument/batteries/core.ts'
import { answersTyped, differing, drawTwice, keyedSentence, settled } from '../../../web/helping/keying.ts'

const { items } = coreInstrument

describe('forms typed twice', () => {
  it('are one of every ten, at a place that is another each time', () => {
    const places = new Set<number>()
    for (let run = 0; run < 60; run += 1) {
      const due = drawTwice()
      for (let block = 0; block < 3; block += 1) {
        const ten = Array.from({ length: 10 }, due)
        expect(ten.filter(Boolean)).toHaveLength(1)
        places.add(ten.indexOf(true))
      }
    }
    expect(places.size).toBe(10)
  })
})

describe('two typings', () => {
  it('differ in nothing but what differs, and become what was chosen for each', () => {
    const typing = fc.record(Object.fromEntries(items.map(({ id, options }) => [id, fc.constantFrom('', 'w', 'n', String(options[0]))])))
    fc.assert(fc.property(typing, typing, fc.array(fc.constantFrom('first' as const, 'second' as const), { minLength: items.length, maxLength: items.length }), (one, other, choices) => {
      const [first, second] = [answersTyped(items, one).answers, answersTyped(items, other).answers]
      const differs = differing(items, first, second)
      const chosen = Object.fromEntries(items.map(({ id }, i) => [id, choices[i]!]))
      const answers = settled(first, second, differs, chosen)
      for (const { id } of items) expect(answers[id]).toEqual((differs.some((item) => item.id === id) && chosen[id] === 'second' ? second : first)[id])
      expect(differing(items, first, first)).toEqual([])
    }))
  })

  it('name the mistake of each field and take nothing of it', () => {
    expect(answersTyped(items, { unsafe: '9', liveMark: '7', afraid: '1 2' })).toEqual({ answers: { liveMark: 7 }, mistakes: { unsafe: 'unknown', afraid: 'one' } })
  })

  it('are told in one sentence', () => {
    expect(keyedSentence({ forms: 1, twice: 0, compared: 0, differed: 0 })).toBe('1 formulier op dit scherm.')
    expect(keyedSentence({ forms: 12, twice: 1, compared: 28, differed: 2 })).toBe('12 formulieren op dit scherm, 1 twee keer getypt. Van 28 antwoorden verschilden er 2.')
  })
})

describe('the built pages', () => {
  const built = new URL('../../../build/web/resident/', import.meta.url)
  it('are there for each mode, and the resident\'s own page loads none of their files', () => {
    const names = readdirSync(new URL('assets/', built)).filter((name) => name.startsWith('helping-'))
    expect(names.length).toBeGreaterThan(2)
    for (const [page, mode] of [['samen', 'assisted'], ['telefoon', 'phone'], ['papier', 'paper']]) {
      const html = readFileSync(new URL(`${page}.html`, built), 'utf8')
      expect(html).toContain(`data-mode="${mode}"`)
      expect(html).toContain('<!--place:name-->')
      expect(html).not.toMatch(/ style="|<style|<script(?![^>]* src=)|(?:src|href)="(?:https?:)?\/\//)
    }
    const own = ['index.html', ...readdirSync(new URL('assets/', built)).filter((name) => !name.startsWith('helping-')).map((name) => `assets/${name}`)]
    for (const file of own) expect(readFileSync(new URL(file, built), 'utf8')).not.toContain('helping-')
    expect(existsSync(new URL('index.html', built))).toBe(true)
  })
})
