// What somebody types instead of scanning, first the label: says the mistake in words before anything is sent.
// Separate from the pages because it is pure; a label and a code pasted together are taken apart. The code alone: typed-code.ts.
import { crockfordTyped } from '../../src/crypto/crockford.ts'
import { parseCode, parseLabel } from '../../src/crypto/invite-code.ts'
import type { ResidentText } from '../languages/resident-text.ts'

const LABEL_LENGTH = 4

/** A label, with the code when both were pasted at once; or the mistake. */
export function readTypedLabel(typed: string, text: ResidentText): { label: string; code?: string } | { mistake: string } {
  const characters = crockfordTyped(typed)
  if (characters === '') return { mistake: text.mistakes.labelEmpty }
  const label = parseLabel(characters.slice(0, LABEL_LENGTH))
  if (label === null) return { mistake: text.mistakes.labelShape }
  if (characters.length === LABEL_LENGTH) return { label }
  const rest = parseCode(characters.slice(LABEL_LENGTH))
  return 'code' in rest ? { label, code: rest.code } : { mistake: text.mistakes.labelShape }
}
