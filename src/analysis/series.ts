// One figure over all waves that editions show, oldest first. Separate from an edition, which holds two waves; a wave that stands in several editions
// (as the new one, as the baseline of the next, for another audience) is one wave here, and what one of them shows is shown.
import type { Cell, EditionHead, PublishedRow, ResponseFigures } from './edition.ts'

/** A wave with its figures of one measure by domain, and what a series must know to see a break. */
export interface SeriesWave {
  wave: { id: string; label: string; starts: string }
  boundaryYear: number
  /** Language -> item or scale -> mark (`head.wordings`); null where the edition is older than marks. */
  marks: Readonly<Record<string, Readonly<Record<string, string>>>> | null
  response: Pick<ResponseFigures, 'modes' | 'languages'> | null
  cells: Readonly<Record<string, Cell>>
}

/** What is needed of each edition: its head, and its rows of the one measure. Oldest edition first. */
export function seriesOf(editions: readonly { head: EditionHead; rows: readonly PublishedRow[] }[]): SeriesWave[] {
  const waves = new Map<string, SeriesWave>()
  for (const { head, rows } of editions) {
    for (const { id, label, starts } of [head.wave, ...(head.baseline && !head.baseline.imported ? [head.baseline] : [])]) {
      const cells: Record<string, Cell> = { ...waves.get(id)?.cells }
      for (const row of rows) {
        const known = cells[row.domain]
        if (row.wave === id && (known === undefined || 'hidden' in known || !('hidden' in row.cell))) cells[row.domain] = row.cell
      }
      const response = head.response.find(({ wave }) => wave === id)
      waves.set(id, {
        wave: { id, label, starts }, boundaryYear: head.boundaryYear, cells, marks: head.wordings?.find(({ wave }) => wave === id)?.marks ?? waves.get(id)?.marks ?? null,
        response: response ? { modes: response.modes, languages: response.languages } : waves.get(id)?.response ?? null,
      })
    }
  }
  return [...waves.values()].sort((a, b) => a.wave.starts.localeCompare(b.wave.starts))
}
