// A meting in one line: its state, what is done, what is missing and the one next button, from the seven steps. The overview and the
// page of a meting read it. "We tellen pas als de bus dicht is, net als bij verkiezingen."
import type { WaveSummary } from '../../src/waves/wire.ts'
import type { Leads } from './newest-edition.ts'
import { to } from './route.ts'
import { sevenSteps } from './seven-steps.ts'
import type { Facts, Next } from './seven-steps.ts'

export interface Steps {
  /** The state in a few words. */
  state: string
  done: string
  missing: string
  /** The one next button; null when there is nothing to press now. */
  next: Next | null
}

const STATES: Readonly<Record<WaveSummary['state'], { state: string; done: string }>> = {
  draft: { state: 'In voorbereiding', done: 'De meting is aangemaakt.' },
  ready: { state: 'Ligt vast', done: 'Vragenlijst, steekproef en sleutels liggen vast.' },
  field: { state: 'Veldwerk loopt', done: 'De brieven zijn gemaakt en mensen kunnen meedoen.' },
  grace: { state: 'Veldwerk gesloten', done: 'Niemand kan nog beginnen.' },
  closed: { state: 'Klaar om te tellen', done: 'Het veldwerk is gesloten en de bus is dicht.' },
  counting: { state: 'Tellen begonnen', done: 'Er is een telling begonnen.' },
  counted: { state: 'Geteld, nog niet afgerond', done: 'De telling is opgeslagen.' },
  sealed: { state: 'Geteld', done: 'Alles is geteld en de bus is leeg.' },
  imported: { state: 'Ingelezen', done: 'Deze eerdere meting is ingelezen.' },
}

/** `edition` is the newest published edition of this meting, if there is one. */
export function stepsOf(wave: Facts, edition: Leads | null): Steps {
  const { state, done } = STATES[wave.state]
  if (wave.lost !== undefined) {
    return { state: 'Antwoorden zijn weg', done: 'Deze meting is eerder geteld en de antwoorden zijn vernietigd.', next: null,
      missing: 'De server is hersteld met een oudere reservekopie, waar de telling niet in staat. Vraag de beheerder om een nieuwere reservekopie.' }
  }
  if (wave.state === 'imported') return { state, done, missing: 'U kunt er een latere meting mee vergelijken.', next: null }
  const steps = sevenSteps(wave, edition)
  const now = steps.find(({ sign }) => sign === 'now') ?? steps.find(({ sign }) => sign === 'never')
  if (now) return { state, done, missing: now.says, next: now.next }
  return { state, done: `${done} De uitkomsten zijn gepubliceerd.`, missing: 'U kunt de uitkomsten bekijken, vergelijken en afdrukken.',
    next: edition!.compared ? { label: 'Vergelijken', href: to('vergelijken', edition!.id) } : { label: 'Bekijken', href: to('uitgave', edition!.id) } }
}
