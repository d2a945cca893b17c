// The core battery in Dutch, formal u, language level B1: sentences of at most 12 words, one idea, no "niet" in what
// people are asked to agree with. Untested wording: a pilot wave comes before a baseline.
import type { InstrumentText, ItemText } from '../instrument.ts'

const listed = (...words: string[]): Record<string, string> =>
  Object.fromEntries(words.map((word, index) => [String(index + 1), word]))
const agree = listed('Helemaal mee eens', 'Mee eens', 'Niet eens en niet oneens', 'Mee oneens', 'Helemaal mee oneens')
const statement = (words: string): ItemText => ({ question: `${words} Bent u het daarmee eens?`, options: agree })
const amount = listed('Veel', 'Een beetje', 'Geen')
const often = listed('Nooit', 'Zelden', 'Soms', 'Vaak')
const pressed = listed('Nooit', '1 keer', 'Vaker')
const several = 'U mag meer antwoorden kiezen.'

export const coreNl: InstrumentText = {
  language: 'nl',
  direction: 'ltr',
  name: 'Nederlands',
  missing: { dontKnow: 'Weet ik niet', preferNot: 'Wil ik niet zeggen' },
  items: {
    liveMark: {
      question: 'Welk cijfer geeft u voor het wonen in uw buurt?',
      hint: '0 is heel slecht. 10 is heel goed.',
      options: { 0: 'heel slecht', 10: 'heel goed' },
    },
    liveGladly: statement('Ik woon met plezier in deze buurt.'),
    helpEachOther: statement('Mensen in deze buurt helpen elkaar.'),
    speakUp: statement('Mensen hier zeggen er iets van als iemand te ver gaat.'),

    litter: { question: 'Hoeveel rommel en vernieling ziet u in uw buurt?', options: amount },
    rowdy: {
      question: 'Hoeveel overlast op straat hebt u in uw buurt?',
      hint: 'Denk aan groepen, drugs of geschreeuw.',
      options: amount,
    },
    traffic: {
      question: 'Hoeveel overlast van verkeer hebt u in uw buurt?',
      hint: 'Denk aan te hard rijden of verkeerd parkeren.',
      options: amount,
    },

    unsafe: { question: 'Voelt u zich weleens onveilig?', hint: 'Het maakt niet uit waar.', options: often },
    unsafeHere: { question: 'Voelt u zich weleens onveilig in uw eigen buurt?', options: often },
    darkOutside: {
      question: 'U bent alleen buiten in uw buurt. Het is donker. Hoe veilig voelt u zich dan?',
      options: listed('Heel veilig', 'Veilig', 'Onveilig', 'Heel onveilig', 'Dat doe ik nooit'),
    },
    detour: {
      question: 'Loopt u om of blijft u thuis om u veilig te voelen?',
      hint: 'Het gaat om uw eigen buurt.',
      options: listed('Vaak', 'Soms', 'Nooit'),
    },

    afraid: {
      question: 'Was u het afgelopen jaar weleens bang in uw buurt?',
      options: listed('Nee', 'Ja, 1 keer', 'Ja, 2 of 3 keer', 'Ja, vaker'),
    },
    fearDegree: {
      question: 'Denk aan de laatste keer. Hoe bang was u toen?',
      options: listed('Een beetje bang', 'Bang', 'Heel bang'),
    },
    fearDid: {
      question: 'Denk aan de laatste keer. Wat deed u toen of daarna?',
      hint: several,
      options: listed(
        'Ik ging weg of naar binnen',
        'Ik nam een andere weg',
        'Ik vroeg iemand om hulp',
        'Ik ging minder naar buiten',
        'Ik maakte mijn huis veiliger',
        'Ik deed iets anders',
        'Ik deed niets',
      ),
    },
    fearLife: { question: 'Werd uw leven slechter omdat u bang was?', options: listed('Ja', 'Een beetje', 'Nee') },

    seenPressure: {
      question: 'Soms worden mensen bedreigd of onder druk gezet. '
        + 'Zag of hoorde u dat in uw buurt?',
      hint: 'Het gaat om het afgelopen jaar.',
      options: pressed,
    },
    ownPressure: {
      question: 'Bent u zelf bedreigd of onder druk gezet in uw buurt?',
      hint: 'Het gaat om het afgelopen jaar.',
      options: pressed,
    },
    silence: statement('Mensen hier zwijgen over problemen omdat zij bang zijn.'),
    told: {
      question: 'Aan wie hebt u verteld wat u zag of meemaakte?',
      hint: several,
      options: listed(
        'Familie of vrienden',
        'Buren',
        'De gemeente',
        'De verhuurder of woningcorporatie',
        'De politie',
        'Meld Misdaad Anoniem',
        'Iemand anders',
        'Aan niemand',
      ),
    },
    whyNot: {
      question: 'Waarom hebt u het niet gemeld bij gemeente of politie?',
      hint: several,
      options: listed(
        'Ik was bang voor de gevolgen',
        'Melden helpt toch niet',
        'Ik had te weinig bewijs',
        'Ik wil niemand aangeven',
        'Ik wist niet waar ik kon melden',
        'Ik kon het niet anoniem melden',
        'Het was niet erg genoeg',
        'Iets anders',
      ),
    },

    trustMunicipality: statement('De gemeente beschermt mensen die iets melden.'),
    trustPolice: statement('De politie beschermt mensen die iets melden.'),
    fairTreatment: statement('De gemeente en de politie behandelen mensen eerlijk.'),

    changed: {
      question: 'Hoe is het wonen hier, vergeleken met een jaar geleden?',
      options: listed('Beter', 'Hetzelfde', 'Slechter', 'Ik woonde hier toen nog niet'),
    },
    age: {
      question: 'Hoe oud bent u?',
      options: listed('18 tot en met 34 jaar', '35 tot en met 54 jaar', '55 tot en met 74 jaar', '75 jaar of ouder'),
    },
    sex: { question: 'Bent u een man, een vrouw of anders?', options: listed('Man', 'Vrouw', 'Anders') },
    years: {
      question: 'Hoe lang woont u in deze buurt?',
      options: listed('Korter dan 1 jaar', '1 tot 5 jaar', '5 tot 10 jaar', '10 jaar of langer'),
    },
    watched: { question: 'Kon u dit invullen zonder dat iemand meekeek?', options: listed('Ja', 'Nee') },
  },
}
