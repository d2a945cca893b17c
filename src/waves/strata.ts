// How small a group of invited people may be: the issuer key of a stratum splits the anonymity set (RFC 9576 section 6.1).
// Pure and separate because the rule is a promise: a stratum under 50 is merged inside its own published area, or refused.
import { problem } from '../problem.ts'
import type { WaveKind } from '../crypto/manifest.ts'

export interface PlannedStratum {
  id: string
  area: string
  /** Persons in the frame. */
  population: number
  toInvite: number
}

/** The smallest number of invited people a stratum may have; a census of professionals is one stratum. */
export function smallestStratum(kind: WaveKind): number {
  return kind === 'professional' ? 10 : kind === 'resident' ? 50 : 0
}

/**
 * The strata of a plan as they will have keys: where one of an area's strata is too small, that area becomes one stratum.
 * What is still too small is refused (problem stratum-too-small); professionals must have one stratum.
 */
export function mergedStrata(kind: WaveKind, planned: readonly PlannedStratum[]): PlannedStratum[] {
  const smallest = smallestStratum(kind)
  const merged = [...grouped(planned)].flatMap(([area, strata]) =>
    strata.length > 1 && strata.some((stratum) => stratum.toInvite < smallest) ? [together(area, strata)] : strata)
  if (kind === 'professional' && merged.length !== 1) throw problem('stratum-census', {})
  for (const stratum of merged) requireLargeEnough(kind, stratum.id, stratum.toInvite)
  return merged
}

/** Throws the refusal when so many invited people are too few for one stratum. */
export function requireLargeEnough(kind: WaveKind, stratum: string, invited: number): void {
  const smallest = smallestStratum(kind)
  if (invited < smallest) throw problem('stratum-too-small', { stratum, invited, least: smallest })
}

function grouped(planned: readonly PlannedStratum[]): Map<string, PlannedStratum[]> {
  const areas = new Map<string, PlannedStratum[]>()
  for (const stratum of planned) areas.set(stratum.area, [...(areas.get(stratum.area) ?? []), stratum])
  return areas
}

function together(area: string, strata: readonly PlannedStratum[]): PlannedStratum {
  const sum = (part: (stratum: PlannedStratum) => number) => strata.reduce((total, stratum) => total + part(stratum), 0)
  return { id: area, area, population: sum((s) => s.population), toInvite: sum((s) => s.toInvite) }
}
