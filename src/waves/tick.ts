// What the clock does, at start and every few minutes (Node: a timer; edge: cron; operator: `nulmeting tick`): the same idempotent verb.
// Completes acts that a crash cut in two, mends what a restored backup brought back or left out, closes what is due, writes the daily counts,
// ends months of reports, sends officers their daily signal.
import { completeIntents } from '../audit/intent.ts'
import type { Perform } from '../audit/intent.ts'
import { oneByOne } from '../audit/one-by-one.ts'
import type { Deps } from '../deps.ts'
import { performDestroy } from '../results/destroy-intake.ts'
import { threadPerformers } from '../reports/answer-thread.ts'
import { sweepReadings } from '../reports/read-text.ts'
import { performRemoval, removeWhoLeft } from '../reports/remove-officer.ts'
import { performDestruction, retireMonths } from '../reports/retire-months.ts'
import { sendSignals } from '../reports/send-signal.ts'
import { recount } from '../sample/draw-invites.ts'
import { forgetSignals } from '../signals/forget-signals.ts'
import { closeEnded } from './close-ended.ts'
import { countDay } from './count-day.ts'
import { performEnd } from './end-fieldwork.ts'
import { performFreeze } from './freeze-manifest.ts'
import { mendRestored } from './mend-restored.ts'
import type { Mended } from './mend-restored.ts'
import { performStart } from './start-fieldwork.ts'

/** How each act on another database is completed. */
export function performers(deps: Deps): Readonly<Record<string, Perform>> {
  return {
    'freeze-manifest': (intent) => performFreeze(deps, intent),
    'start-fieldwork': (intent) => performStart(deps, intent),
    'end-fieldwork': (intent) => performEnd(deps, intent),
    'destroy-intake': (intent) => performDestroy(deps, intent),
    'replace-codes': async ({ subject }) => {
      for (const position of subject.positions as number[]) await recount(deps, subject.wave as string, position)
      return {}
    },
    'remove-report-officer': (intent) => performRemoval(deps, intent),
    'destroy-reports': (intent) => performDestruction(deps, intent),
    ...threadPerformers(deps),
    'draw-invites': async ({ subject }) => ({ drawn: await recount(deps, subject.wave as string, subject.position as number) }),
  }
}

export interface Ticked {
  completed: number
  mended: Mended
  closed: string[]
  counted: number
  /** Months whose signals were forgotten. */
  forgotten: string[]
  /** Months of reports that were destroyed, as municipality and month. */
  retired: string[]
}

/** Does all of it, also when something fails for one municipality; then throws the first fault. `due`: the minute this was to run at, when that is known. */
export async function tick(deps: Deps, due?: Date): Promise<Ticked> {
  const ticked: Ticked = { completed: 0, mended: { destroyed: 0, ended: 0 }, closed: [], counted: 0, forgotten: [], retired: [] }
  await oneByOne([
    // In one step: an act that a crash cut in two looks like a restored backup, and must be completed first.
    async () => {
      ticked.completed = (await completeIntents(deps, performers(deps))).completed
      ticked.mended = await mendRestored(deps)
    },
    async () => void (ticked.closed = await closeEnded(deps)),
    async () => void (ticked.counted = await countDay(deps)),
    async () => void (ticked.forgotten = await forgetSignals(deps)),
    async () => void (await removeWhoLeft(deps)),
    async () => void (ticked.retired = await retireMonths(deps)),
    () => sweepReadings(deps),
    async () => void (await sendSignals(deps, due)),
  ], (step) => step())
  return ticked
}
