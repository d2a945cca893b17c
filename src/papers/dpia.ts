// A draft of the data protection impact assessment after the headings of the Dutch government's model (17 parts), filled from the settings as they
// are. Pure. A draft: what only people can weigh stands as a question, and the officer's advice is never written for them.
import { missingOf } from './details.ts'
import type { Paper, PaperFacts, Section } from './paper.ts'
import { dayNl, listNl, numberNl, orMissing } from './words.ts'

const RISKS: readonly (readonly [risk: string, measure: string, left: string])[] = [
  ['Iemand van binnen zoekt op wat een bewoner antwoordde', 'Antwoorden zijn versleuteld op de telefoon; de sleutel ligt op papier in twee kluizen en wordt na de telling vernietigd; opzoeken per persoon bestaat niet', 'Wie sleutel én kopieën van de server van voor de telling heeft (twee rollen samen)'],
  ['Iemand ziet of een bewoner meedeed', 'Gebruikte, onbekende en ongebruikte codes geven dezelfde pagina’s; aantallen eens per dag, naar beneden afgerond op 5; herinnering gaat naar iedereen', 'Wie de brief heeft en zelf een programma schrijft'],
  ['Een bewoner wordt in cijfers herkend', 'Onder 10 antwoorden of 1 en 2 in een categorie verborgen, ook tegen aftrekken; vaste indelingen; druk, zwijgen en melden openbaar alleen per stadsdeel', 'Een percentage van een kleine buurt kan een buurt als geheel raken'],
  ['De server wordt gestolen of gehackt', 'Geen leesbaar antwoord op de server; uitgiftesleutels versleuteld met een geheim buiten de data; reservekopieën versleuteld', 'Een veranderde pagina kan meelezen; controleerbaar met openbare controlegetallen'],
  ['Een brief brengt iemand in gevaar', 'Neutrale envelop en afzender, zelfde brief in elke wijk, sluitknop op elke pagina, niets blijft op de telefoon', 'Huisgenoten zien dat er een brief kwam'],
  ['Iemand vult vals in', 'Een brief telt één keer; handtekeningen worden bij de telling gecontroleerd; aantallen staan in een getekende verklaring', 'Een gestolen brief is één vals antwoord'],
  ['Gegevens blijven te lang staan', 'Databases per meting worden in hun geheel vernietigd; wat vernietigd is, komt door herstel niet terug', 'Kopieën tot hun vervaldag, onleesbaar'],
]

