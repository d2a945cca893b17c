// Promises 3 and 4: one invitation, one response; what was acknowledged is kept. Fifty at once, lost replies, another phone, other answers.
import { beforeAll, expect, it } from 'vitest'
import { responses } from '../../src/intake/table.ts'
import { aPhone, aWaveInField, answer, credentialBody, credentialOf, ok, responseBody, someAreas } from '../support/fieldwork.ts'
import type { AWave } from '../support/fieldwork.ts'
import { overEachRuntime } from '../support/runtimes.ts'

overEachRuntime('one invitation, one response', (started) => {
  let wave: AWave
  let next = 0
  const code = () => wave.codes[0]![next++]!
  const rows = async () => (await started().deps.databases.open('intake', wave.wave)).read.select({ sealed: responses.sealed }).from(responses)

  beforeAll(async () => {
    await someAreas(started().deps, 'veld', ['A'])
    wave = await aWaveInField(started().wire, ['A'], 60)
  })

  it('keeps one row of fifty identical submissions at once (attack 5)', async () => {
    const { wire } = started()
    const phone = await aPhone(wave, code())
    const body = await responseBody(wave, 0, await credentialOf(wire, wave, phone))
    const before = (await rows()).length
    const answers = await Promise.all(Array.from({ length: 50 }, () => wire.resident('POST', '/api/responses', body)))
    expect(new Set(await Promise.all(answers.map(async (one) => `${one.status} ${await one.text()}`)))).toEqual(new Set(['200 {"received":true}']))
    expect(await rows()).toHaveLength(before + 1)
  })

  it('keeps the first answers of a credential, and answers the same to the second (attack 7)', async () => {
    const { wire } = started()
    const credential = await credentialOf(wire, wave, await aPhone(wave, code()))
    const first = await responseBody(wave, 0, credential, { unsafe: 1 })
    const second = await responseBody(wave, 0, credential, { unsafe: 4 })
    const before = (await rows()).length
    expect(await ok(wire.resident('POST', '/api/responses', first))).toEqual({ received: true })
    expect(await ok(wire.resident('POST', '/api/responses', second))).toEqual({ received: true })
    const stored = (await rows()).map(({ sealed }) => Buffer.from(sealed).toString('base64url'))
    expect(stored).toHaveLength(before + 1)
    expect(stored).toContain(first.sealed)
    expect(stored).not.toContain(second.sealed)
  })

  it('gives the same signature for the same blinded value, and a stranger to another phone once it was used', async () => {
    const { wire } = started()
    const phone = await aPhone(wave, code())
    const credential = await credentialOf(wire, wave, phone)
    expect(await credentialOf(wire, wave, phone)).toEqual(credential)
    const other = await aPhone(wave, phone.code)
    const before = (await rows()).length
    await ok(wire.resident('POST', '/api/responses', await responseBody(wave, 0, await credentialOf(wire, wave, other))))
    expect(await rows()).toHaveLength(before)
    await ok(wire.resident('POST', '/api/responses', await responseBody(wave, 0, credential)))
    expect(await rows()).toHaveLength(before + 1)
  })

  it('ends in exactly one response when the reply is lost at any step, or the code goes on with another phone (attack 6)', async () => {
    const { wire } = started()
    for (const lost of [[], ['check'], ['credential'], ['response'], ['check', 'credential', 'response']]) {
      const phone = await aPhone(wave, code())
      const before = (await rows()).length
      const twice = async (step: string, send: () => Promise<Response>) => {
        // The reply never arrives: the phone sends the same bytes again.
        if (lost.includes(step)) await (await send()).arrayBuffer()
        return send()
      }
      await ok(twice('check', () => wire.resident('POST', '/api/invites/check', { manifest: wave.reference, code: phone.code.codeHash })))
      if (lost.includes('credential')) await wire.resident('POST', '/api/credentials', credentialBody(wave, phone))
      const body = await responseBody(wave, 0, await credentialOf(wire, wave, phone))
      await ok(twice('response', () => wire.resident('POST', '/api/responses', body)))
      expect(await rows()).toHaveLength(before + 1)
    }
    // Opened on one phone, given up there, answered on another.
    const opened = code()
    await ok(wire.resident('POST', '/api/invites/check', { manifest: wave.reference, code: opened.codeHash }))
    const before = (await rows()).length
    await answer(wire, wave, opened)
    expect(await rows()).toHaveLength(before + 1)
  })
})
