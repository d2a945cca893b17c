// Brieven from the file to the resident's phone, in Chromium: names are merged in the browser and no request carries one; sheets are printed
// from it; the square on a printed sheet is read by another program and opens a page that sends an answer; the reminder is the same code;
// the help desk's letter gets a new one; the list goes. Each step goes on where the one before it stopped.
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { importAreas } from '../../src/areas/import-areas.ts'
import { parseCode } from '../../src/crypto/invite-code.ts'
import { keySheet } from '../../src/crypto/key-sheet.ts'
import type { Manifest } from '../../src/crypto/manifest.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'
import { openRows } from '../../src/counting/open-row.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { responses } from '../../src/intake/table.ts'
import { readLetters } from '../../src/mailings/read-letters.ts'
import { builtPages } from '../../src/pages-node.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { defineWave } from '../../src/waves/define-wave.ts'
import { freezeManifest } from '../../src/waves/freeze-manifest.ts'
import { confirmKey, registerKey } from '../../src/waves/register-key.ts'
import { startFieldwork } from '../../src/waves/start-fieldwork.ts'
import { wavePlan } from '../../src/waves/wire.ts'
import { bytesAtRest } from '../support/at-rest.ts'
import { aPhone, startBrowser } from '../support/browser.ts'
import { readQr } from '../support/read-qr.ts'
import { buildPages } from '../web/console/build-pages.ts'
import { complaints, newPage, picture, sideways, violations } from '../web/console/look.ts'
import { answerAll, begin, openLetter, send } from './resident-walk.ts'
import { startStand } from './stand.ts'
import type { Stand } from './stand.ts'

const DAY = 86_400_000
const LETTERS = 50
/** Stands in every name and street of the file, and may stand nowhere else. */
const MARKER = 'Zonneglans'
const actor = { municipality: 'veld', staff: null }
const day = (after: number) => new Date(Date.now() + after * DAY).toISOString().slice(0, 10)
const head = 'wijk;naam;straat en huisnummer;postcode;plaats\r\n'
const people = head + Array.from({ length: LETTERS }, (_, i) => `Noord;${MARKER} ${i};${MARKER}straat ${i + 1};1234 AB;Veldwijk\r\n`).join('')

let stand: Stand
let browser: Browser
let page: Page
let wave: string
let identity: string
let reference: string
let said: string[]
let folder: string
const asked: string[] = []
let words: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nulmeting-letters-flow-'))
  await buildPages('web/console', 'index.html', join(folder, 'web', 'console'))
  symlinkSync(new URL('../../build/web/resident', import.meta.url).pathname, join(folder, 'web', 'resident'))
  stand = await startStand('Node', builtPages(pathToFileURL(`${folder}/web/`)))
  const { deps } = stand
  await addMunicipality(deps, {
    id: 'veld', name: 'Gemeente Veldwijk', hosts: [new URL(stand.origin).host], example: true,
    contact: { desk: 'Team Onderzoek', officer: 'Functionaris gegevensbescherming', phone: '043 350 40 40', hours: 'maandag tot en met vrijdag, 9.00 tot 17.00 uur', walkIn: '', team: '', privacyUrl: '/privacy', exitUrl: '/weer.html' },
  })
  await importAreas(deps, { municipality: 'veld', boundaryYear: 2026, file: 'code,name,role,district\nW1,Noord,focus,\n' })
  const plan = wavePlan.parse({ name: 'Proefwijk', kind: 'resident', starts: day(-10), reminders: [day(0), day(7)], ends: day(20), boundaryYear: 2026, strata: [{ area: 'W1', population: 900, toInvite: LETTERS }] })
  ;({ wave } = await defineWave(deps, actor, plan))
  const key = await newIdentity()
  identity = key.identity
  await registerKey(deps, actor, wave, { recipient: key.recipient, fingerprint: (await keySheet(identity)).fingerprint })
  await confirmKey(deps, actor, wave, { recipient: key.recipient })
  ;({ reference } = await freezeManifest(deps, actor, wave))
  browser = await startBrowser()
  page = await newPage(browser, 1280)
  page.setDefaultTimeout(30_000)
  // A print window belongs to the machine; that it was asked for is what counts here.
  await page.addInitScript(() => { Object.assign(window, { printed: 0, print: () => { (window as unknown as { printed: number }).printed += 1 } }) })
  said = complaints(page)
  page.on('request', (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`))
  await page.goto(await inviteStaff(deps, { municipality: 'veld', name: 'Sam', roles: ['coordinator'] }))
  await page.getByRole('heading', { level: 1, name: 'Metingen' }).waitFor()
  await page.goto(`${stand.staffOrigin}/#/meting/${wave}/brieven`)
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await stand?.close()
  rmSync(folder, { recursive: true, force: true })
})

