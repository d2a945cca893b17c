// Promise 9 and the protocol's refusals: a used, an unknown and an unused code look alike to network and screen; what is malformed is
// refused before anything is written; nothing is taken after the close of intake.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { base64url, unbase64url } from '../../src/crypto/base64url.ts'
import { octets } from '../../src/crypto/blinded-value.ts'
import { verify } from '../../src/crypto/credential.ts'
import { responses } from '../../src/intake/table.ts'
import { invites } from '../../src/sample/table.ts'
import { modulusOfSpki } from '../support/blinder.ts'
import { aPhone, aWaveInField, answer, credentialBody, credentialOf, ok, responseBody, someAreas } from '../support/fieldwork.ts'
import type { AWave } from '../support/fieldwork.ts'
import { overEachRuntime } from '../support/runtimes.ts'

const unknownIn = (stratum: number, strata: number) => {
  for (;;) {
    const hash = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex')
    if (parseInt(hash.slice(0, 12), 16) % strata === stratum) return hash
  }
}

overEachRuntime('answers that tell nothing', (started) => {
  let wave: AWave
  let next = 0
  const code = (stratum = 0) => wave.codes[stratum]![next++]!
  const received = async () => (await started().deps.databases.open('intake', wave.wave)).read.$count(responses)
  const issued = async () => (await started().deps.databases.open('sample', wave.wave)).read.$count(invites, sql`issued = 1`)

  beforeAll(async () => {
    await someAreas(started().deps, 'veld', ['A', 'B'])
    wave = await aWaveInField(started().wire, ['A', 'B'], 55)
  })

  it('answers unused, used and unknown codes with the same status, headers and size (attack 12)', async () => {
    const { wire } = started()
    const used = code()
    await answer(wire, wave, used)
    const seen = async (path: string, body: object) => {
      const one = await wire.resident('POST', path, body)
      const headers = [...one.headers].filter(([name]) => name !== 'date').sort()
      return { status: one.status, headers, size: (await one.arrayBuffer()).byteLength }
    }
    const phones = await Promise.all([code(), used].map((drawn) => aPhone(wave, drawn)))
    const unknown = { ...phones[0]!, code: { code: '', codeHash: unknownIn(phones[0]!.stratum, 2) } }
    for (const path of ['/api/invites/check', '/api/credentials']) {
      const answers = await Promise.all([...phones, unknown].map((phone) => {
        const body = credentialBody(wave, phone)
        return seen(path, path === '/api/credentials' ? body : { manifest: body.manifest, code: body.code })
      }))
      expect(answers[0]!.status).toBe(200)
      expect(answers[1]).toEqual(answers[0])
      expect(answers[2]).toEqual(answers[0])
    }
  })

  it('answers an unknown code with what is no signature, the same again for the same request (attack 12)', async () => {
    const { wire } = started()
    const phone = await aPhone(wave, code())
    const body = { ...credentialBody(wave, phone), code: unknownIn(phone.stratum, 2) }
    const [first, again] = await Promise.all([0, 1].map(async () => new Uint8Array(await (await wire.resident('POST', '/api/credentials', body)).arrayBuffer())))
    expect(first).toEqual(again)
    const { n } = await modulusOfSpki(wave.manifest.strata[phone.stratum]!.spki)
    expect(BigInt(`0x${Buffer.from(first!).toString('hex')}`) < n).toBe(true)
    const before = await issued()
    await wire.resident('POST', '/api/credentials', body)
    expect(await issued()).toBe(before)
  })

  it('writes nothing when a link is opened, whatever the code', async () => {
    const { wire } = started()
    const before = [await issued(), await received()]
    expect(await ok(wire.resident('POST', '/api/invites/check', { manifest: wave.reference, code: code().codeHash }))).toEqual({ takesAnswers: true })
    expect([await issued(), await received()]).toEqual(before)
  })

  it('acknowledges a forged signature like a true one and keeps nothing (attack 8)', async () => {
    const { wire } = started()
    const phone = await aPhone(wave, code())
    const body = await responseBody(wave, 0, await credentialOf(wire, wave, phone))
    const forged = { ...body, signature: base64url(crypto.getRandomValues(new Uint8Array(256))) }
    const before = await received()
    const [dummy, truly] = [await wire.resident('POST', '/api/responses', forged), await wire.resident('POST', '/api/responses', body)]
    expect([dummy.status, await dummy.text()]).toEqual([truly.status, await truly.text()])
    expect(await received()).toBe(before + 1)
    // The same credential under the key of the other stratum: acknowledged, not written.
    const moved = { ...(await responseBody(wave, 0, await credentialOf(wire, wave, await aPhone(wave, code())))), keyId: wave.manifest.strata[1]!.keyId }
    await ok(wire.resident('POST', '/api/responses', moved))
    expect(await received()).toBe(before + 1)
  })

  it('refuses what is not well-formed with a slug, and writes nothing (attack 8)', async () => {
    const { wire } = started()
    const body = await responseBody(wave, 0, await credentialOf(wire, wave, await aPhone(wave, code())))
    const cut = (text: string, bytes: number) => base64url(unbase64url(text).slice(0, bytes))
    const before = await received()
    const cases: [object, string][] = [
      [{ ...body, signature: cut(body.signature, 255) }, 'invalid-body'],
      [{ ...body, signature: base64url(new Uint8Array(257)) }, 'invalid-body'],
      [{ ...body, message: cut(body.message, 31) }, 'invalid-body'],
      [{ ...body, sealed: cut(body.sealed, 1221) }, 'invalid-body'],
      [{ ...body, sealed: base64url(new Uint8Array(wave.manifest.paddedSize === 3328 ? 1222 : 3526)) }, 'sealed-size'],
      [{ ...body, keyId: '0'.repeat(64) }, 'unknown-key'],
      [{ ...body, manifest: '0'.repeat(16) }, 'unknown-manifest'],
      [{ ...body, extra: 1 }, 'invalid-body'],
      [{}, 'invalid-body'],
    ]
    for (const [sent, slug] of cases) {
      const refused = await wire.resident('POST', '/api/responses', sent)
      expect([refused.status < 500, ((await refused.json()) as { type: string }).type]).toEqual([true, `/problems/${slug}`])
    }
    expect(await received()).toBe(before)
  })

  it('refuses blinded values that no phone sends: 0, 1, n-1, n, more, short, long (attack 9)', async () => {
    const { wire } = started()
    const drawn = code()
    const phone = await aPhone(wave, drawn)
    const { n } = await modulusOfSpki(wave.manifest.strata[phone.stratum]!.spki)
    const before = await issued()
    for (const value of [0n, 1n, n - 1n, n, n + 1n]) {
      const refused = await wire.resident('POST', '/api/credentials', { ...credentialBody(wave, phone), blinded: base64url(octets(value, 256)) })
      expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([400, '/problems/blinded-refused'])
    }
    for (const length of [0, 255, 257]) {
      const refused = await wire.resident('POST', '/api/credentials', { ...credentialBody(wave, phone), blinded: base64url(new Uint8Array(length).fill(1)) })
      expect(refused.status).toBe(400)
    }
    expect(await issued()).toBe(before)
    // Leading zeros are a value like any other, and the refusals left the code unused.
    const credential = await credentialOf(wire, wave, phone)
    expect(await verify(wave.manifest.strata[phone.stratum]!.spki, credential)).toBe(true)
  })

  it('takes nothing after the close of intake, and gives no credential after fieldwork (attack 41)', async () => {
    const { wire, advance } = started()
    const late = await aPhone(wave, code())
    const credential = await credentialOf(wire, wave, late)
    const unspent = await credentialOf(wire, wave, await aPhone(wave, code()))
    const kept = await responseBody(wave, 0, await credentialOf(wire, wave, await aPhone(wave, code())))
    await ok(wire.resident('POST', '/api/responses', kept))
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    const stopped = await wire.resident('POST', '/api/credentials', credentialBody(wave, await aPhone(wave, code())))
    expect([stopped.status, ((await stopped.json()) as { type: string }).type]).toEqual([409, '/problems/wave-closed'])
    expect(await ok(wire.resident('POST', '/api/invites/check', { manifest: wave.reference, code: late.code.codeHash }))).toEqual({ takesAnswers: false })
    const before = await received()
    await ok(wire.resident('POST', '/api/responses', await responseBody(wave, 0, credential)))
    expect(await received()).toBe(before + 1)
    if (!advance) return
    // Nobody ticks: the instant itself closes. Clocks that are set back two days open nothing that was closed.
    advance(48 * 3_600_000)
    const after = await responseBody(wave, 0, unspent)
    const refused = await wire.resident('POST', '/api/responses', after)
    expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([409, '/problems/wave-closed'])
    expect(await ok(wire.resident('POST', '/api/responses', kept))).toEqual({ received: true })
    await wire.staff('GET', `/api/waves/${wave.wave}/sealed`)
    advance(-4 * 24 * 3_600_000)
    expect((await wire.resident('POST', '/api/responses', after)).status).toBe(409)
    expect(await received()).toBe(before + 1)
  })
})
