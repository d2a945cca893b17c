// The letter and its reminders: short, neutral, the same for everybody, with a code a phone can read and nothing that runs.
import { describe, expect, it } from 'vitest'
import { encode } from 'uqr'
import { parseCode, parseFragment, printedCode } from '../../src/crypto/invite-code.ts'
import { hoursIn, hoursText, readHours } from '../../src/letters/hours.ts'
import { languageLines } from '../../src/letters/language-lines.ts'
import { PHASES, letterAddress, letterWords, wordsOnFront } from '../../src/letters/letter.ts'
import { QR_MILLIMETRES, letterQr } from '../../src/letters/letter-qr.ts'
import { lettersPage } from '../../src/letters/letter-page.ts'
import { letterFrame, letterSheet } from '../../src/letters/letter-sheet.ts'
import { listForNumbers } from '../../src/letters/mailing.ts'
import { readQr } from '../support/read-qr.ts'
import { aSender } from './a-sender.ts'

const { letters } = listForNumbers('w', 'a'.repeat(64), ['A', 'B'], [20, 20])
const sender = aSender()
/** What an envelope or an open letter on a table may not tell. */
const TOPIC = /veilig|intimid|crimin|politie|famil|overlast|bedreig|angst|bang|druk|misdaad|drugs|meld|nulmeting|onderzoek naar/i

describe('the words of a letter', () => {
  it.each(PHASES.flatMap((phase) => [true, false].flatMap((toEveryone) => (['resident', 'professional'] as const).map((kind) => ({ phase, toEveryone, kind })))))(
    'are at most 150 and name no theme: $kind, phase $phase, to everyone $toEveryone', ({ phase, toEveryone, kind }) => {
      const text = wordsOnFront(letterWords({ ...sender, kind, municipality: 'Gemeente Bergen op Zoom', signedBy: 'A. B. de Voorbeeld, burgemeester, en C. D. Buurman, bewoner' }, phase, toEveryone))
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(150)
      expect(text).not.toMatch(TOPIC)
    })

  it('speak of living in the neighbourhood', () => {
    expect(wordsOnFront(letterWords(sender, 0))).toContain('om in uw buurt te wonen')
    expect(wordsOnFront(letterWords(sender, 1))).toContain('het wonen in uw buurt')
  })

  it('tell whoever took part to do nothing, and say that nobody looks only where that is so', () => {
    for (const phase of [1, 2] as const) {
      expect(wordsOnFront(letterWords(sender, phase))).toContain('Hebt u al meegedaan? Dan hoeft u niets te doen. Wij kijken niet wie meedeed.')
      expect(wordsOnFront(letterWords(sender, phase, false))).not.toContain('kijken niet')
    }
  })

  it('are the same for every area: nothing of a group or an area stands on a letter', () => {
    const [one, other] = ['A', 'B'].map((stratum) => letters.find((letter) => letter.stratum === stratum)!)
    const text = (letter: typeof one) => lettersPage(letterFrame(sender, 0), [letterSheet(sender, letter!)])
      .replace(/<path d="[^"]*"/, '').replace(printedCode(letter!.code), '').replace(`>${letter!.mailing}<`, '')
    expect(text(one)).toBe(text(other))
  })
})

describe('the language lines', () => {
  it('hold the phone number and its hours in every line, and say where the questions can be answered', () => {
    const lines = languageLines(sender.phone, sender.hours, ['nl', 'en'])
    expect(lines.map(({ language }) => language)).toEqual(['en', 'tr', 'ar', 'pl', 'de', 'fr', 'uk'])
    for (const { text } of lines) {
      expect(text).toContain(sender.phone)
      expect(text).toMatch(/9:00 – 17:00/)
    }
    expect(lines[0]!.text).toBe('Questions about this letter? Call 0800 1234 (Mon – Fri, 9:00 – 17:00). You can answer in English.')
    expect(lines[1]!.text).not.toContain('Türkçe')
    expect(lines.find(({ language }) => language === 'ar')!.direction).toBe('rtl')
  })

  it('read hours as they were written, and nothing else', () => {
    expect(hoursText(readHours('Ma - vr  09:00-17:30')!)).toBe('ma-vr 9.00-17.30')
    expect(hoursIn(readHours('di 9.00-12.00')!, 'nl')).toBe('dinsdag, 9.00 tot 12.00 uur')
    expect(hoursIn(sender.hours, 'nl')).toBe('maandag tot en met vrijdag, 9.00 tot 17.00 uur')
    for (const wrong of ['', 'werkdagen', 'ma-vr', 'ma-vr 17.00-9.00', 'vr-ma 9.00-17.00', 'ma-vr 9.00-25.00', 'xx 9.00-17.00', 'ma-vr 9-17']) expect([wrong, readHours(wrong)]).toEqual([wrong, null])
  })
})

describe('a printed letter', () => {
  it('has a code of at least 25 mm without its quiet zone of 4 modules, error correction M, that reads back', () => {
    const address = letterAddress(sender, letters[0]!.code)
    const { size, version, data } = encode(address, { ecc: 'M', border: 0 })
    const qr = letterQr(address)
    expect(qr.size).toBe(size + 8)
    expect((qr.millimetres * size) / qr.size).toBeGreaterThanOrEqual(25)
    expect(Math.abs((qr.millimetres * size) / qr.size - QR_MILLIMETRES)).toBeLessThan(0.1)
    expect(version).toBeLessThanOrEqual(6)
    // Every run of the path is dark in the code, and together they are all of it.
    const runs = [...qr.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].map((run) => run.slice(1).map(Number) as [number, number, number, number])
    expect(runs.map((run) => run[2]).reduce((sum, length) => sum + length, 0)).toBe(data.flat().filter(Boolean).length)
    for (const [x, y, length, back] of runs) {
      expect(length).toBe(back)
      expect(data[y - 4]!.slice(x - 4, x - 4 + length).every(Boolean)).toBe(true)
    }
    expect(readQr(data)).toBe(address)
    const fragment = parseFragment(new URL(address).hash)!
    expect(fragment.reference).toBe(sender.reference)
    expect(parseCode(fragment.typed)).toEqual({ code: letters[0]!.code })
  })

  it('puts label and grouped code on the front, the fingerprint on the back alone, and nothing that runs (attack 25)', () => {
    const harm = '<script>alert(1)</script>'
    const page = lettersPage(letterFrame({ ...sender, municipality: harm, signedBy: harm, returnLine: harm }, 0), [
      letterSheet(sender, { ...letters[0]!, person: { name: harm, street: '" onload="x', postcode: '1234 AB', place: '&amp;' } }), letterSheet(sender, letters[1]!),
    ])
    expect(page).not.toContain('<script')
    expect(page).not.toContain('" onload')
    expect(page).toContain(`${sender.label} ${printedCode(letters[0]!.code)}`)
    expect(page.match(/letter__back"/g)).toHaveLength(2)
    for (const side of page.split('<section')) expect(side.includes(sender.fingerprint)).toBe(side.includes('letter__back"'))
  })

  it('is marked on its face when it is a trial', () => {
    expect(lettersPage(letterFrame({ ...sender, pilot: true }, 0), [letterSheet(sender, letters[0]!)])).toContain('PROEF')
    expect(lettersPage(letterFrame(sender, 0), [letterSheet(sender, letters[0]!)])).not.toContain('PROEF')
  })
})
