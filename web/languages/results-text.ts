// The words of results: charts, tables, the twelve views, the council's memo. One shape, so that a missing sentence does not compile; one
// typed file a language. The sentences about figures themselves are those of src/analysis; here is what stands around them.

export type ResultsLanguage = 'nl' | 'en'

export interface ViewWords {
  /** In the list of views and as heading. */
  name: string
  /** What one can read here, in a line. */
  about: string
}

export interface ResultsText {
  language: ResultsLanguage
  endonym: string
  /** For Intl. */
  locale: string
  decimal: ',' | '.'
  chart: {
    signs: string
    margin: string
    wide: string
    limit: string
    bare: string
    break: string
    rowBreak: string
    tooFew: string
    notAsked: string
    then: (text: string) => string
    atMost: string
    atLeast: string
    wideShort: string
    noMargin: string
    n: (now: string | null, then: string | null) => string
    higher: string
    lower: string
    none: string
    noneShort: string
    onlyContext: string
    contextDetail: string
    nothing: string
    difference: (least: string, most: string) => string
    visibleFrom: (amount: string) => string
    points: (count: number) => string
    focus: string
    comparison: string
    other: string
    zero: string
    mean: string
    hatched: string
    before: string
    noBefore: string
    seriesBreak: string
    apart: string
    dontKnow: string
    preferNot: string
    whole: string
  }
  domains: { all: string; focus: string; comparison: string; district: (name: string) => string; stayers: (of: string) => string; newcomers: (of: string) => string }
  table: {
    show: string
    copy: string
    copied: string
    notCopied: string
    csv: string
    svg: string
    png: string
    caption: (label: string) => string
    name: string
    area: string
    role: string
    answer: string
    n: (when: string) => string
    difference: string
    change: string
    margin: string
    group: string
    figure: string
    who: string
    wave: string
    said: (file: string) => string
  }
  head: {
    now: (label: string) => string
    baseline: (label: string) => string
    baselineAfter: (label: string) => string
    earlier: (label: string) => string
    noBaseline: string
    compared: (now: string, then: string) => string
    alone: (now: string) => string
    edition: (day: string, audience: string) => string
    audiences: { steering: string; partners: string; public: string }
    afterStart: string
    imported: string
    example: string
  }
  page: {
    choose: string
    language: string
    edition: string
    item: string
    area: string
    primary: string
    others: string
    together: string
    districts: string
    areas: string
    print: string
    whole: string
    heard: string
    method: string
    inWords: string
    noEdition: string
    nothingHere: string
    notPerArea: string
    onlyAll: string
    loading: string
    goTo: string
  }
  views: Record<ViewName, ViewWords>
  gelukt: {
    against: { better: string; worse: string; none: string; unclaimed: string }
    /** Areas by what was found: "beter in Lindenkwartier en Sluiswijk". */
    better: (areas: string) => string
    worse: (areas: string) => string
    none: (areas: string) => string
    silent: (areas: string) => string
    caution: string
    afterStart: string
  }
  against: { title: (name: string) => string; rank: (rank: number, of: number) => string; few: string; none: string; reading: string; effect: string }
  item: { areas: string; map: string; mapSays: (shown: number, hidden: number) => string; answers: string; answersSay: (question: string) => string; series: string; noShapes: string; refusals: string; refusalsNote: string; question: string }
  area: { themes: string; marks: string; role: { focus: string; comparison: string; other: string } }
  silence: { title: string; steps: string; reasons: string; reasonsSay: string; base: string; none: string }
  fear: { title: string; classes: string; did: string; didSay: string; none: string }
  refusal: { title: string; missing: string; watched: string; without: string; withoutSay: string; none: string }
  trust: { title: string; answers: string }
  heard: {
    ages: string
    agesSay: string
    age: (group: string) => string
    often: string
    /** Bars: 1 is the average. */
    average: string
    modes: Record<string, string>
    phases: Record<string, string>
    languages: Record<string, string>
    other: string
    facts: string
    invited: string
    responses: string
    rate: string
    effective: string
    deff: string
    unknown: string
    way: string
    share: string
    how: string
    when: string
    tongue: string
    conservative: string
  }
  tenure: { title: string; checks: Record<'stayers' | 'unwatched' | 'composition' | 'all', string>; levels: string; levelsSay: string; none: string; changes: string; five: string }
  elsewhere: {
    title: string
    none: string
    tested: string
    apart: string
    untested: (label: string) => string
    source: string
    region: string
    ours: string
    theirs: string
    equal: string
    another: string
    same: string
    beside: string
    adjusted: string
  }
  memo: { to: string; subject: (wave: string) => string; question: string; elsewhere: string; heard: string; cannot: string; cannotItems: {
    hidden: (count: number, total: number) => string
    wide: (count: number) => string
    breaks: (items: string) => string
    leftOut: (count: number) => string
    cause: string
    regression: string
    small: (areas: string) => string
    detectable: (from: string, to: string) => string
    missed: string
    afterStart: string
  }; outcome: string; focus: string }
  series: { title: string; say: (first: string, last: string) => string; one: string; breakAt: (wave: string) => string; boundaries: string }
  method: {
    margins: { area: string; age: string; sex: string }
    weighted: (by: string, deff: string) => string
    interval: (percent: number) => string
    families: string
    rounded: string
    n: string
    leftOut: (count: number) => string
    edition: (boundaryYear: number, engine: string) => string
  }
}

/** The views, as they stand in addresses. */
export const VIEW_NAMES = ['gelukt', 'vergelijkingswijken', 'onderwerp', 'wijk', 'zwijgen', 'angst', 'durven', 'vertrouwen', 'gehoord', 'blijvers', 'elders', 'memo'] as const
export type ViewName = (typeof VIEW_NAMES)[number]
