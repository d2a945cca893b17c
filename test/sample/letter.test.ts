// The letter and the printer's list: short, neutral, a QR code a phone can read at arm's length, nothing a spreadsheet would run.
import { describe, expect, it } from 'vitest'
import { encode } from 'uqr'
import { newCodes } from '../../src/crypto/draw-codes.ts'
import { parseCode, parseFragment } from '../../src/crypto/invite-code.ts'
import { letterAddress, letterBody, lettersPage, mergeFile, numbered } from '../../src/sample/letter.ts'

const sender = {
  municipality: 'Veldwijk', host: 'https://meedoen.veldwijk.example', phone: '0800 1234', label: 'K7M2', reference: '0123456789abcdef',
  fingerprint: 'ABCD EFGH JKMN PQRS', until: '20 maart 2026',
}
const [drawn] = newCodes('a'.repeat(64), [40])
const letters = numbered(drawn!.map((code) => ({ ...code, stratum: 'A' })))

describe('the merge list', () => {
  it('quotes what a spreadsheet would run as a formula (attack 26)', () => {
    for (const harm of ['=cmd()', '+31 6', '-1+1', '@SUM(A1)', '\t=1', '\r=1']) {
      const list = mergeFile({ ...sender, phone: harm }, letters.slice(0, 1))
      // A leading apostrophe makes it text.
      expect(list).toContain(`'${harm}`)
    }
  })

  it('numbers letters without telling the order of drawing', () => {
    expect(new Set(letters.map(({ mailing }) => mailing)).size).toBe(40)
    expect(letters.map(({ code }) => code)).not.toEqual(drawn!.map(({ code }) => code))
  })
})

describe('a letter', () => {
  it('has at most 150 words and names no theme that an envelope should not tell', () => {
    const words = letterBody(sender).join(' ').split(/\s+/)
    expect(words.length).toBeLessThanOrEqual(150)
    expect(letterBody(sender).join(' ')).not.toMatch(/veilig|intimid|crimin|politie|familie|overlast/i)
  })

  it('prints a QR code of at least 25 mm without its quiet zone, error correction M, that reads back', () => {
    const address = letterAddress(sender, letters[0]!.code)
    const { size, version } = encode(address, { ecc: 'M', border: 0 })
    expect((40 * size) / (size + 8)).toBeGreaterThanOrEqual(25)
    expect(version).toBeLessThanOrEqual(6)
    const fragment = parseFragment(new URL(address).hash)!
    expect(fragment.reference).toBe(sender.reference)
    expect(parseCode(fragment.typed)).toEqual({ code: letters[0]!.code })
  })

  it('puts label and grouped code on the front, the fingerprint on the back, and nothing that runs', () => {
    const page = lettersPage({ ...sender, municipality: '<script>alert(1)</script>' }, letters.slice(0, 2))
    expect(page).not.toContain('<script>')
    expect(page).toContain(`${sender.label} ${letters[0]!.code.slice(0, 4)} ${letters[0]!.code.slice(4, 8)} ${letters[0]!.code.slice(8)}`)
    expect(page.match(/class="back"/g)).toHaveLength(2)
    expect(page.indexOf(sender.fingerprint)).toBeGreaterThan(page.indexOf('class="back"'))
  })
})
