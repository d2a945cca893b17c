// What a new meting begins with: proposed days, a proposed name, and what is wrong with what was filled in. Pure, so that a test can walk it.
// Rhythm: letter, a reminder after two weeks, a second after another two, two weeks to finish.
import type { DaysOfWave, WaveDraft, WaveSummary } from '../../../src/waves/wire.ts'

const DAY = 86_400_000
const later = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** Monday in about four weeks: time to print and post. */
export function proposedDays(today: string): Pick<WaveDraft, 'starts' | 'reminders' | 'ends'> {
  const soon = later(today, 28)
  const starts = later(soon, (8 - new Date(`${soon}T00:00:00Z`).getUTCDay()) % 7)
  return { starts, reminders: [later(starts, 14), later(starts, 28)], ends: later(starts, 42) }
}

/** Moves reminders and end along when the first day changes, so that the rhythm stays. */
export function movedDays<Days extends Pick<DaysOfWave, 'starts' | 'reminders' | 'ends'>>(days: Days, starts: string): Days {
  const shift = Math.round((Date.parse(starts) - Date.parse(days.starts)) / DAY)
  if (!Number.isFinite(shift)) return { ...days, starts }
  return { ...days, starts, reminders: (days.reminders ?? []).map((day) => later(day, shift)), ends: later(days.ends, shift) }
}

/** "Nulmeting 2026" for the first, "Meting 2026" for what comes after; a number behind it when the name is taken. */
export function proposedName(waves: readonly Pick<WaveSummary, 'name' | 'pilot'>[], starts: string, pilot: boolean): string {
  const first = waves.every((wave) => wave.pilot)
  const name = `${pilot ? 'Proefmeting' : first ? 'Nulmeting' : 'Meting'} ${starts.slice(0, 4)}`
  const taken = (candidate: string) => waves.some((wave) => wave.name === candidate)
  for (let number = 2; ; number += 1) {
    const candidate = number === 2 ? name : `${name} (${number - 1})`
    if (!taken(candidate)) return candidate
  }
}

/** What is wrong, in words, field by field. */
export function daysMistakes(days: Pick<DaysOfWave, 'name' | 'starts' | 'reminders' | 'ends' | 'boundaryYear'>): { field: string; text: string }[] {
  const mistakes: { field: string; text: string }[] = []
  const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day)
  if (days.name.trim() === '') mistakes.push({ field: 'name', text: 'Geef de meting een naam.' })
  if (!isDay(days.starts)) mistakes.push({ field: 'starts', text: 'Vul in wanneer de brieven aankomen.' })
  if (!isDay(days.ends)) mistakes.push({ field: 'ends', text: 'Vul de laatste dag in.' })
  let before = days.starts
  for (const [index, day] of (days.reminders ?? []).entries()) {
    if (!isDay(day)) mistakes.push({ field: `reminder-${index}`, text: `Vul de dag van herinnering ${index + 1} in, of haal hem weg.` })
    else if (day < before) mistakes.push({ field: `reminder-${index}`, text: `Herinnering ${index + 1} moet later zijn dan wat ervoor komt.` })
    else before = day
  }
  if (isDay(days.ends) && days.ends < before) mistakes.push({ field: 'ends', text: 'De laatste dag moet na de laatste herinnering liggen.' })
  if (!(days.boundaryYear >= 1990 && days.boundaryYear <= 2100)) mistakes.push({ field: 'boundaryYear', text: 'Vul een jaar in, zoals 2026.' })
  return mistakes
}

/** Metingen whose questionnaire can be asked again: of the same kind, with a questionnaire of their own. */
export function copyable(waves: readonly WaveSummary[], kind: WaveDraft['kind']): WaveSummary[] {
  return waves.filter((wave) => wave.kind === kind && wave.state !== 'imported' && wave.preparation.languages > 0)
}
