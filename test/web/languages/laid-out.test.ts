// The layout of municipal text. Protects: nothing typed is lost, nothing typed becomes markup, and every page of the starter set lays out.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { starterAdvice } from '../../../src/advice/starter.ts'
import { laidOut } from '../../../web/languages/laid-out.ts'

const words = (text: string) => laidOut(text).flatMap((block) => (block.kind === 'heading' ? [block.text] : block.kind === 'list' ? [...block.items] : [...block.lines]))

describe('plain text on a page', () => {
  it('has headings, lists and paragraphs, and leaves everything else as it stands', () => {
    expect(laidOut('Eerst dit.\nEn dit.\n\n# Kop\n- een\n- twee\r\nlos\n#geen kop\n-geen punt')).toEqual([
      { kind: 'paragraph', lines: ['Eerst dit.', 'En dit.'] },
      { kind: 'heading', text: 'Kop' },
      { kind: 'list', items: ['een', 'twee'] },
      { kind: 'paragraph', lines: ['los', '#geen kop', '-geen punt'] },
    ])
  })

  it('attack 25: keeps markup, links and templates as letters', () => {
    const hostile = '# <h1 onclick=x>\n- [x](javascript:alert(1))\n\n<script>alert(1)</script> {{7*7}} **vet**'
    expect(words(hostile)).toEqual(['<h1 onclick=x>', '[x](javascript:alert(1))', '<script>alert(1)</script> {{7*7}} **vet**'])
  })

  it('loses no word of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const all = (one: string) => one.replace(/[\s#\-*•]+/g, '')
      expect(all(words(text).join(''))).toBe(all(text))
    }))
  })

  it('lays out every starter page, in both languages with the same headings and points', () => {
    for (const { texts } of starterAdvice) {
      const shape = (body: string) => laidOut(body).map((block) => (block.kind === 'list' ? block.items.length : block.kind))
      expect(shape(texts.en.body)).toEqual(shape(texts.nl.body))
      for (const { title, body } of Object.values(texts)) expect([title.length <= 100, body.length <= 8_000]).toEqual([true, true])
    }
  })
})
