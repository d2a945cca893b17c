// A real Chromium for the flows: the installed one, without anything that talks to the outside by itself.
// Separate because every flow and the bench start it the same way; the path comes from CHROMIUM or the usual places.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
]

/** The installed Chromium's path; throws a sentence that says how to get one. */
export function chromiumPath(): string {
  const path = [process.env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place))
  if (!path) throw new Error('The browser tests need Chromium: install it, or set CHROMIUM to its path.')
  return path
}

/** Starts a browser; close it in afterAll. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: FLAGS })
}

/** A phone of 360 px, as most of the cheap ones are. Each is another person's: nothing is shared between two. */
export function aPhone(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: 'nl-NL', ...options })
}
