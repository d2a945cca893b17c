// The battery for professionals who work in the approach (police, housing, youth care, school, tax office): cooperation, own safety, what the
// approach does, and the yearly process questions as closed ones. Own items, after the themes that staff surveys on such approaches report.
// No organisation, function, age or sex: with 13 partners every such cell is somebody.
import type { Instrument } from '../instrument.ts'
import type { Item } from '../item.ts'
import type { Label, Summary } from '../summary.ts'

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)
const share = (categories: readonly number[], better: Summary['better'], nl: string, en: string, more: Partial<Summary> = {}): Summary =>
  ({ report: { as: 'share', categories }, label: { nl, en }, better, sensitive: false, ...more })
const item = (block: string, id: string, last: number, summary: Summary, more: Partial<Item> = {}): Item =>
  ({ id, block, kind: 'one', options: upTo(last), ...more, summary })
const agreed = (block: string, id: string, nl: string, en: string, better: Summary['better'] = 'higher') => item(block, id, 5, share([1, 2], better, `vindt dat ${nl}`, `say that ${en}`))
const threatened: Label = { nl: 'van wie bedreigd of onder druk gezet is', en: 'of those who were threatened or pressed' }

const items: readonly Item[] = [
  item('cooperation', 'coopOverall', 5, share([1, 2], 'higher', 'vindt de samenwerking goed of heel goed', 'find the cooperation good or very good')),
  agreed('cooperation', 'coopLines', 'bekend is wie te bellen bij een partner', 'they know whom to call at a partner'),
  agreed('cooperation', 'coopKnowledge', 'partners delen wat zij weten', 'partners share what they know'),
  agreed('cooperation', 'coopAgreements', 'partners hun afspraken nakomen', 'partners keep their agreements'),

  item('ownSafety', 'staffThreat', 3, share([2, 3], 'lower', 'is bedreigd of onder druk gezet in het werk', 'were threatened or pressed in their work', { sensitive: true })),
  item('ownSafety', 'staffReported', 2, share([1], 'higher', 'meldde het bij de eigen organisatie', 'reported it to their own organisation', { base: threatened, sensitive: true }), { askedIf: { item: 'staffThreat', in: [2, 3] } }),
  item('ownSafety', 'staffFear', 3, share([2, 3], 'lower', 'deed soms of vaak iets anders in het werk uit angst', 'sometimes or often did something differently at work out of fear', { sensitive: true })),
  agreed('ownSafety', 'staffSupport', 'de eigen organisatie goed helpt na bedreiging', 'their own organisation helps well after a threat'),

  agreed('effect', 'effectNuisance', 'de aanpak de overlast voor bewoners kleiner maakt', 'the approach makes nuisance for residents smaller'),
  agreed('effect', 'effectSafety', 'bewoners zich veiliger voelen door de aanpak', 'residents feel safer because of the approach'),
  agreed('effect', 'effectTrust', 'de aanpak bewoners meer vertrouwen geeft', 'the approach gives residents more trust'),
  agreed('effect', 'effectStaff', 'de aanpak de druk op medewerkers kleiner maakt', 'the approach makes the pressure on staff smaller'),

  agreed('process', 'onTrack', 'de aanpak op koers ligt', 'the approach is on track'),
  agreed('process', 'partnersComplete', 'alle nodige partners meedoen', 'all partners that are needed take part'),
  agreed('process', 'bottlenecks', 'regels of systemen het werk tegenhouden', 'rules or systems hold up the work', 'lower'),
  item('process', 'needs', 7, { report: { as: 'each' }, label: { nl: 'wat mensen nodig hebben in hun werk', en: 'what people need in their work' }, better: 'neither', sensitive: false }, { kind: 'several', exclusive: 7 }),

  item('closing', 'watched', 2, share([2], 'neither', 'vulde in terwijl iemand meekeek', 'answered while somebody was watching')),
]

const agreement = (id: string) => ({ id, reverse: true, min: 1, max: 5 })

export const staffInstrument: Instrument = {
  id: 'staff',
  version: 1,
  items,
  scales: [{
    id: 'cooperation', items: ['coopOverall', 'coopLines', 'coopKnowledge', 'coopAgreements'].map(agreement), minimumValid: 3,
    summary: { report: { as: 'mean' }, label: { nl: 'samenwerking (schaal 0 tot 10)', en: 'cooperation (scale 0 to 10)' }, better: 'higher', sensitive: false },
  }],
  primary: ['cooperation', 'staffThreat'],
}
