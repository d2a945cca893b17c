// Promise 4: what was acknowledged is kept, and nothing counts twice. The real server process is killed (SIGKILL) in a loop while phones
// send; each phone goes on with the same bytes until it hears an answer. 10 kills here, 200 in the soak run. (attack 40)
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unbase64url } from '../../src/crypto/base64url.ts'
import { hex, sha256 } from '../../src/crypto/digest.ts'
import { responses } from '../../src/intake/table.ts'
import { bundledServer, patientWire } from '../support/bundled-server.ts'
import type { BundledServer } from '../support/bundled-server.ts'
import { aPhone, credentialOf, responseBody } from '../support/fieldwork.ts'
import { size, soakFigure } from '../support/size.ts'

const KILLS = size({ test: 10, soak: 200 })
const PHONES_A_KILL = 12

let server: BundledServer
beforeAll(async () => void (server = await bundledServer(Math.max(50, KILLS * PHONES_A_KILL))))
afterAll(() => server?.remove())

describe('a server that is killed under load', () => {
  it(`has every acknowledged response once after ${KILLS} kills (attack 40)`, async () => {
    const { wave } = server
    const tried = { count: 0 }
    const wire = patientWire(server.origin, tried)
    const acknowledged: string[] = []
    const codes = [...wave.codes[0]!]
    await server.start()
    for (let round = 0; round < KILLS; round += 1) {
      const phones = codes.splice(0, PHONES_A_KILL).map(async (code) => {
        const phone = await aPhone(wave, code)
        const body = await responseBody(wave, 0, await credentialOf(wire, wave, phone))
        const answer = await wire.resident('POST', '/api/responses', body)
        expect([answer.status, await answer.text()]).toEqual([200, '{"received":true}'])
        acknowledged.push(hex(await sha256(unbase64url(body.message))))
      })
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 150))
      await server.kill()
      await server.start()
      await Promise.all(phones)
    }
    await server.kill()
    const stored = await server.look(async (deps) => (await (await deps.databases.open('intake', wave.wave)).read.select({ spent: responses.spent }).from(responses)).map(({ spent }) => hex(spent)))
    expect(acknowledged).toHaveLength(KILLS * PHONES_A_KILL)
    expect(stored.sort()).toEqual(acknowledged.sort())
    // Or nothing was under way when the server went.
    expect(tried.count).toBeGreaterThan(KILLS)
    soakFigure('kills', KILLS, `${acknowledged.length} acknowledged, none lost, none twice; ${tried.count} tries in vain`)
  }, 60_000 + KILLS * 6_000)
})
