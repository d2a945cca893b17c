// Protects what readers are told: every one of the twelve views says its sentence about the example town, and the sentence is what was planted there.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Edition } from '../../../src/analysis/edition.ts'
import { CHANGES, REFUSALS } from '../../../src/example/planted.ts'
import { AREAS } from '../../../src/example/town.ts'
import type { ViewName } from '../../../web/languages/results-text.ts'
import { besideEdition } from '../../../web/results/beside-edition.ts'
import type { ResultView, ViewInput } from '../../../web/results/view.ts'
import { VIEWS, viewOf } from '../../../web/results/views.ts'
import { townEdition } from './town-edition.ts'

let edition: Edition
beforeAll(async () => { edition = await townEdition() }, 240_000)

const view = (name: ViewName, more: Partial<ViewInput> = {}): ResultView => viewOf(name).make({ edition, language: 'nl', choice: {}, ...more })
const all = (one: ResultView): string => [one.title, one.answer?.short, one.answer?.why, ...one.lead, ...one.figures.map(({ sentence }) => sentence), ...one.said, ...one.notes].filter(Boolean).join('\n')
const whole = (share: number): number => Math.round(share * 100)
const unsafe = CHANGES.filter(({ item }) => item === 'unsafeHere')
const nameOf = (area: string): string => AREAS.find(({ id }) => id === area)!.name

