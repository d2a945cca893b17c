// The battery for professionals in Dutch and English, formal, sentences of at most 12 words, one idea, no negation in what people are asked to
// agree with. Untested wording: a trial comes before a first measurement.
import type { InstrumentText, ItemText } from '../instrument.ts'

const listed = (...words: string[]): Record<string, string> => Object.fromEntries(words.map((word, index) => [String(index + 1), word]))
const agreeNl = listed('Helemaal mee eens', 'Mee eens', 'Niet eens en niet oneens', 'Mee oneens', 'Helemaal mee oneens')
const agreeEn = listed('Fully agree', 'Agree', 'Neither agree nor disagree', 'Disagree', 'Fully disagree')
const nl = (words: string): ItemText => ({ question: `${words} Bent u het daarmee eens?`, options: agreeNl })
const en = (words: string): ItemText => ({ question: `${words} Do you agree?`, options: agreeEn })

export const staffNl: InstrumentText = {
  language: 'nl', direction: 'ltr', name: 'Nederlands', missing: { dontKnow: 'Weet ik niet', preferNot: 'Wil ik niet zeggen' },
  items: {
    coopOverall: { question: 'Hoe goed werken de partners in deze aanpak samen?', options: listed('Heel goed', 'Goed', 'Gaat wel', 'Slecht', 'Heel slecht') },
    coopLines: nl('Ik weet wie ik moet bellen bij een partner.'),
    coopKnowledge: nl('Partners in deze aanpak delen wat zij weten.'),
    coopAgreements: nl('Partners in deze aanpak komen hun afspraken na.'),
    staffThreat: { question: 'Bent u bedreigd of onder druk gezet in uw werk?', hint: 'Het gaat om het afgelopen jaar en om deze aanpak.', options: listed('Nooit', '1 keer', 'Vaker') },
    staffReported: { question: 'Hebt u dat gemeld bij uw eigen organisatie?', hint: 'Denk aan de laatste keer.', options: listed('Ja', 'Nee') },
    staffFear: { question: 'Deed u iets in uw werk anders omdat u bang was?', hint: 'Het gaat om het afgelopen jaar.', options: listed('Nooit', 'Soms', 'Vaak') },
    staffSupport: nl('Mijn organisatie helpt mij goed na een bedreiging.'),
    effectNuisance: nl('De aanpak maakt de overlast voor bewoners kleiner.'),
    effectSafety: nl('Bewoners voelen zich veiliger door de aanpak.'),
    effectTrust: nl('De aanpak geeft bewoners meer vertrouwen in de overheid.'),
    effectStaff: nl('De aanpak maakt de druk op medewerkers kleiner.'),
    onTrack: nl('De aanpak ligt op koers.'),
    partnersComplete: nl('Alle partners die nodig zijn doen mee.'),
    bottlenecks: nl('Regels of systemen houden mijn werk tegen.'),
    needs: {
      question: 'Wat hebt u nodig om uw werk beter te doen?', hint: 'U mag meer antwoorden kiezen.',
      options: listed('Meer tijd', 'Meer collega’s', 'Betere informatie', 'Duidelijke afspraken', 'Steun van mijn leidinggevende', 'Iets anders', 'Ik heb niets nodig'),
    },
    watched: { question: 'Kon u dit invullen zonder dat iemand meekeek?', options: listed('Ja', 'Nee') },
  },
}

export const staffEn: InstrumentText = {
  language: 'en', direction: 'ltr', name: 'English', missing: { dontKnow: 'I do not know', preferNot: 'I prefer not to say' },
  items: {
    coopOverall: { question: 'How well do the partners in this approach work together?', options: listed('Very well', 'Well', 'So-so', 'Badly', 'Very badly') },
    coopLines: en('I know whom to call at a partner.'),
    coopKnowledge: en('Partners in this approach share what they know.'),
    coopAgreements: en('Partners in this approach keep their agreements.'),
    staffThreat: { question: 'Were you threatened or put under pressure in your work?', hint: 'This is about the past year and this approach.', options: listed('Never', 'Once', 'More often') },
    staffReported: { question: 'Did you report that to your own organisation?', hint: 'Think of the last time.', options: listed('Yes', 'No') },
    staffFear: { question: 'Did you do something differently at work because you were afraid?', hint: 'This is about the past year.', options: listed('Never', 'Sometimes', 'Often') },
    staffSupport: en('My organisation helps me well after a threat.'),
    effectNuisance: en('The approach makes nuisance for residents smaller.'),
    effectSafety: en('Residents feel safer because of the approach.'),
    effectTrust: en('The approach gives residents more trust in the authorities.'),
    effectStaff: en('The approach makes the pressure on staff smaller.'),
    onTrack: en('The approach is on track.'),
    partnersComplete: en('All partners that are needed take part.'),
    bottlenecks: en('Rules or systems hold up my work.'),
    needs: {
      question: 'What do you need to do your work better?', hint: 'You may choose more than one answer.',
      options: listed('More time', 'More colleagues', 'Better information', 'Clear agreements', 'Support from my manager', 'Something else', 'I need nothing'),
    },
    watched: { question: 'Could you answer this without anybody watching?', options: listed('Yes', 'No') },
  },
}
