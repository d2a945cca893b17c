// A report from the start page to the officers and back, in a real browser on a phone's window, on Node; the whole way round on
// both runtimes, with people at the console: report-desk.test.ts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { aPhone, startBrowser } from '../support/browser.ts'
import { answer, beginTelling, button, comeBack, dutch, english, heading, openReports, sendReport, someTelling, tellAndKeep } from './report-walk.ts'
import { startStreet } from './report-street.ts'
import type { Street } from './report-street.ts'
import { kept } from './resident-walk.ts'

const { text, words } = dutch
let browser: Browser
const aPage = async (): Promise<Page> => (await aPhone(browser)).newPage()

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

describe('a report', () => {
  let street: Street
  beforeAll(async () => {
    street = await startStreet('Node')
  }, 180_000)
  afterAll(() => street?.close())

  it('is told, read, answered, come back for, gone on with and taken back', { timeout: 180_000 }, async () => {
    const page = await aPage()
    const receipt = await tellAndKeep(page, street.origin)
    expect(receipt).toHaveLength(6)
    expect(await kept(page)).toBe('[]')
    expect(await page.title()).toBe('Buurtonderzoek')
    const [told] = await street.told()
    expect(told!.account).toBe(someTelling.account)
    expect(told!.head).toMatchObject({ kinds: ['threat'], area: 'W1', spot: 'stairwell', since: 'this-month', partOfDay: 'evening', language: 'nl' })

    const later = await aPage()
    await comeBack(later, street.origin, receipt.join(' ').toUpperCase())
    await later.getByText(words.thread.none).waitFor()
    expect(await later.getByText(words.thread.statuses.received!).isVisible()).toBe(true)

    await street.answer(told!, 'Dank u. Is het ook overdag?', 'acting')
    const again = await aPage()
    await comeBack(again, street.origin, receipt.map((word) => word.slice(0, 4)).join('-'))
    await again.getByText('Dank u. Is het ook overdag?').waitFor()
    expect(await again.getByText(words.thread.statuses.acting!).isVisible()).toBe(true)
    expect(await again.locator('body').innerText()).not.toContain('trappenhuis')
    await button(again, words.thread.write).click()
    await again.locator('#message').fill('Ja, ook overdag.')
    await button(again, words.message.send).click()
    await again.getByText(words.thread.sent).waitFor({ timeout: 30_000 })
    expect((await street.written(told!)).map(({ text }) => text)).toEqual(['Ja, ook overdag.'])
    expect(await again.locator('body').innerText()).not.toContain('Ja, ook overdag.')

    await button(again, words.thread.remove).click()
    await button(again, words.remove.yes).click()
    await heading(again, words.removed.heading).waitFor({ timeout: 30_000 })
    const [year, month] = street.month.split('-').map(Number)
    const gone = new Date(Date.UTC(year!, month! - 1 + 6, 1)).toISOString().slice(0, 10)
    expect(await again.locator('main').innerText()).toContain(words.day(gone))
    expect(await street.told()).toEqual([])
    const gave = await aPage()
    await comeBack(gave, street.origin, receipt.join(' '))
    await heading(gave, words.words.nothing.heading).waitFor({ timeout: 30_000 })
  })

  it('comes back with digits that were told in English, and leaves nothing when no words are wanted', { timeout: 180_000 }, async () => {
    const page = await aPage()
    const digits = await tellAndKeep(page, street.origin, { ...someTelling, account: 'Every night the same group.' }, 'digits', english)
    expect(digits.join('')).toMatch(/^\d{20}$/)
    const [told] = await street.told()
    expect(told!.head.language).toBe('en')
    await street.answer(told!, 'شكرا لك')
    const later = await aPage()
    await comeBack(later, street.origin, digits.join('.'))
    await later.getByText('شكرا لك').waitFor()

    const other = await aPage()
    await openReports(other, street.origin)
    await beginTelling(other)
    await answer(other, someTelling)
    await sendReport(other)
    await button(other, words.sent.no).click()
    await heading(other, words.finished.heading).waitFor()
    expect(await kept(other)).toBe('[]')
    expect(await street.told()).toHaveLength(2)
  })

  it('may say as little as somebody likes, but not nothing', { timeout: 120_000 }, async () => {
    const before = await street.told()
    const page = await aPage()
    await openReports(page, street.origin)
    await beginTelling(page)
    for (let i = 0; i < 6; i += 1) await button(page, text.next).click()
    await button(page, words.ready.send).click()
    await page.locator('.summary').getByText(words.nothingTold).waitFor()
    expect(await page.title()).toBe('Fout: Buurtonderzoek')
    for (let i = 0; i < 6; i += 1) await page.goBack()
    await heading(page, words.kinds.question).waitFor()
    await page.getByLabel(words.kinds.options.drugs!).check()
    for (let i = 0; i < 6; i += 1) await button(page, text.next).click()
    await sendReport(page)
    const known = new Set(before.map(({ line }) => line.thread))
    const [told] = (await street.told()).filter(({ line }) => !known.has(line.thread))
    expect(told).toMatchObject({ account: '', head: { kinds: ['drugs'], area: '', spot: 'unknown', since: 'unknown', partOfDay: 'unknown' } })
  })
})
