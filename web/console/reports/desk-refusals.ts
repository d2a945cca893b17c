// What the desk's own faults mean, in Dutch; what the server refuses stands in refusal-words.ts. Separate because these never cross HTTP.
import { refusalText } from '../refusal-words.ts'

const NAMES: Readonly<Record<string, string>> = {
  WrongPassphrase: 'Deze zes woorden openen uw sleutel niet. Kijk nog eens op uw papier.',
  NoKeyYet: 'U hebt nog geen sleutel, of een collega moet u nog bevestigen.',
  CannotOpen: 'Dit kan uw sleutel niet openen, of het is beschadigd of vervalst.',
}

/** The sentence for anything the desk may throw. */
export function deskRefusal(error: unknown): string {
  return (error instanceof Error && NAMES[error.name]) || refusalText(error)
}
