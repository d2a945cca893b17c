// From an empty system to "Veldwerk starten" as two new colleagues would go, in the console alone: the first link, the municipality's own words, a
// second person, areas from files as municipalities have them, questions, sample, key sheets read back, fixing, starting. Letters are made in
// their own flow; here their codes are handed in as the printing device does. Each step goes on where the one before it stopped.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCodes } from '../../src/crypto/draw-codes.ts'
import { firstLinkLines } from '../../src/first-start.ts'
import { builtPages } from '../../src/pages-node.ts'
import type { WaveDetail } from '../../src/waves/wire.ts'
import { startBrowser } from '../support/browser.ts'
import { buildPages } from '../web/console/build-pages.ts'
import { complaints, newPage, picture, sideways, violations } from '../web/console/look.ts'
import { begin, button, nl, openLetter } from './resident-walk.ts'
import { keyFiguresFile, mapFile, NAMES, registerFile, wrongKeyFigures, wrongMap, wrongRegister } from './small-town.ts'
import { startStand } from './stand.ts'
import type { Stand } from './stand.ts'

let stand: Stand
let browser: Browser
/** Anna plans, Bram counts; each on a device of their own. */
let anna: Page
let bram: Page
let said: string[]
const asked: string[] = []
const sheets: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'nulmeting-set-up-'))

beforeAll(async () => {
  const built = new URL('../../build/web/', import.meta.url).pathname
  if (existsSync(built)) cpSync(built, join(folder, 'web'), { recursive: true })
  const [started, chromium] = await Promise.all([
    buildPages('web/console', 'index.html', join(folder, 'web', 'console')).then(() => startStand('Node', builtPages(pathToFileURL(`${folder}/web/`)))), startBrowser(),
  ])
  ;[stand, browser] = [started, chromium]
  ;[anna, bram] = await Promise.all([newPage(browser, 1280), newPage(browser, 1280)])
  said = complaints(anna)
  complaints(bram).push = (...lines) => said.push(...lines)
  for (const page of [anna, bram]) {
    page.setDefaultTimeout(30_000)
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
  }
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await stand?.close()
  rmSync(folder, { recursive: true, force: true })
})

