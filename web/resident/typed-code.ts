// A typed code: in its one spelling, or the mistake in words before anything is sent.
// Separate from typed-entry.ts because it is loaded with the page that asks for it.
import { parseCode } from '../../src/crypto/invite-code.ts'
import type { CodeText } from '../languages/resident-text.ts'

export type TypedCode = { code: string } | { mistake: string }

export function readTypedCode(typed: string, { mistakes }: CodeText): TypedCode {
  const reading = parseCode(typed)
  if ('code' in reading) return reading
  if (reading.mistake === 'character') return { mistake: mistakes.character(reading.found) }
  if (reading.mistake === 'length') return { mistake: mistakes.length(reading.found) }
  return { mistake: reading.mistake === 'empty' ? mistakes.empty : mistakes.check }
}
