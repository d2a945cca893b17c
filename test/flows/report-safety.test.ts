// What protects somebody who tells: not a word in the clear anywhere, nothing to the wrong key, nothing kept on the phone, nothing lost by a reload
// or a flood, and whatever a server alters is seen.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page, Request } from 'playwright-core'
import { newIdentity } from '../../src/crypto/sealed.ts'
import { newSigningKey, signerFingerprint } from '../../src/crypto/recipient-list.ts'
import { PART_BYTES } from '../../src/crypto/report.ts'
import { NOTE_BYTES } from '../../src/crypto/report-note.ts'
import { PROOF_BYTES } from '../../src/crypto/report-requests.ts'
import { aPhone, startBrowser } from '../support/browser.ts'
import { answer, beginTelling, button, comeBack, dutch, heading, openReports, sendReport, someTelling, tellAndKeep } from './report-walk.ts'
import { startStreet } from './report-street.ts'
import type { Street } from './report-street.ts'
import { kept, watchRequests } from './resident-walk.ts'

const { text, words } = dutch
const CANARY = 'kanariepiet in het trappenhuis 🦜 شارع'
let street: Street
let browser: Browser
const aPage = async (): Promise<Page> => (await aPhone(browser)).newPage()

beforeAll(async () => {
  street = await startStreet('Node')
  browser = await startBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await street?.close()
})

/** A page with everything answered, before sending. */
async function readyToSend(page: Page): Promise<void> {
  await openReports(page, street.origin)
  await beginTelling(page)
  await answer(page, { ...someTelling, account: CANARY })
}

const posted = (page: Page, path: string) => {
  const bodies: Buffer[] = []
  page.on('request', (request: Request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === path) bodies.push(request.postDataBuffer()!)
  })
  return bodies
}

describe('what leaves the phone', () => {
  it('attack 16, attack 46: no word that was chosen or written is in a request, in storage, a title or an address, and no request leaves for anybody else', { timeout: 120_000 }, async () => {
    const page = await aPage()
    const requests: { url: string; body: Buffer; headers: Record<string, string> }[] = []
    page.on('request', (request) => requests.push({ url: request.url(), body: request.postDataBuffer() ?? Buffer.alloc(0), headers: request.headers() }))
    await readyToSend(page)
    expect(await kept(page)).toBe('[]')
    // Held at the post, the sealed bytes are in the tab's storage.
    let release = () => {}
    const held = new Promise<void>((resolve) => { release = resolve })
    await page.route('**/api/reports', async (route) => { await held; await route.continue() })
    await button(page, words.ready.send).click()
    await page.waitForRequest('**/api/reports')
    const stored = await kept(page)
    expect(stored).toContain('head')
    release()
    await heading(page, words.sent.heading).waitFor({ timeout: 60_000 })
    const told = ['kanarie', 'trappenhuis', 'stairwell', 'threat', 'evening', 'this-month', '"W1"']
    const session = await page.context().newCDPSession(page)
    const { entries } = await session.send('Page.getNavigationHistory')
    const traces = [stored, await kept(page), ...entries.map(({ url, title }) => `${url} ${title}`), ...requests.map(({ url, headers }) => `${url} ${JSON.stringify(headers)}`), ...requests.map(({ body }) => body.toString('latin1')), await page.evaluate(() => JSON.stringify([history.state, document.cookie]))]
    for (const trace of traces) for (const word of told) expect(trace.includes(word), word).toBe(false)
    expect(requests.filter(({ url, headers }) => !url.startsWith(`${street.origin}/`) || headers.cookie || headers.referer || /\.(woff2?|ttf|map)$/.test(url))).toEqual([])
    expect(await page.evaluate(async () => [localStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length])).toEqual([0, 0, 0])
    expect((await street.told()).map(({ account }) => account)).toContain(CANARY)
  })

  it('attack 17: refuses to send when any part of the cryptography fails, and nothing goes out', { timeout: 180_000 }, async () => {
    for (const broken of ['getRandomValues', 'subtle.deriveBits', 'subtle.digest', 'subtle.importKey', 'subtle.sign']) {
      const page = await aPage()
      const requests = watchRequests(page)
      await openReports(page, street.origin)
      await page.evaluate((name) => {
        const holder = name.startsWith('subtle.') ? crypto.subtle : crypto
        Object.defineProperty(holder, name.replace('subtle.', ''), { value: () => { throw new Error('broken') } })
      }, broken)
      await beginTelling(page)
      await answer(page, { ...someTelling, account: CANARY })
      await button(page, words.ready.send).click()
      await heading(page, words.sending.stuckHeading).waitFor({ timeout: 30_000 })
      expect(requests.filter(({ method }) => method !== 'GET'), broken).toEqual([])
      // What was written is still there to be told in another way.
      await page.goBack()
      expect(await page.locator('#account').inputValue()).toBe(CANARY)
      await page.context().close()
    }
  })
})

