// Every word of the resident pages that is not part of an instrument, as one typed list: a language that misses one does not compile.
// Separate from the languages so that a phone loads exactly one of them; texts arrive finished, because old phones lack parts of Intl.

/** The words of one interface language. Functions take numbers or names and return a finished sentence. */
export interface ResidentText {
  /** BCP 47, also the value of `lang`. */
  language: string
  direction: 'ltr' | 'rtl'
  /** The neutral name in titles and tabs: no topic word, no street, no area. */
  siteName: string
  exampleNotice: string
  pilotNotice: string
  languageLabel: string
  exit: string
  exiting: string
  back: string
  next: string
  error: string
  start: {
    heading: string
    intro: string
    codeHeading: string
    label: string
    labelHint: string
    wiped: string
    /** The way to reports and advice: as quiet as the rest, and the same for everybody. */
    report: string
  }
  mistakes: {
    heading: string
    labelEmpty: string
    labelShape: string
    labelUnknown: string
    link: string
  }
  loading: string
  unreachable: { heading: string; body: string; again: string }
  welcome: {
    heading: string
    from: (municipality: string) => string
    points: readonly string[]
    length: (questions: number) => string
    begin: string
  }
  leaving: { heading: string; points: readonly string[]; understood: string }
  question: {
    progress: (number: number, total: number) => string
    several: string
    or: string
    conceal: string
    reveal: string
  }
  ready: { heading: string; body: string; send: string }
  sending: {
    heading: string
    busy: string
    waiting: string
    later: string
    stuckHeading: string
    stuck: string
    again: string
  }
  closed: { heading: string; body: string }
  refused: { heading: string; body: string }
  idle: { warning: string; stay: string }
  contact: {
    heading: string
    phone: string
    hours: string
    walkIn: string
    paper: string
    paperBody: string
    privacy: string
  }
}

/** The page for a typed code: loaded when somebody typed a label, as most people scan. */
export interface CodeText {
  heading: string
  label: string
  hint: string
  fingerprint: (fingerprint: string) => string
  lookAgain: string
  mistakes: {
    empty: string
    character: (character: string) => string
    length: (found: number) => string
    check: string
  }
}

/** The thank-you page: loaded with the sealing code, so apart from what stands before the first question. */
export interface ThanksText {
  heading: string
  once: string
  used: (phone: string) => string
  close: string
  helpHeading: string
  help: readonly HelpLine[]
  team: string
}

/** One line of the help block on the thank-you page: who, when to use it, the number as read and as dialled. */
export interface HelpLine {
  name: string
  when: string
  number: string
  dial: string
}