const main = () => page.locator('main')
const press = (name: string) => main().getByRole('button', { name, exact: true }).click()
const choose = (name: string, text: string) => page.locator('#people-file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const unlock = async (typed: string) => {
  await page.getByLabel('Uw zes woorden').fill(typed)
  await press('Openen')
}

/** What lies on the printer's pile: the typed code, the mailing number, the name and the square of each sheet. */
const sheets = () => page.evaluate(() => [...document.querySelectorAll('.letters-print .letter:not(.letter__back)')].map((letter) => ({
  text: letter.textContent!, typed: letter.querySelector('.letter__typed')!.textContent!, mailing: letter.querySelector('.letter__number')!.textContent!, to: letter.querySelector('.letter__to')!.textContent!,
  path: letter.querySelector('path')!.getAttribute('d')!, size: Number(letter.querySelector('svg')!.getAttribute('viewBox')!.split(' ')[2]),
})))

/** The square as a phone reads it, by a reader that is not the encoder's. */
function scanned({ path, size }: { path: string; size: number }): string {
  const dark = Array.from({ length: size - 8 }, () => new Array<boolean>(size - 8).fill(false))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) dark[Number(y) - 4]!.fill(true, Number(x) - 4, Number(x) - 4 + Number(length))
  return readQr(dark)
}

