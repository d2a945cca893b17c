// Protects people who type: slips are named before anything is sent, spaces, lower case and look-alike letters are understood.
import { describe, expect, it } from 'vitest'
import { newCode } from '../../../src/crypto/draw-codes.ts'
import { printedCode } from '../../../src/crypto/invite-code.ts'
import { nl } from '../../../web/languages/nl.ts'
import { codeTexts } from '../../../web/languages/code.ts'
import { readTypedCode } from '../../../web/resident/typed-code.ts'
import { readTypedLabel } from '../../../web/resident/typed-entry.ts'

const words = codeTexts.nl!

describe('typed entry', () => {
  it('refuses an empty, short or foreign label in words', () => {
    expect(readTypedLabel('  ', nl)).toEqual({ mistake: nl.mistakes.labelEmpty })
    expect(readTypedLabel('K7M', nl)).toEqual({ mistake: nl.mistakes.labelShape })
    expect(readTypedLabel('K7M22', nl)).toEqual({ mistake: nl.mistakes.labelShape })
    expect(readTypedLabel('K7U2', nl)).toEqual({ mistake: nl.mistakes.labelShape })
  })

  it('names each slip in a code', () => {
    const code = newCode()
    const wrong = (code[0] === '7' ? '8' : '7') + code.slice(1)
    expect(readTypedCode('', words)).toEqual({ mistake: words.mistakes.empty })
    expect(readTypedCode(code.slice(1), words)).toEqual({ mistake: words.mistakes.length(12) })
    expect(readTypedCode(wrong, words)).toEqual({ mistake: words.mistakes.check })
    expect(readTypedCode(`U${code.slice(1)}`, words)).toEqual({ mistake: words.mistakes.character('U') })
  })

  it('understands lower case, spaces, dashes and look-alike letters', () => {
    const code = newCode()
    const sloppy = printedCode(code).toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l').replace(/ /g, ' - ')
    expect(readTypedCode(` ${sloppy} `, words)).toEqual({ code })
    expect(readTypedLabel('kolm', nl)).toEqual({ label: 'K01M' })
  })

  it('takes a label and a code apart that were pasted together', () => {
    const code = newCode()
    expect(readTypedLabel(`K7M2 ${printedCode(code)}`, nl)).toEqual({ label: 'K7M2', code })
  })
})
