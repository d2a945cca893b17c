// Does the report grow in step with the people? Time and memory of the national job at 12,000 and at 1,200,000 respondents.
// Separate from national because it compares the engine with itself, at sizes nobody surveys.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { atMost, figureLine, median, whole } from './figure.ts'
import { madeWave, nationalJob } from './national-job.ts'
import { seconds, timed } from './national.ts'

const SIZES = [12_000, 1_200_000] as const

export async function growth(print: (line: string) => void): Promise<void> {
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  const inUse = (): number => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const points = SIZES.map((size) => {
    const before = inUse()
    const waves = [1, 2].map((seed) => madeWave(size / 2, seed))
    nationalJob(waves)
    const time = median(Array.from({ length: 5 }, () => timed(() => nationalJob(waves))[0]))
    const kept = nationalJob(waves)
    const bytes = inUse() - before
    print(`growth: ${whole(size)} respondents in two waves: ${seconds(time)}, ${(bytes / 1e6).toFixed(1)} MB in use with all columns and ${kept.changes.length} items of results`)
    return { time, bytes }
  })
  const [small, large] = points as [{ time: number; bytes: number }, { time: number; bytes: number }]
  const size = SIZES[1] / SIZES[0]
  for (const [what, ratio] of [['time', large.time / small.time], ['memory', large.bytes / small.bytes]] as const) {
    print(figureLine({ what: `growth: ${what} for ${size} times the people`, measured: `${ratio.toFixed(1)} times`, target: atMost(1.25 * size, ratio, ' times (linear)') }))
  }
}