export function dpiaDraft(facts: PaperFacts): Paper {
  const { municipality, details, waves, people } = facts
  const wave = waves[0]
  const roles = Object.entries(people).map(([role, count]) => `${ROLE_NAMES[role] ?? role}: ${numberNl(count)}`)
  const section = (number: number, heading: string, ...blocks: Section['blocks']): Section => ({ heading: `${number}. ${heading}`, blocks })
  const sections: Section[] = [
    { heading: 'Concept', blocks: [`Dit concept is gemaakt op ${dayNl(facts.today)} uit de instellingen. Leg het voor aan de functionaris gegevensbescherming: ${orMissing(municipality.officer)}. Wat tussen haken met een vraagteken staat, moet u zelf afwegen.`] },
    section(1, 'Voorstel', `De gemeente ${municipality.name} vraagt bewoners hoe zij het vinden om in hun buurt te wonen, en vergelijkt de uitkomsten met een nulmeting. [Waarom nu, en waarom deze wijken?]`),
    section(2, 'Persoonsgegevens', { table: { columns: ['Gegeven', 'Waar', 'Vorm'], rows: [
      ['Naam, adres', 'Apparaat van de coördinator of drukker', 'Versleuteld, tot na de laatste herinnering'], ['Code van de brief', 'Server', 'Alleen een versleutelde afdruk, tot Veldwerk sluiten'],
      ['Antwoorden, leeftijdsgroep, geslacht, gebied', 'Server', 'Versleuteld op de telefoon, tot de telling'], ['Getelde antwoorden zonder code', 'Server', `Versleuteld, ${details.archiveYears ? `${details.archiveYears} jaar` : '(nog niet ingevuld)'}`],
      ['Naam en handelingen van medewerkers', 'Server', 'Logboek'],
    ] } }),
    section(3, 'Gegevensverwerkingen', 'Trekken uit de BRP, brieven drukken, antwoorden ontvangen, tellen, wegen, vergelijken, publiceren, vernietigen.'),
    section(4, 'Verwerkingsdoeleinden', 'Statistiek over buurten. Niet: beslissen over personen, opsporen, dossiers.'),
    section(5, 'Betrokken partijen', `Verantwoordelijke: ${municipality.name}. Beheerder van de server: ${orMissing(details.host)}. Drukker: ${orMissing(details.printer)}.`, ...(roles.length > 0 ? [`Mensen met toegang: ${listNl(roles)}.`] : [])),
    section(6, 'Belangen', 'Bewoners: veilig kunnen zeggen wat er speelt. Gemeente: weten of de aanpak werkt. [Welke belangen botsen hier?]'),
    section(7, 'Verwerkingslocaties', `De server staat in: ${orMissing(details.hostCountry)}. Tellen gebeurt op een laptop van de gemeente.`),
    section(8, 'Techniek en methode', 'Versleuteling met age (X25519) op de telefoon; blinde handtekeningen volgens RFC 9474; onderdrukking en afronding voor publicatie; geen profilering en geen geautomatiseerde besluiten.'),
    section(9, 'Juridisch en beleidsmatig kader', 'AVG, UAVG, Gemeentewet, Wet BRP, BIO2. [Gemeentelijk veiligheidsplan, besluit van het college?]'),
    section(10, 'Bewaartermijnen', `Codes tot Veldwerk sluiten; antwoorden en sleutel tot de telling; telling ${details.archiveYears ? `${details.archiveYears} jaar` : '(nog niet ingevuld)'}; reservekopieën ${facts.backupDays ? `${facts.backupDays} dagen` : 'geen gemaakt'}${facts.restorePointDays > 0 ? `; kopieën bij de beheerder ${facts.restorePointDays} dagen` : ''}.`),
    section(11, 'Rechtsgrond', 'Artikel 6 lid 1 onder e AVG. Verdere verwerking voor statistiek: artikel 5 lid 1 onder b en 89 AVG.'),
    section(12, 'Bijzondere en strafrechtelijke gegevens', ...(wave && wave.sensitive.length > 0
      ? ['Gevoelige vragen in de laatste meting:', { list: wave.sensitive }, 'Er is geen open tekst en er wordt niet naar daders gevraagd. [Is artikel 10 AVG hiermee buiten spel?]'] : ['Geen.'])),
    section(13, 'Doelbinding', 'BRP-gegevens worden alleen gebruikt om te loten en te versturen.'),
    section(14, 'Noodzaak en evenredigheid', wave ? `${numberNl(wave.invited)} mensen uitgenodigd in ${wave.areas} gebieden, ${wave.questions} vragen. [Kan het met minder mensen of minder vragen?]` : '[Hoeveel mensen, hoeveel vragen, en kan het met minder?]'),
    section(15, 'Rechten van de betrokkene', 'Bezwaar en stoppen met brieven: telefonisch. Inzage en wissen van een antwoord kan niet: niemand kan het terugvinden (artikel 11 AVG). De privacyverklaring zegt dat.'),
    section(16, 'Risico’s', { table: { columns: ['Risico', 'Wat overblijft'], rows: RISKS.map(([risk, , left]) => [risk, left]) } }),
    section(17, 'Maatregelen', { table: { columns: ['Risico', 'Maatregel'], rows: RISKS.map(([risk, measure]) => [risk, measure]) } }, '[Oordeel van de functionaris gegevensbescherming, met datum]'),
  ]
  return { kind: 'dpia', language: 'nl', title: 'Gegevensbeschermingseffectbeoordeling (concept)', sections, missing: missingOf(facts, ['contact', 'officer', 'host', 'hostCountry', 'printer', 'archiveYears']) }
}

const ROLE_NAMES: Readonly<Record<string, string>> = { coordinator: 'coördinatoren', analyst: 'onderzoekers', reader: 'lezers', 'report-officer': 'meldingenmedewerkers', reviewer: 'tweede lezers', partner: 'contactpersonen van partners' }
