// The only place where workers are made, and the only Trusted Types policy of the product: `nulmeting` returns the addresses of this
// build's own workers and nothing else, so that no injected text can ever become a script.
import besideUrl from '../compare/beside-worker.ts?worker&url'
import countUrl from '../count/count-worker.ts?worker&url'
import exportUrl from '../export/export-worker.ts?worker&url'
import filesUrl from '../set-up/files-worker.ts?worker&url'
import lettersUrl from '../letters/letters-worker.ts?worker&url'
import openUrl from '../count/open-worker.ts?worker&url'
import signUrl from '../certificate/sign-worker.ts?worker&url'
import publishUrl from '../publish/publish-worker.ts?worker&url'
import deskUrl from '../reports/desk-worker.ts?worker&url'
import headsUrl from '../reports/heads-worker.ts?worker&url'

const WORKERS = { beside: besideUrl, count: countUrl, export: exportUrl, files: filesUrl, letters: lettersUrl, open: openUrl, publish: publishUrl, desk: deskUrl, heads: headsUrl, sign: signUrl } as const
export type WorkerName = keyof typeof WORKERS

interface ScriptUrls { createScriptURL(url: string): unknown }
interface TrustedTypes { createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptUrls }

const rules = {
  createScriptURL(url: string): string {
    if (!Object.values<string>(WORKERS).includes(url)) throw new TypeError('not a worker of this build')
    return url
  },
}

// Browsers without Trusted Types (Firefox before 148) keep the rule, only without the platform's enforcement.
const policy: ScriptUrls = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('nulmeting', rules) ?? rules

/** Starts one of this build's workers. */
export function startWorker(name: WorkerName): Worker {
  return new Worker(policy.createScriptURL(WORKERS[name]) as string, { type: 'module', name })
}
