// The worker that solves puzzles, so that the page stays quick meanwhile. One message in, one out: the solution, or null when there is none.
import { solvePuzzle } from './puzzle.ts'
import type { Puzzle } from './puzzle.ts'

addEventListener('message', ({ data }: MessageEvent<Puzzle>) => {
  solvePuzzle(data).then((solution) => postMessage(solution), () => postMessage(null))
})
