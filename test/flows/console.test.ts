// The console from the sign-in link to the comparison, in Chromium, on both runtimes with the example town: close the third meting, count
// it, publish it, read the comparison. Each step goes on where the one before it stopped.
import { sql } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANGES, REWORDED } from '../../src/example/planted.ts'
import { AREAS } from '../../src/example/town.ts'
import { startBrowser } from '../support/browser.ts'
import { complaints, newPage, picture, sideways, violations } from '../web/console/look.ts'
import type { ConsoleServer } from './console-server.ts'
import { startConsole } from './console-server.ts'
import { RUNTIMES } from './stand.ts'

describe.each(RUNTIMES)('the console (%s)', (runtime) => {
  let town: ConsoleServer
  let browser: Browser
  let page: Page
  let said: string[]
  const asked: string[] = []
  /** Names of the metingen, newest first. */
  let names: string[]

  beforeAll(async () => {
    ;[town, browser] = await Promise.all([startConsole(runtime), startBrowser()])
    page = await newPage(browser, 1280)
    page.setDefaultTimeout(20_000)
    said = complaints(page)
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
  }, 300_000)

  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  const heading = (text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor()
  const press = (name: string) => page.locator('main').getByRole('button', { name, exact: true }).or(page.locator('main a:not(.seven a, .step-row a)').and(page.getByRole('link', { name, exact: true }))).click()

  it('refuses a link that was used, and says so kindly', async () => {
    const link = await town.signInLink()
    const first = await newPage(browser, 360)
    await first.goto(link)
    await first.getByRole('heading', { level: 1, name: 'Metingen' }).waitFor()
    const second = await newPage(browser, 360)
    await second.goto(link)
    await second.getByText('Deze aanmeldlink werkt niet (meer).').waitFor()
    expect(second.url()).not.toContain('aanmelden')
    await Promise.all([first.context().close(), second.context().close()])
  })

  it('takes the link out of the address bar, marks the example, and shows three metingen with one next step each', async () => {
    const link = await town.signInLink()
    await page.goto(link)
    await heading('Metingen')
    expect(page.url()).toBe(`${town.staffOrigin}/#/`)
    expect(await page.locator('.banner--example').innerText()).toContain('Voorbeeldgemeente')
    names = await page.locator('.wave h2 a').allInnerTexts()
    expect(names.length).toBe(3)
    expect(await page.locator('.wave .button').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Veldwerk sluiten')]))
    expect(await page.locator('.wave').first().innerText()).toMatch(/minstens 1\d[05] antwoorden/)
    expect(await violations(page)).toEqual([])
    await picture(page, 'flow-waves')
  })

  it('attack 58: shows staff nothing that moves while answers come in on the same day', async () => {
    const before = await page.locator('main').innerText()
    const wave = (await page.locator('.wave h2 a').first().getAttribute('href'))!
    await page.goto(`${town.staffOrigin}/${wave}`)
    await page.locator('.facts').waitFor()
    const detail = await page.locator('main').innerText()
    const intake = await town.deps.databases.open('intake', decodeURIComponent(wave.split('/').pop()!))
    await intake.write([sql`INSERT INTO responses (id, spent, sealed) SELECT 1, randomblob(32), sealed FROM responses LIMIT 1`])
    await page.reload()
    await page.locator('.facts').waitFor()
    expect(await page.locator('main').innerText()).toBe(detail)
    await page.goto(`${town.staffOrigin}/#/`)
    await page.locator('.wave').first().waitFor()
    expect(await page.locator('main').innerText()).toBe(before)
    await intake.write([sql`DELETE FROM responses WHERE id = 1`])
  })

  it('closes fieldwork only after a confirmation', async () => {
    await page.locator('.wave').first().getByRole('link', { name: /^Veldwerk sluiten/ }).click()
    await heading('Veldwerk sluiten')
    expect(await violations(page)).toEqual([])
    await press('Nee, terug')
    await page.locator('.state').getByText('Veldwerk loopt', { exact: true }).waitFor()
    await press('Veldwerk sluiten')
    await press('Ja, veldwerk sluiten')
    await page.locator('.state').getByText('Klaar om te tellen', { exact: true }).waitFor()
  })

  it('names a mistyped word of the key sheet and keeps what was typed', async () => {
    await press('Tellen')
    await heading('Tellen')
    const wrong = town.sheet.wave.with(6, 'zeeba').join(' ')
    await page.getByLabel(/^Sleutelblad/).fill(wrong)
    await press('Tellen')
    await page.locator('.error-summary').getByText('Woord 7, ‘zeeba’').waitFor()
    expect(await page.getByLabel(/^Sleutelblad/).inputValue()).toBe(wrong)
    expect(await violations(page)).toEqual([])
  })

  it('counts nothing when the mark on a letter is of other keys than the server names', async () => {
    await page.getByLabel(/^Sleutelblad/).fill(town.sheet.wave.join(' '))
    await page.getByLabel(/^Kenmerk van een brief/).fill('0000 0000 0000 0000')
    await press('Tellen')
    await page.getByText('Er is niets geteld').waitFor()
    await page.getByLabel(/^Kenmerk van een brief/).fill('')
  })

  it('counts, a colleague gets the same, and ends with the certificate', async () => {
    const count = async (how: string, button: string) => {
      await page.getByLabel(/^Sleutelblad/).fill(town.sheet.wave.join(' '))
      await page.getByLabel('Wat wilt u doen?').selectOption(how)
      await press(button)
    }
    await count('keep', 'Tellen')
    await page.getByText('Geteld.', { exact: false }).first().waitFor({ timeout: 60_000 })
    expect(await page.locator('main').innerText()).toMatch(/Van 150 antwoorden tellen er 150 mee/)
    await press('Terug naar de meting')
    await press('Tellen')
    await count('check', 'Natellen')
    await page.getByText('Precies dezelfde uitkomst').waitFor({ timeout: 60_000 })
    await press('Terug naar de meting')
    await press('Tellen')
    await count('finish', 'Tellen')
    await page.getByRole('heading', { name: 'Verklaring' }).waitFor({ timeout: 60_000 })
    const text = await page.locator('main').innerText()
    expect(text).toContain('150 geteld')
    expect(text).toContain('Vernietigd:')
    await picture(page, 'flow-counted')
  })

  it('publishes after a look, with the archive sheet alone', async () => {
    await press('Publiceren')
    await heading('Publiceren')
    await page.getByLabel(/^Sleutelblad van het archief/).fill(town.sheet.archive.join(' '))
    await page.getByLabel('Voor wie?').selectOption('steering')
    await press('Uitgave voorbereiden')
    await page.getByRole('heading', { name: 'Wat er te zien zal zijn' }).waitFor({ timeout: 120_000 })
    expect(await page.locator('main').innerText()).toMatch(/blijven verborgen/)
    await picture(page, 'flow-look')
    await press('Publiceren')
    await page.getByText('De uitgave is gepubliceerd.').waitFor({ timeout: 60_000 })
  })

  it('says the planted change of the second meting, draws the break, and shows whom it heard', async () => {
    await page.goto(`${town.staffOrigin}/#/vergelijken`)
    await heading('Is het gelukt?')
    const option = await page.getByLabel('Meting', { exact: true }).locator('option').evaluateAll((nodes) => nodes.map((node) => ({ value: (node as HTMLOptionElement).value, text: node.textContent ?? '' })))
    const second = option.find(({ text }) => text.startsWith(`${names[1]} tegenover ${names[2]}`))!
    await page.getByLabel('Meting', { exact: true }).selectOption(second.value)
    await page.locator('.answer').getByText('Voor een deel.').waitFor()
    const area = AREAS.find(({ id }) => id === CHANGES[0]!.area)!
    await page.locator('.said').getByText(area.name).first().waitFor()
    expect(await page.locator('.said').innerText()).toMatch(new RegExp(`In ${area.name} voelt .*punten lager, aantoonbaar \\(\\d+ tot \\d+\\)`))
    expect(await page.locator('main').innerText()).toContain('Wie hoorden wij?')
    expect(await violations(page)).toEqual([])
    await picture(page, 'flow-compare')
    await page.getByRole('link', { name: /^Eén onderwerp, alle wijken/ }).click()
    await page.getByLabel('Onderwerp').waitFor()
    const themes = await page.getByLabel('Onderwerp').locator('option').evaluateAll((nodes) => nodes.map((node) => (node as HTMLOptionElement).value))
    const unsafe = themes.find((theme) => theme.startsWith('unsafeHere.share'))!
    await page.getByLabel('Onderwerp').selectOption(unsafe)
    await page.waitForFunction((key) => decodeURIComponent(location.hash).includes(key), unsafe)
    expect(await page.locator('.figure__sentence').first().innerText()).toMatch(/^In 2 van 13 wijken aantoonbaar lager, in 0 hoger/)
    const reworded = themes.find((theme) => theme.startsWith(`${REWORDED.item}.`))!
    await page.getByLabel('Onderwerp').selectOption(reworded)
    await page.locator('.dumbbell__row--break').first().waitFor()
    expect(await page.locator('.dumbbell__row .dumbbell__joint').count()).toBe(0)
    await picture(page, 'flow-break')
    const shared = page.url()
    await page.goto('about:blank')
    await page.goto(shared)
    await page.locator('.dumbbell__row--break').first().waitFor()
  })

  it('fits a phone and prints the whole edition with its tables open', async () => {
    const edition = await page.getByRole('link', { name: 'Alles op één pagina' }).getAttribute('href')
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await page.goto(`${town.staffOrigin}/${edition}`)
    await page.locator('.figure').first().waitFor()
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.figure table').first().isVisible()).toBe(true)
    expect(await page.locator('.top__links').isVisible()).toBe(false)
    expect(await page.locator('.banner--example').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('sends no word of a key sheet anywhere and breaks no policy', () => {
    const traffic = asked.join('\n')
    for (const words of [town.sheet.wave, town.sheet.archive]) expect(traffic).not.toContain(words.slice(0, 3).join(' '))
    expect(traffic).not.toContain('AGE-SECRET-KEY')
    expect(new Set(asked.map((address) => new URL(address.split(' ')[0]!).origin))).toEqual(new Set([town.staffOrigin]))
    expect(said.filter((line) => !/401|Unrecognized feature/.test(line))).toEqual([])
  })

  it('leads to the sign-in page when the session has ended', async () => {
    // A quarter of an hour without anybody, on a clock that workerd would not let a test move.
    await town.deps.office.write([sql`UPDATE sessions SET idle_at = 1`])
    await page.goto(`${town.staffOrigin}/#/`)
    await page.getByRole('heading', { level: 1, name: 'Aanmelden' }).waitFor()
    expect(await page.locator('main').innerText()).toContain('U bent vanzelf afgemeld.')
    expect(await violations(page)).toEqual([])
  })
})
