// The life of a wave as a table of moves: which act is allowed in which state, and where it leads.
// Pure, so that pages, verbs and tests read one table; the verbs repeat it as guarded UPDATEs.
import { problem } from '../problem.ts'

export const WAVE_STATES = ['draft', 'ready', 'field', 'grace', 'closed', 'counting', 'counted', 'sealed', 'imported'] as const
/**
 * draft: being planned · ready: manifest frozen · field: letters answered · grace: credentials stopped, phones without signal may still send ·
 * closed: may be counted · counting: a count uploads · counted: frozen wave stored, intake still there · sealed: intake destroyed · imported: an earlier survey.
 */
export type WaveState = (typeof WAVE_STATES)[number]

export const moves = {
  plan: { from: ['draft'], to: null },
  'register-key': { from: ['draft'], to: null },
  'confirm-key': { from: ['draft', 'ready'], to: null },
  'freeze-manifest': { from: ['draft'], to: 'ready' },
  'draw-invites': { from: ['ready', 'field'], to: null },
  'replace-codes': { from: ['ready', 'field'], to: null },
  'start-fieldwork': { from: ['ready'], to: 'field' },
  'end-fieldwork': { from: ['field'], to: 'grace' },
  'close-intake': { from: ['grace'], to: 'closed' },
  // A count that was interrupted is simply run again; once frozen it is only read back, compared and sealed off.
  'start-count': { from: ['closed', 'counting'], to: 'counting' },
  'finalize-count': { from: ['counting'], to: 'counted' },
  'destroy-intake': { from: ['counted'], to: 'sealed' },
} as const satisfies Record<string, { from: readonly WaveState[]; to: WaveState | null }>

export type Act = keyof typeof moves

/** Whether an act is allowed in a state. */
export function allows(state: WaveState, act: Act): boolean {
  return (moves[act].from as readonly WaveState[]).includes(state)
}

/** Throws the refusal when an act is not allowed in a state. */
export function requireMove(state: WaveState, act: Act): void {
  if (!allows(state, act)) throw problem('wave-state', { state, needed: moves[act].from.join(' or ') })
}

/** Whether the wave's `sample` database exists in this state. */
export function hasSample(state: WaveState): boolean {
  return state === 'ready' || state === 'field'
}

/** A count as staff may see it while fieldwork runs: rounded down to 5. */
export function roundedDown(count: number): number {
  return count - (count % 5)
}
