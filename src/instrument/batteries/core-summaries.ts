// How the core battery's items and scales are reported: percentage or mean, the words in tables and sentences, which
// way is better, and what is too sensitive for small areas. Apart from core.ts because a better label breaks no series.
// Clauses follow a percentage ("31% voelt zich ..."), also in English ("31% feel ..."); nouns stand before "is 6,8".
import type { Label, Summary } from '../summary.ts'

const share = (categories: readonly number[], better: Summary['better'], nl: string, en: string): Summary =>
  ({ report: { as: 'share', categories }, label: { nl, en }, better, sensitive: false })
const mean = (better: Summary['better'], nl: string, en: string): Summary =>
  ({ report: { as: 'mean' }, label: { nl, en }, better, sensitive: false })
const each = (nl: string, en: string): Summary =>
  ({ report: { as: 'each' }, label: { nl, en }, better: 'neither', sensitive: false })
const sensitive = (summary: Summary): Summary => ({ ...summary, sensitive: true })
const among = (summary: Summary, base: Label): Summary => ({ ...summary, base })

const afraid: Label = { nl: 'van wie het afgelopen jaar bang was', en: 'of people who were afraid in the past year' }
const witnesses: Label = { nl: 'van wie druk zag of meemaakte', en: 'of people who saw or met with pressure' }
const silent: Label = { nl: 'van wie het zag en niet meldde', en: 'of people who saw it and did not report it' }

/** Item id -> summary. */
export const coreSummaries: Readonly<Record<string, Summary>> = {
  liveMark: mean('higher', 'het cijfer voor wonen in de buurt', 'the mark for living in the neighbourhood'),
  liveGladly: share([1, 2], 'higher', 'woont met plezier in de buurt', 'like living in the neighbourhood'),
  helpEachOther: share([1, 2], 'higher', 'vindt dat mensen in de buurt elkaar helpen', 'say that people in the neighbourhood help each other'),
  speakUp: share([1, 2], 'higher', 'vindt dat mensen er iets van zeggen als iemand te ver gaat', 'say that people speak up when somebody goes too far'),
  litter: share([1], 'lower', 'ziet veel rommel en vernieling in de buurt', 'see a lot of litter and damage in the neighbourhood'),
  rowdy: share([1], 'lower', 'heeft veel overlast op straat', 'have a lot of nuisance in the street'),
  traffic: share([1], 'lower', 'heeft veel overlast van verkeer', 'have a lot of nuisance from traffic'),
  unsafe: share([3, 4], 'lower', 'voelt zich soms of vaak onveilig', 'sometimes or often feel unsafe'),
  unsafeHere: share([3, 4], 'lower', 'voelt zich soms of vaak onveilig in de buurt', 'sometimes or often feel unsafe in the neighbourhood'),
  darkOutside: share([3, 4, 5], 'lower', 'voelt zich in het donker buiten onveilig of gaat dan nooit alleen', 'feel unsafe outside after dark or never go out alone then'),
  detour: share([1, 2], 'lower', 'loopt soms of vaak om of blijft thuis', 'sometimes or often take another way or stay at home'),
  afraid: share([2, 3, 4], 'lower', 'was het afgelopen jaar bang in de buurt', 'were afraid in the neighbourhood in the past year'),
  fearDegree: among(share([3], 'lower', 'was de laatste keer heel bang', 'were very afraid the last time'), afraid),
  fearDid: among(each('wat mensen deden toen zij bang waren', 'what people did when they were afraid'), afraid),
  fearLife: among(share([1, 2], 'lower', 'zag het leven slechter worden door angst', 'saw their life get worse because of fear'), afraid),
  seenPressure: sensitive(share([2, 3], 'lower', 'zag of hoorde dat mensen bedreigd of onder druk gezet werden', 'saw or heard that people were threatened or pressed')),
  ownPressure: sensitive(share([2, 3], 'lower', 'is zelf bedreigd of onder druk gezet', 'were threatened or pressed themselves')),
  silence: sensitive(share([1, 2], 'lower', 'vindt dat mensen uit angst zwijgen over problemen', 'say that people keep silent about problems out of fear')),
  told: sensitive(among(share([3, 4, 5, 6], 'higher', 'meldde het bij gemeente, verhuurder, politie of Meld Misdaad Anoniem', 'reported it to the municipality, landlord, police or Meld Misdaad Anoniem'), witnesses)),
  whyNot: sensitive(among(each('waarom mensen het niet meldden', 'why people did not report it'), silent)),
  trustMunicipality: share([1, 2], 'higher', 'vindt dat de gemeente mensen beschermt die iets melden', 'say that the municipality protects people who report something'),
  trustPolice: share([1, 2], 'higher', 'vindt dat de politie mensen beschermt die iets melden', 'say that the police protect people who report something'),
  fairTreatment: share([1, 2], 'higher', 'vindt dat gemeente en politie mensen eerlijk behandelen', 'say that municipality and police treat people fairly'),
  changed: share([3], 'lower', 'vindt het wonen hier slechter dan een jaar geleden', 'find living here worse than a year ago'),
  age: each('leeftijd', 'age'),
  sex: each('man, vrouw of anders', 'man, woman or other'),
  years: each('hoe lang mensen in de buurt wonen', 'how long people have lived in the neighbourhood'),
  watched: share([2], 'neither', 'vulde in terwijl iemand meekeek', 'answered while somebody was watching'),
}

/** Scale id -> summary. */
export const coreScaleSummaries: Readonly<Record<string, Summary>> = {
  living: mean('higher', 'woonplezier (schaal 0 tot 10)', 'liking to live here (scale 0 to 10)'),
  safety: mean('higher', 'veiligheid (schaal 0 tot 10)', 'safety (scale 0 to 10)'),
  trust: mean('higher', 'vertrouwen in gemeente en politie (schaal 0 tot 10)', 'trust in municipality and police (scale 0 to 10)'),
  pressure: sensitive(mean('lower', 'druk op bewoners (schaal 0 tot 10)', 'pressure on residents (scale 0 to 10)')),
}
