// The national report in a browser's worker, as the console computes: does the page stay alive, is progress painted, how much memory.
// Separate from national because it needs Chromium, a bundle and a server; figures come over in columns, as after parsing.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { startBrowser } from '../support/browser.ts'
import { atMost, figureLine } from './figure.ts'
import { checksum, nationalJob } from './national-job.ts'
import { nationalWaves, seconds, timed } from './national.ts'
import { packWave } from './packed-wave.ts'

/** What the page found: seconds of the job, longest task and longest wait for a frame in ms, progress values painted. */
export interface PageFigures { job: number[]; longestTask: number; longestFrame: number; painted: number; checksum: number }

export async function browserEngine(print: (line: string) => void): Promise<void> {
  const { build } = await import('vite')
  const folder = join(process.cwd(), 'test/bench/page')
  const script = async (entry: string): Promise<string> => {
    const made = await build({ configFile: false, root: folder, logLevel: 'error', publicDir: false, build: { write: false, minify: true, rolldownOptions: { input: join(folder, entry), output: { format: 'iife' } } } })
    const [output] = Array.isArray(made) ? made : [made]
    return (output as { output: { code: string }[] }).output[0]!.code
  }
  const waves = nationalWaves()
  const here = checksum(nationalJob(waves))
  const nodeTime = timed(() => nationalJob(waves))[0]
  const files: Record<string, [string, string | Uint8Array]> = {
    '/': ['text/html', '<!doctype html><meta charset="utf-8"><title>bench</title><progress max="1"></progress><script src="/page.js"></script>'],
    '/page.js': ['text/javascript', await script('page.ts')],
    '/worker.js': ['text/javascript', await script('worker.ts')],
    ...Object.fromEntries(waves.map((wave, k) => [`/wave${k}`, ['application/octet-stream', packWave(wave)] as [string, Uint8Array]])),
  }
  const server = createServer((request, response) => {
    const found = files[request.url ?? '']
    if (!found) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': found[0] }).end(found[1])
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  let browser: Browser | undefined
  try {
    browser = await startBrowser()
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction('window.figures !== undefined', undefined, { timeout: 120_000 })
    const figures = (await page.evaluate('window.figures')) as PageFigures
    const [cold, ...warm] = figures.job as [number, ...number[]]
    const best = Math.min(...warm)
    print(figureLine({ what: 'browser-engine: whole report in a worker', measured: `${seconds(cold)} first, ${seconds(best)} warm`, yardstick: `Node ${seconds(nodeTime)}`, ratio: best / nodeTime }))
    print(figureLine({ what: 'browser-engine: sum of all figures apart from Node', measured: Math.abs(figures.checksum / here - 1).toExponential(1), target: atMost(1e-12, Math.abs(figures.checksum / here - 1)) }))
    print(figureLine({ what: 'browser-engine: longest task on the page', measured: figures.longestTask === 0 ? 'none over 50 ms' : `${figures.longestTask.toFixed(0)} ms`, target: atMost(50, figures.longestTask, ' ms') }))
    print(`browser-engine: longest wait for a frame ${figures.longestFrame.toFixed(0)} ms, ${figures.painted} values of progress painted`)
    const memory = await peakMemory(browser)
    print(memory === null ? 'browser-engine: memory is read from /proc, which this system lacks'
      : figureLine({ what: 'browser-engine: peak memory of the whole browser tab (page and worker)', measured: `${memory.toFixed(0)} MB`, target: atMost(512, memory, ' MB') }))
  } finally {
    await browser?.close()
    server.close()
  }
}

/** Largest resident size the biggest renderer process ever had, in MB. */
async function peakMemory(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: { type: string; id: number }[] }
  try {
    return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))![1]) / 1000))
  } catch {
    return null
  }
}
