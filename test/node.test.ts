// Protects the Node entry as somebody starts it: a process, its files, its few lines, its end. No access log, no stack traces.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../src/db/sqld.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const entry = join(root, 'build', 'node.mjs')
const folder = mkdtempSync(join(tmpdir(), 'nulmeting-node-'))
let port: number

interface Started {
  child: ChildProcess
  output: () => string
  ended: Promise<number | null>
}

function start(more: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [entry, '--empty'], { cwd: folder, env: { PATH: process.env.PATH, PORT: String(port), ...more } })
  let output = ''
  child.stdout!.on('data', (part) => (output += part))
  child.stderr!.on('data', (part) => (output += part))
  return { child, output: () => output, ended: new Promise((resolve) => child.once('exit', resolve)) }
}

async function answering(): Promise<void> {
  for (;;) {
    const status = await fetch(`http://127.0.0.1:${port}/api/nothing`).then((answer) => answer.status, () => 0)
    if (status === 404) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

beforeAll(async () => {
  port = await freePort()
  // `npm test` has built it; somebody who runs one test alone may not have.
  if (!existsSync(entry)) spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error', '--config', 'src/vite.config.ts'], { cwd: root })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('says in one sentence what is wrong with a setting, without a stack', async () => {
  const wrong = start({ STAFF_ORIGIN: 'nonsense' })
  expect(await wrong.ended).toBe(1)
  expect(wrong.output()).toMatch(/^Setting STAFF_ORIGIN: .*\n$/)
})

it('starts empty in the folder it is in, for its owner\'s eyes, says a taken port in a sentence, logs no request and ends on SIGTERM', async () => {
  const first = start()
  await answering()
  const second = start()
  expect(await second.ended).toBe(1)
  expect(second.output()).toBe(`Port ${port} is in use by another program. Stop that program, or choose another port: PORT=8788 npm start\n`)

  const before = first.output()
  expect(before).toContain(`Residents              http://127.0.0.1:${port}`)
  expect(before).toContain(`Staff                  http://localhost:${port}`)
  expect(before).toMatch(new RegExp(`For the first coordinator, once, .*: http://localhost:${port}/#/aanmelden/[\\w-]{43}\n`))
  for (const address of [`http://127.0.0.1:${port}/`, `http://localhost:${port}/api/staff/session`, `http://127.0.0.1:${port}/api/responses`]) await fetch(address)
  expect(first.output()).toBe(before)

  expect(statSync(join(folder, '.nulmeting-secret')).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'data')).mode & 0o077).toBe(0)
  for (const name of readdirSync(join(folder, 'data'))) expect([name, statSync(join(folder, 'data', name)).mode & 0o077]).toEqual([name, 0])

  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

it('starts again after kill -9, with the same secret and no word about a new one', async () => {
  const killed = start()
  await answering()
  killed.child.kill('SIGKILL')
  await killed.ended
  const again = start()
  await answering()
  expect(again.output()).not.toContain('secret')
  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
})
