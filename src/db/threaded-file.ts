// An embedded file as the serving thread sees it: what is asked crosses to file-thread.mjs, which owns the client, and comes back answered.
// Separate from node.ts because it is only the crossing: one thread for all files of the process, started with the first of them.
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Config, InStatement } from '@libsql/client'
import type { Answer } from './statement.ts'

export interface ThreadedFile {
  readonly closed: boolean
  read(query: InStatement): Promise<Answer>
  /** Atomic and durable when it resolves, with whatever else was asked for meanwhile. */
  write(statements: readonly InStatement[]): Promise<Answer[]>
  /** Resolves when the file is let go of. */
  close(): Promise<void>
}

interface Request { act: 'open' | 'read' | 'write' | 'close'; file: number; given: readonly unknown[] }
interface Reply { call: number; answer?: unknown; fault?: { message: string } }
interface Waiting { resolve: (answer: unknown) => void; reject: (fault: unknown) => void }

let thread: Worker | undefined
const waiting = new Map<number, Waiting>()
let calls = 0
let files = 0

/** Opens a file, making it where missing. */
export async function openThreadedFile(config: Config): Promise<ThreadedFile> {
  const file = (files += 1)
  let closed = false
  await ask({ act: 'open', file, given: [config] })
  return {
    get closed() {
      return closed
    },
    read: (query) => ask({ act: 'read', file, given: [query] }) as Promise<Answer>,
    write: (given) => ask({ act: 'write', file, given }) as Promise<Answer[]>,
    async close() {
      closed = true
      await ask({ act: 'close', file, given: [] })
    },
  }
}

function ask(request: Request): Promise<unknown> {
  thread ??= started()
  return new Promise((resolve, reject) => {
    const call = (calls += 1)
    thread!.postMessage({ ...request, call })
    // The process stays for as long as an answer is outstanding, and no longer.
    if (waiting.size === 0) thread!.ref()
    waiting.set(call, { resolve, reject })
  })
}

/** A thread that dies takes the process with it, because nobody listens to its 'error': what was not answered was not acknowledged. */
function started(): Worker {
  return new Worker(threadFile()).on('message', function (this: Worker, replies: readonly Reply[]) {
    for (const { call, answer, fault } of replies) {
      const { resolve, reject } = waiting.get(call)!
      waiting.delete(call)
      if (fault) reject(Object.assign(new Error(fault.message), fault))
      else resolve(answer)
    }
    if (waiting.size === 0) this.unref()
  })
}

/** Beside this file in the source tree, one folder up from a chunk of the bundle. */
function threadFile(): URL {
  const beside = new URL('./file-thread.mjs', import.meta.url)
  return existsSync(beside) ? beside : new URL('../file-thread.mjs', import.meta.url)
}
