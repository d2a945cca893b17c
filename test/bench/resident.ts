// The resident's lab numbers in Chromium: slow 4G (150 ms, 1.6 Mbps) and a processor four times slower, median of five, beside the
// yardstick of SurveyJS with the same questions on the same server in the same run. Separate because it times, which no test may do.
// A proxy in front of the app compresses, as whatever ends TLS in front of it does.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { coreNl } from '../../src/instrument/batteries/core-nl.ts'
import { startField } from '../flows/resident-field.ts'
import { begin, button, nl, openLetter, thanked } from '../flows/resident-walk.ts'
import { aPhone, startBrowser } from '../support/browser.ts'
import { atMost, figureLine, median, whole } from './figure.ts'

const packages = createRequire(import.meta.url)
const RUNS = 5

export interface ResidentNumbers {
  /** Milliseconds until the content is painted; kilobytes on the wire until then. */
  content: number
  kilobytes: number
  /** Milliseconds from tap to painted question. */
  next: number
  /** Milliseconds from "Versturen" to the thanks, two round trips included; only ours. */
  sending?: number
}

/** Runs both and prints each number with its budget and its ratio to the yardstick. */
export async function benchResident(print: (line: string) => void = console.log): Promise<{ ours: ResidentNumbers; yardstick: ResidentNumbers }> {
  const field = await startField()
  const browser = await startBrowser()
  const server = createServer((request, response) => void answer(field.origin, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    const runs = { content: [] as number[], kilobytes: [] as number[], next: [] as number[], sending: [] as number[] }
    const theirs = { content: [] as number[], kilobytes: [] as number[], next: [] as number[] }
    for (let run = 0; run < RUNS; run += 1) {
      const page = await slowPage(browser)
      const first = await firstView(page, `${origin}/`, 'h1')
      runs.content.push(first.content)
      runs.kilobytes.push(first.kilobytes)
      await page.goto('about:blank')
      await openLetter(page, field.letter(field.freshCode()).replace(field.origin, origin))
      await begin(page)
      // The sealing code comes while people read; nobody answers thirty questions in a second.
      await page.waitForTimeout(2_500)
      const steps: number[] = []
      for (let i = 0; !(await button(page, nl.ready.send).isVisible()) && i < 30; i += 1) steps.push(await tap(page, '[type=submit]', 'h1'))
      runs.next.push(median(steps))
      const start = performance.now()
      await button(page, nl.ready.send).click()
      await thanked(page)
      runs.sending.push(performance.now() - start)
      await page.context().close()

      const other = await slowPage(browser)
      const view = await firstView(other, `${origin}/yardstick/`, '.sd-question__title')
      theirs.content.push(view.content)
      theirs.kilobytes.push(view.kilobytes)
      const taps: number[] = []
      for (let i = 0; i < 10; i += 1) taps.push(await tap(other, '.sd-navigation__next-btn', '.sd-question__title'))
      theirs.next.push(median(taps))
      await other.context().close()
    }
    const ours = { content: median(runs.content), kilobytes: median(runs.kilobytes), next: median(runs.next), sending: median(runs.sending) }
    const yardstick = { content: median(theirs.content), kilobytes: median(theirs.kilobytes), next: median(theirs.next) }
    const line = (what: string, own: number, budget: number, unit: string, other?: number) =>
      print(figureLine({
        what: `resident ${what}`, measured: `${whole(own)} ${unit}`, target: atMost(budget, own, ` ${unit}`),
        ...(other === undefined ? {} : { yardstick: `SurveyJS ${whole(other)} ${unit}`, ratio: other / own }),
      }))
    line('first view', ours.kilobytes, 35, 'KB', yardstick.kilobytes)
    line('content painted', ours.content, 1_000, 'ms', yardstick.content)
    line('next question', ours.next, 150, 'ms', yardstick.next)
    line('sending, with two round trips', ours.sending, 1_500, 'ms')
    return { ours, yardstick }
  } finally {
    await browser.close()
    server.close().closeAllConnections()
    await field.close()
  }
}

/** A phone on slow 4G with a slow processor, nothing cached. */
async function slowPage(browser: Browser): Promise<Page> {
  const page = await (await aPhone(browser)).newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const throughput = (1.6 * 1024 * 1024) / 8
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: throughput, uploadThroughput: throughput })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return page
}

