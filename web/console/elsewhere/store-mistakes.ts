// What keeps figures of others from being kept, before anything is sent. Pure; the server checks the same again.
import type { BenchmarkFigure } from '../../../src/analysis/benchmark.ts'
import type { Ours } from './ElsewhereView.tsx'

/** As many as one drawing holds. */
const MOST = 40

export function storeMistakes({ source, own, figures }: { source: string; own: Ours | undefined; figures: readonly BenchmarkFigure[] }): { field: string; text: string }[] {
  const mistakes: { field: string; text: string }[] = []
  if (figures.length === 0) mistakes.push({ field: 'regions', text: 'Kies ten minste één gebied.' })
  if (figures.length > MOST) mistakes.push({ field: 'regions', text: `Kies hoogstens ${MOST} gebieden.` })
  if (source.trim() === '' || source.trim().length > 100) mistakes.push({ field: 'source', text: 'Vul in waar de cijfers vandaan komen, in hoogstens 100 tekens.' })
  if (!own) mistakes.push({ field: 'beside', text: 'Kies naast welk cijfer dit komt te staan.' })
  else if (own.mean && figures.some(({ value, high }) => Math.max(value, high ?? 0) > 10)) mistakes.push({ field: 'beside', text: 'Dit cijfer van u is een rapportcijfer van 0 tot 10. De cijfers in het bestand zijn groter.' })
  return mistakes
}
