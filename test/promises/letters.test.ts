// What a letter binds: its manifest, and with it every key. A server that exchanges the manifest for another after the letters went out
// can stuff a wave with rows of its own; whoever counts with a letter in hand sees it before anything is opened (attack 55, attack 57).
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AnotherArchive, AnotherManifest, countWave } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import type { CountingApi } from '../../src/counting/counting-api.ts'
import { unbase64url } from '../../src/crypto/base64url.ts'
import { keyFingerprint } from '../../src/crypto/key-sheet.ts'
import { newIdentity, openFile } from '../../src/crypto/sealed.ts'
import { readFrozen } from '../../src/counting/count-wave.ts'
import { newIssuerKey } from '../../src/crypto/issuer-key.ts'
import { spentDigest } from '../../src/crypto/credential.ts'
import { ManifestRefused, manifestDigest, manifestFingerprint, readManifest } from '../../src/crypto/manifest.ts'
import type { Manifest } from '../../src/crypto/manifest.ts'
import { namesManifest } from '../../src/crypto/manifest-mark.ts'
import { unhex } from '../../src/crypto/digest.ts'
import { fastCredential } from '../support/blinder.ts'
import { aWaveInField, answer, ok, responseBody, someAreas, withArchiveKey } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wire: Wire
beforeEach(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A', 'B'])
  await withArchiveKey(wire)
})
afterEach(() => server.close())

const countingOf = (wave: AWave): CountingApi => countingApi(async (method, path, body) => {
  const response = await wire.staff(method, path, body)
  if (!response.ok) throw new Error(((await response.json()) as { type: string }).type)
  return response
}, wave.wave)

/** Whoever has the databases gives stratum A a key of their own, throws out what came in and puts seven rows in its place. */
async function stuffed(): Promise<AWave> {
  const wave = await aWaveInField(wire, ['A', 'B'], 50, { graceHours: 0 })
  for (const code of wave.codes[0]!.slice(0, 7)) await answer(wire, wave, code, { unsafe: 4 })
  await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
  const forger = await newIssuerKey()
  const { keyId, spki } = forger
  const forged: Manifest = { ...wave.manifest, strata: [{ ...wave.manifest.strata[0]!, keyId, spki }, wave.manifest.strata[1]!] }
  await server.deps.office.write([
    sql`DROP TRIGGER manifests_never_change`,
    sql`UPDATE manifests SET json = ${JSON.stringify(forged)}, digest = ${await manifestDigest(forged)} WHERE wave = ${wave.wave}`,
  ])
  const rows = await Promise.all(Array.from({ length: 7 }, async () => {
    const credential = await fastCredential(server.deps.signer, forger.pkcs8, spki)
    const { sealed } = await responseBody({ ...wave, manifest: forged }, 0, credential, { unsafe: 1 })
    return { spent: unhex(await spentDigest(credential.message)), sealed: unbase64url(sealed) }
  }))
  const intake = await server.deps.databases.open('intake', wave.wave)
  await intake.write([sql`DELETE FROM responses`, ...rows.map(({ spent, sealed }, i) => sql`INSERT INTO responses (id, spent, sealed) VALUES (${i + 1}, ${spent}, ${sealed})`)])
  return wave
}

describe('a manifest exchanged after the letters went out', () => {
  it('is seen by whoever counts with a letter in hand, before anything is frozen or destroyed (attack 55)', async () => {
    const wave = await stuffed()
    for (const letter of [manifestFingerprint(wave.digest), wave.reference]) {
      await expect(countWave(countingOf(wave), wave.identity, { letter })).rejects.toThrow(AnotherManifest)
    }
    expect(await server.deps.databases.exists('intake', wave.wave)).toBe(true)
    expect(await ok<object>(wire.staff('GET', `/api/waves/${wave.wave}`))).toMatchObject({ state: 'closed', frozen: null })
  })

  it('goes through where nobody looks at a letter, so the attack is a real one; the mark that is shown is not that of the letters', async () => {
    const wave = await stuffed()
    const counted = await countWave(countingOf(wave), wave.identity, { checkOnly: true })
    expect(counted.tally).toMatchObject({ received: 7, counted: 7 })
    expect(counted.letters).toEqual({ fingerprint: expect.stringMatching(/^(?:[0-9A-HJKMNP-TV-Z]{4} ?){4}$/), compared: false })
    expect(counted.letters.fingerprint).not.toBe(manifestFingerprint(wave.digest))
  })

  it('or one that could not have been frozen is refused, letter or not', async () => {
    const wave = await stuffed()
    const api = countingOf(wave)
    const twice = async () => ({ ...(await api.wave()), manifest: { ...wave.manifest, strata: [wave.manifest.strata[0]!, wave.manifest.strata[0]!] } })
    await expect(countWave({ ...api, wave: twice }, wave.identity)).rejects.toThrow(ManifestRefused)
  })
})