/** Loads a page and says when its content was painted and how much had come by then. */
async function firstView(page: Page, address: string, content: string): Promise<{ content: number; kilobytes: number }> {
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator(content).first().waitFor()
  const painted = await page.evaluate(() => new Promise<number>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    // With the content in the HTML the first paint is the content; a page built by script paints it now.
    resolve(document.scripts.length > 0 && document.documentElement.className.includes('voorbeeld') ? paint!.startTime : performance.now())
  }))))
  await page.waitForLoadState('load')
  await page.waitForTimeout(500)
  const bytes = await page.evaluate(() => performance.getEntries().reduce((sum, entry) => sum + ((entry as PerformanceResourceTiming).transferSize || 0), 0))
  return { content: painted, kilobytes: bytes / 1024 }
}

/** Clicks inside the page and waits until another heading was painted. */
function tap(page: Page, target: string, heading: string): Promise<number> {
  return page.evaluate(([target, heading]) => new Promise<number>((resolve) => {
    const title = () => document.querySelector<HTMLElement>(heading!)?.innerText
    const before = title()
    const start = performance.now()
    document.querySelector<HTMLElement>(target!)!.click()
    const look = () => requestAnimationFrame(() => (title() === before ? look() : setTimeout(() => resolve(performance.now() - start))))
    look()
  }), [target, heading])
}

async function answer(app: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url!
  if (path.startsWith('/yardstick/')) return yardstick(path.slice('/yardstick/'.length), response)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { origin, 'content-type': type, 'sec-fetch-site': site } = request.headers
  const headers = { ...(origin && { origin: app }), ...(type && { 'content-type': type }), ...(typeof site === 'string' && { 'sec-fetch-site': site }) }
  const reply = await fetch(app + path, { method: request.method!, headers, ...(chunks.length > 0 && { body: Buffer.concat(chunks) }) })
  send(response, reply.status, Object.fromEntries([...reply.headers].filter(([name]) => name !== 'content-encoding' && name !== 'content-length')), Buffer.from(await reply.arrayBuffer()))
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: Buffer): void {
  const packed = body.length > 200 ? gzipSync(body, { level: 9 }) : body
  response.writeHead(status, { ...headers, 'content-length': String(packed.length), ...(packed !== body && { 'content-encoding': 'gzip' }) }).end(packed)
}

/** A file of a package that its exports do not name. */
function inPackage(path: string): string {
  const name = path.split('/')[0]!
  const main = packages.resolve(name)
  return `${main.slice(0, main.lastIndexOf(`/node_modules/${name}/`))}/node_modules/${path}`
}

/** The same questions in SurveyJS: its own bundles as published, one question a page. */
function yardstick(file: string, response: ServerResponse): void {
  const bundles: Record<string, string> = {
    'core.js': 'survey-core/survey.core.min.js', 'ui.js': 'survey-js-ui/survey-js-ui.min.js', 'core.css': 'survey-core/survey-core.min.css',
  }
  if (bundles[file]) return send(response, 200, { 'content-type': file.endsWith('css') ? 'text/css' : 'text/javascript' }, readFileSync(inPackage(bundles[file]!)))
  const elements = coreInstrument.items.filter(({ askedIf }) => askedIf === undefined).map((item) => {
    const words = coreNl.items[item.id]!
    if (item.kind === 'mark') return { type: 'rating', name: item.id, title: words.question, rateMin: 0, rateMax: 10 }
    return { type: item.kind === 'several' ? 'checkbox' : 'radiogroup', name: item.id, title: words.question, choices: item.options.map((value) => ({ value, text: words.options[value] })) }
  })
  const page = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title><link rel="stylesheet" href="core.css">
<div id="s"></div><script src="core.js"></script><script src="ui.js"></script><script>
const model = new Survey.Model(${JSON.stringify({ questionsOnPageMode: 'questionPerPage', elements }).replace(/</g, '\\u003c')})
model.render(document.getElementById('s'))</script>`
  send(response, 200, { 'content-type': 'text/html; charset=utf-8' }, Buffer.from(page))
}
