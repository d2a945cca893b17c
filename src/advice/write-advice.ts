// Writing advice: the text of a page in one language (a new page comes last), taking a text away, and the order of the pages.
// Saved is published: advice holds nothing of anybody, and a page that waits helps nobody.
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { starterAdvice } from './starter.ts'
import type { adviceText } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>
type Text = z.output<typeof adviceText>

const page = (municipality: string, slug: string) =>
  sql`INSERT INTO advice_pages (municipality, slug, position)
      SELECT ${municipality}, ${slug}, 1 + coalesce((SELECT max(position) FROM advice_pages WHERE municipality = ${municipality}), 0) WHERE true ON CONFLICT DO NOTHING`

const wording = (municipality: string, slug: string, language: string, { title, body }: Text) =>
  sql`INSERT INTO advice_texts (municipality, slug, language, title, body) VALUES (${municipality}, ${slug}, ${language}, ${title}, ${body})
      ON CONFLICT (municipality, slug, language) DO UPDATE SET title = excluded.title, body = excluded.body RETURNING slug`

/** Writes a page in one language. */
export async function writeAdvice(deps: Needs, actor: Actor, slug: string, language: string, text: Text): Promise<void> {
  const { municipality } = actor
  await writeAudited(deps, { ...actor, act: 'write-advice', subject: { page: slug, language } }, [page(municipality, slug), wording(municipality, slug, language, text)])
}

/** Takes a text away; a page goes with its last text. Throws unknown-advice. */
export async function dropAdvice(deps: Needs, actor: Actor, slug: string, language: string): Promise<void> {
  const { municipality } = actor
  const here = sql`municipality = ${municipality} AND slug = ${slug}`
  const [dropped] = await writeAudited(deps, { ...actor, act: 'drop-advice', subject: { page: slug, language } }, [
    sql`DELETE FROM advice_texts WHERE ${here} AND language = ${language} RETURNING slug`,
  ])
  if (dropped!.length === 0) throw problem('unknown-advice')
  await deps.office.write([sql`DELETE FROM advice_pages WHERE ${here} AND NOT EXISTS (SELECT 1 FROM advice_texts WHERE ${here})`])
}

/** Puts the pages in this order; pages not named come after. */
export async function orderAdvice(deps: Needs, actor: Actor, slugs: readonly string[]): Promise<void> {
  const list = JSON.stringify([...new Set(slugs)])
  await writeAudited(deps, { ...actor, act: 'order-advice', subject: { pages: [...slugs] } }, [
    sql`UPDATE advice_pages SET position = coalesce((SELECT key + 1 FROM json_each(${list}) WHERE value = slug), 99) WHERE municipality = ${actor.municipality}`,
  ])
}

/** The starter pages in Dutch and English, for a municipality that has none yet; changes nothing where there are pages. Throws advice-exists. */
export async function startAdvice(deps: Needs, actor: Actor): Promise<void> {
  const { municipality } = actor
  const [known] = await deps.office.write([sql`SELECT 1 FROM advice_pages WHERE municipality = ${municipality} LIMIT 1`])
  if (known!.length > 0) throw problem('advice-exists')
  await writeAudited(deps, { ...actor, act: 'start-advice', subject: { pages: starterAdvice.length } }, starterAdvice.flatMap(({ slug, texts }) => [
    page(municipality, slug),
    ...Object.entries(texts).map(([language, text]) => wording(municipality, slug, language, text)),
  ]))
}
