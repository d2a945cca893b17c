// Protects: that a printed key comes back from paper, and that whoever mistypes or takes the wrong sheet is told which word or sheet.
// Constants: BIP 39 English test vectors (256 bits) for the words.
import { beforeAll, describe, expect, it } from 'vitest'
import { bech32 } from '@scure/base'
import { keyFingerprint, keySheet, readKeySheet } from '../../src/crypto/key-sheet.ts'
import type { KeySheet } from '../../src/crypto/key-sheet.ts'
import { CannotOpen, newIdentity, open, seal } from '../../src/crypto/sealed.ts'
import { newPassphrase, passphraseTyped, unwrapIdentity, unwrapWith, wrapIdentity, wrapTo } from '../../src/crypto/wrapped.ts'
import { utf8 } from '../../src/crypto/digest.ts'

const wave = await newIdentity()
const other = await newIdentity()
let sheet: KeySheet
beforeAll(async () => {
  sheet = await keySheet(wave.identity)
})

describe('a key sheet typed back', () => {
  it('attack 38: names the word that is in no list, with what it may have been', async () => {
    const words = sheet.words.with(6, 'zeebra')
    expect(await readKeySheet(words.join(' '), wave.recipient)).toEqual({ mistake: 'word', position: 7, typed: 'zeebra', nearest: ['zebra'] })
    expect(await readKeySheet(words.with(6, 'xx').join(' '), wave.recipient)).toMatchObject({ mistake: 'word', position: 7, typed: 'xx' })
  })

  it('attack 38: names the word that was taken for another of the list', async () => {
    const sound = await keySheet(identityOf(new Uint8Array(32).fill(0x7f)))
    // 'wave' stands at position 5; 'save' and 'wave' are one letter apart, both in the list
    expect(sound.words[4]).toBe('wave')
    expect(await readKeySheet(sound.words.with(4, 'save').join(' '), sound.recipient)).toEqual({ mistake: 'misread', position: 5, typed: 'save', meant: 'wave' })
  })

  it('attack 38: names another wave’s sheet by its fingerprint', async () => {
    const wrong = await keySheet(other.identity)
    const mistake = { mistake: 'other-key', found: wrong.fingerprint, expected: sheet.fingerprint }
    expect(await readKeySheet(wrong.words.join(' '), wave.recipient)).toEqual(mistake)
    expect(await readKeySheet(wrong.qr, wave.recipient)).toEqual(mistake)
  })

  it('refuses words in another order, too few, too many, none, and a damaged QR text', async () => {
    const reading = await readKeySheet(sheet.words.toReversed().join(' '), wave.recipient)
    expect(['checksum', 'other-key']).toContain('mistake' in reading && reading.mistake)
    expect(await readKeySheet(sheet.words.slice(1).join(' '), wave.recipient)).toEqual({ mistake: 'count', found: 23 })
    expect(await readKeySheet([...sheet.words, 'zebra'].join(' '), wave.recipient)).toEqual({ mistake: 'count', found: 25 })
    expect(await readKeySheet(' 1. 2. ', wave.recipient)).toEqual({ mistake: 'empty' })
    expect(await readKeySheet(sheet.qr.slice(0, -1), wave.recipient)).toEqual({ mistake: 'qr' })
    expect(await readKeySheet(`${sheet.qr}Q`, wave.recipient)).toEqual({ mistake: 'qr' })
  })

  it('attack 38: either sheet opens the wave: typed, numbered, cut to four letters, upper case, or scanned', async () => {
    const sealed = await seal(utf8('answers'), wave.recipient, 1024)
    const typed = [
      sheet.words.join(' '), sheet.words.map((word, i) => `${i + 1}. ${word}`).join('\n'), sheet.words.map((word) => word.slice(0, 4)).join(' '),
      sheet.words.join('  ').toUpperCase(), sheet.qr, ` ${sheet.qr.toLowerCase()}\n`,
    ]
    for (const text of typed) {
      const reading = await readKeySheet(text, wave.recipient)
      expect(reading).toEqual({ identity: wave.identity })
      expect(await open(sealed, (reading as { identity: string }).identity)).toEqual(utf8('answers'))
    }
  })

  it('has the words of BIP 39', async () => {
    expect((await keySheet(identityOf(new Uint8Array(32)))).words.join(' ')).toBe(`${'abandon '.repeat(23)}art`)
    expect((await keySheet(identityOf(new Uint8Array(32).fill(0x7f)))).words.join(' ')).toBe(
      'legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth title')
  })

  it('fits the alphanumeric mode of a QR code and carries a fingerprint of its own', async () => {
    expect(sheet.qr).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
    expect(sheet.fingerprint).toMatch(/^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}$/)
    expect(await keyFingerprint(other.recipient)).not.toBe(sheet.fingerprint)
  })

  it('refuses an identity of another kind', async () => {
    await expect(keySheet('AGE-SECRET-KEY-PQ-1QQQQ')).rejects.toThrow()
  })
})

describe('an identity at rest', () => {
  it('attack 38: refuses a wrong passphrase and damaged bytes with one error', async () => {
    const wrapped = await wrapIdentity(wave.identity, newPassphrase(), 10)
    await expect(unwrapIdentity(wrapped, newPassphrase())).rejects.toThrow(CannotOpen)
    await expect(unwrapIdentity(wrapped.slice(4), newPassphrase())).rejects.toThrow(CannotOpen)
    await expect(unwrapIdentity('', '')).rejects.toThrow(CannotOpen)
  })

  it('comes back with the passphrase as people type it', async () => {
    const passphrase = newPassphrase()
    const wrapped = await wrapIdentity(wave.identity, passphrase, 10)
    for (const typed of [passphrase, ` ${passphrase.replaceAll('-', '  ').toUpperCase()} `]) {
      expect(await unwrapIdentity(wrapped, typed)).toBe(wave.identity)
    }
  })

  it('attack 34: wrapped to colleagues, opens for each of them and for nobody who is not named', async () => {
    const analysts = [await newIdentity(), await newIdentity()]
    const wrapped = await wrapTo(wave.identity, analysts.map(({ recipient }) => recipient))
    for (const { identity } of analysts) expect(await unwrapWith(wrapped, identity)).toBe(wave.identity)
    await expect(unwrapWith(wrapped, other.identity)).rejects.toThrow(CannotOpen)
    await expect(unwrapWith(`${wrapped.slice(0, -4)}AAAA`, analysts[0]!.identity)).rejects.toThrow(CannotOpen)
    await expect(unwrapWith('?', analysts[0]!.identity)).rejects.toThrow(CannotOpen)
    await expect(wrapTo(wave.identity, [])).rejects.toThrow(RangeError)
  })

  it('has six words that were not chosen', () => {
    const drawn = Array.from({ length: 50 }, () => newPassphrase())
    for (const passphrase of drawn) expect(passphraseTyped(passphrase)).toMatch(/^([a-z]+-){5}[a-z]+$/)
    expect(new Set(drawn).size).toBe(50)
  })
})

function identityOf(secret: Uint8Array): string {
  return bech32.encodeFromBytes('age-secret-key-', secret).toUpperCase()
}