describe('the sentences of the views, on the example town', () => {
  it('V1: says of each focus area what was planted, with margins, and answers "is het gelukt?" in a few words', () => {
    const one = view('gelukt')
    for (const { area, baseline, second } of unsafe) {
      const points = whole(baseline) - whole(second)
      expect(one.said.join('\n')).toMatch(new RegExp(`In ${nameOf(area)} voelt ${whole(second)}% \\(\\d+-\\d+\\) zich soms of vaak onveilig in de buurt; bij de nulmeting ${whole(baseline)}% \\(\\d+-\\d+\\)\\. Dat is ${points} punten lager, aantoonbaar \\(\\d+ tot \\d+\\)\\.`))
    }
    expect(one.answer!.short).toBe('Voor een deel.')
    expect(one.answer!.why).toMatch(/^Bij 1 van de 4 hoofduitkomsten werd het in een of meer focuswijken aantoonbaar beter, bij geen slechter\. Bij 1 daarvan is dat meer dan in de vergelijkingswijken\.$/)
    expect(one.lead[0]).toBe('Voelt zich soms of vaak onveilig in de buurt: beter in Lindenkwartier en Sluiswijk; geen aantoonbaar verschil in Ketelbuurt; dat is meer dan in de vergelijkingswijken.')
  })

  it('V2: says that the fall is larger than in the comparison areas, with its rank', () => {
    const [figure] = view('vergelijkingswijken').figures
    expect(figure!.sentence).toMatch(/^De daling is \d+ punten groter dan in 9 vergelijkingswijken \(\d+ tot \d+\) en groter dan in elk van die wijken\. Van alle 10 uitkomsten .* is deze de grootste\.$/)
    expect(figure!.chart).toMatchObject({ kind: 'changes' })
  })

  it('V3: counts every area once', () => {
    expect(view('onderwerp', { choice: { item: 'unsafeHere.share.3.4' } }).figures[0]!.sentence)
      .toMatch(/^In 2 van 13 wijken aantoonbaar lager, in 0 hoger, in 10 geen aantoonbaar verschil \(zichtbaar vanaf \d+ tot \d+ punten\), 1 wijk te weinig antwoorden\./)
    expect(view('onderwerp', { choice: { item: 'traffic.share.1' } }).figures[0]!.sentence).toContain('breuk in de reeks')
  })

  it('V4: says of an area what went forward and what cannot be said, over its twelve themes', () => {
    const changed = view('wijk', { choice: { area: 'LK' } })
    expect(changed.lead.join(' ')).toMatch(/In Lindenkwartier gingen veiligheidsgevoel en vrij over straat gaan vooruit; bij \d van 12 thema's is geen verschil aan te tonen; over \d van 12 thema's kunnen wij niets zeggen\./)
    expect(view('wijk', { choice: { area: 'MV' } }).lead.join(' ')).toContain('In Molenveld ging geen thema aantoonbaar vooruit of achteruit')
    expect(view('wijk', { choice: { area: 'HE' } }).lead.join(' ')).toMatch(/over 12 van 12 thema's kunnen wij niets zeggen/)
  })

  it('V5: says who saw pressure, how many of them reported it, and why others did not', () => {
    expect(view('zwijgen').lead[0]).toMatch(/^\d+% \(\d+-\d+\) zag of hoorde dat mensen onder druk gezet werden; van wie druk zag of meemaakte meldde (1 op de \d+ \()?\d+% \(\d+-\d+\)\)? het aan gemeente, verhuurder, politie of Meld Misdaad Anoniem\. Meest genoemde reden om te zwijgen: ‘Ik was bang voor de gevolgen’ \(\d+%, \d+-\d+\)\.$/)
    const reason = view('zwijgen').figures.find(({ id }) => id === 'zwijgen-redenen')!
    const [first] = reason.table.rows
    expect(Number(/^(\d+)%/.exec(first![1]!)![1])).toBeGreaterThan(52)
    expect(Number(/^(\d+)%/.exec(first![1]!)![1])).toBeLessThan(64)
  })

  it('V6: parts fear that helps from fear that harms', () => {
    expect(view('angst').lead[0]).toMatch(/^\d+% \(\d+-\d+\) was het afgelopen jaar bang; bij \d+% \(\d+-\d+\) werd het leven er slechter door, \d+% \(\d+-\d+\) paste iets aan of was bang en leeft gewoon door\.$/)
  })

  it('V7: says where refusals doubled, now and then, and how many were watched', () => {
    expect(view('durven', { choice: { area: REFUSALS.area } }).lead[0]).toMatch(new RegExp(`^${whole(REFUSALS.second)}% \\(\\d+-\\d+\\) wilde niet zeggen of zij bedreigd zijn; bij de nulmeting ${whole(REFUSALS.baseline)}% \\(\\d+-\\d+\\)`))
    expect(view('durven').lead[0]).toMatch(/\d+% \(\d+-\d+\) vulde in terwijl iemand meekeek\.$/)
  })

  it('V8: says how many think that a reporter is protected, and what it was', () => {
    const planted = CHANGES.find(({ item }) => item === 'trustMunicipality')!
    expect(view('vertrouwen').lead[0]).toMatch(/^\d+% \(\d+-\d+\) vindt dat de gemeente mensen beschermt die iets melden; bij de nulmeting \d+% \(\d+-\d+\)\./)
    const scale = view('onderwerp', { choice: { item: 'trustMunicipality.share.1.2' } })
    expect(scale.figures[0]!.table.rows.find(([name]) => name === nameOf(planted.area))!.join(' ')).toMatch(new RegExp(`${whole(planted.second)}% .* ${whole(planted.baseline)}%.*hoger`))
  })

  it('V9: says whom it heard, beside every result', () => {
    expect(view('gehoord').lead[0]).toMatch(/^Meting 2026: [\d.]+ van [\d.]+ aangeschreven mensen \(\d+%\); 18-34 jaar (half zo vaak|0,\d keer zo vaak); na weging tellen de antwoorden als [\d.]+\./)
  })

  it('V10: says that the planted fall is there among stayers too', () => {
    expect(view('blijvers').lead.join('\n')).toMatch(/Voelt zich soms of vaak onveilig in de buurt, Lindenkwartier: ook onder wie er al vijf jaar woont is het lager \(\d+ tot \d+\): het komt niet alleen door verhuizen\./)
  })

  it('V11: tests a figure of town or country only when wording, scale and mode were declared equal', () => {
    const benchmark = (equal: boolean) => ({
      id: 'vm', source: 'Veiligheidsmonitor 2023', topic: 'Voelt zich weleens onveilig in buurt', beside: 'unsafeHere.share.3.4', measure: 'share' as const,
      equal: { wording: equal, scale: true, mode: true }, figures: [{ region: 'Limburg', value: 18, low: 17, high: 19 }],
    })
    expect(view('elders', { beside: besideEdition(edition, [benchmark(false)]) }).lead).toEqual(['Limburg 18% (17-19; Veiligheidsmonitor 2023, andere vraag).'])
    expect(view('elders', { beside: besideEdition(edition, [benchmark(true)]) }).lead[0]).toMatch(/^Limburg 18% \(17-19; Veiligheidsmonitor 2023, zelfde vraag\)\. Ons cijfer is \d+ punten hoger, aantoonbaar \(\d+ tot \d+\)\.$/)
    expect(view('elders').lead[0]).toContain('nog geen cijfers van stad of land')
  })

  it('V12: holds V1, V2, V9 and what cannot be said, in that order', () => {
    const memo = view('memo') as ResultView & { parts: readonly { title: string; lead: readonly string[]; said: readonly string[] }[] }
    expect(memo.parts.map(({ title }) => title)).toEqual(['1. Is het gelukt?', '2. Is het meer dan elders?', '3. Wie hoorden wij?', '4. Wat wij niet kunnen zeggen'])
    expect(memo.answer!.short).toBe('Voor een deel.')
    const cannot = memo.parts[3]!.said.join('\n')
    expect(cannot).toContain('Iets over Het Eiland: te weinig antwoorden.')
    expect(cannot).toMatch(/‘Heeft veel overlast van verkeer’: de vraag is anders gesteld/)
    expect(cannot).toMatch(/zou een verandering vanaf (\d+ tot )?\d+ punten te zien zijn geweest/)
    expect(cannot).toMatch(/vanaf 0,\d tot 0,\d punt te zien/)
    expect(cannot).toContain('gekozen toen het er op zijn slechtst was')
  })
})

describe('every view', () => {
  it('says nothing of the area that is too small but that there are too few answers', () => {
    const figures = VIEWS.flatMap(({ make }) => make({ edition, language: 'nl', choice: {} }).figures)
    const rows = figures.flatMap(({ table }) => table.rows).filter(([name]) => name === nameOf('HE'))
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows) expect(row.slice(1).join(' ')).not.toMatch(/\d/)
    for (const { csv } of figures) for (const row of csv.rows.filter((each) => each.includes(nameOf('HE')))) expect(row.filter((value) => typeof value === 'number' && value !== 2025)).toEqual([])
  })

  it('gives no figure without a margin or a sign', () => {
    for (const { name, make } of VIEWS.filter((each) => each.name !== 'gehoord')) {
      for (const { csv } of make({ edition, language: 'nl', choice: {} }).figures) {
        const at = (column: string): number => csv.columns.indexOf(column)
        if (at('value') < 0) continue
        for (const row of csv.rows) {
          if (typeof row[at('value')] !== 'number') expect(row[at('sign')], name).toBeTruthy()
          else for (const column of ['lower', 'upper']) expect(row[at(column)], `${name} ${row.join(' ')}`).toBeTypeOf('number')
        }
      }
    }
  })

  it('stands in English too, without a Dutch word', () => {
    for (const { name, make } of VIEWS) {
      const one = make({ edition, language: 'en', choice: {} })
      const text = [all(one), ...one.figures.flatMap(({ title, table }) => [title, table.caption, ...table.columns.map(({ heading }) => heading), ...table.rows.flat()])].join('\n')
      expect(text.replaceAll(/Nulmeting 2024|Het Eiland/g, '').match(/\b(het|een|van|wijken|aantoonbaar|lager|hoger|nulmeting|jaar|niet|geen|antwoorden|zich)\b/gi), name).toBeNull()
    }
  })

  it('calls a baseline after the start by its name on every view that compares', () => {
    const late = { ...edition, head: { ...edition.head, baseline: { ...edition.head.baseline!, afterStart: true } } }
    for (const name of ['gelukt', 'wijk', 'vertrouwen', 'onderwerp'] as const) {
      const one = viewOf(name).make({ edition: late, language: 'nl', choice: {} })
      const headings = one.figures.flatMap(({ table }) => table.columns.map(({ heading }) => heading)).join(' ')
      expect(headings).toContain('nulmeting na de start (Nulmeting 2024)')
    }
    expect(all(viewOf('gelukt').make({ edition: late, language: 'nl', choice: {} }))).toContain('Over wat daarvóór veranderde, zegt dit niets')
    expect(all(viewOf('gelukt').make({ edition: late, language: 'nl', choice: {} }))).toContain('bij de nulmeting na de start')
  })

  it('is there for a first measurement, and claims no change', async () => {
    const first = await townEdition({ alone: true })
    for (const { make } of VIEWS) {
      const one = make({ edition: first, language: 'nl', choice: {} })
      expect(all(one)).not.toMatch(/aantoonbaar (lager|hoger)|ging(en)? .* vooruit|undefined|NaN/)
    }
    expect(viewOf('gelukt').make({ edition: first, language: 'nl', choice: {} }).answer!.short).toBe('Dat kunnen wij nog niet zeggen.')
  }, 180_000)
})