describe('whom it is sealed to', () => {
  async function altered(change: (body: Record<string, any>) => void | Promise<void>, fragment = ''): Promise<Page> {
    const page = await aPage()
    await page.route('**/api/reports/channel', async (route) => {
      const body = (await (await route.fetch()).json()) as Record<string, any>
      await change(body)
      await route.fulfill({ json: body })
    })
    await page.goto(`${street.origin}/${fragment}`)
    if (!fragment) await button(page, text.start.report).click()
    await heading(page, words.entry.helpHeading).or(heading(page, words.entry.heading)).first().waitFor()
    return page
  }

  it('attack 18: refuses a recipient that the signed list does not name, and asks for nothing', async () => {
    const { recipient } = await newIdentity()
    const page = await altered((body) => { body.signed.list = body.signed.list.replace(/age1[a-z0-9]{58}/, recipient) })
    await page.getByText(words.distrusted.heading).waitFor()
    expect(await button(page, words.entry.tell).count()).toBe(0)
    expect(await button(page, words.entry.read).count()).toBe(0)
    expect(await page.locator('main').innerText()).toContain('043 350 40 40')
  })

  it('attack 18: with a link that names who signs, refuses every other; the page shows the same fingerprint as the officers see', async () => {
    const printed = (await signerFingerprint(street.channel.signer.publicKey)).replace(/ /g, '')
    const other = (await signerFingerprint((await newSigningKey()).publicKey)).replace(/ /g, '')
    const refused = await altered(() => {}, `#v.${other}`)
    await refused.getByText(words.distrusted.heading).waitFor()
    const page = await altered(() => {}, `#v.${printed.toLowerCase()}`)
    expect(page.url()).toBe(`${street.origin}/`)
    await button(page, words.entry.tell).click()
    await page.getByText(words.seen.signerSummary).click()
    expect((await page.locator('details').innerText()).replace(/ /g, '')).toContain(printed)
  })
})

describe('flood and reload', () => {
  it('attack 43: when the service is busy, says so, waits as long as it asks and sends the same sealed bytes', { timeout: 120_000 }, async () => {
    const page = await aPage()
    const bodies = posted(page, '/api/reports')
    await readyToSend(page)
    let refusals = 2
    await page.route('**/api/reports', async (route) => {
      if (refusals-- > 0) await route.fulfill({ status: 429, headers: { 'retry-after': '3' }, contentType: 'application/problem+json', body: '{"type":"/problems/too-many-requests"}' })
      else await route.continue()
    })
    await button(page, words.ready.send).click()
    await page.getByText(words.sending.crowded(3), { exact: false }).waitFor()
    await heading(page, words.sent.heading).waitFor({ timeout: 60_000 })
    expect(bodies).toHaveLength(3)
    // A new proof each time, the sealed rest unchanged.
    expect(new Set(bodies.map((body) => body.subarray(0, 1 + PROOF_BYTES).toString('hex'))).size).toBe(3)
    expect(new Set(bodies.map((body) => body.subarray(1 + PROOF_BYTES).toString('hex'))).size).toBe(1)
  })

  it('goes on with the same bytes after a reload in the middle, and one report arrives', { timeout: 120_000 }, async () => {
    const before = (await street.told()).length
    const page = await aPage()
    const bodies = posted(page, '/api/reports')
    await readyToSend(page)
    // The report arrives, its reply does not.
    await page.route('**/api/reports', async (route) => { await route.fetch(); await route.abort() })
    await button(page, words.ready.send).click()
    await page.getByText(words.sending.waiting, { exact: false }).waitFor({ timeout: 30_000 })
    await page.unroute('**/api/reports')
    await page.reload()
    await heading(page, words.sent.heading).waitFor({ timeout: 60_000 })
    expect(new Set(bodies.map((body) => body.subarray(1 + PROOF_BYTES).toString('hex'))).size).toBe(1)
    expect(await street.told()).toHaveLength(before + 1)
    // Also the question about coming back survives a reload; the words then work.
    await page.reload()
    await button(page, words.sent.yes).click()
    const receipt = await page.locator('.receipt b').allInnerTexts()
    const later = await aPage()
    await comeBack(later, street.origin, receipt.join(' '))
    await later.getByText(words.thread.none).waitFor({ timeout: 30_000 })
  })
})

