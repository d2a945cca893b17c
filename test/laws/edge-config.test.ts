// The platform's own ears are off: wrangler.toml as wrangler itself reads it.
// Live headers of both runtimes are in test/http/edge.test.ts and test/http/privacy.test.ts.
import { expect, it } from 'vitest'
import { fileURLToPath } from 'node:url'
import { unstable_readConfig } from 'wrangler'

const config = unstable_readConfig({ config: fileURLToPath(new URL('../../wrangler.toml', import.meta.url)) })

it('attack 50: keeps no log, no invocation log and no trace of a request', () => {
  expect(config.observability).toEqual({ enabled: false, logs: { enabled: false, invocation_logs: false }, traces: { enabled: false } })
  expect(config.logpush).not.toBe(true)
  expect(config.tail_consumers ?? []).toEqual([])
  expect(config.send_metrics).toBe(false)
})

it('attack 50: answers every request itself, on no address of the platform', () => {
  expect(config.assets).toMatchObject({ directory: expect.stringMatching(/build\/web$/) as string, run_worker_first: true, html_handling: 'none', not_found_handling: 'none' })
  expect([config.workers_dev, config.preview_urls]).toEqual([false, false])
  expect(config.compatibility_date).toBe('2026-04-20')
  expect(Object.keys(config.env ?? {})).toEqual([])
  expect(config.vars).toEqual({})
})
