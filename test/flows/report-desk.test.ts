// A report from the street to an agreement that was kept, in Chromium on both runtimes: a reporter on a phone; an officer, a colleague, a
// reviewer and a partner's contact at laptops of their own. Each step goes on where the one before it stopped.
import { eq, ne } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goneBy, monthAfter, monthOf } from '../../src/crypto/report-month.ts'
import { monthDatabase } from '../../src/reports/month-databases.ts'
import { threads } from '../../src/reports/month-table.ts'
import { batchDay, dayOf } from '../../src/signals/calendar.ts'
import { bindContact } from '../../src/signals/partners.ts'
import { partners } from '../../src/signals/table.ts'
import { staff } from '../../src/staff/table.ts'
import { monthName } from '../../web/console/reports/report-words.ts'
import { aPhone, startBrowser } from '../support/browser.ts'
import { picture, violations } from '../web/console/look.ts'
import { aColleague, confirmKey, makeOwnKey, unlock } from './report-desk.ts'
import type { Colleague } from './report-desk.ts'
import { startStreet } from './report-street.ts'
import type { Street } from './report-street.ts'
import { button, comeBack, dutch, heading, someTelling, tellAndKeep } from './report-walk.ts'
import { RUNTIMES } from './stand.ts'

const TOLD = { ...someTelling, account: 'Elke avond staat er een groep bij de kelderboxen. Wie erlangs wil, betaalt een tientje.' }
const REPLY = 'Dank u. Gebeurt dit ook in het weekend?'
const FURTHER = 'Ja, vooral op zaterdag.'
const SIGNAL = 'In een trappenhuis wordt bewoners de weg versperd en om geld gevraagd. Graag toezicht en licht.'
const { words } = dutch

