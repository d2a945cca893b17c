// What Volgen says, worked out from the daily counts: response by AAPOR's rule, what to expect at the close, whether an area will have enough.
// Pure; separate from the markup so that a test can read every sentence.
import { responseOutcome } from '../../../src/analysis/response-rate.ts'
import { WANTED_MARGIN, answersFor, forecastAtClose, marginAt, shareBy } from '../../../src/analysis/response-forecast.ts'
import type { AreaProgress, ProgressAnswer } from '../../../src/mailings/wire.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import { inWords, number, plural } from '../words.ts'

type Wave = Pick<WaveDetail, 'starts' | 'ends' | 'reminders' | 'state'>

export interface AreaRow extends AreaProgress {
  /** "minstens 4%", or nothing while there is no count. */
  rate: string
  /** Answers expected at the close; null while it is too early. */
  expected: number | null
  /** The margin at the close, in words. */
  margin: string
  enough: 'yes' | 'no' | 'unknown'
}

export interface Followed {
  rows: AreaRow[]
  invited: number
  received: number | null
  rate: string
  expected: number | null
  /** One or two sentences over everything. */
  sentence: string
  /** How the forecast was made. */
  basis: string
}

/** Everything the screen shows. */
export function followed(wave: Wave, progress: ProgressAnswer): Followed {
  const { areas, asOf, earlier } = progress
  const share = asOf === null ? 0 : shareBy(daysFrom(wave.starts, asOf), [0, ...wave.reminders.map((day) => daysFrom(wave.starts, day))], daysFrom(wave.starts, wave.ends) + 1, earlier?.shares ?? null)
  const over = wave.state !== 'field'
  const rows = areas.map((area) => rowOf(area, over ? 1 : share))
  const sum = (part: (area: AreaProgress) => number) => areas.reduce((total, area) => total + part(area), 0)
  const invited = sum(({ invited: letters }) => letters)
  const received = asOf === null ? null : progress.days.at(-1)!.received
  const expected = over || received === null ? null : forecastAtClose(sum(({ received: r }) => r ?? 0), areas.length, share, invited)
  const rate = received === null ? '' : rateText({ invited, received, undelivered: sum((a) => a.undelivered), ineligible: sum((a) => a.ineligible) })
  return { rows, invited, received, rate, expected, sentence: sentenceOf({ invited, received, asOf, rate, expected, rows }), basis: basisOf(earlier) }
}

function rowOf(area: AreaProgress, share: number): AreaRow {
  const { invited, received, undelivered, ineligible } = area
  const expected = received === null ? null : share >= 1 ? received : forecastAtClose(received, 1, share, invited)
  return {
    ...area, expected, rate: received === null ? '' : rateText({ invited, received, undelivered, ineligible }),
    margin: expected === null || expected === 0 ? 'nog niet te zeggen' : `± ${Math.round(marginAt(expected))} punten`,
    enough: expected === null ? 'unknown' : expected >= answersFor(WANTED_MARGIN) ? 'yes' : 'no',
  }
}

function rateText(counts: Parameters<typeof responseOutcome>[0]): string {
  const { rr1 } = responseOutcome(counts)
  return rr1 === null ? '' : `minstens ${Math.floor(100 * rr1)}%`
}

function sentenceOf({ invited, received, asOf, rate, expected, rows }: Pick<Followed, 'invited' | 'received' | 'rate' | 'expected' | 'rows'> & { asOf: string | null }): string {
  if (received === null || asOf === null) return `${plural(invited, 'brief is', 'brieven zijn')} verstuurd. De eerste telling volgt morgenochtend om 6 uur.`
  const now = `Minstens ${number(received)} van ${plural(invited, 'brief is', 'brieven zijn')} beantwoord (${rate}, stand van ${inWords(asOf)}).`
  if (expected === null) return now
  const enough = rows.filter((row) => row.enough === 'yes').length
  return `${now} Gaat het zo door, dan zijn het er aan het eind ongeveer ${number(expected)}. ${enough === 0 ? 'In geen enkele wijk' : enough === 1 ? 'In 1 wijk' : `In ${number(enough)} wijken`} is de marge dan ${WANTED_MARGIN} punten of kleiner.`
}

function basisOf(earlier: ProgressAnswer['earlier']): string {
  return earlier ? `De verwachting gaat uit van het verloop van ${earlier.name}.` : 'De verwachting gaat uit van een gewoon verloop: de meeste antwoorden komen in de eerste week na een brief.'
}

/** "genoeg", "te weinig": in words, never by colour alone. */
export function enoughText(enough: AreaRow['enough']): string {
  return enough === 'yes' ? `ja, ${WANTED_MARGIN} punten of minder` : enough === 'no' ? 'nee' : 'nog niet te zeggen'
}

const PHASES = ['De brief', 'Eerste herinnering', 'Laatste herinnering'] as const

/** "Eerste herinnering". */
export function phaseName(phase: number): string {
  return PHASES[phase] ?? `Herinnering ${phase}`
}

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** The two counts of a form, or what is wrong with them. */
export function returnsTyped(area: AreaProgress | undefined, undelivered: string, ineligible: string): { undelivered: number; ineligible: number } | { field: 'returns-area' | 'returns-undelivered' | 'returns-ineligible'; text: string } {
  if (!area) return { field: 'returns-area', text: 'Kies een wijk.' }
  for (const [field, text] of [['returns-undelivered', undelivered], ['returns-ineligible', ineligible]] as const) {
    if (!/^\d{1,6}$/.test(text.trim())) return { field, text: 'Vul een aantal in, 0 of meer.' }
  }
  const [one, other] = [Number(undelivered), Number(ineligible)]
  if (one + other > area.invited) return { field: 'returns-undelivered', text: `Naar ${area.name} gingen ${plural(area.invited, 'brief', 'brieven')}.` }
  return { undelivered: one, ineligible: other }
}
