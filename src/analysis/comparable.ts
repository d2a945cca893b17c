// May this wave's figure be set beside the baseline's? Asks `instrument/comparability` for measured waves and the list of
// declared items for an imported table. Separate because a break is decided before any figure is looked at.
import { comparability } from '../instrument/comparability.ts'
import type { WaveSide } from '../instrument/comparability.ts'
import type { BreakReason, ImportedTable, MeasuredWave } from './edition.ts'

/** Reasons for a break per item or scale id; an empty list means the two compare. */
export function breaksBetween(now: MeasuredWave, baseline: MeasuredWave | ImportedTable): (item: string) => readonly BreakReason[] {
  if (baseline.kind === 'table') return (item) => (baseline.sameAs.includes(item) ? [] : ['declared'])
  const verdicts = comparability(sideOf(baseline), sideOf(now))
  return (item) => {
    const verdict = verdicts[item]
    if (verdict) return 'break' in verdict ? verdict.break : []
    // a derived measure breaks when an item it can be made of breaks; it has no hash of its own
    const broken = DERIVED[item]?.flatMap((source) => (verdicts[source] && 'break' in verdicts[source] ? ['item' as const] : [])) ?? ['absent' as const]
    return [...new Set(broken)]
  }
}

/** What a derived measure is made of. */
export const DERIVED: Readonly<Record<string, readonly string[]>> = { functionalFear: ['unsafeHere', 'afraid', 'detour', 'fearLife'] }

/** What a wave must share with another to be compared, as text: stored beside its exact figures. */
export function comparabilityKey(wave: MeasuredWave, item: string): string {
  const hashes = Object.keys(wave.itemHashes).sort().map((language) => `${language}:${wave.itemHashes[language]![item] ?? ''}`)
  return `${wave.instrument.id}/${wave.instrument.version} ${hashes.join(' ')}`
}

function sideOf(wave: MeasuredWave): WaveSide {
  return { instrument: wave.instrument, hashes: wave.itemHashes, modes: countBy(wave.microdata.labels.mode), languages: countBy(wave.microdata.labels.language) }
}

/** How often each label occurs. */
export function countBy(labels: readonly string[] | undefined): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const label of labels ?? []) counts[label] = (counts[label] ?? 0) + 1
  return counts
}
