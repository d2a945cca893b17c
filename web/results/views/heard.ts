// V9. Whom did we hear: response of both waves, by age, by way, letter and language. Counted people, so no margins; what is counted is rounded to 5. Beside
// every result its sentence stands, and this page behind it.
import type { ResponseFigures } from '../../../src/analysis/edition.ts'
import { thousands } from '../../../src/analysis/sentence-words.ts'
import { AGES, oftenWords, responseSentence } from '../../../src/analysis/view-sentences.ts'
import { resultsText } from '../../languages/results.ts'
import type { ResultsLanguage } from '../../languages/results-text.ts'
import type { EditionParts } from '../edition-parts.ts'
import type { ResultFigure, ResultView, ViewInput } from '../view.ts'

export function heard({ edition, language }: ViewInput): ResultView {
  const words = resultsText[language]
  return {
    name: 'gehoord', title: words.views.gehoord.name, lead: heardSentences(edition, language),
    figures: [...edition.head.response.map((response) => agesFigure(edition, response, language)), factsFigure(edition, language)],
    said: [], notes: [words.heard.unweighted, words.heard.missed],
  }
}

/** "Meting 2026: 1.310 van 4.800 aangeschreven mensen (27%); ..." for every wave, and how many are a class of their own. */
export function heardSentences({ head }: Pick<EditionParts, 'head'>, language: ResultsLanguage): string[] {
  const words = resultsText[language]
  return head.response.map((response) => `${waveName({ head }, response.wave)}: ${responseSentence(response, language)}${response.unknownAgeOrSex > 0 ? ` ${words.heard.unknown(response.unknownAgeOrSex)}` : ''}`)
}

function waveName({ head }: Pick<EditionParts, 'head'>, wave: string): string {
  return wave === head.wave.id ? head.wave.label : head.baseline?.label ?? wave
}

/** Response of age groups against the average of 1. */
function agesFigure({ head }: EditionParts, { wave, ages }: ResponseFigures, language: ResultsLanguage): ResultFigure {
  const words = resultsText[language]
  const title = `${words.heard.ages}: ${waveName({ head }, wave)}`
  const text = (relative: number | null): string => (relative === null ? words.chart.tooFew : oftenWords(relative, language))
  return {
    id: `gehoord-leeftijd-${wave}`, title, sentence: words.heard.agesSay,
    chart: {
      kind: 'bars', label: title, most: 1.6, reference: { value: 1, name: words.heard.average },
      rows: ages.map(({ age, relative }) => ({ id: String(age), label: words.heard.age(AGES[age - 1]!), value: relative, limits: null, text: text(relative), sentence: `${words.heard.age(AGES[age - 1]!)}: ${text(relative)}.` })),
    },
    table: {
      caption: title, columns: [{ heading: words.heard.group }, { heading: words.heard.often, numeric: true }],
      rows: ages.map(({ age, relative }) => [words.heard.age(AGES[age - 1]!), text(relative)]),
    },
    csv: { columns: ['municipality', 'wave', 'age', 'against_average'], rows: ages.map(({ age, relative }) => [head.municipality, waveName({ head }, wave), AGES[age - 1]!, relative]) },
  }
}

function factsFigure({ head }: EditionParts, language: ResultsLanguage): ResultFigure {
  const words = resultsText[language]
  const { heard } = words
  const named = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? key
  const mix = (names: Readonly<Record<string, string>>, list: readonly { name: string; percent: number }[]): string => list.map(({ name, percent }) => `${named(names, name)} ${percent}%`).join(', ') || '–'
  const facts: [string, (response: ResponseFigures) => string][] = [
    [heard.invited, ({ invited }) => thousands(invited, language)], [heard.responses, ({ responses }) => thousands(responses, language)], [heard.rate, ({ rate }) => `${rate}%`],
    [heard.effective, ({ effectiveN }) => thousands(effectiveN, language)], [heard.deff, ({ deff }) => (language === 'nl' ? String(deff).replace('.', ',') : String(deff))],
    [heard.way, ({ modes }) => mix(heard.modes, modes.map(({ mode, percent }) => ({ name: mode, percent })))],
    [heard.when, ({ phases }) => mix(heard.phases, (phases ?? []).map(({ phase, percent }) => ({ name: phase, percent })))],
    [heard.tongue, ({ languages }) => mix(heard.languages, languages.map(({ language: name, percent }) => ({ name, percent })))],
    [heard.unknownRow, ({ unknownAgeOrSex }) => `${unknownAgeOrSex}%`],
  ]
  return {
    id: 'gehoord-cijfers', title: heard.facts, sentence: heard.factsSay, chart: null,
    table: {
      caption: heard.facts, columns: [{ heading: heard.what }, ...head.response.map(({ wave }) => ({ heading: waveName({ head }, wave), numeric: true }))],
      rows: facts.map(([name, of]) => [name, ...head.response.map(of)]),
    },
    csv: {
      columns: ['municipality', 'wave', 'what', 'value'],
      rows: head.response.flatMap((response) => facts.map(([name, of]) => [head.municipality, waveName({ head }, response.wave), name, of(response)])),
    },
  }
}
