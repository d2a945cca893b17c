// What is done, what is missing and what is next for a meting in each state: one table that the overview and the page of a meting
// read. Pure, so that a test can walk every state. "We tellen pas als de bus dicht is, net als bij verkiezingen."
import type { WaveSummary } from '../../src/waves/wire.ts'
import type { Leads } from './newest-edition.ts'
import { to } from './route.ts'
import { inWords } from './words.ts'

export interface Steps {
  /** The state in a few words. */
  state: string
  done: string
  missing: string
  /** The one next button; null when there is nothing to press now. */
  next: { label: string; href: string } | null
}

type Facts = Pick<WaveSummary, 'id' | 'state' | 'starts' | 'ends' | 'pilot'>

/** `edition` is the newest published edition of this meting, if there is one. */
export function stepsOf(wave: Facts, edition: Leads | null): Steps {
  const count = { label: 'Tellen', href: to('meting', wave.id, 'tellen') }
  const publish = { label: 'Publiceren', href: to('meting', wave.id, 'publiceren') }
  switch (wave.state) {
    case 'draft': return { state: 'In voorbereiding', done: 'De meting is aangemaakt.', missing: 'Vragenlijst, sleutelblad en brieven zijn nog niet klaar.', next: null }
    case 'ready': return { state: 'Klaar om te beginnen', done: 'Vragenlijst en sleutels liggen vast.', missing: 'De brieven zijn nog niet verstuurd.', next: null }
    case 'field': return {
      state: 'Veldwerk loopt', done: `Mensen kunnen meedoen van ${inWords(wave.starts)} tot en met ${inWords(wave.ends)}.`,
      missing: 'Het veldwerk is nog open. Tellen kan pas als de bus dicht is.', next: { label: 'Veldwerk sluiten', href: to('meting', wave.id, 'sluiten') },
    }
    case 'grace': return { state: 'Veldwerk gesloten', done: 'Niemand kan nog beginnen.', missing: 'Telefoons zonder bereik krijgen nog tijd om te versturen. Daarna kunt u tellen.', next: null }
    case 'closed': return { state: 'Klaar om te tellen', done: 'Het veldwerk is gesloten en de bus is dicht.', missing: 'De antwoorden zijn nog niet geteld.', next: count }
    case 'counting': return { state: 'Tellen begonnen', done: 'Er is een telling begonnen.', missing: 'De telling is niet afgemaakt. Tel opnieuw: u krijgt precies dezelfde uitkomst.', next: count }
    case 'counted': return { state: 'Geteld, nog niet afgerond', done: 'De telling is opgeslagen.', missing: 'De verzegelde antwoorden staan nog op de server. Tel opnieuw om af te ronden.', next: count }
    case 'sealed': return afterCount(wave, edition, publish)
    case 'imported': return { state: 'Ingelezen', done: 'Deze eerdere meting is ingelezen.', missing: 'U kunt er een latere meting mee vergelijken.', next: null }
  }
}

function afterCount(wave: Facts, edition: Leads | null, publish: { label: string; href: string }): Steps {
  const state = 'Geteld'
  const done = 'Alles is geteld en de bus is leeg.'
  if (wave.pilot) return { state, done, missing: 'Dit is een proefmeting. Die publiceren of vergelijken we niet.', next: null }
  if (edition === null) return { state, done, missing: 'Er is nog geen uitgave gepubliceerd.', next: publish }
  return { state, done: `${done} De uitkomsten zijn gepubliceerd.`, missing: 'U kunt de uitkomsten bekijken, vergelijken en afdrukken.',
    next: edition.compared ? { label: 'Vergelijken', href: to('vergelijken', edition.id) } : { label: 'Bekijken', href: to('uitgave', edition.id) } }
}
