// The words of a paper questionnaire that are no part of the instrument, per language. Separate because a language that lacks them
// has no booklet: then people call.
export interface BookletWords {
  language: string
  title: Record<'resident' | 'professional', string>
  intro: (municipality: string, kind: 'resident' | 'professional') => string[]
  code: string
  several: string
  /** "Alleen invullen als ..." */
  only: (condition: string) => string
  /** "Anders gaat u door naar vraag 12." */
  otherwise: (question: number) => string
  otherwiseEnd: string
  chose: (question: number, options: readonly string[]) => string
  choseNot: (question: number, options: readonly string[]) => string
  and: string
  or: string
  end: string[]
}

const quoted = (options: readonly string[], or: string) => {
  const marks = options.map((option) => `‘${option}’`)
  return marks.length < 2 ? marks.join('') : `${marks.slice(0, -1).join(', ')} ${or} ${marks.at(-1)}`
}

const nl: BookletWords = {
  language: 'nl',
  title: { resident: 'Hoe is het om in uw buurt te wonen?', professional: 'Hoe is het om hier te werken?' },
  intro: (municipality, kind) => [
    `${municipality} wil weten hoe het is om ${kind === 'resident' ? 'in uw buurt te wonen' : 'hier te werken'}. Meedoen duurt ongeveer 8 minuten. Het mag, het hoeft niet.`,
    'Zet een kruis in het hokje van uw antwoord. Verkeerd hokje? Maak het helemaal zwart en kruis een ander aan.',
    'U mag elke vraag overslaan. Schrijf geen namen of adressen op dit formulier.',
    'Iemand typt uw antwoorden over. Daarna vernietigen wij dit formulier. Uw naam staat er niet bij.',
  ],
  code: 'Kenmerk en code van uw brief',
  several: 'U mag meer hokjes aankruisen.',
  only: (condition) => `Alleen invullen als u ${condition}.`,
  otherwise: (question) => `Anders gaat u door naar vraag ${question}.`,
  otherwiseEnd: 'Anders bent u klaar.',
  chose: (question, options) => `bij vraag ${question} ${quoted(options, 'of')} koos`,
  choseNot: (question, options) => `bij vraag ${question} niet ${quoted(options, 'of')} koos`,
  and: ' en ',
  or: ' of ',
  end: ['Dit waren de vragen. Dank u wel.', 'Doe dit formulier in de antwoordenvelop. Een postzegel is niet nodig.'],
}

const en: BookletWords = {
  language: 'en',
  title: { resident: 'What is it like to live in your neighbourhood?', professional: 'What is it like to work here?' },
  intro: (municipality, kind) => [
    `${municipality} would like to know what it is like to ${kind === 'resident' ? 'live in your neighbourhood' : 'work here'}. It takes about 8 minutes. You may take part, you need not.`,
    'Put a cross in the box of your answer. Wrong box? Blacken it and cross another one.',
    'You may skip any question. Please write no names or addresses on this form.',
    'Somebody types your answers over. After that we destroy this form. Your name is not with it.',
  ],
  code: 'Label and code of your letter',
  several: 'You may cross several boxes.',
  only: (condition) => `Only if you ${condition}.`,
  otherwise: (question) => `Otherwise go to question ${question}.`,
  otherwiseEnd: 'Otherwise you are done.',
  chose: (question, options) => `chose ${quoted(options, 'or')} at question ${question}`,
  choseNot: (question, options) => `did not choose ${quoted(options, 'or')} at question ${question}`,
  and: ' and ',
  or: ' or ',
  end: ['These were the questions. Thank you.', 'Put this form into the reply envelope. It needs no stamp.'],
}

/** BCP 47 to words. */
export const bookletWords: Readonly<Record<string, BookletWords>> = { nl, en }
