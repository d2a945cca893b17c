// What a refusal means for the person at the laptop, in Dutch, with what to do next. Separate because the server speaks in slugs:
// one sentence here per slug that a console screen can meet, and a plain one for all others.
import { Refusal, Unreachable } from './request.ts'

const SENTENCES: Record<string, string> = {
  'no-session': 'U bent afgemeld. Meld u opnieuw aan.',
  'link-refused': 'Deze aanmeldlink werkt niet (meer). Een link werkt één keer en niet lang. Vraag een nieuwe.',
  'role-needed': 'Uw rol mag dit niet. Vraag een collega met de juiste rol.',
  'not-found': 'Dit is er niet, of het is niet van uw gemeente.',
  'unknown-wave': 'Deze meting is er niet, of is niet van uw gemeente.',
  'unknown-benchmark': 'Deze cijfers van stad of land zijn er niet (meer).',
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
  'edition-overtaken': 'Een collega publiceerde net een andere uitgave. Bereid deze opnieuw voor, dan kijken wij die ook na.',
  'edition-not-public': 'Antwoord geven kan bij een uitgave voor iedereen. Publiceer die eerst.',
  'steering-first': 'De stuurgroep leest als eerste. Publiceer eerst een uitgave voor de stuurgroep, of kies een latere dag.',
  'plan-unlocked': 'Het evaluatieplan ligt nog niet vast. Leg het vast voor het veldwerk begint.',
  'plan-locked': 'Het evaluatieplan ligt vast. Voeg een wijziging toe met een reden; die blijft zichtbaar.',
  'plan-missing': 'Er is nog geen evaluatieplan. Schrijf het eerst.',
  'plan-incomplete': 'Het evaluatieplan is nog niet compleet.',
  'plan-unchanged': 'Deze wijziging is gelijk aan het plan dat nu geldt.',
  'contact-missing': 'De gegevens van uw gemeente zijn niet compleet. Vul ze in bij Uw gemeente.',
  'wave-incomplete': 'Vragenlijst of steekproef ontbreekt nog. Doe eerst die stappen.',
  'pilot-not-published': 'Dit is een proefmeting. Die publiceren we niet, vergelijken we niet en geven we niet mee.',
  'stratum-too-small': 'Een wijk krijgt te weinig brieven. Met minder dan 50 brieven is iemand te herkennen. Stuur meer brieven of voeg wijken samen.',
  'stratum-census': 'Een meting onder medewerkers is één groep.',
  'key-missing': 'De sleutelbladen zijn nog niet gemaakt.',
  'key-sheet-unconfirmed': 'Lees eerst een sleutelblad terug.',
  'keys-registered': 'De archiefsleutel van uw gemeente is er al. Die verandert niet meer.',
  'invalid-plan': 'Iets in dit plan kan niet. Kijk de velden na.',
  'invalid-body': 'De server begrijpt niet alles wat u invulde. Kijk de velden na.',
  'body-too-large': 'Dit is te groot voor de server.',
  'roles-apart': 'Veldwerk en tellen doen twee mensen. Geef deze rollen aan twee collega’s.',
  'too-many-replaced': 'Er zouden meer dan 2% van de codes vervangen zijn. Vraag eerst een collega om akkoord.',
  'not-a-reminder-day': 'Deze lijst bestaat alleen op de geplande dagen van een herinnering.',
  'list-incomplete': 'De lijst op dit apparaat heeft niet precies alle brieven van deze meting.',
  'list-missing': 'Van deze meting is geen lijst gemaakt.',
  'list-destroyed': 'De lijst van deze meting is vernietigd. Brieven printen kan niet meer.',
  'code-of-another-stratum': 'Een code hoort bij een andere wijk. Ververs de pagina en maak de brieven opnieuw.',
  'second-person-needed': 'Hier is een tweede collega voor nodig: iemand anders dan u, en dan over wie het gaat. Is die er niet? Vraag uw beheerder.',
  'person-exists': 'Er is al iemand met deze naam. Kies een andere naam, of verwijder die persoon eerst.',
  'unknown-person': 'Deze persoon is er niet (meer). Ververs de pagina.',
  'edition-refused': 'De server neemt deze uitgave niet aan. Er is niets gepubliceerd.',
  // Meldingen, signalen, adviezen
  'another-person': 'Hier is een andere collega voor nodig. Niemand bevestigt zichzelf of zijn eigen verzoek.',
  'second-person': 'Hier is een tweede persoon voor nodig. Vraag een collega.',
  'not-an-officer': 'Een collega moet u eerst bevestigen bij Sleutels en mensen.',
  'last-officer': 'Iemand moet kunnen lezen wat er binnenkomt. Voeg eerst een ander toe.',
  'channel-incomplete': 'Er ontbreekt nog iets. Kijk bij Sleutels en mensen wat eerst moet.',
  'list-refused': 'De getekende lijst past niet bij wat er nu staat. Ververs de pagina en teken opnieuw.',
  'wraps-differ': 'De mensen die lezen zijn net veranderd. Ververs de pagina en maak de sleutel opnieuw.',
  'month-exists': 'Deze maand heeft al een sleutel, of het is er te vroeg voor. Ververs de pagina.',
  'recovery-refused': 'Dit blad opent niet wat met de herstelsleutel is verzegeld. Neem het goede blad.',
  'unknown-month': 'Meldingen van deze maand zijn er niet (meer).',
  'unknown-thread': 'Deze melding is er niet meer, of de melder trok haar in.',
  'webhook-refused': 'Naar dit adres gaat het bericht niet. Het moet beginnen met https:// en een gewone naam hebben, zonder gebruiker of wachtwoord erin.',
  'reading-stopped': 'U opende veel meldingen in een uur. Nu stopt het lezen.',
  'somebody-was-faster': 'Een collega was net eerder. Kijk wat er nu staat en probeer het dan opnieuw.',
  'unknown-partner': 'Deze partner is er niet, of doet niet meer mee.',
  'partner-exists': 'Er is al een partner met deze naam.',
  'not-a-contact': 'Alleen iemand met de rol partner kan contactpersoon zijn.',
  'key-not-asked': 'Deze sleutel is al bevestigd, is veranderd, of is van uzelf. Ververs de pagina.',
  'unknown-signal': 'Dit signaal is er niet (meer).',
  'signal-state': 'Dit signaal is intussen vrijgegeven, teruggestuurd of ingetrokken. Ververs de pagina.',
  'signal-differs': 'Het signaal is opnieuw geschreven sinds u het las. Lees wat er nu staat.',
  'signal-refused': 'Dit kan zo niet weg. Haal nummers en adressen uit de tekst, en kijk of de buurt en de vier vragen kloppen.',
  'reviewer-is-writer': 'Wie een signaal schreef, kijkt het niet na. Vraag een collega.',
  'referral-network': 'Een verwijzing gaat alleen naar het netwerk.',
  'not-sealed': 'Dit is niet verzegeld aangekomen. Ververs de pagina en probeer het nog eens.',
  'unknown-agreement': 'Deze afspraak is er niet, of is van een andere organisatie.',
  'agreement-day': 'Kijk de dag na. Een afspraak loopt af vanaf vandaag, en is gedaan tussen de dag van de afspraak en vandaag.',
  'agreement-settled': 'Deze afspraak is al afgerond.',
  'quarter-open': 'Dit kwartaal is nog niet voorbij.',
  'unknown-advice': 'Deze tekst is er niet (meer).',
  'advice-exists': 'Er staan al adviezen. Wijzig die.',
  'cross-site': 'Deze opdracht kwam van een andere site. Open deze site zelf en probeer het daar nog eens.',
}

/** The sentence for anything a screen may catch. */
export function refusalText(error: unknown): string {
  if (error instanceof Unreachable) return 'De server is niet bereikbaar. Controleer uw verbinding en probeer het nog eens.'
  if (error instanceof Refusal && error.slug === 'edition-gives-away') {
    return `Deze uitgave zou cijfers verraden die eerder verborgen bleven: ${String(error.details.cells)}. Laat deze onderwerpen weg of toon ze alleen voor grotere gebieden: ${String(error.details.leaveOut)}. Bereid de uitgave daarna opnieuw voor.`
  }
  if (error instanceof Refusal) return SENTENCES[error.slug] ?? 'De server weigert dit. Ververs de pagina en probeer het nog eens.'
  return 'Er ging iets mis op dit apparaat. Ververs de pagina en probeer het nog eens.'
}

/** Whether the session has ended, so that the sign-in page has to come. */
export function signedOut(error: unknown): boolean {
  return error instanceof Refusal && error.slug === 'no-session'
}
