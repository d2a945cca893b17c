// Privacyverklaring for residents (AVG 13 and 14), Dutch at B1, from the settings as they are. Pure. "Vertrouwelijk" while the wave key exists,
// "anoniem" from the day it does not: the word may not come earlier.
import { missingOf } from './details.ts'
import type { Paper, PaperFacts, PaperWave, Section } from './paper.ts'
import { dayNl, listNl } from './words.ts'

/** The measurement it speaks of is the newest. */
export function privacyNotice(facts: PaperFacts): Paper {
  const { municipality, details } = facts
  const wave = facts.waves[0]
  const missing = missingOf(facts, ['contact', 'officer', 'phone', 'hours', 'host', 'hostCountry', 'printer', 'archiveYears'])
  const sections: Section[] = [
    { heading: 'Wie zijn wij?', blocks: [`De gemeente ${municipality.name} houdt dit onderzoek. Wij willen weten hoe mensen het vinden om in hun buurt te wonen.`, `Vragen? ${municipality.contact || '(nog niet ingevuld)'}. Bel ${municipality.phone || '(nog niet ingevuld)'}, ${municipality.hours || '(nog niet ingevuld)'}.`] },
    { heading: 'Hoe komen wij aan uw adres?', blocks: [`Uw naam en adres komen uit de basisregistratie personen. Het lot heeft u gekozen${wave ? `, uit iedereen van ${wave.ageFloor} jaar en ouder in de wijken van het onderzoek` : ''}.`, 'Uw naam en adres komen nooit in het systeem met de antwoorden. Ze staan alleen op de computer waar de brieven worden gemaakt, op slot.'] },
    { heading: 'Wat vragen wij?', blocks: [`${wave ? `Wij stellen ${wave.questions} vragen.` : 'Wij stellen vragen over uw buurt.'} Ook vragen wij uw leeftijdsgroep en of u man of vrouw bent. Niets is verplicht. U mag bij elke vraag zeggen: wil ik niet zeggen.`, ...sensitiveBlocks(wave)] },
    { heading: 'Hoe beschermen wij uw antwoord?', blocks: [{ list: [
      'Uw telefoon zet uw antwoord op slot voordat het verstuurd wordt. De server kan het niet lezen.',
      'Wij bewaren geen IP-adres, geen cookies en geen tijd.',
      'Aan het antwoord zit geen naam, geen adres en geen code van de brief.',
      'Wij laten alleen cijfers zien van genoeg mensen samen.',
    ] }, ...wordBlocks(wave), 'Lees ook wat wij niet kunnen beloven: /beperkingen.'] },
    { heading: 'Hoe lang bewaren wij het?', blocks: [{ list: [
      `De lijst met codes van de brieven: tot het onderzoek sluit${wave ? `, volgens plan op ${dayNl(wave.ends)}` : ''}.`,
      'De antwoorden op slot: tot ze geteld zijn. Dan vernietigen wij ze, met de sleutel.',
      `De telling, zonder namen of codes: ${details.archiveYears ? `${details.archiveYears} jaar` : '(nog niet ingevuld)'}.`,
      ...(facts.backupDays ? [`Reservekopieën, op slot: hoogstens ${facts.backupDays} dagen.`] : []),
      ...(facts.restorePointDays > 0 ? [`Kopieën bij wie de server beheert: hoogstens ${facts.restorePointDays} dagen.`] : []),
    ] }] },
    { heading: 'Wie krijgt het te zien?', blocks: [`Alleen een paar mensen van de gemeente tellen de antwoorden. De server wordt beheerd door ${details.host ?? '(nog niet ingevuld)'} en staat in ${details.hostCountry ?? '(nog niet ingevuld)'}. De brieven worden gedrukt door ${details.printer ?? '(nog niet ingevuld)'}. Politie en partners krijgen alleen cijfers, nooit antwoorden.`] },
    { heading: 'Waarom mogen wij dit?', blocks: ['De wet geeft de gemeente de taak om te zorgen voor veiligheid en een goede buurt. Onderzoek hoort daarbij (artikel 6 lid 1 onder e van de AVG).'] },
    { heading: 'Uw rechten', blocks: ['Wilt u geen brieven meer? Bel ons. Dat heeft geen gevolgen.', 'U mag vragen welke gegevens wij van u hebben en of wij ze weghalen. Uw antwoord kunnen wij niet laten zien of weghalen: wij kunnen het niet terugvinden, ook niet als u het vraagt.', `De functionaris gegevensbescherming let op of wij ons aan de wet houden: ${municipality.officer || '(nog niet ingevuld)'}.`, 'Bent u het niet met ons eens? U kunt een klacht indienen bij de Autoriteit Persoonsgegevens, autoriteitpersoonsgegevens.nl.'] },
  ]
  return { kind: 'privacy', language: 'nl', title: 'Privacyverklaring', sections, missing }
}

function sensitiveBlocks(wave: PaperWave | undefined): string[] {
  return wave && wave.sensitive.length > 0 ? ['Sommige vragen gaan over druk en bedreiging in de buurt. Wij vragen nooit wie dat doet.'] : []
}

function wordBlocks(wave: PaperWave | undefined): string[] {
  if (wave?.destroyedOn) return [`De sleutel en de antwoorden op slot van de laatste meting zijn vernietigd. Sinds ${dayNl(wave.destroyedOn)} zijn de antwoorden anoniem: niemand kan ze nog aan iemand koppelen.`]
  return [`Tot de telling zijn de antwoorden vertrouwelijk. Na de telling vernietigen wij de sleutel en zijn ze anoniem.${wave && wave.reminders.length > 0 ? ` Iedereen krijgt ${wave.reminders.length === 1 ? 'een herinnering' : `${listNl([String(wave.reminders.length)])} herinneringen`}, ook wie al meedeed: wij weten niet wie dat is.` : ''}`]
}