describe('traces', () => {
  async function writing(): Promise<Page> {
    const page = await aPage()
    await page.clock.install({ time: new Date() })
    await openReports(page, street.origin)
    await beginTelling(page)
    for (let i = 0; i < 5; i += 1) await button(page, text.next).click()
    await page.locator('#account').fill(CANARY)
    return page
  }
  const expectNothingLeft = async (page: Page) => {
    expect(await kept(page)).toBe('[]')
    for (let i = 0; i < 4; i += 1) {
      await page.goBack({ waitUntil: 'load' }).catch(() => undefined)
      expect(await kept(page).catch(() => '[]')).toBe('[]')
      expect(await page.content()).not.toContain('kanarie')
      expect(await page.evaluate(() => Array.from(document.querySelectorAll('textarea')).map(({ value }) => value).join(''))).toBe('')
    }
  }

  it('attack 47: quick exit while writing wipes at once, and Back brings no word back', async () => {
    const page = await writing()
    const seen = await page.evaluate(() => {
      document.querySelector<HTMLElement>('.exit-button')!.click()
      return { text: document.body.innerText, title: document.title.trim(), kept: sessionStorage.length, fields: document.querySelectorAll('textarea').length }
    })
    expect(seen).toEqual({ text: text.exiting, title: '', kept: 0, fields: 0 })
    await page.waitForURL('**/weer.html')
    await expectNothingLeft(page)
  })

  it('attack 47: a reload, a closed and reopened tab and the browser\'s own memory of forms bring no word back', async () => {
    const page = await writing()
    await page.reload()
    await page.getByRole('heading', { name: text.start.heading }).waitFor()
    await expectNothingLeft(page)
  })

  it('attack 47: ten untouched minutes wipe everything and show the page that everybody sees', async () => {
    const page = await writing()
    await page.clock.fastForward(9 * 60_000 + 1_000)
    await page.getByText(text.idle.warning).waitFor()
    await page.clock.fastForward(61_000)
    await page.getByText(text.start.wiped).waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/trappenhuis|verteld/)
    await expectNothingLeft(page)
  })

  it('attack 47: after sending, ten minutes later not even that something was sent is left on the phone', { timeout: 120_000 }, async () => {
    const page = await writing()
    await button(page, text.next).click()
    await sendReport(page)
    expect(await kept(page)).not.toContain('kanarie')
    await page.clock.fastForward(10 * 60_000 + 1_000)
    await page.getByText(text.start.wiped).waitFor()
    await expectNothingLeft(page)
  })

  it('is not wiped while it is waiting to be sent', { timeout: 120_000 }, async () => {
    const page = await writing()
    await button(page, text.next).click()
    await page.route('**/api/reports/challenges/*', (route) => route.abort())
    await button(page, words.ready.send).click()
    await page.getByText(words.sending.waiting, { exact: false }).waitFor()
    await page.clock.fastForward(20 * 60_000)
    expect(await kept(page)).toContain('head')
    await page.unroute('**/api/reports/challenges/*')
    await page.clock.fastForward(2 * 60_000)
    await page.clock.resume()
    await heading(page, words.sent.heading).waitFor({ timeout: 60_000 })
  })

  it('attack 47: words typed to come back, and what they open, are gone with the page', { timeout: 120_000 }, async () => {
    const receipt = await tellAndKeep(await aPage(), street.origin)
    const page = await aPage()
    await comeBack(page, street.origin, receipt.join(' '))
    await page.getByText(words.thread.none).waitFor({ timeout: 30_000 })
    expect(await kept(page)).toBe('[]')
    expect(await page.title()).toBe('Buurtonderzoek')
    await page.goBack()
    expect(await page.locator('#words').inputValue()).toBe('')
    await page.goForward()
    await heading(page, words.words.heading).waitFor()
    expect(await page.getByText(words.thread.none).count()).toBe(0)
  })

  it('a letter that is scanned meanwhile begins the survey, and the report is forgotten', async () => {
    const page = await writing()
    await page.evaluate(() => { location.hash = '#0000000000000000.ABCDEFGHJKMN7' })
    await page.getByRole('heading', { name: text.refused.heading }).or(page.getByText(text.mistakes.link)).or(page.getByRole('heading', { name: text.unreachable.heading })).first().waitFor()
    expect(await page.content()).not.toContain('kanarie')
  })
})

