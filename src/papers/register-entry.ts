// The entry in the register of processing activities (AVG 30), from the settings as they are. Pure; a table, because registers are tables.
import { missingOf } from './details.ts'
import type { Paper, PaperFacts } from './paper.ts'
import { dayNl, numberNl, orMissing } from './words.ts'

export function registerEntry(facts: PaperFacts): Paper {
  const { municipality, details, waves } = facts
  const rows: [string, string][] = [
    ['Naam van de verwerking', 'Buurtonderzoek: hoe mensen het vinden om in hun buurt te wonen'],
    ['Verwerkingsverantwoordelijke', `College van burgemeester en wethouders van ${municipality.name}. Contact: ${orMissing(municipality.contact)}`],
    ['Functionaris gegevensbescherming', orMissing(municipality.officer)],
    ['Doel', 'Meten of de aanpak in buurten werkt: veiligheid, woonplezier en vertrouwen, over de jaren vergeleken.'],
    ['Grondslag', 'Taak van algemeen belang (artikel 6 lid 1 onder e AVG); statistiek (artikel 5 lid 1 onder b en 89 AVG, artikel 24 UAVG).'],
    ['Betrokkenen', `Bewoners die door het lot zijn gekozen${waves[0] ? `, ${waves[0].ageFloor} jaar en ouder` : ''}; bij de medewerkersmeting medewerkers van de gemeente en partners; medewerkers met toegang.`],
    ['Gegevens voor het versturen', 'Naam en adres uit de BRP, alleen op het apparaat van de coördinator of bij de drukker, versleuteld. Niet op de server.'],
    ['Gegevens op de server tijdens het onderzoek', 'Per uitnodiging een versleutelde afdruk van de code, zonder naam of adres. Per antwoord versleutelde gegevens zonder tijd, volgorde, IP-adres of code.'],
    ['Gegevens na de telling', 'Antwoorden per persoon zonder naam, adres of code: gebied, leeftijdsgroep, geslacht, antwoordwijze, taal en de antwoorden. Versleuteld.'],
    ['Bijzondere of strafrechtelijke gegevens', waves.some(({ sensitive }) => sensitive.length > 0)
      ? 'De vragen gaan ook over ervaren druk en bedreiging. Er wordt niet gevraagd naar daders of verdachten, en er is geen open tekst.' : 'Geen.'],
    ['Ontvangers', `Beheer van de server: ${orMissing(details.host)}. Druk en verzending: ${orMissing(details.printer)}. Partners, raad en publiek krijgen alleen onderdrukte en afgeronde cijfers.`],
    ['Doorgifte buiten de EER', `De server staat in: ${orMissing(details.hostCountry)}.`],
    ['Bewaartermijnen', [
      'Codes en uitgiftesleutels: tot Veldwerk sluiten.', 'Versleutelde antwoorden en sleutel: tot de telling.', `Telling: ${details.archiveYears ? `${details.archiveYears} jaar` : '(nog niet ingevuld)'}.`,
      facts.backupDays ? `Reservekopieën: ${facts.backupDays} dagen.` : 'Reservekopieën: geen gemaakt.', facts.restorePointDays > 0 ? `Kopieën bij de beheerder: ${facts.restorePointDays} dagen.` : '',
    ].filter(Boolean).join(' ')],
    ['Beveiliging', 'Versleuteling op het apparaat van de bewoner; blinde handtekeningen (RFC 9474); sleutels alleen op papier in twee kluizen; vier ogen bij rollen, sleutels en export; logboek dat wijzigingen toont; onderdrukking van kleine groepen.'],
    ['Metingen', waves.length === 0 ? 'Nog geen.' : waves.map((wave) => `${wave.name}: ${dayNl(wave.starts)} tot en met ${dayNl(wave.ends)}, ${numberNl(wave.invited)} uitgenodigd in ${wave.areas} gebieden${wave.destroyedOn ? `, antwoorden vernietigd op ${dayNl(wave.destroyedOn)}` : ''}`).join('; ') + '.'],
    ['Bijgewerkt', dayNl(facts.today)],
  ]
  return {
    kind: 'register', language: 'nl', title: 'Verwerkingsregister: buurtonderzoek', sections: [{ heading: '', blocks: [{ table: { columns: ['Onderdeel', 'Inhoud'], rows } }] }],
    missing: missingOf(facts, ['contact', 'officer', 'host', 'hostCountry', 'printer', 'archiveYears']),
  }
}
