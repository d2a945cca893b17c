// Protects: that a phone accepts the manifest of its letter and no other, so that no key, recipient or date can be made for one
// person; and that a manifest with a fault is never frozen.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ManifestRefused, manifestDigest, manifestFingerprint, manifestReference, phaseOn, readManifest } from '../../src/crypto/manifest.ts'
import type { Manifest } from '../../src/crypto/manifest.ts'
import { manifestFaults } from '../../src/crypto/manifest-check.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'
import { newIssuerKey } from '../../src/crypto/issuer-key.ts'
import { aManifest } from '../support/manifest.ts'

const { manifest } = await aManifest()
const digest = await manifestDigest(manifest)
const reference = manifestReference(digest)
const other = await newIssuerKey()

describe('a phone', () => {
  it('attack 10: refuses a manifest with a key that marks one person', async () => {
    const strata = [{ ...manifest.strata[0]!, keyId: other.keyId, spki: other.spki }, manifest.strata[1]!]
    await expect(readManifest(JSON.stringify({ ...manifest, strata }), reference)).rejects.toThrow(ManifestRefused)
  })

  it('attack 18: refuses another recipient, and the fingerprint on the letter is another too', async () => {
    const altered = { ...manifest, recipient: (await newIdentity()).recipient }
    await expect(readManifest(JSON.stringify(altered), reference)).rejects.toThrow(ManifestRefused)
    expect(manifestFingerprint(await manifestDigest(altered))).not.toBe(manifestFingerprint(digest))
  })

  it('refuses any change of any member, one added, one left out, two strata swapped', async () => {
    const members = Object.keys(manifest) as (keyof Manifest)[]
    for (const member of members) {
      const { [member]: _, ...without } = manifest
      await expect(readManifest(JSON.stringify(without), reference)).rejects.toThrow(ManifestRefused)
      await expect(readManifest(JSON.stringify({ ...manifest, [member]: 'x' }), reference)).rejects.toThrow(ManifestRefused)
    }
    await expect(readManifest(JSON.stringify({ ...manifest, extra: 1 }), reference)).rejects.toThrow(ManifestRefused)
    await expect(readManifest(JSON.stringify({ ...manifest, strata: manifest.strata.toReversed() }), reference)).rejects.toThrow(ManifestRefused)
  })

  it.each(['', 'null', '[]', '"text"', '{', '{"v":1}', '<!doctype html>', '\u0000'])('refuses %s', async (text) => {
    await expect(readManifest(text, reference)).rejects.toThrow(ManifestRefused)
  })

  it('refuses a reference that is too short, upper case or something else', async () => {
    for (const bad of ['', reference.slice(1), `${reference}0`, 'A'.repeat(16), 'zzzzzzzzzzzzzzzz']) {
      await expect(readManifest(JSON.stringify(manifest), bad)).rejects.toThrow(ManifestRefused)
    }
  })

  it('refuses another version although the digest is right', async () => {
    const next = { ...manifest, v: 2 } as unknown as Manifest
    await expect(readManifest(JSON.stringify(next), manifestReference(await manifestDigest(next)))).rejects.toThrow('version')
  })

  it('accepts the letter’s manifest in any spelling, by reference and by whole digest', async () => {
    const turned = JSON.stringify(Object.fromEntries(Object.entries(manifest).reverse()), null, 2)
    expect(await readManifest(turned, reference)).toEqual({ manifest, digest })
    expect((await readManifest(turned, digest)).digest).toBe(digest)
  })

  it('shows a fingerprint of four groups from what the reference does not cover', () => {
    expect(manifestFingerprint(digest)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    fc.assert(fc.property(fc.integer({ min: 16, max: 35 }), fc.integer({ min: 1, max: 15 }), (at, by) => {
      const changed = digest.slice(0, at) + ((parseInt(digest[at]!, 16) + by) % 16).toString(16) + digest.slice(at + 1)
      expect(manifestFingerprint(changed)).not.toBe(manifestFingerprint(digest))
    }))
  })

  it('derives the phase from the day', () => {
    const phases = ['2026-02-28', '2026-03-09', '2026-03-10', '2026-03-19', '2026-03-20', '2026-05-01'].map((day) => phaseOn(manifest, day))
    expect(phases).toEqual([0, 0, 1, 1, 2, 2])
  })
})

describe('the whole check', () => {
  const faulty: [string, Partial<Manifest> & Record<string, unknown>, RegExp][] = [
    ['a member nobody knows', { person: 'k' }, /members/],
    ['no wave', { wave: '' }, /wave/],
    ['a label with letters that look alike', { label: 'KILO' }, /label/],
    ['an unknown kind', { kind: 'poll' as 'resident' }, /kind/],
    ['no instrument', { instruments: {} }, /instruments/],
    ['an instrument that is no hash', { instruments: { nl: 'core' } }, /instruments/],
    ['a passphrase recipient', { recipient: 'age1pq1qqq' }, /recipient/],
    ['a free padded size', { paddedSize: 1000 as 1024 }, /paddedSize/],
    ['a day that does not exist', { ends: '2026-04-31' }, /days/],
    ['an end before the last reminder', { ends: '2026-03-19' }, /order/],
    ['a negative grace', { graceHours: -1 }, /grace/],
    ['no strata', { strata: [] }, /strata/],
    ['a key under another id', { strata: [{ ...manifest.strata[0]!, keyId: other.keyId }] }, /keyId/],
    ['one key for two strata', { strata: [manifest.strata[0]!, { ...manifest.strata[0]!, id: 'west' }] }, /spki twice/],
    ['a key that is none', { strata: [{ ...manifest.strata[0]!, spki: 'AAAA' }] }, /keyId/],
  ]
  it.each(faulty)('names %s', async (_, change, fault) => {
    expect((await manifestFaults({ ...manifest, ...change })).join('\n')).toMatch(fault)
  })

  it('finds nothing in a good one', async () => {
    expect(await manifestFaults(manifest)).toEqual([])
  })
})
