// Protects readers of advice: its marks become headings, lists and paragraphs, everything else stays text, and every helpline can be dialled.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { starterAdvice } from '../../../../src/advice/starter.ts'
import { adviceBlocks, withNumbers } from '../../../../web/resident/report/advice.ts'

describe('advice', () => {
  it('attack 25: takes no markup but headings, lists and empty lines', () => {
    const body = '<b>x</b> [a](javascript:1)\n## niet\n-niet\n> <script>'
    expect(adviceBlocks(body)).toEqual([{ paragraph: '<b>x</b> [a](javascript:1) ## niet -niet > <script>' }])
  })

  it('reads headings, lists and paragraphs', () => {
    expect(adviceBlocks('Eerst.\nDan.\n\n# Kop\n- een\n- twee\nNa de lijst.\n\n\nEinde')).toEqual([
      { paragraph: 'Eerst. Dan.' }, { heading: 'Kop' }, { list: ['een', 'twee'] }, { paragraph: 'Na de lijst.' }, { paragraph: 'Einde' },
    ])
  })

  it('loses no word of what was written', () => {
    const line = fc.stringMatching(/^(?:# |- |)[a-z<>&]{1,5}(?: [a-z]{1,5}){0,3}$/)
    fc.assert(fc.property(fc.array(fc.oneof(line, fc.constant('')), { maxLength: 12 }), (lines) => {
      const words = (text: string) => text.split(/\s+/).filter((word) => word && word !== '#' && word !== '-')
      const said = adviceBlocks(lines.join('\n')).flatMap((block) => ('list' in block ? block.list : Object.values(block) as string[]))
      expect(words(said.join(' '))).toEqual(words(lines.join(' ')))
    }))
  })

  it('finds the numbers to dial, and takes no part of a longer one for one', () => {
    expect(withNumbers('Bel 112. Of 0800-7000, zonder naam.')).toEqual([{ text: 'Bel ' }, { text: '112', dial: '112' }, { text: '. Of ' }, { text: '0800-7000', dial: '08007000' }, { text: ', zonder naam.' }])
    for (const text of ['1121', '0112', '043-112', 'kamer 21123', '0800-70001234567']) expect(withNumbers(text)).toEqual([{ text }])
  })

  it('renders every page municipalities may begin with', () => {
    for (const { texts } of starterAdvice) for (const { body } of Object.values(texts)) {
      const blocks = adviceBlocks(body)
      expect(blocks.length).toBeGreaterThan(1)
      for (const block of blocks) if ('paragraph' in block) expect(block.paragraph).not.toMatch(/^[#-]/)
    }
  })
})
