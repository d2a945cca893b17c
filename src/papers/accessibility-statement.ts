// Toegankelijkheidsverklaring after the fixed Dutch model (Besluit digitale toegankelijkheid overheid): status, research, feedback, enforcement.
// Pure. A status of A or B is claimed only with a research report of at most three years old; automatic tests of ours are no such report.
import { missingOf } from './details.ts'
import type { Paper, PaperFacts } from './paper.ts'
import { dayNl, orMissing } from './words.ts'

const STATUS = {
  A: ['Voldoet volledig', 'Uit onderzoek blijkt dat deze website volledig voldoet aan EN 301 549 en WCAG 2.1 niveau A en AA.'],
  B: ['Voldoet gedeeltelijk', 'Uit onderzoek blijkt dat deze website nog niet volledig voldoet. De gevonden punten staan in het onderzoeksrapport en worden opgelost.'],
  C: ['Eerste maatregelen genomen', 'De website is gebouwd en automatisch getest volgens WCAG 2.2 niveau A en AA. Een volledig onderzoek is er nog niet, of is ouder dan drie jaar. Daarom beweren wij niet dat de website voldoet.'],
  D: ['Voldoet niet', 'De website voldoet nog niet. Wij hebben nog geen maatregelen genomen.'],
} as const
type Status = keyof typeof STATUS

/** Days after which research says nothing any more. */
const THREE_YEARS = 3 * 365.25

/** The status that may be claimed: A and B need a report that is not too old. */
export function claimableStatus({ details, today }: Pick<PaperFacts, 'details' | 'today'>): Status {
  const chosen = (details.accessibilityStatus ?? 'C') as Status
  const age = details.accessibilityTestedOn ? (Date.parse(today) - Date.parse(details.accessibilityTestedOn)) / 86_400_000 : Infinity
  const researched = details.accessibilityReport !== undefined && age >= 0 && age <= THREE_YEARS
  return (chosen === 'A' || chosen === 'B') && !researched ? 'C' : chosen
}

export function accessibilityStatement(facts: PaperFacts): Paper {
  const { municipality, details } = facts
  const status = claimableStatus(facts)
  const [name, text] = STATUS[status]
  const research = details.accessibilityTestedOn
    ? [`Onderzoek gedaan op ${dayNl(details.accessibilityTestedOn)}.`, ...(details.accessibilityReport ? [`Rapport: ${details.accessibilityReport}`] : [])]
    : ['Er is nog geen onderzoek gedaan.']
  return {
    kind: 'accessibility', language: 'nl', title: 'Toegankelijkheidsverklaring',
    sections: [
      { heading: '', blocks: [`De gemeente ${municipality.name} wil dat iedereen deze website kan gebruiken. Dat is ook verplicht: Besluit digitale toegankelijkheid overheid.`, `Deze verklaring gaat over: ${municipality.hosts.join(', ') || '(nog niet ingevuld)'}.`] },
      { heading: `Status: ${status}, ${name.toLowerCase()}`, blocks: [text] },
      { heading: 'Onderzoek', blocks: research },
      { heading: 'Kunt u iets niet gebruiken?', blocks: [`Laat het ons weten: ${orMissing(municipality.contact)}, telefoon ${orMissing(municipality.phone)} (${orMissing(municipality.hours)}). Wij zoeken samen een manier die wel werkt. U kunt ook bellen of op papier meedoen.`, 'U hoort binnen 5 werkdagen dat wij uw melding kregen, en binnen 3 weken wat wij doen.'] },
      { heading: 'Niet tevreden met ons antwoord?', blocks: ['U kunt een klacht indienen bij de gemeente. Daarna kunt u naar de Nationale ombudsman: nationaleombudsman.nl.'] },
      { heading: 'Deze verklaring', blocks: [`Bijgewerkt op ${dayNl(facts.today)}. Wij kijken elk jaar of ze nog klopt.`] },
    ],
    missing: missingOf(facts, ['contact', 'phone', 'hours', 'accessibilityStatus']),
  }
}
