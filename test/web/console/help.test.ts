// Protects the handbook: every screen and button it names is on the screen under that name, both languages tell the same ten steps, and
// nobody has to read a word of the trade.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { namesIn, readHelp } from '../../../web/console/help/read-help.ts'
import { sourceFiles } from '../../support/source.ts'

const read = (name: string) => readFileSync(new URL(`../../../web/console/help/${name}`, import.meta.url), 'utf8')
const dutch = read('tien-stappen.md')
const english = read('ten-steps.md')
const screens = sourceFiles(['web']).filter(({ path }) => path.startsWith('web/console/') && !path.startsWith('web/console/help/')).map(({ text }) => text.replace(/^\s*\/\/.*$/gm, '')).join('\n')
/** Whether words stand on a screen as they are: a text between tags, or a string of their own. */
const shown = (words: string) => ['>', "'", '"', '`'].some((before) => ['<', "'", '"', '`'].some((after) => screens.includes(`${before}${words}${after}`)))
const steps = (text: string) => readHelp(text).sections.filter(({ step }) => step !== null)

describe.each([['Dutch', dutch], ['English', english]])('the handbook in %s', (_, text) => {
  it('names no screen or button that is not there', () => {
    // Anna and Bram are people; the seven steps are called by their lower-case names in one table.
    const names = namesIn(readHelp(text)).filter((name) => !['Anna', 'Bram'].includes(name))
    expect(names.length).toBeGreaterThan(25)
    expect(names.filter((name) => !shown(name) && !shown(name.toLowerCase()))).toEqual([])
  })

  it('has ten steps, each with who and how long', () => {
    expect(steps(text).map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    for (const { blocks, heading } of steps(text)) expect([heading, typeof (blocks[0] as readonly unknown[])[0]]).toEqual([heading, 'string'])
    for (const { blocks } of steps(text)) expect((blocks[0] as readonly string[]).join('')).toMatch(/^(?:Wie|Who): .*\. (?:Duur|Time): /)
  })

  it('spares everybody the words of the trade', () => {
    expect(text.match(/\b(?:wave|credential|opening|age-|merkle|token|hash|stratum|manifest|AES|RSA)\w*/i)).toBeNull()
  })
})

it('tells the same in both languages: the same steps with the same buttons in the same order', () => {
  const named = (text: string) => steps(text).map((section) => namesIn({ title: '', sections: [section] }))
  expect(named(english)).toEqual(named(dutch))
})

it('knows which words are on no screen', () => {
  expect([shown('Sleutelblad maken'), shown('Sleutelblad vermenigvuldigen')]).toEqual([true, false])
})

it('is written in short sentences', () => {
  const sentences = dutch.replace(/^#.*$/gm, '').replace(/`[^`]*`/g, 'x').split(/[.!?:](?:\s|$)/).map((sentence) => sentence.trim().split(/\s+/).length)
  expect(Math.max(...sentences)).toBeLessThanOrEqual(25)
  expect(sentences.reduce((sum, words) => sum + words, 0) / sentences.length).toBeLessThan(11)
})
