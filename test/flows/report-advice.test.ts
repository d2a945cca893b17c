// Advice where nothing can be told (yet): help and tips for everybody, read without a trace, and the survey's own start page one step back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { startAdvice, writeAdvice } from '../../src/advice/write-advice.ts'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { builtPages } from '../../src/pages-node.ts'
import { reportEn } from '../../web/languages/report-en.ts'
import { reportNl } from '../../web/languages/report-nl.ts'
import { aPhone, startBrowser } from '../support/browser.ts'
import { button, en, kept, nl, watchRequests } from './resident-walk.ts'
import { startStand } from './stand.ts'
import type { Stand } from './stand.ts'

let stand: Stand
let browser: Browser
const aPage = async (): Promise<Page> => (await aPhone(browser)).newPage()
const actor = { municipality: 'veld', staff: null }

beforeAll(async () => {
  stand = await startStand('Node', builtPages())
  await addMunicipality(stand.deps, {
    id: 'veld', name: 'Gemeente Veldwijk', hosts: ['127.0.0.1'], example: true,
    contact: { phone: '043 350 40 40', hours: 'elke werkdag', walkIn: 'Buurthuis De Linde', team: 'Wijkteam Oost', privacyUrl: '/privacy', exitUrl: '/weer.html' },
  })
  await startAdvice(stand.deps, actor)
  await writeAdvice(stand.deps, actor, 'vreemd', 'nl', { title: 'Vreemde tekens', body: '<img src=x onerror=alert(1)>\n\n# <b>kop</b>\n- javascript:alert(1)\n- مرحبا' })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stand?.close()
})

async function open(page: Page): Promise<void> {
  await page.goto(stand.origin)
  await button(page, nl.start.report).click()
  await page.getByRole('heading', { name: reportNl.entry.helpHeading, exact: true }).waitFor()
}

describe('help and advice', () => {
  it('stand where nothing can be told, with who to call, and no button that leads nowhere', async () => {
    const page = await aPage()
    await open(page)
    const shown = await page.locator('main').innerText()
    for (const words of ['112', '0800-7000', reportNl.closed.heading, '043 350 40 40', 'Buurthuis De Linde', 'Wijkteam Oost']) expect(shown).toContain(words)
    for (const name of [reportNl.entry.tell, reportNl.entry.read]) expect(await button(page, name).count()).toBe(0)
    expect(await page.locator('a[href="tel:08007000"]').count()).toBe(1)
    await page.goBack()
    await page.getByRole('heading', { name: nl.start.heading }).waitFor()
    expect(await page.locator('#label').isVisible()).toBe(true)
  })

  it('attack 47: are read without a trace: no title, address, storage or request says which page, or that one was read', async () => {
    const page = await aPage()
    await page.goto(stand.origin)
    const requests = watchRequests(page)
    await button(page, nl.start.report).click()
    await page.getByRole('heading', { name: reportNl.entry.helpHeading }).waitFor()
    const before = requests.length
    for (const advice of await page.locator('.advice button').all()) {
      const title = await advice.innerText()
      await advice.click()
      await page.getByRole('heading', { name: title, exact: true }).waitFor()
      expect(await page.title()).toBe('Buurtonderzoek')
      expect(page.url()).toBe(`${stand.origin}/`)
      expect(await kept(page)).toBe('[]')
      await page.goBack()
      await page.getByRole('heading', { name: reportNl.entry.helpHeading }).waitFor()
    }
    expect(requests.slice(before).map(({ url }) => url)).toEqual([])
    expect(requests.filter(({ url }) => url.includes('/api/')).map(({ method, url }) => `${method} ${url.replace(stand.origin, '')}`).sort()).toEqual(['GET /api/advice/nl', 'GET /api/reports/channel'])
    expect(requests.filter(({ url, headers }) => !url.startsWith(stand.origin) || headers.cookie || headers.referer)).toEqual([])
    await page.locator('.exit-button').click()
    await page.waitForURL('**/weer.html')
    await page.goBack()
    expect(await page.locator('body').innerText()).not.toContain(reportNl.entry.advice)
  })

  it('attack 25: show what a municipality wrote as text, whatever it looks like', async () => {
    const page = await aPage()
    const refused: string[] = []
    page.on('console', (message) => { if (/polic|trusted/i.test(message.text())) refused.push(message.text()) })
    page.on('dialog', (dialog) => { refused.push(dialog.message()); void dialog.dismiss() })
    await open(page)
    await button(page, 'Vreemde tekens').click()
    await page.getByText('<img src=x onerror=alert(1)>').waitFor()
    expect(await page.locator('main img, main b').count()).toBe(0)
    expect(await page.locator('main h2').innerText()).toBe('<b>kop</b>')
    expect(refused).toEqual([])
  })

  it('change their language on the spot, and dial a number in the text', async () => {
    const page = await aPage()
    await open(page)
    await button(page, 'English').click()
    await page.getByRole('heading', { name: reportEn.entry.helpHeading, exact: true }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.locator('.advice button').nth(1).click()
    await page.locator('main a[href="tel:112"]').first().waitFor()
    await page.goBack()
    await page.goBack()
    await page.getByRole('heading', { name: en.start.heading }).waitFor()
  })

  it('wait for a connection, and come by themselves when it is there', async () => {
    const page = await aPage()
    await page.goto(stand.origin)
    await page.route('**/api/advice/*', (route) => route.abort())
    await button(page, nl.start.report).click()
    await page.getByRole('heading', { name: nl.unreachable.heading }).waitFor()
    await page.unroute('**/api/advice/*')
    await button(page, nl.unreachable.again).click()
    await page.getByRole('heading', { name: reportNl.entry.helpHeading }).waitFor()
  })
})