describe('brieven', () => {
  it('asks for the sender first, and reads every line at fault of a file before anybody has a code', async () => {
    await page.getByLabel('Wanneer kunnen mensen bellen?').fill('altijd')
    await press('Afzender opslaan')
    await main().getByRole('alert').getByText('Schrijf de tijden zo: ma-vr 9.00-17.00').waitFor()
    await page.getByLabel('Wanneer kunnen mensen bellen?').fill('ma-vr 9.00-17.00')
    await page.getByLabel('Wie ondertekent?').fill('A. Burger, burgemeester')
    await press('Afzender opslaan')
    await main().getByText('De afzender is ingevuld.').waitFor()
    await choose('fout.csv', `${head}Noord;${MARKER};Straat 1;12 AB;Veldwijk\r\nNergens;${MARKER};Straat 1;1234 AB;Veldwijk\r\n`)
    expect(await main().getByRole('table').innerText()).toMatch(/2\s+‘12 AB’ is geen postcode\.[\s\S]*3\s+‘Nergens’ hoort niet bij deze meting\./)
    await choose('te-weinig.csv', people.split('\r\n').slice(0, 41).join('\r\n'))
    await main().getByText('De aantallen kloppen niet met het plan.').waitFor()
    expect(await main().getByRole('table').innerText()).toMatch(/Noord\s+50\s+40/)
    expect(await main().getByRole('button', { name: 'Brieven maken' }).count()).toBe(0)
    expect(await violations(page)).toEqual([])
  })

  it('merges names with codes on this device: no request and no byte of the server holds a name, a street or a code (attack 46)', async () => {
    await choose('trekking.csv', people)
    await main().getByText(`${LETTERS} personen gelezen. Elke wijk klopt met het plan.`).waitFor()
    await press('Brieven maken')
    await page.locator('.passphrase li').nth(5).waitFor()
    words = (await page.locator('.passphrase li').allInnerTexts()).join(' ')
    await page.getByLabel('Typ de zes woorden over van uw papier').fill('zes heel andere woorden dan deze')
    await press('Ik heb ze opgeschreven')
    await main().getByText('Dit zijn niet dezelfde zes woorden.').waitFor()
    // Nothing is told to the server before somebody can open the list again.
    expect(asked.some((request) => request.includes('/invites'))).toBe(false)
    await page.getByLabel('Typ de zes woorden over van uw papier').fill(words)
    await press('Ik heb ze opgeschreven')
    await main().getByText(`${LETTERS} brieven zijn gemaakt door Sam.`).waitFor()
    await press('Printen')
    await main().getByRole('button', { name: 'Ja, alles is geprint' }).waitFor()
    const pile = await sheets()
    expect(new Set(pile.map(({ to }) => /Zonneglans \d+/.exec(to)?.[0]?.replace(/\d+$/, '').trim()))).toEqual(new Set([MARKER]))
    expect(pile).toHaveLength(LETTERS)
    const everywhere = [...asked.map((request) => decodeURIComponent(request.replaceAll('%', '%25'))), bytesAtRest(stand.folder!)].join('\n')
    expect(everywhere).not.toContain(MARKER)
    for (const { typed } of pile) for (const code of [typed.slice(5), typed.slice(5).replaceAll(' ', '')]) expect(everywhere).not.toContain(code)
    expect(await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => { const request = indexedDB.open('nulmeting-brieven'); request.onsuccess = () => resolve(request.result) })
      const all = await new Promise<{ sealed: Uint8Array }[]>((resolve) => { const request = database.transaction('lists').objectStore('lists').getAll(); request.onsuccess = () => resolve(request.result) })
      database.close()
      return all.map(({ sealed, ...rest }) => JSON.stringify(rest) + new TextDecoder('latin1').decode(sealed)).join('\n')
    })).not.toContain(MARKER)
  })

  it('prints two sides of A4 a letter, the fingerprint on the back alone, and nothing of the page around them', async () => {
    expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const boxes = pdf.split(/\bendobj\b/).filter((object) => /\/Type\s*\/Page\b/.test(object)).map((object) => /\/MediaBox\s*\[([^\]]+)\]/.exec(object)![1]!.trim().split(/\s+/).map((side) => Math.round(Number(side))).join(' '))
    expect(boxes).toHaveLength(2 * LETTERS)
    expect(new Set(boxes)).toEqual(new Set(['0 0 595 842']))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main').isVisible()).toBe(false)
    await picture(page, 'letters-sheet', '.letters-print .letter')
    await page.emulateMedia({ media: null })
    await press('Ja, alles is geprint')
    await main().getByText(/De brief: 50 geprint/).waitFor()
    expect(await page.locator('.letters-print').count()).toBe(0)
    await main().getByRole('link', { name: 'Veldwerk starten' }).waitFor()
  })

  it('lets whoever scans the printed square take part, and counts the answer once', async () => {
    // The same list, opened again with the six words: what is printed now is what was printed before.
    await page.reload()
    await unlock('zebra zebra zebra zebra zebra zebra')
    await main().getByText('Deze woorden openen de lijst niet.').waitFor()
    await unlock(words)
    await main().getByRole('heading', { name: 'Printen' }).waitFor()
    await startFieldwork(stand.deps, actor, wave)
    await page.reload()
    await unlock(words)
    await press('Printen')
    await main().getByRole('button', { name: 'Ja, alles is geprint' }).waitFor()
    const pile = await sheets()
    expect(pile[0]!.text).toContain('Hebt u al meegedaan? Dan hoeft u niets te doen. Wij kijken niet wie meedeed.')
    for (const sheet of pile) {
      const address = new URL(scanned(sheet))
      expect(address.origin).toBe(stand.origin)
      expect(parseCode(address.hash.split('.')[1]!)).toEqual({ code: sheet.typed.slice(5).replaceAll(' ', '') })
    }
    const phone = await aPhone(browser)
    const resident = await phone.newPage()
    await openLetter(resident, scanned(pile[7]!))
    await begin(resident)
    await answerAll(resident)
    await send(resident)
    await phone.close()
    const intake = await stand.deps.databases.open('intake', wave)
    const manifest = (await (await fetch(`${stand.origin}/api/manifests/${reference}`)).json()) as Manifest
    const [reading] = await openRows(await intake.read.select().from(responses), { identity, manifest, instrument: coreInstrument })
    expect(reading).toHaveProperty('row')
    await press('Ja, alles is geprint')
    await main().getByText(/Eerste herinnering: 50 geprint/).waitFor()
  })

  it('gives a letter that the help desk noted a new code with the next run, and no screen says what became of the old one', async () => {
    const before = await pileOfReminders()
    const [used, unused] = [before[7]!, before[8]!]
    for (const typed of [used.mailing, unused.typed]) {
      await page.goto(`${stand.staffOrigin}/#/meting/${wave}/helpdesk`)
      await page.getByLabel('Nummer van de brief, of de code').fill('1234')
      await press('Noteren')
      await main().getByRole('alert').getByText('Een nummer heeft 6 cijfers of meer, een code 13 tekens.').waitFor()
      await page.getByLabel('Nummer van de brief, of de code').fill(typed)
      await press('Noteren')
      await main().getByText('Genoteerd.').waitFor()
    }
    expect(await main().innerText()).not.toMatch(/gebruikt(?! is\? Dat weet niemand)/)
    await page.goto(`${stand.staffOrigin}/#/meting/${wave}/brieven`)
    await unlock(words)
    // 2% of 50 letters is one.
    await main().getByText('Meer codes vervangen').waitFor()
    await press('Een collega om 2 codes vragen')
    await main().getByText('U vroeg om in totaal 2 codes.').waitFor()
    const other = await newPage(browser, 1280)
    await other.goto(await inviteStaff(stand.deps, { municipality: 'veld', name: 'Noor', roles: ['coordinator'] }))
    await other.getByRole('heading', { level: 1, name: 'Metingen' }).waitFor()
    await other.goto(`${stand.staffOrigin}/#/meting/${wave}/brieven`)
    await other.getByText('De lijst staat op een ander apparaat: dat van Sam.').waitFor()
    await other.getByRole('button', { name: 'Akkoord met 2 codes' }).click()
    await other.getByText('Akkoord vastgelegd.').waitFor()
    await other.context().close()
    await page.reload()
    await unlock(words)
    await main().getByText('2 brieven krijgen een nieuwe code.').waitFor()
    await page.getByLabel('Wat print u?').selectOption({ label: 'Vervangende brieven (2 brieven)' })
    await press('Printen')
    await main().getByRole('button', { name: 'Ja, alles is geprint' }).waitFor()
    const replaced = await sheets()
    expect(replaced.map(({ mailing }) => mailing).sort()).toEqual([used.mailing, unused.mailing].sort())
    for (const sheet of replaced) expect([used.typed, unused.typed]).not.toContain(sheet.typed)
    await press('Ja, alles is geprint')
    await main().getByText('Genoteerd.').waitFor()
    const letters = await readLetters(stand.deps, actor, wave)
    expect(letters).toMatchObject({ notes: 0, replacements: { codes: 2, most: 2, asked: null } })
  })

  it('destroys the list on the device with a button, and the certificate has its day and name', async () => {
    await main().getByText('De lijst vernietigen').click()
    await press('Lijst vernietigen')
    await press('Ja, lijst vernietigen')
    await main().getByText(/De lijst is vernietigd op .* door Sam\./).waitFor()
    expect((await readLetters(stand.deps, actor, wave)).list).toMatchObject({ destroyedBy: 'Sam', destroyedOn: day(0) })
    expect(await page.evaluate(() => new Promise((resolve) => {
      const request = indexedDB.open('nulmeting-brieven')
      request.onsuccess = () => { const count = request.result.transaction('lists').objectStore('lists').count(); count.onsuccess = () => resolve(count.result) }
    }))).toBe(0)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(said.filter((line) => !/\b(404|409)\b/.test(line))).toEqual([])
    expect(asked.join('\n')).not.toContain(MARKER)
  })
})

/** The reminder again, as it lies on the pile. */
async function pileOfReminders() {
  await page.getByLabel('Wat print u?').selectOption({ label: `Eerste herinnering (${LETTERS} brieven)` })
  await press('Printen')
  await main().getByRole('button', { name: 'Ja, alles is geprint' }).waitFor()
  const pile = await sheets()
  await press('Ja, alles is geprint')
  return pile
}
