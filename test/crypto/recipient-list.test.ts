// Protects: that a phone seals to nobody but whom the municipality's own signer named, and that a key in parts is a key with any two of them.
import { beforeAll, describe, expect, it } from 'vitest'
import { newIdentity } from '../../src/crypto/sealed.ts'
import { newSigningKey, recipientOf, signList, signerFingerprint, verifiedList } from '../../src/crypto/recipient-list.ts'
import type { RecipientList, SignedList } from '../../src/crypto/recipient-list.ts'
import { readShares, recoveryShares } from '../../src/crypto/recovery-shares.ts'
import { base64url } from '../../src/crypto/base64url.ts'

let signer: { publicKey: string; privateKey: string }
let list: RecipientList
let signed: SignedList
let thief: string
beforeAll(async () => {
  signer = await newSigningKey()
  thief = (await newIdentity()).recipient
  const months = await Promise.all(['2026-03', '2026-04'].map(async (month) => ({ month, recipient: (await newIdentity()).recipient })))
  list = { v: 1, municipality: 'veld', number: 3, salt: base64url(new Uint8Array(16)), months }
  signed = await signList(list, signer)
})
const here = { municipality: 'veld' }

describe('the signed list', () => {
  it('names the recipient of a month', async () => {
    const verified = await verifiedList(signed, here)
    expect(recipientOf(verified, '2026-04')).toBe(list.months[1]!.recipient)
    expect(recipientOf(verified, '2026-05')).toBeUndefined()
    expect(await signerFingerprint(signer.publicKey)).toMatch(/^(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}$/)
  })

  it('attack 18: a recipient exchanged by the server is refused by the phone', async () => {
    const swapped = { ...signed, list: signed.list.replace(list.months[0]!.recipient, thief) }
    await expect(verifiedList(swapped, here)).rejects.toMatchObject({ name: 'ListRefused', why: 'signature' })
  })

  it('attack 18: signed anew by a key of the server, its fingerprint is not the one that was printed', async () => {
    const own = await newSigningKey()
    const swapped = await signList({ ...list, months: [{ month: '2026-03', recipient: thief }] }, own)
    const fingerprint = await signerFingerprint(signer.publicKey)
    await expect(verifiedList(swapped, { ...here, fingerprint })).rejects.toMatchObject({ why: 'fingerprint' })
    expect((await verifiedList(signed, { ...here, fingerprint: fingerprint.toLowerCase().replace(/ /g, '') })).number).toBe(3)
  })

  it('attack 18: another municipality\'s list, an altered number, salt or signature are refused', async () => {
    await expect(verifiedList(signed, { municipality: 'duin' })).rejects.toMatchObject({ why: 'municipality' })
    for (const wrong of [{ list: signed.list.replace('"number":3', '"number":4') }, { list: signed.list.replace('AAAA', 'AAAB') }, { signature: '' }, { signature: signed.signature.slice(0, -4) }, { publicKey: 'x' }, { list: '' }]) {
      await expect(verifiedList({ ...signed, ...wrong }, here), JSON.stringify(wrong)).rejects.toMatchObject({ why: 'signature' })
    }
  })

  it('is not signed when it is no list: months doubled, unordered or without a key', async () => {
    const [a, b] = list.months as [RecipientList['months'][number], RecipientList['months'][number]]
    for (const months of [[b, a], [a, a], [{ month: '2026-13', recipient: a.recipient }], [{ month: '2026-03', recipient: 'age1x' }], []]) {
      await expect(signList({ ...list, months }, signer)).rejects.toThrow(RangeError)
    }
  })
})

describe('a recovery key in three parts', () => {
  it('comes together from any two, and from no one', async () => {
    const { identity, recipient } = await newIdentity()
    const [a, b, c] = (await recoveryShares(identity)) as [string, string, string]
    for (const two of [[a, b], [c, a], [b, c]] as const) expect(await readShares(two, recipient)).toEqual({ identity })
    expect(await readShares([a, a], recipient)).toEqual({ mistake: 'same' })
    expect(a).toMatch(/^(?:[0-9A-Z]{4} ){13}[0-9A-Z]{4}$/)
  })

  it('helps with what is mistyped, and refuses parts of another key', async () => {
    const { identity, recipient } = await newIdentity()
    const [a, b] = (await recoveryShares(identity)) as [string, string, string]
    expect(await readShares([a.toLowerCase().replace(/ /g, '-'), b.replace(/0/g, 'O')], recipient)).toEqual({ identity })
    expect(await readShares([a, `${b.slice(0, -1)}${b.endsWith('0') ? '1' : '0'}`], recipient)).toEqual({ mistake: 'part', position: 2 })
    for (const text of ['', '🙂', 'x'.repeat(100_000), 'U'.repeat(56)]) expect(await readShares([text, b], recipient)).toEqual({ mistake: 'part', position: 1 })
    const strange = await recoveryShares((await newIdentity()).identity)
    expect(await readShares([strange[0]!, strange[1]!], recipient)).toEqual({ mistake: 'other-key' })
  })
})
