// Sending from a real browser when the network fails: kept, sent by itself, once; and a used code that nobody can tell from an unused one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { newCode } from '../../src/crypto/draw-codes.ts'
import { aPhone, startBrowser } from '../support/browser.ts'
import { startField } from './resident-field.ts'
import type { Field } from './resident-field.ts'
import { RUNTIMES } from './stand.ts'
import type { Runtime } from './stand.ts'
import { answerAll, begin, button, heading, kept, nl, openLetter, send, thanked, watchRequests } from './resident-walk.ts'

let field: Field
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

function inField(runtime: Runtime): void {
  beforeAll(async () => {
    field = await startField({ runtime })
  }, 180_000)
  afterAll(() => field?.close())
}

/** A phone whose owner has answered everything and looks at the send button. */
async function readyToSend(code = field.freshCode()): Promise<{ context: BrowserContext; page: Page; code: string }> {
  const context = await aPhone(browser)
  const page = await context.newPage()
  await page.clock.install({ time: new Date() })
  await openLetter(page, field.letter(code))
  await begin(page)
  await answerAll(page)
  return { context, page, code }
}

const count = async () => (await field.readings()).length

describe.each(RUNTIMES)('sending (%s)', (runtime) => {
  inField(runtime)

  it('waits without a network, is honest about it, and sends by itself when it is back: once', async () => {
    const before = await count()
    const { context, page } = await readyToSend()
    await context.setOffline(true)
    await button(page, nl.ready.send).click()
    await page.getByText(nl.sending.waiting, { exact: true }).waitFor()
    expect(await page.getByText(nl.sending.later).count()).toBe(0)
    expect(await count()).toBe(before)
    await context.setOffline(false)
    await thanked(page)
    expect(await count()).toBe(before + 1)
  })

  it('attack 6: a lost reply to either request, with a reload after it, ends in one response of the same bytes', { timeout: 120_000 }, async () => {
    for (const lost of ['**/api/credentials', '**/api/responses']) {
      const before = await count()
      const { page } = await readyToSend()
      const bodies: string[] = []
      page.on('request', (request) => { if (request.url().endsWith(lost.slice(2))) bodies.push(request.postData()!) })
      await page.route(lost, async (route) => {
        await route.fetch()
        await route.abort()
      }, { times: 1 })
      await button(page, nl.ready.send).click()
      await page.getByText(nl.sending.waiting, { exact: true }).waitFor()
      await page.reload()
      await thanked(page)
      expect(await count()).toBe(before + 1)
      expect(bodies.length).toBeGreaterThanOrEqual(2)
      expect(new Set(bodies).size).toBe(1)
    }
  })

  it('is begun on one phone and finished on another: opening wrote nothing', async () => {
    const before = await count()
    const code = field.freshCode()
    const first = await (await aPhone(browser)).newPage()
    await openLetter(first, field.letter(code))
    await begin(first)
    await first.locator('fieldset input').nth(2).check({ force: true })
    await first.context().close()
    const second = await (await aPhone(browser)).newPage()
    await openLetter(second, field.letter(code))
    await begin(second)
    expect(await second.locator('fieldset input:checked').count()).toBe(0)
    await answerAll(second)
    await send(second)
    expect(await count()).toBe(before + 1)
  })

  it('attack 12, attack 52: a fresh, a used and an unknown code show the same pages, requests, sizes and thanks', { timeout: 120_000 }, async () => {
    const used = field.freshCode()
    const visits = []
    for (const code of [used, used, newCode()]) {
      const before = await count()
      const page = await (await aPhone(browser)).newPage()
      const requests = watchRequests(page)
      await openLetter(page, field.letter(code))
      const pages = [await page.locator('#app').innerText()]
      await begin(page)
      await answerAll(page, nl, 2)
      pages.push(await page.locator('#app').innerText())
      await send(page)
      await page.evaluate(() => document.fonts.ready)
      pages.push(await page.locator('#app').innerText())
      const replies = requests.filter(({ url }) => url.includes('/api/')).map(({ method, url, size }) => `${method} ${url} ${size}`)
      visits.push({ pages, replies, picture: (await page.screenshot()).toString('base64'), added: (await count()) - before })
    }
    expect(visits.map(({ added }) => added)).toEqual([1, 0, 0])
    for (const visit of visits) {
      expect(visit.pages).toEqual(visits[0]!.pages)
      expect(visit.replies).toEqual(visits[0]!.replies)
      expect(visit.picture === visits[0]!.picture).toBe(true)
    }
    expect(visits[0]!.pages[2]).toContain('Elke brief telt één keer mee.')
  })
})

