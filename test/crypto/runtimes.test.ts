// Protects: that phone, console, command line and Worker compute the same bytes: what a count or a seal gives in a browser is what
// `--check` gives in Node years later. The same entry runs in Node, in Chromium and in workerd.
import { Miniflare } from 'miniflare'
import { build } from 'vite'
import { beforeAll, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { onceRound } from './runtime-entry.ts'

const STEPS = ['seal', 'key sheet', 'wrap', 'edition', 'report', 'codes', 'credential']

let script: string
let inNode: Awaited<ReturnType<typeof onceRound>>
beforeAll(async () => {
  const entry = new URL('runtime-entry.ts', import.meta.url).pathname
  const bundle = await build({
    configFile: false, logLevel: 'silent',
    build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['es'], fileName: 'round' } },
  })
  script = (bundle as unknown as { output: { code: string }[] }[])[0]!.output[0]!.code
  inNode = await onceRound()
})

it('goes once round in Node', () => {
  expect(inNode.done).toEqual(STEPS)
  expect(Object.values(inNode.fixed).every((value) => value.length > 0)).toBe(true)
})

it('gives the same in Chromium', async () => {
  const browser = await startBrowser()
  try {
    const page = await browser.newPage()
    // WebCrypto is there on secure origins only; nothing of this leaves the machine.
    await page.route('**/*', (route) => route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>round</title>' }))
    await page.goto('https://round.test/')
    const inChromium = await page.evaluate("import('/round.js').then((round) => round.onceRound())")
    expect(inChromium).toEqual(inNode)
  } finally {
    await browser.close()
  }
})

it('gives the same in workerd', async () => {
  const miniflare = new Miniflare({ modules: true, script, compatibilityDate: '2026-04-20' })
  try {
    expect(await (await miniflare.dispatchFetch('http://worker/')).json()).toEqual(inNode)
  } finally {
    await miniflare.dispose()
  }
})
