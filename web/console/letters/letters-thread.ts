// The page's end of the letters' thread: started with the first question, ended when somebody leaves the screen, signs out or does nothing
// for ten minutes - and with it every name and code in memory. Separate because a screen comes and goes.
import { remote } from '../work/remote.ts'
import type { Remote, Wire } from '../work/remote.ts'
import { startWorker } from '../work/trusted-workers.ts'
import type { LettersVerbs } from './letters-verbs.ts'

const IDLE_MINUTES = 10

export interface LettersThread {
  ask: <Verb extends keyof LettersVerbs>(verb: Verb, input: LettersVerbs[Verb]['input']) => Promise<LettersVerbs[Verb]['output']>
  /** Forgets everything. */
  end: () => void
  /** Calls back once the thread ended by itself; answers how to stop watching. */
  watch: (onIdle: () => void) => () => void
}

export function lettersThread(): LettersThread {
  let thread: { worker: Worker; far: Remote; failed: Promise<never> } | null = null
  const start = () => {
    const worker = startWorker('letters')
    const failed = new Promise<never>((_, reject) => worker.addEventListener('error', () => reject(new Error('a worker could not start'))))
    failed.catch(() => undefined)
    return { worker, far: remote(worker as unknown as Wire), failed }
  }
  const end = () => {
    thread?.worker.terminate()
    thread = null
  }
  return {
    ask: (verb, input) => {
      thread ??= start()
      return Promise.race([thread.far.ask<never>(verb, input), thread.failed])
    },
    end,
    watch(onIdle) {
      let timer: ReturnType<typeof setTimeout>
      const touch = () => {
        clearTimeout(timer)
        timer = setTimeout(() => { end(); onIdle() }, IDLE_MINUTES * 60_000)
      }
      const signs = ['pointerdown', 'keydown'] as const
      for (const sign of signs) addEventListener(sign, touch, { passive: true })
      addEventListener('nulmeting:signed-out', end)
      touch()
      return () => {
        clearTimeout(timer)
        for (const sign of signs) removeEventListener(sign, touch)
        removeEventListener('nulmeting:signed-out', end)
      }
    },
  }
}
