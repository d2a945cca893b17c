// The steps of those who read reports, in the console, as the flows repeat them: signing in, making an own key, opening the desk. In the words of
// the screens, so that a changed screen fails here and not in every flow.
import type { Browser, Page } from 'playwright-core'
import type { Role } from '../../src/http/roles.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { complaints, newPage } from '../web/console/look.ts'
import type { Stand } from './stand.ts'

/** Somebody of the municipality at a laptop of their own. */
export interface Colleague {
  name: string
  page: Page
  /** What the browser complained about, and all that was sent: method, address and body. */
  said: string[]
  sent: string[]
  press: (name: string) => Promise<void>
  /** Opens a screen by its address inside the page, which keeps the desk open; a full reload would lock it. */
  go: (hash: string) => Promise<void>
}

export async function aColleague(stand: Stand, browser: Browser, name: string, roles: readonly Role[]): Promise<Colleague> {
  const page = await newPage(browser, 1280)
  page.setDefaultTimeout(20_000)
  const said = complaints(page)
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
  await page.goto(await inviteStaff(stand.deps, { municipality: 'veld', name, roles: [...roles] }))
  await page.locator('.top__name').waitFor()
  return {
    name, page, said, sent,
    press: (label) => page.locator('main').getByRole('button', { name: label, exact: true }).or(page.locator('main').getByRole('link', { name: label, exact: true })).click(),
    async go(hash) {
      // Away and back loads it anew, as somebody does who looks again.
      await page.evaluate(() => { location.hash = '#/' })
      await page.waitForFunction(() => location.hash === '#/')
      await page.evaluate((to) => { location.hash = to }, hash)
      await page.locator('h1').waitFor()
    },
  }
}

/** Makes a key, writes the six words down, types them back; answers them. */
export async function makeOwnKey({ page, press, go }: Colleague): Promise<string> {
  await go('#/meldingen/sleutels')
  await press('Mijn sleutel maken')
  await page.locator('.passphrase li').first().waitFor({ timeout: 60_000 })
  const words = (await page.locator('.passphrase li').allInnerTexts()).join(' ')
  await page.getByLabel('Typ de zes woorden over van uw papier').fill(words)
  await press('Ik heb ze opgeschreven')
  await page.getByText('Vraag nu een collega u te bevestigen.').waitFor()
  return words
}

/** Confirms the key of a colleague whose fingerprint was read aloud. */
export async function confirmKey({ page, press, go }: Colleague, whose: string): Promise<void> {
  await go('#/meldingen/sleutels')
  await press(`Ja, dat is de sleutel van ${whose}`)
  await page.getByText(`${whose} is bevestigd.`).waitFor()
}

/** Types the six words where a screen asks for them. */
export async function unlock({ page, press }: Colleague, words: string): Promise<void> {
  await page.getByLabel('Uw zes woorden').fill(words)
  await press('Openen')
  await page.getByRole('button', { name: 'Vergrendelen' }).waitFor({ timeout: 60_000 })
}