describe('a thread that somebody altered', () => {
  it('attack 19, attack 20: shows swapped, replayed, reordered or damaged messages as such, the others as they are, and never breaks', { timeout: 240_000 }, async () => {
    const [mine, other] = [await tellAndKeep(await aPage(), street.origin, { ...someTelling, account: 'mijn draad' }), await tellAndKeep(await aPage(), street.origin, { ...someTelling, account: 'andere draad' })]
    const told = await street.told()
    const of = (account: string) => told.find((one) => one.account === account)!
    for (const said of ['eerste', 'tweede', 'derde']) await street.answer(of('mijn draad'), said)
    await street.answer(of('andere draad'), 'vreemd bericht')
    const slot = (i: number) => 1 + NOTE_BYTES + i * PART_BYTES
    const part = (block: Buffer, i: number) => Buffer.from(block.subarray(slot(i), slot(i) + PART_BYTES))
    let foreign: Buffer | undefined
    const open = async (typed: string[], alter: (block: Buffer) => Buffer | void, wait = true) => {
      const page = await aPage()
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      await page.route('**/api/reports/poll', async (route) => {
        const reply = await route.fetch()
        const block = await reply.body()
        await route.fulfill({ response: reply, body: alter(block) ?? block })
      })
      await comeBack(page, street.origin, typed.join(' '))
      if (wait) await heading(page, words.thread.heading).waitFor({ timeout: 30_000 })
      expect(faults).toEqual([])
      return page
    }
    const shown = (page: Page) => page.locator('.messages li').allInnerTexts()
    await open(other, (block) => { foreign = part(block, 0) })

    const whole = await shown(await open(mine, () => {}))
    expect(whole.map((one) => one.split('\n').pop())).toEqual(['derde', 'tweede', 'eerste'])
    const flipped = await shown(await open(mine, (block) => { block[slot(1) + 900]! ^= 1 }))
    expect(flipped[1]).toBe(words.thread.broken)
    expect([flipped[0], flipped[2]].join()).toMatch(/derde[^]*eerste/)
    const swapped = await shown(await open(mine, (block) => { const [a, b] = [part(block, 0), part(block, 1)]; b.copy(block, slot(0)); a.copy(block, slot(1)) }))
    expect(swapped.join()).toContain(words.thread.broken)
    const replayed = await shown(await open(mine, (block) => { part(block, 2).copy(block, slot(0)) }))
    expect(replayed[0]).toBe(words.thread.broken)
    const exchanged = await shown(await open(mine, (block) => { foreign!.copy(block, slot(1)) }))
    expect(exchanged[1]).toBe(words.thread.broken)
    expect(exchanged.join()).not.toContain('vreemd bericht')
    const oldest = await shown(await open(mine, (block) => { block[slot(2) + 5]! ^= 1 }))
    expect(oldest[2]).toBe(words.thread.broken)
    const page = await open(mine, (block) => block.subarray(0, 1_000), false)
    await page.getByText(words.words.offline).waitFor({ timeout: 30_000 })
    const note = await open(mine, (block) => { block[300]! ^= 1 }, false)
    await heading(note, words.words.nothing.heading).waitFor({ timeout: 30_000 })
  })

  it('attack 25: shows what an officer wrote as text, whatever it looks like', { timeout: 120_000 }, async () => {
    const receipt = await tellAndKeep(await aPage(), street.origin, { ...someTelling, account: 'voor een vreemd antwoord' })
    const told = (await street.told()).find(({ account }) => account === 'voor een vreemd antwoord')!
    await street.answer(told, '<img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}')
    const page = await aPage()
    const refused: string[] = []
    page.on('console', (message) => { if (message.type() === 'error' || /polic/i.test(message.text())) refused.push(message.text()) })
    page.on('dialog', (dialog) => { refused.push(dialog.message()); void dialog.dismiss() })
    await comeBack(page, street.origin, receipt.join(' '))
    await page.getByText('<img src=x onerror=alert(1)>').waitFor({ timeout: 30_000 })
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(refused).toEqual([])
  })
})

