// What a refusal means for the person at the laptop, in Dutch, with what to do next. Separate because the server speaks in slugs:
// one sentence here per slug that a console screen can meet, and a plain one for all others.
import { Refusal, Unreachable } from './request.ts'

const SENTENCES: Record<string, string> = {
  'no-session': 'U bent afgemeld. Meld u opnieuw aan.',
  'link-refused': 'Deze aanmeldlink werkt niet (meer). Een link werkt één keer en niet lang. Vraag een nieuwe.',
  'role-needed': 'Uw rol mag dit niet. Vraag een collega met de juiste rol.',
  'not-found': 'Dit is er niet, of het is niet van uw gemeente.',
  'unknown-wave': 'Deze meting is er niet, of is niet van uw gemeente.',
  'unknown-edition': 'Deze uitgave is er niet, of is niet van uw gemeente.',
  'wave-state': 'Deze stap past nu niet bij de meting. Ververs de pagina en kijk wat de volgende stap is.',
  'wave-closed': 'Het veldwerk van deze meting is al gesloten.',
  'set-differs': 'Wat op de server staat, is niet precies wat u telde. Er is niets weggegooid. Tel opnieuw.',
  'upload-incomplete': 'De telling is niet compleet aangekomen. Tel opnieuw; dat kan zonder gevaar.',
  'unknown-upload': 'Iemand anders is na u begonnen met tellen. Tel opnieuw als die klaar is.',
  'chunk-differs': 'Een deel van de telling kwam beschadigd aan. Tel opnieuw; dat kan zonder gevaar.',
  'keys-missing': 'De archiefsleutel en de uitgavesleutel van uw gemeente zijn nog niet vastgelegd.',
  'key-differs': 'Dit sleutelblad hoort bij een andere meting.',
  'export-second-person': 'Een ander dan de aanvrager moet akkoord geven. Vraag een collega.',
  'export-not-open': 'Dit bestand kunt u nu niet ophalen. Alleen de aanvrager haalt het op, één keer, binnen zeven dagen. Vraag het opnieuw aan.',
  'steering-first': 'De stuurgroep leest als eerste. Publiceer eerst een uitgave voor de stuurgroep, of kies een latere dag.',
  'plan-unlocked': 'Het evaluatieplan ligt nog niet vast. Leg het vast voor het veldwerk begint.',
  'plan-locked': 'Het evaluatieplan ligt vast. Voeg een wijziging toe met een reden; die blijft zichtbaar.',
  'plan-missing': 'Er is nog geen evaluatieplan. Schrijf het eerst.',
  'plan-incomplete': 'Het evaluatieplan is nog niet compleet.',
  'plan-unchanged': 'Deze wijziging is gelijk aan het plan dat nu geldt.',
  'edition-refused': 'De server neemt deze uitgave niet aan. Er is niets gepubliceerd.',
  'cross-site': 'Deze opdracht kwam van een andere site. Open deze site zelf en probeer het daar nog eens.',
}

/** The sentence for anything a screen may catch. */
export function refusalText(error: unknown): string {
  if (error instanceof Unreachable) return 'De server is niet bereikbaar. Controleer uw verbinding en probeer het nog eens.'
  if (error instanceof Refusal) return SENTENCES[error.slug] ?? 'De server weigert dit. Ververs de pagina en probeer het nog eens.'
  return 'Er ging iets mis op dit apparaat. Ververs de pagina en probeer het nog eens.'
}

/** Whether the session has ended, so that the sign-in page has to come. */
export function signedOut(error: unknown): boolean {
  return error instanceof Refusal && error.slug === 'no-session'
}
