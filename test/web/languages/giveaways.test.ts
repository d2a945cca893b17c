// Protects the reporter from their own words: what would give them or somebody else away is found while they type, in whatever way it is written,
// and plain accounts of a street are left in peace.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { giveaways } from '../../../web/languages/giveaways.ts'
import type { GiveawayKind } from '../../../web/languages/giveaways.ts'

const kinds = (text: string, known: string[] = []) => Object.keys(giveaways(text, known)).sort()

describe('giveaways', () => {
  const found: [GiveawayKind, string, string][] = [
    ['name', 'Toen kwam meneer Jansen naar buiten.', 'meneer Jansen'],
    ['name', 'Het is de familie van der Berg weer.', 'familie van der Berg'],
    ['name', 'en toen riep Kemal dat hij zou komen', 'Kemal'],
    ['name', 'hij heet kjeld en hij schreeuwt', 'kjeld'],
    ['name', 'zijn bijnaam Slager kent iedereen', 'Slager'],
    ['name', 'Piotr Kowalski staat er elke avond', 'Kowalski'],
    ['name', 'they call the police but mohamed laughs', 'mohamed'],
    ['name', 'a man named Winfried shouted', 'Winfried'],
    ['address', 'Op de Dorpsstraat 12 is het elke nacht druk', 'Dorpsstraat 12'],
    ['address', 'bij nummer 14b gaat de deur steeds open', 'nummer 14b'],
    ['address', 'ze wonen op 14b', 'op 14b'],
    ['address', 'het is op de derde verdieping', 'derde verdieping'],
    ['address', 'op 3 hoog wordt gehandeld', '3 hoog'],
    ['address', 'het is in 6221 AB gebeurd', '6221 AB'],
    ['address', 'house number 7 is where they meet', 'number 7'],
    ['contact', 'bel hem op 06-12345678', '06-12345678'],
    ['contact', 'bel +31 6 12 34 56 78 maar', '+31 6 12 34 56 78'],
    ['contact', 'zijn nummer is ٠٦١٢٣٤٥٦٧٨', '0612345678'],
    ['contact', 'mail naar iemand@example.nl', 'iemand@example.nl'],
    ['contact', 'zoek op @straatbaas', '@straatbaas'],
    ['contact', 'een auto met XX-123-Y reed weg', 'XX-123-Y'],
    ['vantage', 'ik zag het vanuit mijn raam', 'mijn raam'],
    ['vantage', 'de mensen boven mij zijn bang', 'boven mij'],
    ['vantage', 'ik hoor ze door de muur', 'door de muur'],
    ['vantage', 'ik woon daar al jaren', 'ik woon'],
    ['vantage', 'mijn dochter durft niet naar buiten', 'mijn dochter'],
    ['vantage', 'ik heb het als enige gezien', 'als enige'],
    ['vantage', 'I saw it from my balcony', 'my balcony'],
    ['vantage', 'evimden gördüm', 'evimden'],
    ['vantage', 'رأيت ذلك من نافذتي', 'نافذتي'],
    ['vantage', 'Ich sah es aus meinem Fenster', 'meinem Fenster'],
  ]
  it.each(found)('finds a %s in "%s"', (kind, text, words) => {
    expect(giveaways(text)[kind]).toContain(words)
  })

  it.each([
    '', 'Elke avond staan er jongens in het trappenhuis. Ze schelden mensen uit en gooien met flessen.',
    'De Dorpsstraat is al weken onveilig. Maandag was er vuurwerk.', 'Ze reden 3 keer door de straat in een witte BMW.',
    'Op 14 maart 2026 was er brand, op 02-03-2026 ook.', 'In 2025 is het erger geworden. De politie kwam niet.',
    'Er wordt gedeald bij het plein. Kinderen durven er niet langs.', 'Every night there are men in the stairwell. They shout at everybody.',
    'IEDERE NACHT IS HET HIER RAAK MET DIE LUI', 'onderweg 3 jongens gezien', 'Vaak is het druk. Soms niet. Toen wel.',
  ])('leaves "%s" in peace', (text) => {
    expect(giveaways(text)).toEqual({})
  })

  it('does not take the names of the neighbourhoods offered for people', () => {
    expect(kinds('bij de garages in Wittevrouwenveld Noord is het raak', ['Wittevrouwenveld', 'Noord'])).toEqual([])
    expect(kinds('bij de garages in Wittevrouwenveld Noord is het raak')).toEqual(['name'])
  })

  it('says at most three of a kind, each once', () => {
    expect(giveaways('en Kemal en Kemal en Sjors en Teun en Wibo en Ypke').name).toHaveLength(3)
  })

  it('attack 22: answers on anything that can be typed, a megabyte and decomposed letters too', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => { giveaways(text) }))
    expect(kinds('en toen riep Ze\u0301lia iets'.normalize('NFD'))).toEqual(['name'])
    for (const piece of ['a', '0 ', 'Aa ', '1-', 'mijn ', '@', '😀', 'A', "d'", '.....']) giveaways(piece.repeat(1_000_000 / piece.length))
  }, 60_000)
})
