// `npm run start:edge` as somebody at a terminal meets it: a taken port, an end asked for at any moment, a start after one that was broken off.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { freePort } from '../src/db/sqld.ts'

const folder = mkdtempSync(join(tmpdir(), 'nulmeting-start-edge-'))
const edge = join(folder, 'data', 'edge')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The built starter on a port; `ended` is its exit code. */
function start(port: number) {
  const child = spawn(process.execPath, [new URL('../build/start-edge.mjs', import.meta.url).pathname, '--empty'], {
    env: { ...process.env, PORT: String(port), NULMETING_DATA: join(folder, 'data'), NULMETING_SECRET_FILE: join(folder, 'secret'), npm_lifecycle_event: 'start:edge' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended, said: () => said }
}

async function until(done: () => boolean): Promise<void> {
  for (let look = 0; !done(); look += 1) {
    if (look === 900) throw new Error('it did not come')
    await pause(100)
  }
}

/** Processes whose command line names this test's folder: libSQL servers and wrangler. */
const left = () => spawnSync('ps', ['-eo', 'command='], { encoding: 'utf8' }).stdout.split('\n').filter((command) => command.includes(folder))

it('refuses a taken port with a sentence, begins a broken-off example anew, and leaves no process behind', { timeout: 120_000 }, async () => {
  mkdirSync(join(edge, 'office'), { recursive: true })
  for (const name of ['making-example', 'half']) writeFileSync(join(edge, name), '')
  const port = await freePort()
  const first = start(port)
  await until(() => first.said().includes('Residents') || first.child.exitCode !== null)
  expect(first.said()).toContain(`Residents              http://127.0.0.1:${port}`)
  expect(existsSync(join(edge, 'half')) || existsSync(join(edge, 'making-example'))).toBe(false)
  expect((await fetch(`http://127.0.0.1:${port}/api/`)).status).toBe(404)
  const second = start(port)
  expect(await second.ended).toBe(1)
  expect(second.said()).toBe(`Port ${port} is in use by another program. Stop that program, or choose another port: PORT=8788 npm run start:edge\n`)
  expect(left().length).toBeGreaterThan(0)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(left()).toEqual([])
})

it('ends whole when it is asked to while it still starts', { timeout: 120_000 }, async () => {
  rmSync(edge, { recursive: true, force: true })
  const { child, ended, said } = start(await freePort())
  await until(() => existsSync(join(edge, 'office', 'pid')) || child.exitCode !== null)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(said()).toBe('')
  expect(left()).toEqual([])
})
