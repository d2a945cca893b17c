// Advice as residents read it (one language, whole) and as the console edits it (every language).
// Separate from the verbs because reading writes nothing, not even a count: nobody learns that somebody looked.
import { and, asc, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { advicePages, adviceTexts } from './table.ts'
import type { AdviceAnswer, AdviceDesk } from './wire.ts'

/** Languages every page should have. */
const ALWAYS = ['nl', 'en']

const ofText = and(eq(adviceTexts.municipality, advicePages.municipality), eq(adviceTexts.slug, advicePages.slug))

export async function readAdvice({ office }: Pick<Deps, 'office'>, municipality: string, language: string): Promise<AdviceAnswer> {
  const pages = await office.read.select({ slug: adviceTexts.slug, title: adviceTexts.title, body: adviceTexts.body })
    .from(advicePages).innerJoin(adviceTexts, ofText)
    .where(and(eq(advicePages.municipality, municipality), eq(adviceTexts.language, language))).orderBy(asc(advicePages.position), asc(advicePages.slug))
  return { pages }
}

export async function readAdviceDesk({ office }: Pick<Deps, 'office'>, municipality: string): Promise<AdviceDesk> {
  const rows = await office.read.select({ slug: advicePages.slug, language: adviceTexts.language, title: adviceTexts.title, body: adviceTexts.body })
    .from(advicePages).leftJoin(adviceTexts, ofText).where(eq(advicePages.municipality, municipality)).orderBy(asc(advicePages.position), asc(advicePages.slug))
  const pages = new Map<string, Record<string, { title: string; body: string }>>()
  for (const { slug, language, title, body } of rows) {
    const texts = pages.get(slug) ?? {}
    if (language !== null) texts[language] = { title: title!, body: body! }
    pages.set(slug, texts)
  }
  const used = new Set(rows.flatMap(({ language }) => (language === null ? [] : [language])))
  return {
    pages: [...pages].map(([slug, texts]) => ({ slug, texts })),
    languages: [...ALWAYS, ...[...used].filter((one) => !ALWAYS.includes(one)).sort()],
  }
}
