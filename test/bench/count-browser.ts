// A count in the console in headless Chromium: how long, how much memory, and whether the page stood still meanwhile.
// Separate because it needs a browser: the page is the built one, served by the real server, with its own workers.
import { readFileSync, readdirSync } from 'node:fs'
import { startBrowser } from '../support/browser.ts'

export interface ToCountInBrowser { staffOrigin: string; link: string; wave: string; identity: string }
export interface CountedInBrowser { seconds: number; said: string; longestTask: number; longTasks: number; longestFrame: number; frames: number; peakBytes: number; blankLongestFrame: number }

interface Watched { tasks: number[]; frames: number; longestFrame: number }

/** What a page has seen so far. */
const watched = (): Watched => (globalThis as unknown as { watched: Watched }).watched

/** Signs in, types the key sheet, counts; watches from the click to the outcome, and an empty page beside it, which shows how late the machine itself is. */
export async function countInBrowser({ staffOrigin, link, wave, identity }: ToCountInBrowser): Promise<CountedInBrowser> {
  const browser = await startBrowser()
  let peakBytes = NaN
  try {
    const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: 'Metingen' }).waitFor()
    await page.goto(`${staffOrigin}/#/meting/${wave}/tellen`)
    await page.locator('textarea[name="sheet"]').fill(identity.toUpperCase())
    const blank = await (await browser.newContext()).newPage()
    await page.bringToFront()
    await blank.evaluate(watch)
    await page.evaluate(watch)
    const began = performance.now()
    await page.getByRole('button', { name: 'Tellen', exact: true }).click()
    const looking = setInterval(() => (peakBytes = Math.max(Number.isNaN(peakBytes) ? 0 : peakBytes, largestRenderer())), 200)
    const outcome = page.locator('.alert__title', { hasText: 'Geteld.' })
    await outcome.waitFor({ timeout: 600_000 })
    const seconds = (performance.now() - began) / 1000
    clearInterval(looking)
    const said = await outcome.locator('xpath=..').innerText()
    const [{ tasks, frames, longestFrame }, beside] = await Promise.all([page.evaluate(watched), blank.evaluate(watched)])
    return { seconds, said: said.replace(/\s+/g, ' '), longestTask: Math.max(0, ...tasks), longTasks: tasks.length, longestFrame, frames, peakBytes, blankLongestFrame: beside.longestFrame }
  } finally {
    await browser.close()
  }
}

/** In the page: every task over 50 ms (Long Tasks API), and the longest time between two frames. */
function watch(): void {
  const watched: Watched = { tasks: [], frames: 0, longestFrame: 0 }
  Object.assign(globalThis, { watched })
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => watched.tasks.push(duration))).observe({ type: 'longtask' })
  let last = performance.now()
  const frame = (now: number) => {
    watched.longestFrame = Math.max(watched.longestFrame, now - last)
    watched.frames += 1
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame((now) => {
    last = now
    requestAnimationFrame(frame)
  })
}

/** Resident bytes of the largest page process (a page's workers live in it) below this one; 0 where the system does not tell. */
function largestRenderer(): number {
  try {
    const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
      try {
        const [, rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
        const fields = rest!.split(' ')
        return [{ pid: Number(pid), parent: Number(fields[1]), pages: Number(fields[21]) }]
      } catch {
        return []
      }
    })
    const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]))
    const isOurs = (pid: number): boolean => pid === process.pid || (pid > 1 && isOurs(parents.get(pid) ?? 0))
    const renderers = processes.filter(({ pid }) => isOurs(pid) && isRenderer(pid))
    return Math.max(0, ...renderers.map(({ pages }) => pages * 4096))
  } catch {
    return 0
  }
}

function isRenderer(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')
  } catch {
    return false
  }
}
