// A local Chromium for PDF: found, started without a window, given one HTML page, ended. Separate because only the command line prints this
// way; the console prints through its own browser. Nothing is loaded from anywhere: the page is a file and holds no address to fetch.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refused } from './cli-command.ts'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
const FLAGS = [
  '--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-dev-shm-usage', '--disable-extensions', '--no-pdf-header-footer', '--host-resolver-rules=MAP * ~NOTFOUND',
]
/** Longer than any batch takes, so that a browser that hangs does not hang a print run. */
const TIMEOUT = 120_000

/** The browser's path; Refused with a sentence that says how to get one. */
export function chromiumForPdf(): string {
  const path = [process.env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place))
  if (!path) throw new Refused('PDF needs Chromium: install it, set CHROMIUM to its path, or leave --pdf away and print the HTML files.')
  return path
}

/** Prints an HTML file as PDF beside it. Refused when the browser does not manage. */
export async function printedPdf(chromium: string, html: string, pdf: string): Promise<void> {
  // A profile of its own: what somebody has open in this browser is not touched, and nothing of the letters stays.
  const profile = mkdtempSync(join(tmpdir(), 'nulmeting-print-'))
  try {
    // Chromium refuses its sandbox to the superuser.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const code = await new Promise<number | null>((resolve, reject) => {
      const browser = spawn(chromium, [...FLAGS, ...asRoot, `--user-data-dir=${profile}`, `--print-to-pdf=${pdf}`, pathToFileURL(html).href], { stdio: 'ignore' })
      const cut = setTimeout(() => browser.kill('SIGKILL'), TIMEOUT)
      browser.once('error', reject)
      browser.once('exit', (exit) => (clearTimeout(cut), resolve(exit)))
    })
    if (code !== 0 || !existsSync(pdf)) throw new Refused(`Chromium did not print ${pdf}. The HTML file is there; print it from a browser.`)
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}
