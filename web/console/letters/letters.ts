// What the letters' screen works out: what letters say of their sender, which run is due, into which piles it is cut, what is done and what is
// missing. Pure; separate from the markup so that a test can walk every state.
import { manifestFingerprint, manifestReference } from '../../../src/crypto/manifest.ts'
import type { LetterSender, Phase } from '../../../src/letters/letter.ts'
import type { Person, PeopleGroup } from '../../../src/letters/people-file.ts'
import type { LettersAnswer, Sender } from '../../../src/mailings/wire.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import { phaseName } from '../follow/follow.ts'
import { inWords, number, plural } from '../words.ts'
import type { Differs } from './letters-verbs.ts'

/** Letters in one pile: what a browser and a printer take at once. */
export const PILE = 250

/** One print run: the letter, a reminder, or the replacements that wait. */
export interface Run { phase: Phase; only: 'all' | 'replaced'; letters: number }

export function senderOf(wave: WaveDetail, municipality: string, sender: Sender): LetterSender {
  return {
    municipality, ...sender, label: wave.label, reference: manifestReference(wave.manifestDigest!), fingerprint: manifestFingerprint(wave.manifestDigest!), until: wave.ends,
    languages: Object.keys(wave.instruments), kind: wave.kind === 'professional' ? 'professional' : 'resident', pilot: wave.pilot,
  }
}

/** The groups a file of names may call; `names`: of areas by code. */
export function groupsOf({ strata }: Pick<WaveDetail, 'strata'>, names: Readonly<Record<string, string>>): PeopleGroup[] {
  return strata.map(({ id, area, toInvite }) => ({ stratum: id, area, areaName: names[area] ?? area, toInvite }))
}

/** What a group is called on screen: its area, and its own name where an area has several. */
export function groupName({ stratum, area, areaName }: PeopleGroup): string {
  return stratum === area ? areaName : `${areaName} (${stratum})`
}

/** Groups with more or fewer people than the plan foresees: fewer, and fieldwork could never start; more, and weights would be wrong. */
export function countsDiffer(people: readonly Pick<Person, 'stratum'>[], groups: readonly PeopleGroup[]): Differs[] {
  return groups.map((group) => ({ group: groupName(group), planned: group.toInvite, found: people.filter(({ stratum }) => stratum === group.stratum).length }))
    .filter(({ planned, found }) => planned !== found)
}

/** Which letter goes out on a day: reminders begin on their planned days. Letters know two reminders; a later one reads like the last. */
export function phaseOn(today: string, reminders: readonly string[]): Phase {
  return Math.min(2, reminders.filter((day) => day <= today).length) as Phase
}

/** The runs that can be printed; the first is the one that is due. */
export function runsOf({ state, reminders }: Pick<WaveDetail, 'state' | 'reminders'>, { letters, toPrint }: { letters: number; toPrint: number }, printed: readonly { phase: number }[], today: string): Run[] {
  const phases = ([0, 1, 2] as const).filter((phase) => phase === 0 || (state === 'field' && reminders.length >= phase))
  const due = phaseOn(today, reminders)
  const all = phases.map((phase): Run => ({ phase, only: 'all', letters }))
  const wanted = all.find(({ phase }) => phase === (state === 'field' ? due : 0) && !printed.some((run) => run.phase === phase))
  const replaced: Run[] = toPrint > 0 && state === 'field' ? [{ phase: due, only: 'replaced', letters: toPrint }] : []
  return [...(wanted ? [wanted] : []), ...replaced, ...all.filter((run) => run !== wanted)]
}

export function runName({ phase, only }: Pick<Run, 'phase' | 'only'>): string {
  return only === 'replaced' ? 'Vervangende brieven' : phaseName(phase)
}

/** "250 brieven", in piles: from and to as people count them. */
export function pilesOf(letters: number): { from: number; to: number }[] {
  return Array.from({ length: Math.ceil(letters / PILE) }, (_, i) => ({ from: i * PILE, to: Math.min(letters, (i + 1) * PILE) }))
}

/** The last day on which a letter may have to be printed again. */
export function lastReminder({ reminders, starts }: Pick<WaveDetail, 'reminders' | 'starts'>): string {
  return reminders.at(-1) ?? starts
}

/** Whether so many more replaced codes need a second person. */
export function tooMany({ replacements: { codes, most } }: Pick<LettersAnswer, 'replacements'>, noted: number): boolean {
  return codes + noted > most
}

/** What stands above the work. */
export function lettersSteps(wave: WaveDetail, letters: LettersAnswer): { done: string[]; missing: string[] } {
  const { sender, list, runs } = letters
  const { invited, preparation: { toInvite } } = wave
  const made = toInvite > 0 && invited >= toInvite
  const phases = [...new Set(runs.map(({ phase }) => phase))]
  const next = [0, 1, 2].find((phase) => !phases.includes(phase) && (phase === 0 || wave.reminders.length >= phase))
  const done = [
    sender && 'De afzender is ingevuld.', made && `${plural(invited, 'brief is', 'brieven zijn')} gemaakt${list?.madeBy ? ` door ${list.madeBy}` : ''}.`,
    ...phases.map((phase) => {
      const own = runs.filter((run) => run.phase === phase)
      return `${phaseName(phase)}: ${number(own.reduce((sum, run) => sum + run.letters, 0))} geprint (${inWords(own[0]!.day)}).`
    }),
    list?.destroyedOn && `De lijst is vernietigd op ${inWords(list.destroyedOn)}${list.destroyedBy ? ` door ${list.destroyedBy}` : ''}.`,
  ]
  const missing = list?.destroyedOn ? [] : [
    !sender && 'Wie is de afzender? Vul telefoonnummer en tijden in.', !made && (invited === 0 ? `${plural(toInvite, 'brief is', 'brieven zijn')} nog niet gemaakt.` : `${number(invited)} van ${plural(toInvite, 'brief', 'brieven')} gemaakt.`),
    made && list && next !== undefined && (next === 0 ? 'De brief is nog niet geprint.' : `${phaseName(next)}: print die voor ${inWords(wave.reminders[next - 1]!)}.`),
    made && list && next === undefined && 'Vernietig de lijst als de laatste brief op de bus is.',
  ]
  const said = (text: string | false | null | undefined | ''): text is string => typeof text === 'string' && text !== ''
  return { done: done.filter(said), missing: missing.filter(said) }
}
