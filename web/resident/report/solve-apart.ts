// Has a puzzle solved in a worker, or in the page where a browser makes none: slower to touch, never a reason not to send.
// Separate because it holds the residents' one Trusted Types policy: `nulmeting` returns the address of this build's own worker and nothing
// else. A classic worker: module workers came to Safari in version 15.
import { solvePuzzle } from './puzzle.ts'
import type { Puzzle, PuzzleSolution } from './puzzle.ts'
import workerUrl from './puzzle-worker.ts?worker&url'

interface ScriptUrls { createScriptURL(url: string): unknown }
interface TrustedTypes { createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptUrls }

const rules = {
  createScriptURL(url: string): string {
    if (url !== workerUrl) throw new TypeError('not a worker of this build')
    return url
  },
}

let policy: ScriptUrls | undefined

/** The solution; RangeError when there is none. */
export async function solveApart(puzzle: Puzzle): Promise<PuzzleSolution> {
  const worker = startWorker()
  if (!worker) return solvePuzzle(puzzle)
  try {
    const solution = await new Promise<PuzzleSolution | null | undefined>((resolve) => {
      worker.onmessage = ({ data }) => resolve(data as PuzzleSolution | null)
      worker.onerror = () => resolve(undefined)
      worker.postMessage(puzzle)
    })
    if (solution === null) throw new RangeError('solveApart found no solution')
    return solution ?? (await solvePuzzle(puzzle))
  } finally {
    worker.terminate()
  }
}

function startWorker(): Worker | undefined {
  try {
    // Made once: the page's policy forbids a second of the name.
    policy ??= (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('nulmeting', rules) ?? rules
    return new Worker(policy.createScriptURL(workerUrl) as string)
  } catch {
    return undefined
  }
}
