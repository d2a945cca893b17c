// What a figure says over all its areas, in one Dutch sentence, and who was heard. Pure; separate so that a test can read them aloud.
import type { PublishedComparison, ResponseFigures } from '../../src/analysis/edition.ts'
import { unitOf } from '../charts/from-comparison.ts'
import { number } from '../console/words.ts'

/** "In 2 van 12 wijken aantoonbaar lager, in 0 hoger, in 9 geen aantoonbaar verschil (zichtbaar vanaf 14 punten), 1 wijk te weinig antwoorden." */
export function sayAreas(comparisons: readonly PublishedComparison[]): string {
  const areas = comparisons.filter(({ domain }) => !['all', 'focus', 'comparison'].includes(domain))
  const count = (verdict: PublishedComparison['verdict']) => areas.filter((area) => area.verdict === verdict).length
  if (areas.length === 0) return 'Dit onderwerp staat niet per wijk in deze uitgave.'
  if (count('break') === areas.length) return 'Niet te vergelijken met de nulmeting: dit is een breuk in de reeks.'
  if (areas.every(({ reasons }) => reasons.includes('absent'))) return 'Voor dit onderwerp is er geen eerdere meting.'
  const parts = [`In ${count('lower')} van ${plural(areas.length)} aantoonbaar lager`, `in ${count('higher')} hoger`, `in ${count('none')} geen aantoonbaar verschil${visible(areas)}`]
  if (count('hidden') > 0) parts.push(`${plural(count('hidden'))} te weinig antwoorden`)
  if (count('break') > 0) parts.push(`${plural(count('break'))} niet te vergelijken`)
  if (count('context') > 0) parts.push(`${plural(count('context'))} alleen ter vergelijking`)
  return `${parts.join(', ')}.`
}

function plural(areas: number): string {
  return areas === 1 ? '1 wijk' : `${areas} wijken`
}

function visible(areas: readonly PublishedComparison[]): string {
  const none = areas.filter(({ verdict }) => verdict === 'none')
  const detectable = none.map((area) => area.detectable).filter((value): value is number => value !== null).sort((a, b) => a - b)
  if (detectable.length === 0) return ''
  const mark = unitOf(none[0]!) === 'mark'
  const [least, most] = [detectable[0]!, detectable.at(-1)!].map((value) => mark ? value.toFixed(1).replace('.', ',') : String(Math.round(value)))
  return ` (zichtbaar vanaf ${least === most ? least : `${least} tot ${most}`}${mark ? '' : ' punten'})`
}

const AGES = ['', '18 tot en met 34 jaar', '35 tot en met 49 jaar', '50 tot en met 64 jaar', '65 jaar en ouder']

/** "1.310 van 4.800 aangeschreven mensen (27%); na weging tellen de antwoorden als 980." Age groups that answered much less are named. */
export function sayResponse(response: ResponseFigures): string {
  const ages = response.ages.filter(({ relative }) => relative !== null && relative < 0.8).map(({ age, relative }) => `${AGES[age] ?? `leeftijdsgroep ${age}`} ${fraction(relative!)}`)
  return [`${number(response.responses)} van ${number(response.invited)} aangeschreven mensen (${response.rate}%)`, ...ages, `na weging tellen de antwoorden als ${number(response.effectiveN)}`].join('; ') + '.'
}

function fraction(relative: number): string {
  if (relative < 0.4) return 'een derde zo vaak'
  if (relative < 0.6) return 'half zo vaak'
  return 'minder vaak'
}

/** What the page of one area says first: "2 van 12 onderwerpen aantoonbaar lager, 1 hoger; over 3 kunnen wij niets zeggen." */
export function sayThemes(rows: readonly { verdict: PublishedComparison['verdict'] }[]): string {
  const count = (...verdicts: PublishedComparison['verdict'][]) => rows.filter(({ verdict }) => verdicts.includes(verdict)).length
  const silent = count('hidden', 'break', 'context')
  return `${count('lower')} van ${rows.length} ${rows.length === 1 ? 'onderwerp' : 'onderwerpen'} aantoonbaar lager, ${count('higher')} hoger, ${count('none')} zonder aantoonbaar verschil`
    + `${silent > 0 ? `; over ${silent} kunnen wij niets zeggen` : ''}.`
}