describe('words that are not quite right', () => {
  it('attack 22: are helped or refused in words, before anything is asked of the service', { timeout: 120_000 }, async () => {
    const page = await aPage()
    const requests = watchRequests(page)
    await openReports(page, street.origin)
    await button(page, words.entry.read).click()
    const cases: [string, string | RegExp][] = [
      ['', words.words.empty], ['   \n', words.words.empty], ['🏠🏠🏠', words.words.empty],
      ['aalbes aalmoes', words.words.wordCount(2, 6)], ['1234 5678', words.words.digitCount(8, 20)],
      ['99999999999999999999', words.words.digits], ['aalbes abandon aalmoes ability aalbes able', words.words.mixed],
      ['aalbes aalmoes aambeeld aanbod aandacht aangenaan', /aangenaam/], ['aalbes aalmoes aambeeld aanbod aandacht zzzzq', /Woord 6/],
      ['x'.repeat(1_000_000), words.words.long], ['<script>alert(1)</script>', words.words.wordCount(3, 6)],
    ]
    for (const [typed, said] of cases) {
      await page.locator('#words').fill(typed)
      await button(page, words.words.open).click()
      await page.locator('.summary').getByText(said).waitFor()
      expect(await page.locator('#words').inputValue()).toBe(typed)
    }
    expect(requests.filter(({ url }) => url.includes('/poll'))).toEqual([])
  })

  it('attack 22: are completed by tapping, and understood in capitals, with hyphens, decomposed or by four letters', { timeout: 180_000 }, async () => {
    const receipt = await tellAndKeep(await aPage(), street.origin)
    for (const typed of [receipt.join('-').toUpperCase(), receipt.map((word) => word.slice(0, 4)).join(' '), receipt.join(' , ').normalize('NFD'), `1. ${receipt.join('\n')}`]) {
      const page = await aPage()
      await comeBack(page, street.origin, typed)
      await page.getByText(words.thread.none).waitFor({ timeout: 30_000 })
      await page.context().close()
    }
    const page = await aPage()
    await openReports(page, street.origin)
    await button(page, words.entry.read).click()
    for (const word of receipt) {
      await page.locator('#words').pressSequentially(word.slice(0, 4))
      const help = page.locator('.beginnings').getByRole('button', { name: word, exact: true })
      if (word.length > 4) await help.click()
      else await page.locator('#words').pressSequentially(' ')
    }
    await button(page, words.words.open).click()
    await page.getByText(words.thread.none).waitFor({ timeout: 30_000 })
  })

  it('tells apart what two devices wrote at once', { timeout: 180_000 }, async () => {
    const receipt = await tellAndKeep(await aPage(), street.origin, { ...someTelling, account: 'twee toestellen' })
    const [one, two] = [await aPage(), await aPage()]
    for (const page of [one, two]) {
      await comeBack(page, street.origin, receipt.join(' '))
      await button(page, words.thread.write).click()
    }
    await one.locator('#message').fill('van de een')
    await button(one, words.message.send).click()
    await one.getByText(words.thread.sent).waitFor({ timeout: 30_000 })
    await two.locator('#message').fill('van de ander')
    await button(two, words.message.send).click()
    await two.getByText(words.thread.raced).waitFor({ timeout: 30_000 })
    await button(two, words.thread.write).click()
    expect(await two.locator('#message').inputValue()).toBe('van de ander')
    await button(two, words.message.send).click()
    await two.getByText(words.thread.sent).waitFor({ timeout: 30_000 })
    const told = (await street.told()).find(({ account }) => account === 'twee toestellen')!
    expect((await street.written(told)).map(({ text }) => text)).toEqual(['van de een', 'van de ander'])
  })
})