describe.each(RUNTIMES)('from a report to a kept agreement (%s)', (runtime) => {
  let street: Street
  let browser: Browser
  let olga: Colleague
  let petra: Colleague
  let remco: Colleague
  let pim: Colleague
  let olgasWords: string
  let remcosWords: string
  let receipt: string[]
  let month: string
  const aPage = async (): Promise<Page> => (await aPhone(browser)).newPage()

  beforeAll(async () => {
    ;[street, browser] = await Promise.all([startStreet(runtime, { reports: false }), startBrowser()])
    ;[olga, petra, remco] = await Promise.all([
      aColleague(street, browser, 'Olga', ['report-officer']), aColleague(street, browser, 'Petra', ['report-officer']), aColleague(street, browser, 'Remco', ['reviewer']),
    ])
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await street?.close()
  })

  it('attack 33: a channel opens only when others confirmed keys and signature and showed that the recovery sheet opens', { timeout: 240_000 }, async () => {
    olgasWords = await makeOwnKey(olga)
    await makeOwnKey(petra)
    remcosWords = await makeOwnKey(remco)
    expect(await olga.page.getByRole('button', { name: 'Ja, dat is de sleutel van Olga' }).count()).toBe(0)
    await confirmKey(remco, 'Olga')
    await confirmKey(remco, 'Petra')
    await confirmKey(petra, 'Remco')

    await olga.go('#/meldingen/sleutels')
    await olga.press('Herstelblad maken')
    await olga.page.locator('.sheet__words').first().waitFor()
    const sheet = (await olga.page.locator('.sheet__words').first().locator('li').allInnerTexts()).join(' ')
    await olga.press('Klaar, van het scherm halen')
    await remco.go('#/meldingen/sleutels')
    await remco.page.getByLabel('Het herstelblad').fill(sheet)
    await remco.press('Laten zien dat het opent')
    await remco.page.getByText('Het herstelblad opent.').waitFor()

    await olga.go('#/meldingen/sleutels')
    await olga.press('Handtekening maken')
    await olga.page.getByText('Vraag een collega die te bevestigen.').waitFor()
    await remco.go('#/meldingen/sleutels')
    await remco.press('Ja, dit kenmerk klopt')
    await remco.page.getByText('De handtekening is bevestigd.').waitFor()

    await olga.go('#/meldingen')
    await unlock(olga, olgasWords)
    await olga.go('#/meldingen/sleutels')
    month = monthOf(street.deps.clock())
    for (const one of [month, monthAfter(month)]) {
      await olga.press(`Sleutel van ${monthName(one)} maken`)
      await olga.page.getByText(`${monthName(one)}: 2 mensen kunnen die openen`).waitFor()
    }
    await olga.press('Openen voor bewoners')
    await olga.page.getByRole('heading', { name: 'Bewoners kunnen nu iets vertellen' }).waitFor()
    expect(await violations(olga.page)).toEqual([])
    await picture(olga.page, 'flow-desk-keys')
  })

  it('somebody tells it on a phone and keeps six words', { timeout: 120_000 }, async () => {
    receipt = await tellAndKeep(await aPage(), street.origin, TOLD)
    expect(receipt).toHaveLength(6)
  })

  it('an officer finds it in the inbox, reads and answers it', { timeout: 120_000 }, async () => {
    const { page, press, go } = olga
    await go('#/meldingen')
    await press('Opnieuw ophalen')
    const found = page.locator('.case')
    await found.getByText('bedreiging, in een trappenhuis, Noord').waitFor()
    expect(await page.locator('main').innerText()).not.toContain('kelderboxen')
    await picture(page, 'flow-desk-inbox')
    await found.locator('a').click()
    await page.getByText(TOLD.account).waitFor()
    await page.getByLabel('Hoe staat het ermee?').selectOption('acting')
    await page.getByLabel('Bericht (mag leeg blijven)').fill(REPLY)
    await press('Versturen')
    await page.getByText('Uw antwoord is verstuurd.').waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'flow-desk-case')
  })

  it('the reporter comes back with the words, reads it and writes further; the officer reads that', { timeout: 120_000 }, async () => {
    const phone = await aPage()
    await comeBack(phone, street.origin, receipt.join(' '))
    await phone.getByText(REPLY).waitFor({ timeout: 30_000 })
    expect(await phone.locator('body').innerText()).not.toContain('kelderboxen')
    await button(phone, words.thread.write).click()
    await phone.locator('#message').fill(FURTHER)
    await button(phone, words.message.send).click()
    await phone.getByText(words.thread.sent).waitFor({ timeout: 30_000 })
    await olga.page.getByRole('link', { name: 'Meldingen', exact: true }).first().click()
    await olga.press('Opnieuw ophalen')
    await olga.page.getByText('1 bericht van de melder').waitFor()
    await olga.page.locator('.case a').click()
    await olga.page.getByText(FURTHER).waitFor()
  })

  it('the officer codes it and finds it again by words and by place', { timeout: 60_000 }, async () => {
    const { page, press } = olga
    await page.getByLabel('Gedrag').selectOption('money')
    await page.getByLabel('Hoe ernstig').selectOption('very-serious')
    await page.getByLabel('Aantekening voor collega’s (mag leeg blijven)').fill('Past bij twee eerdere.')
    await press('Codering bewaren')
    await page.getByText('De codering is bewaard.').waitFor()
    await page.getByRole('link', { name: 'Meldingen', exact: true }).first().click()
    await page.getByLabel('Zoeken').fill('KELDERBOXEN')
    await page.getByRole('button', { name: 'Zoeken' }).click()
    await page.getByText('gevonden in de melding').waitFor()
    await page.getByText('geld, afpersing, in een trappenhuis, Noord').waitFor()
    await page.getByRole('button', { name: 'Wissen' }).click()
    await page.getByLabel('Soort').selectOption('drugs')
    await page.getByText('Geen meldingen bij deze keuze.').waitFor()
    await page.getByLabel('Soort').selectOption('')
  })

  it('a signal leaves only when a second person said that nobody can be known by it', { timeout: 120_000 }, async () => {
    const { page, press, go } = olga
    await go('#/meldingen/partners')
    await page.getByLabel('Naam van de organisatie').fill('Woningcorporatie De Poort')
    await press('Toevoegen')
    await page.getByText('Woningcorporatie De Poort is toegevoegd.').waitFor()
    await go('#/meldingen')
    await page.locator('.case a').click()
    await press('Signaal schrijven')
    const warning = page.getByText('Kan iemand hieruit afleiden wie dit vertelde?')
    await page.getByLabel('Wat er speelt, in uw eigen woorden').fill('Kemal van nummer 12 stond er, gezien vanuit mijn raam. Bel 06 12345678.')
    await warning.waitFor()
    for (const found of ['‘Kemal’', '‘nummer 12’', '‘06 12345678’', '‘mijn raam’']) expect(await page.locator('main').innerText()).toContain(found)
    await page.getByLabel('Wat er speelt, in uw eigen woorden').fill(SIGNAL)
    await warning.waitFor({ state: 'detached' })
    await page.getByLabel('Woningcorporatie De Poort').check()
    expect(await violations(page)).toEqual([])
    await press('Aan een tweede persoon geven')
    await page.getByRole('heading', { name: 'Signalen', level: 1 }).waitFor()
    expect(await page.getByRole('link', { name: 'Nakijken' }).count()).toBe(0)
    expect(await page.locator('main').innerText()).not.toContain(SIGNAL)

    await remco.go('#/meldingen/signalen')
    await remco.page.getByText('1 signaal wacht op nakijken.').waitFor()
    await remco.press('Nakijken')
    await unlock(remco, remcosWords)
    await remco.page.getByText(SIGNAL).waitFor()
    await remco.press('Vrijgeven')
    await remco.page.locator('.error-summary').waitFor()
    const questions = remco.page.locator('.question')
    expect(await questions.count()).toBe(8)
    for (let i = 0; i < 8; i += 1) await questions.nth(i).getByLabel('Nee').check()
    await questions.nth(3).getByLabel('Ja').check()
    expect(await remco.page.getByRole('button', { name: 'Vrijgeven' }).count()).toBe(0)
    await questions.nth(3).getByLabel('Nee').check()
    expect(await violations(remco.page)).toEqual([])
    await picture(remco.page, 'flow-desk-review')
    await remco.press('Vrijgeven')
    await remco.page.getByText('vrijgegeven', { exact: true }).waitFor()
  })

  it('an agreement is made, kept, and counted', { timeout: 60_000 }, async () => {
    const { page, press, go } = olga
    await go('#/meldingen/signalen')
    await page.getByText(SIGNAL).waitFor()
    await page.getByText('Afspraak maken').click()
    await page.getByLabel('Wat', { exact: true }).fill('Lampen in de kelder vervangen')
    await page.getByLabel('Uiterlijk op').fill(dayOf(street.deps.clock()))
    await press('Afspraak vastleggen')
    await page.getByText('Lampen in de kelder vervangen').waitFor()
    await page.getByText('Afronden').click()
    await press('Gedaan')
    await page.getByText('nagekomen', { exact: true }).waitFor()
    await picture(page, 'flow-desk-signals')
    await go('#/meldingen/cijfers')
    await page.getByText('1 van 1').waitFor()
    expect(await page.locator('main').innerText()).toMatch(/liep 1 afspraak af: 1 op tijd nagekomen, 0 te laat, 0 niet\./)
    expect(await page.locator('main').innerText()).toContain('Dit is geen maat voor hoe het gaat.')
    expect(await violations(page)).toEqual([])
  })

  it('attack 28: a partner sees what was sent to them, from the batch on, and nothing of the team or of reports', { timeout: 90_000 }, async () => {
    pim = await aColleague(street, browser, 'Pim', ['partner'])
    await olga.go('#/meldingen/partners')
    await olga.press('Koppelen')
    await olga.page.getByText('De contactpersoon is gekoppeld.').waitFor()
    await pim.go('#/meldingen/signalen')
    await pim.page.getByText('Er zijn nu geen signalen.').waitFor()
    // Only where the clock can be moved: on the Monday of the batch the text is there, and a session from before it has ended.
    if (!street.advance) return
    const released = dayOf(street.deps.clock())
    street.advance(Date.parse(batchDay(released)) - Date.parse(released))
    const pien = await aColleague(street, browser, 'Pien', ['partner'])
    const [to] = await street.deps.office.read.select({ id: partners.id }).from(partners)
    const [person] = await street.deps.office.read.select({ id: staff.id }).from(staff).where(eq(staff.name, 'Pien'))
    await bindContact(street.deps, { municipality: 'veld', staff: null }, to!.id, person!.id)
    await pien.go('#/meldingen/signalen')
    await pien.page.getByText(SIGNAL).waitFor()
    const shown = await pien.page.locator('main').innerText()
    for (const name of ['Olga', 'Remco', 'nagekeken', 'Intrekken']) expect(shown).not.toContain(name)
    expect(shown).toContain('Lampen in de kelder vervangen')
    await pien.go('#/meldingen')
    expect(await pien.page.locator('main').innerText()).not.toContain('Noord, ')
    await picture(pien.page, 'flow-desk-partner')
  })

  it('the reporter takes it back: the page prints the day, and for officers it is gone at once', { timeout: 120_000 }, async () => {
    const phone = await aPage()
    await comeBack(phone, street.origin, receipt.join(' '))
    await button(phone, words.thread.remove).click()
    await button(phone, words.remove.yes).click()
    await heading(phone, words.removed.heading).waitFor({ timeout: 30_000 })
    expect(await phone.locator('main').innerText()).toContain(words.day(goneBy(month)))
    const again = await aPage()
    await comeBack(again, street.origin, receipt.join(' '))
    await heading(again, words.words.nothing.heading).waitFor({ timeout: 30_000 })
    const database = await street.deps.databases.open('reports', monthDatabase('veld', month))
    expect(await database.read.select({ id: threads.id }).from(threads).where(ne(threads.state, 3))).toEqual([])
  })

  it('attack 16, attack 46: no word of it left a device in the clear, and nothing left for anybody else', () => {
    const traffic = [olga, petra, remco].flatMap(({ sent }) => sent)
    for (const secret of [TOLD.account, REPLY, FURTHER, 'Past bij twee eerdere.', 'kelderboxen', olgasWords, olgasWords.split(' ').join('-'), remcosWords, receipt.join(' '), 'AGE-SECRET-KEY']) {
      expect(traffic.filter((one) => one.includes(secret)), secret).toEqual([])
    }
    // What leaves was meant to: once, by the hand of the second person.
    expect(traffic.filter((one) => one.includes(SIGNAL)).map((one) => one.split(' ')[0])).toEqual(['POST'])
    expect(remco.sent.filter((one) => one.includes(SIGNAL))).toHaveLength(1)
    expect(new Set(traffic.map((one) => new URL(one.split(' ')[1]!).origin))).toEqual(new Set([street.staffOrigin]))
    for (const { name, said } of [olga, petra, remco, pim]) expect(said.filter((line) => !/401|Unrecognized feature/.test(line)), name).toEqual([])
  })
})