const heading = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor()
const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).or(page.locator('main a:not(.seven a, .step-row a)').and(page.getByRole('link', { name, exact: true }))).click()
const menu = (page: Page, name: string) => page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name, exact: true }).click()
const choose = (page: Page, name: string, file: typeof mapFile) => page.locator(`#${name}`).setInputFiles(file)
const waveOf = (page: Page) => decodeURIComponent(/#\/meting\/([^/]+)/.exec(page.url())![1]!)
const ask = <T>(page: Page, method: string, path: string, body?: object) => page.evaluate(async ([method, path, body]) => {
  const answer = await fetch(path, { method, ...(body === '' ? {} : { body, headers: { 'content-type': 'application/json' } }) })
  return { status: answer.status, json: await answer.json().catch(() => null) }
}, [method, path, body ? JSON.stringify(body) : ''] as const) as Promise<{ status: number; json: T }>
const look = async (page: Page, name: string) => {
  expect([name, await violations(page)]).toEqual([name, []])
  expect([name, await sideways(page)]).toEqual([name, 0])
  await picture(page, `set-up-${name}`)
}

describe('a municipality begins', () => {
  it('with one link, two people, two safes and ten steps to read', async () => {
    const [line] = await firstLinkLines(stand.deps, [new URL(stand.origin).host])
    await anna.goto(/https?:\S+$/.exec(line!)![0])
    await heading(anna, 'Metingen')
    expect(await anna.locator('main').innerText()).toMatch(/Twee mensen[\s\S]*Leen iemand van de regio[\s\S]*Twee kluizen/)
    await anna.getByRole('link', { name: 'Een meting doen in tien stappen' }).click()
    await heading(anna, 'Een meting doen in tien stappen')
    expect(await anna.locator('.help__step').count()).toBe(10)
    await look(anna, 'help')
  })

  it('names itself and says whom residents can call; what is still missing is said', async () => {
    await menu(anna, 'Uw gemeente')
    await anna.getByLabel('Naam van de gemeente').fill('Lindestad')
    await anna.getByLabel('Telefoonnummer').fill('bel ons')
    await press(anna, 'Opslaan')
    await anna.locator('.error-summary').getByText('Gebruik voor het telefoonnummer cijfers').waitFor()
    await anna.getByLabel('Telefoonnummer').fill('088 111 22 33')
    await anna.getByLabel('Wanneer kunnen mensen bellen?').fill('maandag tot en met vrijdag van 9.00 tot 17.00 uur')
    await anna.getByLabel('Bij wie kunnen bewoners terecht met vragen?').fill('Team Onderzoek, onderzoek@lindestad.example')
    await press(anna, 'Opslaan')
    await anna.getByText('Er ontbreekt: de functionaris gegevensbescherming (FG).').waitFor()
  })

  it('invites the colleague who counts, and never gives one person both', async () => {
    await menu(anna, 'Collega’s')
    await anna.getByLabel('Naam', { exact: true }).fill('Bram')
    await anna.getByLabel('Veldwerk').check()
    await anna.getByLabel('Tellen').check()
    await press(anna, 'Link maken')
    await anna.getByText('Veldwerk en tellen doen twee mensen. Kies er één.').first().waitFor()
    await anna.getByLabel('Veldwerk').uncheck()
    await press(anna, 'Link maken')
    await anna.getByText('Hier is de link voor Bram.').waitFor()
    await bram.goto((await anna.locator('.alert .mono').first().innerText()).trim())
    await heading(bram, 'Metingen')
    expect(await bram.locator('.top__name').innerText()).toContain('Lindestad')
    expect(await bram.locator('main').getByRole('link', { name: 'Nieuwe meting' }).count()).toBe(0)
  })
})

describe('the plan', () => {
  it('begins with a name and days', async () => {
    await menu(anna, 'Metingen')
    await press(anna, 'Nieuwe meting')
    expect(await anna.getByLabel('Naam van de meting').inputValue()).toMatch(/^Nulmeting \d{4}$/)
    await anna.getByLabel('Naam van de meting').fill('Nulmeting')
    await press(anna, 'Meting maken')
    await anna.getByText('De wijken zijn er nog niet.').first().waitFor()
    await look(anna, 'wave')
  })

  it('refuses files with faults line by line, and takes those of Statistics Netherlands, the register and PDOK as they are', async () => {
    await press(anna, 'Wijken invullen')
    await heading(anna, 'Wijken')
    await choose(anna, 'areas-file', wrongKeyFigures)
    await anna.getByText('Dit bestand kan zo niet. Er is niets overgenomen.').waitFor()
    expect(await anna.locator('main table').first().innerText()).toMatch(/3[\s\S]*4/)
    await choose(anna, 'areas-file', keyFiguresFile)
    await anna.getByText('7 gebieden gelezen uit kwb-2026.csv. Er is nog niets opgeslagen.').waitFor()
    await look(anna, 'areas')
    await press(anna, 'Overnemen')
    for (const name of NAMES) await anna.getByLabel(`Rol van ${name}`).selectOption(name === 'Lindekwartier' ? 'focus' : name === 'Het Eiland' ? 'other' : 'comparison')
    await press(anna, 'Indeling opslaan')
    await anna.getByText('7 wijken, indeling van').first().waitFor()

    await choose(anna, 'register-file', wrongRegister)
    await anna.getByText('2 plekken kloppen niet').waitFor()
    expect(await anna.locator('main').innerText()).toMatch(/58[\s\S]*gebruik een heel getal[\s\S]*59[\s\S]*valt in twee van onze groepen/)
    await choose(anna, 'register-file', registerFile)
    await anna.getByLabel('Op welke dag is dit geteld?').fill('2026-01-01')
    await press(anna, 'Overnemen')
    await anna.getByText('Van elke wijk is bekend hoeveel mensen er wonen.').waitFor()

    await choose(anna, 'map-file', wrongMap)
    await anna.getByText('1 plek klopt niet').waitFor()
    await choose(anna, 'map-file', mapFile)
    await anna.getByText('7 gebieden getekend uit buurten.geojson').waitFor()
    await press(anna, 'Overnemen')
    await anna.getByText('Er is een kaart.').waitFor()
    await look(anna, 'areas-there')
    await press(anna, 'Verder naar de vragenlijst')
  })

  it('chooses the questions and looks at them on a phone, which keeps and sends nothing', async () => {
    await heading(anna, 'Vragenlijst')
    await press(anna, 'Vragenlijst opslaan')
    const address = (await anna.getByRole('link', { name: 'open de vragen hier' }).getAttribute('href'))!
    await look(anna, 'questionnaire')
    const phone = await newPage(browser, 360)
    const sent: string[] = []
    phone.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await openLetter(phone, address)
    await begin(phone)
    await phone.locator('fieldset input').first().check({ force: true })
    await button(phone, nl.next).click()
    await phone.waitForTimeout(500)
    await picture(phone, 'set-up-preview')
    expect(sent.filter((line) => !/^GET \/($|assets\/|api\/instruments\/|favicon|icon)/.test(line))).toEqual([])
    expect(await phone.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie])).toEqual([0, 0, ''])
    await phone.context().close()
    await press(anna, 'Verder naar de steekproef')
  })

  it('gives no letters to an area where somebody could be recognised, and says so', async () => {
    await heading(anna, 'Steekproef')
    await anna.getByLabel('Brieven in totaal').fill('360')
    await anna.getByText('Te klein voor een eigen groep: Het Eiland.').waitFor()
    await look(anna, 'sampling')
    await press(anna, 'Steekproef opslaan')
    await anna.getByText('360 brieven naar 6 groepen.').waitFor()
    await press(anna, 'Verder naar de sleutelbladen')
    await anna.getByText('Sleutelbladen maakt de collega die telt, op een eigen apparaat.').waitFor()
  })
})