describe('sending, on the phone alone', () => {
  inField('Node')

  it('says "or later" when the sealing code never came and nothing was asked for', async () => {
    const before = await count()
    const context = await aPhone(browser)
    const page = await context.newPage()
    await page.clock.install({ time: new Date() })
    await page.route('**/finishing-*.js', (route) => route.abort())
    await openLetter(page, field.letter(field.freshCode()))
    await begin(page)
    await answerAll(page)
    await button(page, nl.ready.send).click()
    await page.getByText(nl.sending.later, { exact: true }).waitFor()
    await page.unroute('**/finishing-*.js')
    await page.clock.fastForward(60_000)
    await thanked(page)
    expect(await count()).toBe(before + 1)
  })

  it('also sends after an hour without signal, though nothing was touched', async () => {
    const before = await count()
    const { context, page } = await readyToSend()
    await context.setOffline(true)
    await button(page, nl.ready.send).click()
    await page.getByText(nl.sending.waiting, { exact: true }).waitFor()
    for (let minutes = 0; minutes < 60; minutes += 5) await page.clock.fastForward(5 * 60_000)
    expect(await heading(page)).toBe(nl.sending.heading)
    expect(await kept(page)).toContain('credential')
    await context.setOffline(false)
    await thanked(page)
    expect(await count()).toBe(before + 1)
    expect(await kept(page)).toBe('[]')
  })

  it('keeps neither code nor readable answers once all is sealed', async () => {
    const { context, page, code } = await readyToSend()
    await page.route('**/api/responses', (route) => route.abort())
    await button(page, nl.ready.send).click()
    await page.getByText(nl.sending.waiting, { exact: true }).waitFor()
    await page.waitForFunction(() => JSON.stringify(Object.entries(sessionStorage)).includes('sealed'))
    const stored = await kept(page)
    expect(stored).not.toContain(code)
    expect(stored).not.toContain('liveMark')
    await context.close()
  })

  it('takes a page of somebody else (a log-in page of a hotel) for no reply at all', async () => {
    const before = await count()
    const { page } = await readyToSend()
    await page.route('**/api/*', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome, please log in</h1>' }), { times: 1 })
    await button(page, nl.ready.send).click()
    await page.getByText(nl.sending.waiting, { exact: true }).waitFor()
    await page.clock.fastForward(10_000)
    await thanked(page)
    expect(await count()).toBe(before + 1)
  })

  it('attack 17: when sealing throws, nothing readable is sent and the other ways are shown', async () => {
    const before = await count()
    const page = await (await aPhone(browser)).newPage()
    const requests = watchRequests(page)
    await openLetter(page, field.letter(field.freshCode()))
    await begin(page)
    await answerAll(page)
    await page.evaluate(() => { crypto.subtle.importKey = () => Promise.reject(new Error('taken away')) })
    await button(page, nl.ready.send).click()
    await page.getByRole('heading', { name: nl.sending.stuckHeading }).waitFor()
    expect(await page.locator('.contact').innerText()).toContain('043 350 40 40')
    expect(requests.some(({ url }) => url.endsWith('/api/responses'))).toBe(false)
    expect(await count()).toBe(before)
  })
})
