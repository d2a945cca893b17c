// The wave an act on letters is about, in a state that has letters. Separate because every verb of this room begins with it.
import type { Actor } from '../audit/entry.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { findWave } from '../waves/find-wave.ts'
import type { Wave } from '../waves/find-wave.ts'

/** Throws unknown-wave, wave-state. */
export async function waveWithLetters(deps: Pick<Deps, 'office'>, actor: Actor, id: string, states: readonly Wave['state'][] = ['ready', 'field']): Promise<Wave> {
  const wave = await findWave(deps, actor.municipality, id)
  if (!states.includes(wave.state)) throw problem('wave-state', { state: wave.state, needed: states.join(' or ') })
  return wave
}

/** The person who acts: an operator has no second self, so whoever needs two people needs a session. */
export function personOf(actor: Actor): string {
  if (actor.staff === null) throw problem('second-person')
  return actor.staff
}
