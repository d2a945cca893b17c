// The clock of a process that stays: the idempotent verb of waves at start and every few minutes after.
// Separate because the Node server and the edge on one machine both need it; a deployed Worker has its own trigger.
import type { Deps } from './deps.ts'
import { logLine } from './http/log-line.ts'
import { codeOf } from './http/on-error.ts'
import { tick } from './waves/tick.ts'

const EVERY = 5 * 60_000

/** Begins; answers how to stop. A fault is logged by its code and tried again at the next tick. */
export function keepTicking(deps: Deps): () => void {
  const once = () => void tick(deps).catch((fault: unknown) => deps.log?.(logLine({ code: codeOf(fault), route: 'tick' })))
  once()
  const timer = setInterval(once, EVERY)
  return () => clearInterval(timer)
}
