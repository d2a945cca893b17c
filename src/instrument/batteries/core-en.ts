// The core battery in English, as plain as the Dutch: sentences of at most 12 words, one idea, no negation in what
// people are asked to agree with. A translation of core-nl.ts item by item; each language has its own item hashes.
import type { InstrumentText, ItemText } from '../instrument.ts'

const listed = (...words: string[]): Record<string, string> =>
  Object.fromEntries(words.map((word, index) => [String(index + 1), word]))
const agree = listed('Fully agree', 'Agree', 'Neither agree nor disagree', 'Disagree', 'Fully disagree')
const statement = (words: string): ItemText => ({ question: `${words} Do you agree?`, options: agree })
const amount = listed('A lot', 'A little', 'None')
const often = listed('Never', 'Rarely', 'Sometimes', 'Often')
const pressed = listed('Never', 'Once', 'More often')
const several = 'You may choose more than one answer.'

export const coreEn: InstrumentText = {
  language: 'en',
  direction: 'ltr',
  name: 'English',
  missing: { dontKnow: 'I do not know', preferNot: 'I prefer not to say' },
  items: {
    liveMark: {
      question: 'What mark do you give for living in your neighbourhood?',
      hint: '0 is very bad. 10 is very good.',
      options: { 0: 'very bad', 10: 'very good' },
    },
    liveGladly: statement('I like living in this neighbourhood.'),
    helpEachOther: statement('People in this neighbourhood help each other.'),
    speakUp: statement('People here speak up when somebody goes too far.'),

    litter: { question: 'How much litter and damage do you see in your neighbourhood?', options: amount },
    rowdy: {
      question: 'How much nuisance in the street is there in your neighbourhood?',
      hint: 'Think of groups, drugs or shouting.',
      options: amount,
    },
    traffic: {
      question: 'How much nuisance from traffic is there in your neighbourhood?',
      hint: 'Think of speeding or bad parking.',
      options: amount,
    },

    unsafe: { question: 'Do you ever feel unsafe?', hint: 'It does not matter where.', options: often },
    unsafeHere: { question: 'Do you ever feel unsafe in your own neighbourhood?', options: often },
    darkOutside: {
      question: 'You are alone outside in your neighbourhood. It is dark. How safe do you feel then?',
      options: listed('Very safe', 'Safe', 'Unsafe', 'Very unsafe', 'I never do that'),
    },
    detour: {
      question: 'Do you go another way or stay home to feel safe?',
      hint: 'This is about your own neighbourhood.',
      options: listed('Often', 'Sometimes', 'Never'),
    },

    afraid: {
      question: 'Were you ever afraid in your neighbourhood in the past year?',
      options: listed('No', 'Yes, once', 'Yes, 2 or 3 times', 'Yes, more often'),
    },
    fearDegree: {
      question: 'Think of the last time. How afraid were you then?',
      options: listed('A little afraid', 'Afraid', 'Very afraid'),
    },
    fearDid: {
      question: 'Think of the last time. What did you do then or later?',
      hint: several,
      options: listed(
        'I went away or went inside',
        'I took another way',
        'I asked somebody for help',
        'I went outside less often',
        'I made my home safer',
        'I did something else',
        'I did nothing',
      ),
    },
    fearLife: { question: 'Did your life get worse because you were afraid?', options: listed('Yes', 'A little', 'No') },

    seenPressure: {
      question: 'Sometimes people are threatened or put under pressure. '
        + 'Did you see or hear that in your neighbourhood?',
      hint: 'This is about the past year.',
      options: pressed,
    },
    ownPressure: {
      question: 'Were you yourself threatened or put under pressure in your neighbourhood?',
      hint: 'This is about the past year.',
      options: pressed,
    },
    silence: statement('People here keep silent about problems because they are afraid.'),
    told: {
      question: 'Whom did you tell what you saw or went through?',
      hint: several,
      options: listed(
        'Family or friends',
        'Neighbours',
        'The municipality',
        'The landlord or housing association',
        'The police',
        'Meld Misdaad Anoniem (anonymous line)',
        'Somebody else',
        'Nobody',
      ),
    },
    whyNot: {
      question: 'Why did you not report it to the municipality or police?',
      hint: several,
      options: listed(
        'I was afraid of what would follow',
        'Reporting does not help',
        'I had too little proof',
        'I do not want to turn anybody in',
        'I did not know where to report',
        'I could not report anonymously',
        'It was not bad enough',
        'Something else',
      ),
    },

    trustMunicipality: statement('The municipality protects people who report something.'),
    trustPolice: statement('The police protect people who report something.'),
    fairTreatment: statement('The municipality and the police treat people fairly.'),

    changed: {
      question: 'How is living here, compared with a year ago?',
      options: listed('Better', 'The same', 'Worse', 'I did not live here then'),
    },
    age: {
      question: 'How old are you?',
      options: listed('18 to 34 years', '35 to 54 years', '55 to 74 years', '75 years or older'),
    },
    sex: { question: 'Are you a man, a woman or other?', options: listed('Man', 'Woman', 'Other') },
    years: {
      question: 'How long have you lived in this neighbourhood?',
      options: listed('Less than 1 year', '1 to 5 years', '5 to 10 years', '10 years or more'),
    },
    watched: { question: 'Could you answer without anybody watching?', options: listed('Yes', 'No') },
  },
}
