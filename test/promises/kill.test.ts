// Promise 4: what was acknowledged is kept, and nothing counts twice. The real server process is killed (SIGKILL) in a loop while phones
// send; each phone goes on with the same bytes until it hears an answer. 10 kills here, 200 in the soak run. (attack 40)
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { unbase64url } from '../../src/crypto/base64url.ts'
import { hex, sha256 } from '../../src/crypto/digest.ts'
import { freePort } from '../../src/db/sqld.ts'
import { nodeDeps } from '../../src/deps-node.ts'
import { responses } from '../../src/intake/table.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { aPhone, aWaveInField, credentialOf, responseBody, someAreas } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'

const KILLS = process.env.NULMETING_SOAK ? 200 : 10
const PHONES_A_KILL = 12
const root = new URL('../..', import.meta.url).pathname
const bundle = join(root, 'build', `kill-test-${process.pid}`)

let folder: string
let port: number
let child: ChildProcess | undefined
let wave: AWave

const settings = () => ({ port, data: join(folder, 'data'), staffOrigin: `http://localhost:${port}`, secretFile: join(folder, 'secret') })

/** An address of the server under test, as a page of its own would send it; rejects when nobody answers. */
const http = async (origin: string, method: string, path: string, body?: object, cookie = '') =>
  fetch(origin + path, {
    method, headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, signal: AbortSignal.timeout(10_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

async function start(): Promise<void> {
  const { data, staffOrigin, secretFile } = settings()
  child = spawn(process.execPath, [join(bundle, 'node.mjs'), '--empty'], {
    stdio: 'ignore', env: { ...process.env, PORT: String(port), NULMETING_DATA: data, STAFF_ORIGIN: staffOrigin, NULMETING_SECRET_FILE: secretFile },
  })
  for (;;) {
    const alive = await http(`http://127.0.0.1:${port}`, 'GET', `/api/manifests/${wave.reference}`).then((answer) => answer.ok, () => false)
    if (alive) return
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function kill(): Promise<void> {
  const gone = new Promise((resolve) => child!.once('exit', resolve))
  child!.kill('SIGKILL')
  await gone
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nulmeting-kill-'))
  port = await freePort()
  await build({
    root, configFile: false, logLevel: 'error', publicDir: false,
    build: { ssr: join(root, 'src/node.ts'), target: 'node20', outDir: bundle, emptyOutDir: true, minify: false, rolldownOptions: { output: { format: 'es', entryFileNames: 'node.mjs' } } },
  })
  const { deps, close } = await nodeDeps(settings())
  await addMunicipality(deps, { id: 'veld', name: 'Veldwijk', hosts: [`127.0.0.1:${port}`] })
  await someAreas(deps, 'veld', ['A'])
  const link = await inviteStaff(deps, { municipality: 'veld', name: 'Sam', roles: ['coordinator', 'analyst'] })
  const app = createApp(deps)
  const ask = async (origin: string, method: string, path: string, body?: object, cookie = '') => app.request(origin + path, {
    method, headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const { staffOrigin } = settings()
  const cookie = (await ask(staffOrigin, 'POST', '/api/staff/session', { link })).headers.get('set-cookie')!.split(';')[0]!
  const wire: Wire = {
    resident: (method, path, body) => ask(`http://127.0.0.1:${port}`, method, path, body),
    staff: (method, path, body) => ask(staffOrigin, method, path, body, cookie),
  }
  wave = await aWaveInField(wire, ['A'], Math.max(50, KILLS * PHONES_A_KILL))
  close()
}, 120_000)

afterAll(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
  rmSync(bundle, { recursive: true, force: true })
})

describe('a server that is killed under load', () => {
  it(`has every acknowledged response once after ${KILLS} kills (attack 40)`, async () => {
    const wire: Wire = {
      async resident(method, path, body) {
        // The phone's own way: the same bytes again, until somebody answers.
        for (;;) {
          const answer = await http(`http://127.0.0.1:${port}`, method, path, body).catch(() => null)
          if (answer) {
            const whole = await answer.arrayBuffer().catch(() => null)
            if (whole) return new Response(whole, { status: answer.status })
          }
          tries += 1
          await new Promise((resolve) => setTimeout(resolve, 30))
        }
      },
      staff: () => Promise.reject(new Error('residents only')),
    }
    let tries = 0
    const acknowledged: string[] = []
    const codes = [...wave.codes[0]!]
    await start()
    for (let round = 0; round < KILLS; round += 1) {
      const phones = codes.splice(0, PHONES_A_KILL).map(async (code) => {
        const phone = await aPhone(wave, code)
        const body = await responseBody(wave, 0, await credentialOf(wire, wave, phone))
        const answer = await wire.resident('POST', '/api/responses', body)
        expect([answer.status, await answer.text()]).toEqual([200, '{"received":true}'])
        acknowledged.push(hex(await sha256(unbase64url(body.message))))
      })
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 150))
      await kill()
      await start()
      await Promise.all(phones)
    }
    await kill()
    const { deps, close } = await nodeDeps(settings())
    const stored = (await (await deps.databases.open('intake', wave.wave)).read.select({ spent: responses.spent }).from(responses)).map(({ spent }) => hex(spent))
    close()
    expect(acknowledged).toHaveLength(KILLS * PHONES_A_KILL)
    expect(stored.sort()).toEqual(acknowledged.sort())
    // Or nothing was under way when the server went.
    expect(tries).toBeGreaterThan(KILLS)
  }, 60_000 + KILLS * 6_000)
})
