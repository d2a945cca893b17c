// The codes of reports and signals in the officers' Dutch. Separate because inbox, signals, review and figures say the same words for the
// same codes; residents' pages have their own, softer ones.
import type { PartOfDay, ReportKind, ReportSpot, Since } from '../../../src/crypto/report.ts'
import type { Status } from '../../../src/crypto/report-message.ts'
import type { AgreementView, ComplexCriterion, ReviewCheck, SignalState } from '../../../src/signals/wire.ts'
import type { Seriousness } from './coding.ts'

export const kindNames: Readonly<Record<ReportKind, string>> = {
  threat: 'bedreiging', violence: 'geweld', drugs: 'drugs', weapons: 'wapens', damage: 'vernieling', nuisance: 'overlast', exclusion: 'uitsluiting of pesten',
  pressure: 'druk of dwang', 'abuse-of-home': 'misbruik van een woning', money: 'geld, afpersing', other: 'iets anders',
}
export const spotNames: Readonly<Record<ReportSpot, string>> = {
  street: 'op straat', square: 'op een plein', stairwell: 'in een trappenhuis', entrance: 'bij een ingang of portiek', gallery: 'op een galerij', park: 'in een park', playground: 'bij een speelplek',
  school: 'bij een school', shop: 'bij een winkel', parking: 'op een parkeerplaats', station: 'bij een halte of station', home: 'in of om een woning', online: 'online', other: 'ergens anders', unknown: 'plek niet gezegd',
}
export const partNames: Readonly<Record<PartOfDay, string>> = { morning: 'ochtend', afternoon: 'middag', evening: 'avond', night: 'nacht', changing: 'wisselend', unknown: 'niet gezegd' }
export const sinceNames: Readonly<Record<Since, string>> = { 'this-week': 'deze week', 'this-month': 'deze maand', longer: 'al langer', unknown: 'niet gezegd' }
export const seriousnessNames: Readonly<Record<Seriousness, string>> = { light: 'licht', serious: 'ernstig', 'very-serious': 'zeer ernstig' }
export const statusNames: Readonly<Record<Status, string>> = {
  received: 'Ontvangen', read: 'Gelezen', acting: 'Wij doen er iets aan', 'passed-on': 'Doorgegeven', done: 'Afgerond', 'not-for-us': 'Niet voor ons',
}
export const signalStateNames: Readonly<Record<SignalState, string>> = { draft: 'wacht op nakijken', returned: 'teruggestuurd', released: 'vrijgegeven', withdrawn: 'ingetrokken' }
export const agreementNames: Readonly<Record<AgreementView['state'], string>> = { open: 'loopt', overdue: 'te laat, nog niets gehoord', kept: 'nagekomen', late: 'te laat nagekomen', missed: 'niet nagekomen' }

/** What makes a case one for the network, in the words of the triage. */
export const criterionNames: Readonly<Record<ComplexCriterion, string>> = {
  'crime-or-disorder': 'Er is criminaliteit of overlast, of het risico daarop.',
  'several-areas-of-life': 'Het gaat om problemen op meer dan één gebied, zoals werk, wonen, opvoeding, verslaving.',
  'impact-on-neighbourhood': 'Het gezin of de buurt heeft er veel last van.',
  'one-intervention-will-not-do': 'Eén maatregel van één organisatie is niet genoeg.',
}

/** The questions of the review; each has to be answered with "no". */
export const checkNames: Readonly<Record<ReviewCheck, string>> = {
  'one-household': 'Kon maar één huishouden dit weten of zien?',
  'only-source': 'Is de melder de enige van wie dit kan komen?',
  'vantage-point': 'Kun je zien waarvandaan iemand keek of luisterde?',
  'names-and-numbers': 'Staat er een naam, bijnaam, nummer, kenteken of adres in?',
  'coarse-place': 'Is de plek preciezer dan de buurt en het soort plek?',
  'coarse-time': 'Is de tijd preciezer dan de week?',
  'own-words': 'Staan er woorden in zoals de melder ze schreef?',
  'acting-tells': 'Verraadt het de melder als hierop nu wordt gehandeld?',
}

/** "week 10 van 2026" */
export function weekName(week: string): string {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? []
  return year === undefined ? week : `week ${Number(number)} van ${year}`
}

const months = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' })
/** "maart 2026" */
export function monthName(month: string): string {
  return /^\d{4}-\d{2}$/.test(month) ? months.format(new Date(`${month}-01T00:00:00Z`)) : month
}

/** "het eerste kwartaal van 2026" */
export function quarterName(quarter: string): string {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(quarter) ?? []
  return year === undefined ? quarter : `${['eerste', 'tweede', 'derde', 'vierde'][Number(number) - 1]} kwartaal ${year}`
}
