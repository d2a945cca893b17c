// The Worker's own trigger, as the platform calls it: the entry of the edge in workerd, on the databases of a running test edge, told for which minute it
// was set. Separate because `wrangler dev` lets no trigger through to a Worker that also serves files.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { build } from 'vite'

export interface Trigger {
  /** Runs the trigger that was set for a minute (milliseconds); answers how it ended: 'ok' or not. */
  at: (minute: number) => Promise<string>
  close: () => Promise<void>
}

/** `folder`: of the test edge (`Started.folder`), which keeps the bindings of its Worker. */
export async function workerTrigger(folder: string): Promise<Trigger> {
  const entry = new URL('../../src/worker.ts', import.meta.url).pathname
  const bundle = await build({ configFile: false, logLevel: 'silent', build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['es'], fileName: 'worker' } } })
  const script = (bundle as unknown as { output: { code: string }[] }[])[0]!.output[0]!.code
  const bindings = Object.fromEntries([...readFileSync(join(folder, 'bindings.env'), 'utf8').matchAll(/^(\w+)="(.*)"$/gm)].map(([, name, value]) => [name!, value!]))
  const miniflare = new Miniflare({ modules: true, script, compatibilityDate: '2026-04-20', bindings })
  // Its types speak of another global Request than ours.
  const worker = (await miniflare.getWorker()) as unknown as { scheduled: (trigger: { scheduledTime: Date; cron: string }) => Promise<{ outcome: string }> }
  return {
    at: async (minute) => (await worker.scheduled({ scheduledTime: new Date(minute), cron: '7 * * * *' })).outcome,
    close: () => miniflare.dispose(),
  }
}
