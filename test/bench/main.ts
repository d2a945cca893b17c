// `npm run bench [-- NAME ...] [--quick]`: prints every figure with its yardstick, ratio and target; a missed target is said, never a failed
// test. The same bundle is also the processes that a bench starts (first argument with two dashes). Add a bench: one line in `benches`.
import { figureLine, machineLine, missedTargets } from './figure.ts'
import type { Bench } from './submissions.ts'

// Loaded when asked for: a process that only sends or opens rows should not carry a browser driver in its memory.
const benches: Record<string, (bench: Bench) => Promise<unknown>> = {
  submissions: async (bench) => (await import('./submissions.ts')).submissions(bench),
  counting: async (bench) => (await import('./counting.ts')).counting(bench),
  resident: async ({ print }) => (await import('./resident.ts')).benchResident(print),
  national: async ({ print }) => (await import('./national.ts')).national(print),
  growth: async ({ print }) => (await import('./growth.ts')).growth(print),
  readers: async (bench) => (await import('./readers.ts')).readers(bench),
  letters: async (bench) => (await import('./letters.ts')).letters(bench),
  'set-up': async (bench) => (await import('./set-up.ts')).setUp(bench),
  credentials: async (bench) => (await import('./credentials.ts')).credentials(bench),
  report: async ({ print }) => (await import('./report.ts')).benchReport(print),
  inbox: async (bench) => (await import('./inbox.ts')).inbox(bench),
  flood: async (bench) => (await import('./flood.ts')).flood(bench),
  'browser-engine': async ({ print }) => (await import('./browser-engine.ts')).browserEngine(print),
}

const processes: Record<string, () => Promise<void>> = {
  '--load': async () => (await import('./load.ts')).loadProcess(),
  '--count': async () => (await import('./count-process.ts')).countProcess(),
  '--count-pool': async () => (await import('./count-pool.ts')).poolThread(),
}

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
if (child) await child()
else process.exit(await main())
