// Protects a municipality without a privacy page: no link that leads nowhere, also not where script is off.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { build } from 'vite'
import { filled } from '../../../src/http/pages.ts'
import { startBrowser } from '../../support/browser.ts'

const built = new URL('../../../build/web/resident/', import.meta.url)
const municipality = (privacyUrl: string) => ({
  id: 'veld', name: 'Veldwijk', contactPhone: '088 000 00 00', contactHours: 'elke dag', contactWalkIn: 'Dorpsstraat 1', contactTeam: '', privacyUrl, exitUrl: '/weer.html', example: true,
}) as unknown as Parameters<typeof filled>[1]

beforeAll(async () => {
  if (!existsSync(new URL('index.html', built))) await build({ configFile: new URL('../../../web/resident/vite.config.ts', import.meta.url).pathname, logLevel: 'error' })
})

it('shows the privacy link only where there is a privacy page', async () => {
  const assets = new URL('assets/', built)
  const style = readdirSync(assets).filter((file) => file.endsWith('.css')).map((file) => readFileSync(new URL(file, assets), 'utf8')).join('')
  const shell = readFileSync(new URL('index.html', built), 'utf8').replace(/<script[^>]*src[^>]*><\/script>/g, '')
  const browser = await startBrowser()
  try {
    const page = await browser.newPage()
    const seen = async (address: string) => {
      await page.setContent(filled(shell, municipality(address)))
      await page.addStyleTag({ content: style })
      return page.getByText('Privacy', { exact: true }).isVisible()
    }
    expect(await seen('')).toBe(false)
    expect(await seen('https://gemeente.example/privacy')).toBe(true)
  } finally {
    await browser.close()
  }
})
