// How a title becomes an address and a typed language a code. Protects: no two pages on one address, nothing odd in an address, no language
// that the server would refuse.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { language, slug } from '../../../src/advice/wire.ts'
import { languageName, languageTyped, slugOf } from '../../../web/console/advice/advice-words.ts'

describe('the address of a page', () => {
  it('is one the server takes, whatever the title', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (title) => { expect(slug.safeParse(slugOf(title)).success).toBe(true) }))
  })
  it('is never one that is taken', () => {
    expect(slugOf('Één veilige plek!')).toBe('een-veilige-plek')
    expect(slugOf('Gevaar', ['gevaar', 'gevaar-2'])).toBe('gevaar-3')
    expect(slugOf('نص')).toBe('pagina')
  })
})

describe('a language as typed', () => {
  it.each(['', 'nederlands', 'n', 'nl_NL', '<i>', 'a-b-c'])('refuses %j', (typed) => expect(languageTyped(typed)).toBeNull())
  it('is one the server takes, and has a Dutch name', () => {
    for (const [typed, code, name] of [['AR', 'ar', 'Arabisch'], [' tr ', 'tr', 'Turks'], ['PL', 'pl', 'Pools']] as const) {
      expect(languageTyped(typed)).toBe(code)
      expect(language.safeParse(code).success).toBe(true)
      expect(languageName(code)).toBe(name)
    }
  })
})
