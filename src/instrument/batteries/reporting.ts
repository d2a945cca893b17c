// The added module on reporting, for residents: whether people know how, would do it themselves, and what they expect of it. Own items.
// Separate from the core because it lengthens the interview: intention stands far above behaviour, so the core asks behaviour only.
import type { Item } from '../item.ts'
import type { Summary } from '../summary.ts'
import type { ItemText } from '../instrument.ts'

const share = (categories: readonly number[], better: Summary['better'], sensitive: boolean, nl: string, en: string): Summary =>
  ({ report: { as: 'share', categories }, label: { nl, en }, better, sensitive })
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)
const item = (id: string, last: number, summary: Summary): Item => ({ id, block: 'reporting', kind: 'one', options: upTo(last), summary })

export const reportingItems: readonly Item[] = [
  item('knowAnonymous', 2, share([1], 'higher', false, 'weet hoe je iets anoniem kunt melden', 'know how to report something anonymously')),
  item('wouldReport', 4, share([1, 2], 'higher', true, 'zou het melden als mensen onder druk gezet worden', 'would report it when people are put under pressure')),
  item('othersReport', 5, share([1, 2], 'higher', true, 'vindt dat mensen in de buurt ernstige dingen melden', 'say that people in the neighbourhood report serious things')),
  item('reportTrouble', 3, share([1], 'lower', true, 'denkt dat melden veel problemen geeft', 'think that reporting brings a lot of trouble')),
]

const listed = (...words: string[]): Record<string, string> => Object.fromEntries(words.map((word, index) => [String(index + 1), word]))

export const reportingNl: Readonly<Record<string, ItemText>> = {
  knowAnonymous: { question: 'Weet u hoe u iets anoniem kunt melden?', options: listed('Ja', 'Nee') },
  wouldReport: {
    question: 'Stel: u ziet dat iemand onder druk gezet wordt. Zou u dat melden?',
    options: listed('Zeker wel', 'Waarschijnlijk wel', 'Waarschijnlijk niet', 'Zeker niet'),
  },
  othersReport: {
    question: 'Mensen in deze buurt melden het als er iets ergs gebeurt. Bent u het daarmee eens?',
    options: listed('Helemaal mee eens', 'Mee eens', 'Niet eens en niet oneens', 'Mee oneens', 'Helemaal mee oneens'),
  },
  reportTrouble: { question: 'Hoe groot is de kans op problemen als u iets meldt?', options: listed('Groot', 'Klein', 'Er is geen kans op problemen') },
}

export const reportingEn: Readonly<Record<string, ItemText>> = {
  knowAnonymous: { question: 'Do you know how to report something anonymously?', options: listed('Yes', 'No') },
  wouldReport: {
    question: 'Suppose you see somebody being put under pressure. Would you report that?',
    options: listed('Certainly', 'Probably', 'Probably not', 'Certainly not'),
  },
  othersReport: {
    question: 'People in this neighbourhood report it when something serious happens. Do you agree?',
    options: listed('Fully agree', 'Agree', 'Neither agree nor disagree', 'Disagree', 'Fully disagree'),
  },
  reportTrouble: { question: 'How likely is trouble when you report something?', options: listed('Very likely', 'A little likely', 'Not likely at all') },
}
