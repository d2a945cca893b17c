// Asking another thread: one message out, progress and one answer back, over a worker or a message port. Both ends stand in this file
// so that they cannot drift apart. Errors cross as name, message and slug; nothing else of them is needed on the page.
import { Refusal, Unreachable } from '../request.ts'

interface Ask { ask: number; verb: string; input: unknown }
interface Failed { name: string; message: string; slug?: string; status?: number; details?: Record<string, unknown> }
type Reply = { to: number; progress: unknown } | { to: number; value: unknown } | { to: number; failed: Failed }

/** What a Worker, a MessagePort and a worker's own scope have in common. */
export interface Wire {
  postMessage(message: unknown, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  start?(): void
}

export interface Remote {
  ask<T>(verb: string, input: unknown, onProgress?: (progress: never) => void, transfer?: Transferable[]): Promise<T>
}

export type Verbs = Record<string, (input: never, onProgress: (progress: unknown) => void) => unknown>

/** The asking end. */
export function remote(wire: Wire): Remote {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: unknown) => void; onProgress?: (progress: never) => void }>()
  let next = 1
  wire.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.get(data.to)
    if (!asked) return
    if ('progress' in data) return asked.onProgress?.(data.progress as never)
    waiting.delete(data.to)
    if ('failed' in data) asked.reject(errorOf(data.failed))
    else asked.resolve(data.value as never)
  })
  wire.start?.()
  return {
    ask: (verb, input, onProgress, transfer = []) => new Promise((resolve, reject) => {
      const ask = next++
      waiting.set(ask, { resolve, reject, ...(onProgress ? { onProgress } : {}) })
      wire.postMessage({ ask, verb, input } satisfies Ask, transfer)
    }),
  }
}

/** The answering end: runs the verb that is asked for. */
export function serve(wire: Wire, verbs: Verbs): void {
  wire.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
    const verb = Object.hasOwn(verbs, data.verb) ? verbs[data.verb] : undefined
    if (!verb) return
    const reply = (message: Reply) => wire.postMessage(message)
    Promise.resolve().then(() => verb(data.input as never, (progress) => reply({ to: data.ask, progress }))).then(
      (value) => reply({ to: data.ask, value }),
      (error: unknown) => reply({ to: data.ask, failed: failedOf(error) }),
    )
  })
  wire.start?.()
}

function failedOf(error: unknown): Failed {
  if (error instanceof Refusal) return { name: error.name, message: error.message, slug: error.slug, status: error.status, details: error.details }
  return error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) }
}

function errorOf({ name, message, slug, status, details }: Failed): Error {
  if (name === 'Refusal') return new Refusal(slug ?? 'unknown', status ?? 0, details)
  if (name === 'Unreachable') return new Unreachable(message)
  return Object.assign(new Error(message), { name })
}
