// Reads a request's body within the limits of the access table: size before parsing, depth before JSON, shape by a strict schema.
// Separate because a refusal must never echo what was sent, and every route reads in the same way.
import type { Context } from 'hono'
import type { z } from 'zod'
import { problem } from '../problem.ts'
import type { Env } from './env.ts'

/** Objects and lists inside one another at most. */
const DEEPEST = 16

/** Half a surrogate pair, or a NUL (at which a database ends a text), as JSON.stringify writes them; a backslash before it is one of its own. */
const NO_TEXT = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

/** The JSON body, checked by a schema (use z.strictObject). Throws 'invalid-body' naming places, never values. */
export async function readJson<Schema extends z.ZodType>(c: Context<Env>, schema: Schema): Promise<z.output<Schema>> {
  const text = new TextDecoder('utf-8', { fatal: true })
  let value: unknown
  try {
    const body = text.decode(await readBytes(c))
    if (depthOf(body) > DEEPEST) throw problem('invalid-body', { where: 'how deep the JSON nests' })
    value = JSON.parse(body)
    // Raw, such characters survive neither UTF-8 nor JSON: they come in by escapes only, which no phone sends.
    if (body.includes('\\u') && NO_TEXT.test(JSON.stringify(value))) throw problem('invalid-body', { where: 'the text: it holds what is no character' })
  } catch (fault) {
    if (fault instanceof TypeError || fault instanceof SyntaxError) throw problem('invalid-body', { where: 'that the body is JSON' })
    throw fault
  }
  return checked(schema, value)
}

/** The raw body, at most as long as the address reads. */
export async function readBytes(c: Context<Env>): Promise<Uint8Array<ArrayBuffer>> {
  const limit = c.get('access').body?.limit ?? 0
  // A body that says how long it is, is never longer: the runtime cuts it there. Read whole, it costs a third of reading it as a stream.
  const announced = c.req.header('content-length')
  if (announced !== undefined && c.req.header('transfer-encoding') === undefined) {
    if (!/^\d{1,15}$/.test(announced) || Number(announced) > limit) throw problem('body-too-large', { limit })
    const whole = new Uint8Array(await c.req.raw.arrayBuffer().catch(brokenOff))
    if (whole.length > limit) throw problem('body-too-large', { limit })
    return whole
  }
  const parts: Uint8Array[] = []
  let length = 0
  const stream = c.req.raw.body
  if (stream) {
    const source = stream.getReader()
    const next = () => source.read().catch(brokenOff)
    for (let part = await next(); !part.done; part = await next()) {
      length += part.value.length
      if (length > limit) {
        await source.cancel().catch(() => {})
        throw problem('body-too-large', { limit })
      }
      parts.push(part.value)
    }
  }
  const whole = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/** A body that broke off is a phone without signal, no fault of ours: a line in a log would tell when somebody was sending. */
function brokenOff(): never {
  throw problem('invalid-body', { where: 'that the body arrives whole' })
}

/** Checks a value (also path parameters and queries) by a schema; the refusal lists places only. */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the body')
  throw problem('invalid-body', { where: [...new Set(places)].slice(0, 5).join(', ') })
}

/** How deep a JSON text nests, found without parsing it: a parser may recurse, and a bomb is small. */
export function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const character = json.charCodeAt(i)
    if (inString) {
      if (character === 92 /* backslash */) i++
      else if (character === 34 /* " */) inString = false
    } else if (character === 34) inString = true
    else if (character === 123 /* { */ || character === 91 /* [ */) deepest = Math.max(deepest, ++depth)
    else if (character === 125 /* } */ || character === 93 /* ] */) depth--
  }
  return deepest
}
