// How far a count is and how it ended, in Dutch. Pure; separate so that a test can read every phase and every failure.
import { refusalText } from '../refusal-words.ts'
import { number, plural } from '../words.ts'
import type { CountProgress, CountSaid, How } from './counting.ts'

/** The step under way as a sentence, and the share done when it is known. */
export function stepText({ phase, done, total }: CountProgress): { step: string; share?: number } {
  const share = total > 0 ? { share: done / total } : {}
  switch (phase) {
    case 'fetching': return { step: 'Stap 1 van 5: verzegelde antwoorden ophalen' }
    case 'opening': return { step: `Stap 2 van 5: ${number(total)} antwoorden openen en controleren`, ...share }
    case 'freezing': return { step: 'Stap 3 van 5: de telling verzegelen voor het archief' }
    case 'uploading': return { step: 'Stap 4 van 5: de telling opslaan', ...share }
    case 'reading-back': return { step: 'Stap 5 van 5: teruglezen en controleren', ...share }
    case 'destroying': return { step: 'Afronden: de verzegelde antwoorden vernietigen' }
  }
}

/** What went wrong and what to do, for anything a count may end with. */
export function countFailure(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'AnotherKey') return 'Dit sleutelblad hoort bij een andere meting.'
  if (name === 'AnotherManifest') return 'Dit kenmerk hoort niet bij de sleutels op de server. Er is niets geteld. Kijk nog eens op de brief. Klopt het kenmerk? Bel dan uw beheerder.'
  if (name === 'AnotherArchive') return 'Dit kenmerk hoort niet bij de archiefsleutel op de server. Er is niets geteld. Kijk nog eens op het blad. Klopt het kenmerk? Bel dan uw beheerder.'
  if (name === 'ManifestRefused') return 'De gegevens van deze meting op de server zijn niet heel. Er is niets geteld. Bel uw beheerder.'
  if (name === 'FrozenDiffers') return 'Deze telling geeft een andere uitkomst dan de telling die al is opgeslagen. Er is niets vernietigd. Bel uw beheerder.'
  if (name === 'ChunkDamaged') return 'De opgeslagen telling is beschadigd aangekomen. Er is niets vernietigd. Tel opnieuw.'
  if (name === 'InstrumentsDiffer') return 'De vragenlijst op de server is niet die van de brieven. Er is niets geteld. Bel uw beheerder.'
  if (name === 'NothingToCount') return 'Deze meting is nog niet klaar om te tellen.'
  return refusalText(error)
}

/** The outcome in one sentence: how many came in, how many count. */
export function outcomeText({ counted }: Extract<CountSaid, { counted: unknown }>): string {
  const { received, counted: kept, duplicate, invalid } = counted.tally
  const wrong = Object.values(invalid).reduce((sum, value) => sum + value, 0)
  const left = duplicate + wrong === 0 ? 'Er viel niets af.' : `Niet geteld: ${wrong} ongeldig en ${duplicate} dubbel.`
  return `Van ${plural(received, 'antwoord', 'antwoorden')} ${kept === 1 ? 'telt' : 'tellen'} er ${number(kept)} mee. ${left}`
}

/** Whether this was counted with the keys the letters name. */
export function lettersText({ counted: { letters, archive } }: Extract<CountSaid, { counted: unknown }>): string {
  const letter = letters.compared ? 'Geteld met de sleutels van de brief.' : `Niet vergeleken met een brief. Op de achterkant van elke brief van deze meting moet staan: ${letters.fingerprint}.`
  return archive.compared ? letter : `${letter} Op het sleutelblad van het archief moet staan: ${archive.fingerprint}.`
}

/** What a second count says about the first one that was stored; null when there was none. */
export function checkText(said: Extract<CountSaid, { counted: unknown }>, how: How): string | null {
  if (how !== 'check') return null
  if (said.earlier === null) return 'Er is nog geen opgeslagen telling om mee te vergelijken. Leg het controlegetal naast dat van uw collega.'
  return said.earlier === said.counted.digest ? 'Precies dezelfde uitkomst als de opgeslagen telling.' : 'Een andere uitkomst dan de opgeslagen telling. Rond niet af en bel uw beheerder.'
}

/** A digest as people compare it: the first 16 characters in groups of four. */
export function checkNumber(digest: string): string {
  return digest.slice(0, 16).match(/.{1,4}/g)?.join(' ') ?? digest
}
