// The seven steps of a meting as one table: what each is called, when it is done, what is missing and where it leads. The overview, the
// page of a meting and the row of steps above each screen read this. Pure, so that a test can walk every state.
import type { WaveSummary } from '../../src/waves/wire.ts'
import type { Leads } from './newest-edition.ts'
import type { Route } from './route.ts'
import { to } from './route.ts'
import { inWords, number, plural } from './words.ts'

export const STEPS = ['wijken', 'vragenlijst', 'steekproef', 'brieven', 'volgen', 'tellen', 'publiceren'] as const
export type StepName = (typeof STEPS)[number]

/** What a step needs to know of a meting. */
export type Facts = Pick<WaveSummary, 'id' | 'kind' | 'state' | 'pilot' | 'starts' | 'ends' | 'invited' | 'preparation' | 'lost'>

export interface Next { label: string; href: string }

export interface Step {
  name: StepName
  title: string
  /** done · now: the one to do next · later: something before it comes first · never: a proefmeting has no such step. */
  sign: 'done' | 'now' | 'later' | 'never'
  /** One sentence: what was done, or what is missing. */
  says: string
  href: string
  next: Next | null
}

interface Told { done: boolean; says: string; next: Next | null; never?: boolean }

/** Which screens belong to which step, beside the one with its name. */
export const SCREENS_OF: Readonly<Record<StepName, readonly Route['screen'][]>> = {
  wijken: ['areas'], vragenlijst: ['questionnaire'], steekproef: ['sampling'], brieven: ['letters', 'help-desk', 'key-sheets', 'fix', 'start'], volgen: ['follow', 'close'], tellen: ['count'], publiceren: ['publish'],
}

const AFTER_FIELD: readonly WaveSummary['state'][] = ['grace', 'closed', 'counting', 'counted', 'sealed', 'imported']

const telling: Readonly<Record<StepName, (wave: Facts, edition: Leads | null) => Told>> = {
  wijken({ id, kind, preparation: { areas, counted } }) {
    const next = { label: 'Wijken invullen', href: to('meting', id, 'wijken') }
    if (areas === 0) return { done: false, says: 'De wijken zijn er nog niet.', next }
    // A census of staff is weighed to nothing.
    if (counted === 0 && kind === 'resident') return { done: false, says: `${plural(areas, 'wijk', 'wijken')}. De aantallen inwoners ontbreken nog.`, next }
    return { done: true, says: `${plural(areas, 'wijk', 'wijken')}.`, next: null }
  },
  vragenlijst({ id, preparation: { languages } }) {
    if (languages === 0) return { done: false, says: 'Er is nog geen vragenlijst gekozen.', next: { label: 'Vragenlijst kiezen', href: to('meting', id, 'vragenlijst') } }
    return { done: true, says: `De vragenlijst is er in ${plural(languages, 'taal', 'talen')}.`, next: null }
  },
  steekproef({ id, preparation: { toInvite } }) {
    if (toInvite === 0) return { done: false, says: 'Er is nog niet bepaald hoeveel brieven er naar elke wijk gaan.', next: { label: 'Steekproef bepalen', href: to('meting', id, 'steekproef') } }
    return { done: true, says: `${plural(toInvite, 'brief', 'brieven')} in totaal.`, next: null }
  },
  brieven({ id, state, invited, preparation: { key, toInvite } }) {
    if (state === 'draft' && key !== 'confirmed') return { done: false, says: key === 'none' ? 'De sleutelbladen zijn nog niet gemaakt.' : 'Er is nog geen sleutelblad teruggelezen.', next: { label: 'Sleutelbladen', href: to('meting', id, 'sleutelbladen') } }
    if (state === 'draft') return { done: false, says: 'Het plan ligt nog niet vast.', next: { label: 'Plan vastleggen', href: to('meting', id, 'vastleggen') } }
    if (state === 'ready' && invited < toInvite) return { done: false, says: `${number(invited)} van ${plural(toInvite, 'brief', 'brieven')} gemaakt.`, next: { label: 'Brieven maken', href: to('meting', id, 'brieven') } }
    if (state === 'ready') return { done: false, says: `${plural(invited, 'brief is', 'brieven zijn')} gemaakt. Het veldwerk is nog niet gestart.`, next: { label: 'Veldwerk starten', href: to('meting', id, 'starten') } }
    return { done: true, says: `${plural(invited, 'brief', 'brieven')} gemaakt.`, next: null }
  },
  volgen({ id, state, starts, ends }) {
    if (AFTER_FIELD.includes(state)) return { done: true, says: 'Het veldwerk is gesloten.', next: null }
    return { done: false, says: `Het veldwerk loopt van ${inWords(starts)} tot en met ${inWords(ends)}.`, next: { label: 'Veldwerk sluiten', href: to('meting', id, 'sluiten') } }
  },
  tellen({ id, state }) {
    const next = { label: 'Tellen', href: to('meting', id, 'tellen') }
    if (state === 'sealed' || state === 'imported') return { done: true, says: 'Alles is geteld en de bus is leeg.', next: null }
    if (state === 'grace') return { done: false, says: 'Telefoons zonder bereik krijgen nog tijd om te versturen. Daarna kunt u tellen.', next: null }
    if (state === 'counting') return { done: false, says: 'De telling is niet afgemaakt. Tel opnieuw: u krijgt precies dezelfde uitkomst.', next }
    if (state === 'counted') return { done: false, says: 'De verzegelde antwoorden staan nog op de server. Tel opnieuw om af te ronden.', next }
    return { done: false, says: 'De antwoorden zijn nog niet geteld.', next }
  },
  publiceren({ id, pilot }, edition) {
    if (pilot) return { done: false, never: true, says: 'Dit is een proefmeting. Die publiceren of vergelijken we niet.', next: null }
    if (!edition) return { done: false, says: 'Er is nog geen uitgave gepubliceerd.', next: { label: 'Publiceren', href: to('meting', id, 'publiceren') } }
    return { done: true, says: 'De uitkomsten zijn gepubliceerd.', next: null }
  },
}

/** The seven, in order; at most one is `now`. `edition` is the newest published edition of this meting, if there is one. */
export function sevenSteps(wave: Facts, edition: Leads | null): Step[] {
  let before = true
  return STEPS.map((name) => {
    // What letters name is fixed: the plan of a meting in the field is done, whatever became of the areas since.
    const planned = wave.state !== 'draft' && STEPS.indexOf(name) < STEPS.indexOf('brieven')
    const { done, never = false, says, next } = telling[name](wave, edition)
    const whole = done || planned
    const sign = never ? 'never' : whole ? 'done' : before ? 'now' : 'later'
    if (!whole) before = false
    return { name, title: title(name), sign, says, href: to('meting', wave.id, name), next: sign === 'now' ? next : null }
  })
}

function title(name: StepName): string {
  return name[0]!.toUpperCase() + name.slice(1)
}
