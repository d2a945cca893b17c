// An edition once more from the frozen waves, as its head says it was made: the check of whoever holds the archive key.
// Separate from publishing because nothing is sent; what differs is found by comparing figures, not ids.
import type { Edition, Progress } from '../analysis/edition.ts'
import { draftEdition, publishingApi } from '../analysis/publish.ts'
import type { Send } from '../counting/counting-api.ts'
import { canonicalJson } from '../crypto/digest.ts'
import type { EditionDetail, EditionSummary } from './wire.ts'

/** The draft with the same waves, recipe, audience and date, and with the editions before it as ledger. */
export async function recomputed(send: Send, { head, number }: EditionDetail, archive: string, onProgress: Progress): Promise<Edition> {
  const api = publishingApi(send)
  const json = async <T>(path: string) => (await (await send('GET', path)).json()) as T
  const before = (await json<EditionSummary[]>('/api/editions')).filter((one) => one.number < number)
  const earlier = async () => Promise.all(before.map(async ({ id }) => {
    const { head: { audience, boundaryYear }, rows } = await json<EditionDetail>(`/api/editions/${id}`)
    return { audience, boundaryYear, rows }
  }))
  const { wave, baseline, audience, date, recipe } = head
  return draftEdition({ ...api, earlier }, { archive }, { wave: wave.id, baseline: baseline?.id ?? null, audience, date, recipe, onProgress })
}

type Figures = Pick<Edition, 'rows' | 'comparisons' | 'did'>

/** The first figure in which an edition differs from its recomputation, whatever ids and order they have; null when there is none. */
export function firstDifference(again: Figures, published: Figures): string | null {
  for (const part of ['rows', 'comparisons', 'did'] as const) {
    const expected = new Map(again[part].map((row) => [figureOf(row), row as object]))
    const found = new Map(published[part].map((row) => [figureOf(row), row as object]))
    if (found.size !== published[part].length) return `${part} has a figure twice`
    for (const [figure, row] of found) if (!expected.has(figure)) return `${nameOf(row)} is another`
    for (const [figure, row] of expected) if (!found.has(figure)) return `${nameOf(row)} is missing`
  }
  return null
}

/** A figure without its id, which is chance. */
function figureOf(row: object): string {
  const { id: _, ...figure } = JSON.parse(JSON.stringify(row)) as { id?: string }
  return canonicalJson(figure)
}

function nameOf(row: object): string {
  const { id, item, measure, categories, domain } = row as { id?: string; item?: string; measure?: string; categories?: number[]; domain?: string }
  return [id && `row ${id}:`, item, measure, categories?.join('+'), domain && `of ${domain}`].filter(Boolean).join(' ')
}