describe('keys', () => {
  it('are refused to fix anything before a sheet was read back', async () => {
    await anna.goto(`${stand.staffOrigin}/#/meting/${waveOf(anna)}/vastleggen`)
    await anna.getByText('Er is nog geen sleutelblad teruggelezen.').first().waitFor()
    expect(await anna.locator('main').getByRole('button', { name: 'Plan vastleggen' }).count()).toBe(0)
  })

  it('are made by who counts: the archive once, then the wave, each read back from paper', async () => {
    await bram.goto(`${stand.staffOrigin}/#/meting/${waveOf(anna)}/sleutelbladen`)
    for (const title of ['Sleutelblad van het archief', 'Sleutelblad van deze meting']) {
      await bram.getByRole('heading', { name: title }).waitFor()
      await press(bram, 'Sleutelblad maken')
      await bram.locator('.key-sheet').first().waitFor()
      expect(await bram.locator('.key-sheet').count()).toBe(2)
      const words = await bram.locator('.key-sheet').first().locator('li').allInnerTexts()
      sheets.push(words.slice(0, 3).join(' '))
      await bram.getByRole('textbox', { name: /^Sleutelblad / }).fill(words.with(4, 'zeeba').join(' '))
      await press(bram, 'Teruglezen')
      await bram.getByText('Woord 5, ‘zeeba’').first().waitFor()
      await look(bram, title === 'Sleutelblad van het archief' ? 'key-archive' : 'key-wave')
      await bram.getByRole('textbox', { name: /^Sleutelblad / }).fill(words.join(' '))
      await press(bram, 'Teruglezen')
      await bram.locator('.key-sheet').first().waitFor({ state: 'detached' })
    }
    await bram.getByText(/Het sleutelblad van deze meting is teruggelezen/).waitFor()
  })
})

describe('letters and fieldwork', () => {
  it('fixes the plan with one button, and nothing of it changes any more', async () => {
    await anna.reload()
    await press(anna, 'Plan vastleggen')
    await anna.waitForURL(/brieven$/)
    const wave = waveOf(anna)
    const { json } = await ask<WaveDetail>(anna, 'GET', `/api/waves/${wave}`)
    expect([json.state, json.strata.length, json.manifest!.strata.length]).toEqual(['ready', 6, 6])
    expect((await ask<{ type: string }>(anna, 'PUT', `/api/waves/${wave}/strata`, { strata: [{ area: 'BU09350101', population: 500, toInvite: 100 }] })).json.type).toBe('/problems/wave-state')
  })

  it('refuses to start without letters and without a data protection officer, on the screen and at the address', async () => {
    const wave = waveOf(anna)
    await anna.goto(`${stand.staffOrigin}/#/meting/${wave}/starten`)
    await anna.getByText('Nog niet alle brieven zijn gemaakt.').waitFor()
    expect(await anna.locator('main').innerText()).toContain('Van uw gemeente ontbreekt: de functionaris gegevensbescherming (FG).')
    expect(await anna.locator('main').getByRole('button', { name: 'Veldwerk starten' }).count()).toBe(0)
    await look(anna, 'start-waits')
    const { json: { manifest, manifestDigest } } = await ask<WaveDetail>(anna, 'GET', `/api/waves/${wave}`)
    const codes = newCodes(manifestDigest!, manifest!.strata.map(() => 60))
    for (const [i, drawn] of codes.entries()) expect((await ask(anna, 'POST', `/api/waves/${wave}/invites`, { stratum: manifest!.strata[i]!.id, codes: drawn.map(({ codeHash }) => codeHash) })).status).toBeLessThan(300)
    expect(await ask(anna, 'POST', `/api/waves/${wave}/start`, {})).toMatchObject({ status: 409, json: { type: '/problems/contact-missing', missing: 'officer' } })
  })

  it('starts once everything is there, and from then on a phone can answer', async () => {
    await menu(anna, 'Uw gemeente')
    await anna.getByLabel('Functionaris gegevensbescherming (FG)').fill('FG, fg@lindestad.example')
    await press(anna, 'Opslaan')
    await anna.getByText('Opgeslagen.').waitFor()
    await menu(anna, 'Metingen')
    await anna.locator('.wave').getByRole('link', { name: /^Veldwerk starten/ }).click()
    await look(anna, 'start')
    await press(anna, 'Veldwerk starten')
    await anna.locator('.state').getByText('Veldwerk loopt', { exact: true }).waitFor()
    await look(anna, 'field')
    expect((await ask<{ state: string }>(anna, 'GET', `/api/waves/${waveOf(anna)}`)).json.state).toBe('field')
  })

  it('sent no word of a key sheet anywhere, asked no other host and broke no policy', () => {
    const traffic = asked.join('\n')
    expect(sheets.length).toBe(2)
    for (const words of sheets) expect(traffic).not.toContain(words)
    expect(traffic).not.toContain('AGE-SECRET-KEY')
    expect(new Set(asked.map((address) => new URL(address.split(' ')[0]!).origin))).toEqual(new Set([stand.staffOrigin]))
    expect(said.filter((line) => !/40[149]|Unrecognized feature/.test(line))).toEqual([])
  })
})
