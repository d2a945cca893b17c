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

/** Whether two editions hold the same figures, whatever their ids and order. */
export function sameFigures(one: Pick<Edition, 'rows' | 'comparisons' | 'did'>, other: Pick<Edition, 'rows' | 'comparisons' | 'did'>): boolean {
  const figures = (parts: readonly object[]) => parts.map((part) => {
    const { id: _, ...figure } = JSON.parse(JSON.stringify(part)) as { id?: string }
    return canonicalJson(figure)
  }).sort().join('\n')
  return (['rows', 'comparisons', 'did'] as const).every((part) => figures(one[part]) === figures(other[part]))
}
