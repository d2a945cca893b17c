// The certificate in words, Dutch and English: one paragraph of true sentences. Separate from the numbers because this is what a
// council reads. A thing that still exists is said to exist.
import type { Certificate } from './certificate.ts'

export type CertificateLanguage = 'nl' | 'en'

/** What can be destroyed, in the order it goes, with its name and verb form per language. */
const THINGS = [
  { key: 'sampleDatabase', nl: 'de database met de uitnodigingen en de sleutels van de toegangsbewijzen', en: 'the database of invitations and the keys that issued credentials' },
  { key: 'codeList', nl: 'de lijst met codes', en: 'the list of codes' },
  { key: 'mergeFile', nl: 'het bestand met namen en adressen', en: 'the file of names and addresses', maybe: true },
  { key: 'intakeDatabase', nl: 'de database met de versleutelde antwoorden', en: 'the database of sealed responses' },
  { key: 'waveKey', nl: 'de sleutel die ze kon openen', en: 'the key that could open them' },
  { key: 'keySheets', nl: 'de sleutelbladen', en: 'the key sheets' },
] as const

/** The certificate as sentences. */
export function certificateText(certificate: Certificate, language: CertificateLanguage): string {
  return [...(language === 'nl' ? numbersNl(certificate) : numbersEn(certificate)), ...destroyedText(certificate, language)].join(' ')
}

function numbersNl(c: Certificate): string[] {
  const n = numberIn('nl')
  const sentences = [
    `${c.wave}: ${n(c.drawn)} uitnodigingen verstuurd, ${n(c.issued)} toegangsbewijzen uitgegeven, ${n(c.received)} antwoorden ontvangen, ${n(c.counted)} geteld.`,
    `Niet geteld: ${n(c.invalid)} ongeldig (waarvan ${n(c.moved)} met een toegangsbewijs van een andere groep) en ${n(c.duplicate)} dubbel.`,
  ]
  if (c.replaced !== undefined) sentences.push(`Vervangen codes: ${n(c.replaced)}.`)
  if (c.anomalies.receivedAboveIssued) sentences.push('Er zijn meer antwoorden ontvangen dan toegangsbewijzen uitgegeven. Dat hoort niet te kunnen.')
  if (c.anomalies.strata.length > 0) sentences.push(`Meer geteld dan uitgegeven in: ${c.anomalies.strata.join(', ')}.`)
  return sentences
}

function numbersEn(c: Certificate): string[] {
  const n = numberIn('en')
  const sentences = [
    `${c.wave}: ${n(c.drawn)} invitations sent, ${n(c.issued)} credentials issued, ${n(c.received)} responses received, ${n(c.counted)} counted.`,
    `Not counted: ${n(c.invalid)} invalid (${n(c.moved)} of them with a credential of another group) and ${n(c.duplicate)} duplicate.`,
  ]
  if (c.replaced !== undefined) sentences.push(`Codes replaced: ${n(c.replaced)}.`)
  if (c.anomalies.receivedAboveIssued) sentences.push('More responses were received than credentials issued. That should not be possible.')
  if (c.anomalies.strata.length > 0) sentences.push(`More counted than issued in: ${c.anomalies.strata.join(', ')}.`)
  return sentences
}

function destroyedText({ destroyed, lastBackupExpires }: Certificate, language: CertificateLanguage): string[] {
  const gone = THINGS.filter(({ key }) => destroyed[key])
  // A file of names is not made for every wave: it is named when somebody says that it is gone.
  const left = THINGS.filter((thing) => !destroyed[thing.key] && !('maybe' in thing))
  const named = (things: readonly (typeof THINGS)[number][], withDay: boolean) => listed(things.map((thing) => {
    const day = destroyed[thing.key]
    return withDay && day ? `${thing[language]} (${dayIn(day, language)})` : thing[language]
  }), language)
  const sentences: string[] = []
  if (gone.length > 0) sentences.push(language === 'nl' ? `Vernietigd: ${named(gone, true)}.` : `Destroyed: ${named(gone, true)}.`)
  if (left.length > 0) sentences.push(language === 'nl' ? `Bestaat nog: ${named(left, false)}.` : `Still in existence: ${named(left, false)}.`)
  const readable = !destroyed.waveKey || !destroyed.keySheets
  if (lastBackupExpires && language === 'nl') {
    sentences.push(`De laatste reservekopie verloopt op ${dayIn(lastBackupExpires, 'nl')}${readable ? '' : '; niemand kan haar nog lezen'}.`)
  } else if (lastBackupExpires) {
    sentences.push(`The last backup expires on ${dayIn(lastBackupExpires, 'en')}${readable ? '' : '; nobody can read it any more'}.`)
  }
  return sentences
}

function localeOf(language: CertificateLanguage): string {
  return language === 'nl' ? 'nl-NL' : 'en-GB'
}

function numberIn(language: CertificateLanguage): (value: number) => string {
  const format = new Intl.NumberFormat(localeOf(language))
  return (value) => format.format(value)
}

function listed(parts: readonly string[], language: CertificateLanguage): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(parts)
}

function dayIn(day: string, language: CertificateLanguage): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}
