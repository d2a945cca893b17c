// What crosses HTTP about advice. Pages import the types only.
// A body is plain text: lines that begin with "# " are headings, lines that begin with "- " are a list, an empty line ends a paragraph.
import { z } from 'zod'

/** BCP 47 as far as pages need it: `nl`, `en`, `pt-BR`, `zh-Hant`. */
export const language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/)
export const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)

/** Text people read: no control characters but line ends, none that turn the direction of what follows. */
const readable = /^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/u

export const adviceText = z.strictObject({
  title: z.string().trim().min(1).max(100).regex(readable).refine((text) => !text.includes('\n')),
  body: z.string().transform((text) => text.replace(/\r\n?/g, '\n').trim()).pipe(z.string().min(1).max(8000).regex(readable)),
})
export type AdviceText = z.input<typeof adviceText>

export const adviceOrder = z.strictObject({ slugs: z.array(slug).max(99) })

/** Acts without details are sent `{}`. */
export const nothing = z.strictObject({})

export interface AdvicePage {
  slug: string
  title: string
  body: string
}

/** GET /api/advice/:language, on the municipality's own host: every page at once, so that no request says which one was read. */
export interface AdviceAnswer {
  pages: readonly AdvicePage[]
}

/** GET /api/staff/advice: every page in its order, with the languages it stands in. */
export interface AdviceDesk {
  pages: readonly { slug: string; texts: Readonly<Record<string, { title: string; body: string }>> }[]
  /** Every language in use here, Dutch and English always among them: a page without one of these misses a translation. */
  languages: readonly string[]
}
