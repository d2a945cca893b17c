// `npm run bench [-- NAME ...] [--quick]`: prints every figure with its yardstick, ratio and target; a missed target is said, never a failed
// test. The same bundle is also the processes that a bench starts (first argument with two dashes). Add a bench: one line in `benches`.
import { browserEngine } from './browser-engine.ts'
import { poolThread } from './count-pool.ts'
import { countProcess } from './count-process.ts'
import { counting } from './counting.ts'
import { figureLine, machineLine, missedTargets } from './figure.ts'
import { growth } from './growth.ts'
import { loadProcess } from './load.ts'
import { national } from './national.ts'
import { benchResident } from './resident.ts'
import { submissions } from './submissions.ts'
import type { Bench } from './submissions.ts'

const benches: Record<string, (bench: Bench) => Promise<void>> = {
  submissions,
  counting,
  resident: async ({ print }) => void (await benchResident(print)),
  national: ({ print }) => national(print),
  growth: ({ print }) => growth(print),
  'browser-engine': ({ print }) => browserEngine(print),
}

const processes: Record<string, () => void> = { '--load': loadProcess, '--count': countProcess, '--count-pool': poolThread }

const [bundle, ...words] = process.argv.slice(1) as [string, ...string[]]

async function main(): Promise<number> {
  const asked = words.filter((word) => !word.startsWith('--'))
  const unknown = asked.find((name) => !Object.hasOwn(benches, name))
  if (unknown !== undefined) {
    console.error(`There is no bench "${unknown}". There are: ${Object.keys(benches).join(', ')}.`)
    return 2
  }
  const print = (line: string) => console.log(line)
  print(machineLine())
  for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
    const began = performance.now()
    await benches[name]!({ bundle, quick: words.includes('--quick'), print }).catch((fault: unknown) => {
      print(figureLine({ what: name, measured: fault instanceof Error ? fault.message.split('\n')[0]! : 'failed', target: { words: 'a figure', kept: false } }))
    })
    print(`${name}: took ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  print(missedTargets() === 0 ? 'bench: every target kept' : `bench: ${missedTargets()} missed`)
  return 0
}

const child = words[0] === undefined ? undefined : processes[words[0]]
if (child) child()
else process.exit(await main())
