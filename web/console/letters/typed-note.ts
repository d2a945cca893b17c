// What somebody at the help desk typed, read before anything is sealed: a mailing number or a code, or what is wrong with it in words. Pure.
import { parseCode } from '../../../src/crypto/invite-code.ts'
import { isMailingNumber } from '../../../src/letters/desk-note.ts'

/** Label and code are printed side by side; callers read both. */
export function withoutLabel(typed: string, label: string): string {
  return typed.trim().replace(new RegExp(`^${label}(?=[\\s-])`, 'i'), '')
}

/** What is wrong, or nothing. */
export function noteMistake(typed: string, label: string): string | undefined {
  if (isMailingNumber(typed)) return undefined
  const reading = parseCode(withoutLabel(typed, label))
  if ('code' in reading) return undefined
  switch (reading.mistake) {
    case 'empty': return 'Vul het nummer van de brief in, of de code.'
    case 'character': return `‘${reading.found}’ komt niet voor in een code. Vraag de beller het nog eens te lezen.`
    case 'length': return `Een nummer heeft 6 cijfers of meer, een code 13 tekens. Hier staan er ${reading.found}.`
    case 'check': return 'In deze code zit een leesfout. Vraag de beller de code nog eens te lezen.'
  }
}