describe('an archive key exchanged on the server', () => {
  async function exchanged() {
    const wave = await aWaveInField(wire, ['A', 'B'], 50, { graceHours: 0 })
    await answer(wire, wave, wave.codes[0]![0]!, { unsafe: 4 })
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    const { archive: { recipient } } = await ok<{ archive: { recipient: string } }>(wire.staff('GET', '/api/keys'))
    const thief = await newIdentity()
    return { wave, thief, fingerprint: await keyFingerprint(recipient), api: { ...countingOf(wave), archiveRecipient: async () => thief.recipient } }
  }

  it('is seen by whoever counts with the archive sheet in hand, before anything is sealed to it (attack 18)', async () => {
    const { wave, fingerprint, api } = await exchanged()
    await expect(countWave(api, wave.identity, { archive: fingerprint })).rejects.toThrow(AnotherArchive)
    await expect(countWave(api, wave.identity, { archive: '' })).rejects.toThrow(AnotherArchive)
    expect(await ok<object>(wire.staff('GET', `/api/waves/${wave.wave}`))).toMatchObject({ state: 'closed', frozen: null })
    const counted = await countWave(countingOf(wave), wave.identity, { archive: fingerprint.toLowerCase().replace(' ', '') })
    expect(counted.archive).toEqual({ fingerprint, compared: true })
  })

  it('gives the counted answers away where nobody looks, so the attack is a real one; the mark that is shown is not that of the sheet', async () => {
    const { wave, thief, fingerprint, api } = await exchanged()
    const counted = await countWave(api, wave.identity, { keepIntake: true })
    expect(counted.archive.compared).toBe(false)
    expect(counted.archive.fingerprint).not.toBe(fingerprint)
    const { bytes } = await readFrozen(api)
    expect(Buffer.from(await openFile(bytes, thief.identity)).subarray(0, 4).toString()).toBe('PAR1')
  })
})

describe('a letter in hand', () => {
  it('is understood as people type it, and counts', async () => {
    const wave = await aWaveInField(wire, ['A', 'B'], 50, { graceHours: 0 })
    await answer(wire, wave, wave.codes[0]![0]!)
    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    const typed = manifestFingerprint(wave.digest).toLowerCase().replaceAll('0', 'o').replaceAll(' ', '-')
    const counted = await countWave(countingOf(wave), wave.identity, { letter: typed })
    expect(counted.letters).toEqual({ fingerprint: manifestFingerprint(wave.digest), compared: true })
    expect(counted.certificate).toMatchObject({ counted: 1 })
  })

  it('names one manifest: not with a character less, more or other, and not with nothing', async () => {
    const digest = 'c'.repeat(63) + '1'
    const mark = manifestFingerprint(digest)
    for (const typed of ['', ' ', mark.slice(1), `${mark}0`, mark.replace(/.$/, (last) => (last === '0' ? '1' : '0')), 'c'.repeat(15), 'c'.repeat(17)]) {
      expect([typed, namesManifest(digest, typed)]).toEqual([typed, false])
    }
    for (const typed of [mark, 'c'.repeat(16), 'C'.repeat(16), digest]) expect(namesManifest(digest, typed)).toBe(true)
  })
})

describe('a manifest for one person', () => {
  it('cannot be given by link, and shows another mark than the letter where it was typed (attack 57)', async () => {
    const wave = await aWaveInField(wire, ['A', 'B'], 50)
    const { keyId, spki } = await newIssuerKey()
    const own: Manifest = { ...wave.manifest, strata: [{ ...wave.manifest.strata[0]!, keyId, spki }, wave.manifest.strata[1]!] }
    await expect(readManifest(JSON.stringify(own), wave.reference)).rejects.toThrow(ManifestRefused)
    const digest = await manifestDigest(own)
    expect((await readManifest(JSON.stringify(own), digest.slice(0, 16))).digest).toBe(digest)
    expect(manifestFingerprint(digest)).not.toBe(manifestFingerprint(wave.digest))
  })

  it('cannot be told from the label: everybody asks for the same, and is answered the same, before any code (attack 57)', async () => {
    const wave = await aWaveInField(wire, ['A', 'B'], 50)
    const asked = await Promise.all(Array.from({ length: 5 }, async () => (await wire.resident('GET', `/api/labels/${wave.manifest.label}`)).text()))
    expect(new Set(asked)).toEqual(new Set([JSON.stringify({ manifest: wave.reference })]))
  })
})
