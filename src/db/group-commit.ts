// Group commit: everything asked for in one turn of the event loop becomes one batch, acknowledged after its commit.
// Separate from node.ts because it is pure scheduling with one hard rule: a batch that fails is tried again one request at a time, so
// that nobody's write fails because of a stranger's, and each request stays atomic. It also lets several responses share a commit.
import type { InStatement, ResultSet } from '@libsql/client'

interface Waiting {
  statements: readonly InStatement[]
  resolve: (results: ResultSet[]) => void
  reject: (fault: unknown) => void
}

type Batch = (statements: readonly InStatement[]) => Promise<ResultSet[]>

/** Statements in one commit at most: a bound on the memory and the time one commit may take. */
const LARGEST = 2_000

/** A write that joins whatever else arrives before the next turn. */
export function groupCommit(batch: Batch): Batch {
  let waiting: Waiting[] = []
  let running = false

  async function drain(): Promise<void> {
    await commit(takeGroup())
    running = waiting.length > 0
    if (running) setImmediate(() => void drain())
  }

  function takeGroup(): Waiting[] {
    let statements = 0
    let count = 0
    while (count < waiting.length && (count === 0 || statements + waiting[count]!.statements.length <= LARGEST)) {
      statements += waiting[count]!.statements.length
      count += 1
    }
    return waiting.splice(0, count)
  }

  async function commit(group: Waiting[]): Promise<void> {
    try {
      const results = await batch(group.flatMap((request) => request.statements))
      let offset = 0
      for (const request of group) {
        request.resolve(results.slice(offset, offset + request.statements.length))
        offset += request.statements.length
      }
    } catch (fault) {
      if (group.length === 1) return group[0]!.reject(fault)
      for (const request of group) await commit([request])
    }
  }

  return (statements) =>
    new Promise((resolve, reject) => {
      if (statements.length === 0) return resolve([])
      waiting.push({ statements, resolve, reject })
      if (running) return
      running = true
      setImmediate(() => void drain())
    })
}
