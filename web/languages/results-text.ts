// The words of results: charts, tables, the twelve views, the council's memo. One shape, so that a missing sentence does not compile; one
// typed file a language. The sentences about figures themselves are those of src/analysis; here is what stands around them.

export type ResultsLanguage = 'nl' | 'en'

/** The views, as they stand in addresses. */
export const VIEW_NAMES = ['gelukt', 'vergelijkingswijken', 'onderwerp', 'wijk', 'zwijgen', 'angst', 'durven', 'vertrouwen', 'gehoord', 'blijvers', 'elders', 'memo'] as const
export type ViewName = (typeof VIEW_NAMES)[number]

export interface ResultsText {
  language: ResultsLanguage
  endonym: string
  /** For Intl. */
  locale: string
  chart: {
    signs: string; margin: string; wide: string; limit: string; bare: string; break: string; rowBreak: string
    tooFew: string; notAsked: string; then: (text: string) => string; atMost: string; atLeast: string; wideShort: string; noMargin: string
    n: (now: string | null, then: string | null) => string
    higher: string; lower: string; none: string; onlyContext: string; contextDetail: string; nothing: string
    difference: (least: string, most: string) => string
    visibleFrom: (amount: string) => string
    points: (count: number) => string
    focus: string; comparison: string; other: string; dontKnow: string; preferNot: string
    /** Clauses after a percentage. */
    missing: { dontKnow: string; preferNot: string }
  }
  /** `in...`: as it stands after "in". */
  domains: {
    all: string; focus: string; comparison: string; inAll: string; inFocus: string; inComparison: string
    district: (name: string) => string; stayers: (of: string) => string; newcomers: (of: string) => string
  }
  table: {
    show: string; copy: string; copied: string; notCopied: string; csv: string; svg: string; png: string; saved: (name: string) => string
    caption: (label: string) => string
    name: string; area: string; role: string; answer: string; n: (when: string) => string; difference: string; change: string; margin: string
    group: string; figure: string; who: string; wave: string; marks: string
  }
  head: {
    now: (label: string) => string; baseline: (label: string) => string; baselineAfter: (label: string) => string; earlier: (label: string) => string; noBaseline: string
    compared: (now: string, then: string) => string; alone: (now: string) => string; edition: (day: string, audience: string) => string
    audiences: { steering: string; partners: string; public: string }
    afterStart: string; afterStartAlone: string; imported: string; example: string; source: (municipality: string, waves: string) => string
  }
  page: {
    heading: string; choose: string; language: string; edition: string; item: string; area: string; seriesOf: string; primary: string; others: string; together: string; areas: string
    print: string; whole: string; heard: string; heardMore: string; method: string; inWords: string; noEdition: string; toWaves: string; nothingHere: string; notPerArea: string; onlyAll: string
    choice: (now: string, then: string | null, audience: string, day: string) => string
  }
  views: Record<ViewName, { name: string; about: string }>
  gelukt: {
    against: { better: string; worse: string; none: string; unclaimed: string }
    better: (areas: string) => string; worse: (areas: string) => string; none: (areas: string) => string; silent: (areas: string) => string
    caution: string; afterStart: string; noBaseline: string
  }
  against: {
    title: (name: string) => string; rank: (rank: number, of: number) => string; few: string; none: string; reading: string; effect: string; mean: string
    verdict: (verdict: 'higher' | 'lower' | 'none' | 'unclaimed') => string
  }
  item: {
    areas: (name: string) => string; map: (name: string) => string; mapSays: (shown: number, hidden: number) => string; answers: (name: string) => string; answersSay: (question: string) => string
    answersNote: string; refusals: string; refusalsNote: string; question: (question: string) => string; allBreak: string; alone: (shown: number, all: number) => string; notAskedThen: string
  }
  area: {
    themes: (name: string) => string; marks: (name: string) => string; role: { focus: string; comparison: string; other: string }; notHere: (themes: string) => string; alone: string
    counted: (counts: { all: number; lower: number; higher: number; none: number; silent: number }) => string
  }
  silence: { steps: string; stepsSay: string; reasons: string; reasonsSay: string; base: string; none: string }
  fear: { classes: string; classesSay: string; did: string; didSay: string; about: string; none: string }
  refusal: { missing: string; watched: string; without: string; withoutSay: string; none: string; places: string; items: string; itemsSay: string }
  trust: { title: string; say: string }
  heard: {
    ages: string; agesSay: string; age: (group: string) => string; often: string; group: string; average: string
    modes: Readonly<Record<string, string>>; phases: Readonly<Record<string, string>>; languages: Readonly<Record<string, string>>
    facts: string; factsSay: string; what: string; invited: string; responses: string; rate: string; effective: string; deff: string
    unknown: (percent: number) => string; unknownRow: string; way: string; when: string; tongue: string; unweighted: string; missed: string
  }
  tenure: {
    checks: { everybody: string; stayers: string; unwatched: string; composition: string }
    levels: string; levelsSay: string; none: string; noChange: string; changes: string; changesSay: string; five: string
  }
  elsewhere: {
    enter: string; none: string; tested: string; untested: string; apart: string; source: string; region: string; ours: string; topic: string; another: string; same: string; oursHidden: string; noMargin: string; context: string
    noDifference: (limits: string) => string; differs: (amount: string, way: string, limits: string) => string; adjusted: string
  }
  memo: {
    title: (wave: string) => string; about: (municipality: string) => string; question: string; elsewhere: string; heard: string; cannot: string
    cannotItems: {
      afterStart: string; cause: string; first: string; detectable: (least: string, most: string) => string; breaks: (items: string) => string; small: (areas: string) => string
      wide: (count: number) => string; leftOut: (count: number) => string; regression: string; missed: string
    }
  }
  series: { title: (name: string, place: string) => string; say: (first: string, last: string) => string; breakAt: (wave: string, why: string) => string; boundaries: string; unknown: string; break: string; start: string }
  method: {
    margins: { area: string; age: string; sex: string }; weighted: (by: string, deff: string) => string; interval: (percent: number) => string; families: string; rounded: string; n: string
    leftOut: (count: number) => string; edition: (boundaryYear: number, engine: string) => string
  }
}
