// The page's end of the desk: starts its threads when somebody unlocks, and ends them all - and with them every key and every text - when they
// lock, sign out, are signed out, or do nothing for ten minutes. One desk a tab, whatever screen is open. Separate because screens come and
// go and keys must not hang on one of them.
import { useEffect, useState } from 'preact/hooks'
import type { Remote, Wire } from '../work/remote.ts'
import { remote } from '../work/remote.ts'
import { startWorker } from '../work/trusted-workers.ts'
import type { CaseRow, Unlocked } from './case.ts'
import type { DeskVerbs } from './desk-verbs.ts'

const IDLE_MINUTES = 10

export type DeskState =
  | { at: 'locked'; why: null | 'idle' }
  | { at: 'open'; unlocked: Unlocked; rows: readonly CaseRow[] | null }

interface Threads { desk: Remote; end: () => void }

let threads: Threads | null = null
let state: DeskState = { at: 'locked', why: null }
let idle: ReturnType<typeof setTimeout> | undefined
const watching = new Set<(state: DeskState) => void>()

function become(next: DeskState): void {
  state = next
  for (const tell of watching) tell(next)
}

/** Asks the desk's thread, starting it when it is not there yet. Errors cross as they do everywhere (work/remote.ts). */
export async function askDesk<Verb extends keyof DeskVerbs>(verb: Verb, input: DeskVerbs[Verb]['input'], onProgress?: (progress: never) => void): Promise<DeskVerbs[Verb]['output']> {
  threads ??= start()
  return threads.desk.ask<DeskVerbs[Verb]['output']>(verb, input, onProgress)
}

/** Opens the desk with a passphrase. */
export async function unlockDesk(input: DeskVerbs['unlock']['input']): Promise<void> {
  const unlocked = await askDesk('unlock', input)
  become({ at: 'open', unlocked, rows: null })
  touch()
}

/** What changed for this person on the server (a new month, access a colleague gave) without asking for the passphrase again. */
export async function refreshDesk(): Promise<void> {
  const unlocked = await askDesk('refresh', {})
  if (state.at === 'open') become({ ...state, unlocked })
}

/** Forgets everything: the threads end. */
export function lockDesk(why: null | 'idle' = null): void {
  clearTimeout(idle)
  threads?.end()
  threads = null
  become({ at: 'locked', why })
}

/** What the inbox holds now; kept over screens, gone with the desk. */
export function keepRows(rows: readonly CaseRow[]): void {
  if (state.at === 'open') become({ ...state, rows })
}

/** Replaces one row after it changed. */
export function keepRow(row: CaseRow): void {
  if (state.at === 'open' && state.rows) keepRows(state.rows.map((one) => (one.month === row.month && one.thread === row.thread ? row : one)))
}

/** The desk as it stands; renders again when it changes. */
export function useDesk(): DeskState {
  const [now, setNow] = useState(state)
  useEffect(() => {
    watching.add(setNow)
    setNow(state)
    return () => void watching.delete(setNow)
  }, [])
  return now
}

function start(): Threads {
  const desk = startWorker('desk')
  const cores = Math.min(8, Math.max(1, navigator.hardwareConcurrency || 2))
  const openers = Array.from({ length: cores }, () => startWorker('heads'))
  for (const opener of openers) {
    const { port1, port2 } = new MessageChannel()
    opener.postMessage({ ask: 0, verb: 'connect', input: port1 }, [port1])
    desk.postMessage({ ask: 0, verb: 'connect', input: port2 }, [port2])
  }
  return { desk: remote(desk as unknown as Wire), end: () => [desk, ...openers].forEach((worker) => worker.terminate()) }
}

function touch(): void {
  clearTimeout(idle)
  if (state.at === 'open') idle = setTimeout(() => lockDesk('idle'), IDLE_MINUTES * 60_000)
}

for (const sign of ['pointerdown', 'keydown'] as const) addEventListener(sign, touch, { passive: true })
/** Sent by the console when nobody is signed in any more (session.ts). */
addEventListener('nulmeting:signed-out', () => lockDesk())
/** A page that comes back from the browser's memory must come back without its keys. */
addEventListener('pagehide', () => lockDesk())
