// Protects: that an outsider notices a changed, dropped, doubled or re-signed row of an edition, a broken audit chain, and a sealed
// set that is not the one counted. Constants: the RFC 6962 tree hashes of the Certificate Transparency reference tests.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AUDIT_START, auditBreak, auditHash } from '../../src/crypto/audit-hash.ts'
import { hex, unhex } from '../../src/crypto/digest.ts'
import { editionFault, newEditionKey, rowsRoot, sealEdition } from '../../src/crypto/edition-seal.ts'
import { merkleRoot } from '../../src/crypto/merkle.ts'
import { sealedSetDigest } from '../../src/crypto/sealed-set.ts'

describe('the seal of an edition', () => {
  const head = { edition: 1, audience: 'public', waves: ['w2025', 'w2026'] }
  const rows = Array.from({ length: 9 }, (_, i) => ({ id: `r${i}`, item: 'safe', value: 30 + i }))

  it('attack 36: names the rows when a cell is edited, a row dropped, doubled or added', async () => {
    const key = await newEditionKey()
    const seal = await sealEdition(head, rows, key.privateKey)
    const altered = [rows.with(3, { ...rows[3]!, value: 99 }), rows.slice(1), [...rows, rows[0]!], [...rows, { id: 'x', item: 'safe', value: 1 }], []]
    for (const other of altered) expect(await editionFault(head, other, seal, key.publicKey)).toBe('rows')
    await expect(sealEdition(head, [...rows, rows[0]!], key.privateKey)).rejects.toThrow(RangeError)
  })

  it('attack 37: names the signature when the head, the key or the signature is another', async () => {
    const key = await newEditionKey()
    const other = await newEditionKey()
    const seal = await sealEdition(head, rows, key.privateKey)
    expect(await editionFault({ ...head, audience: 'partners' }, rows, seal, key.publicKey)).toBe('signature')
    expect(await editionFault(head, rows, seal, other.publicKey)).toBe('signature')
    expect(await editionFault(head, rows, await sealEdition(head, rows, other.privateKey), key.publicKey)).toBe('signature')
    for (const signature of ['', 'A', seal.signature.slice(2)]) expect(await editionFault(head, rows, { ...seal, signature }, key.publicKey)).toBe('signature')
    expect(await editionFault(head, rows, seal, 'not a key')).toBe('signature')
  })

  it('holds for the same rows in any order', async () => {
    const key = await newEditionKey()
    const seal = await sealEdition(head, rows, key.privateKey)
    expect(await editionFault({ waves: head.waves, audience: 'public', edition: 1 }, rows.toReversed(), seal, key.publicKey)).toBeNull()
  })

  it('has the tree of RFC 6962', () => {
    const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(unhex)
    const roots = [
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]
    roots.forEach((root, n) => expect(hex(merkleRoot(leaves.slice(0, n)))).toBe(root))
  })

  it('gives another root for any other set of rows', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 20 }), fc.nat(19), (ids, at) => {
      const set = ids.map((id) => ({ id: String(id) }))
      expect(rowsRoot(set)).not.toBe(rowsRoot(set.filter((_, i) => i !== at % set.length)))
    }))
  })
})

describe('the audit chain', () => {
  const chainOf = async (entries: unknown[]) => {
    const chain: { hash: string; entry: unknown }[] = []
    for (const entry of entries) chain.push({ hash: await auditHash(chain.at(-1)?.hash ?? AUDIT_START, entry), entry })
    return chain
  }

  it('attack 35: shows where an entry was changed, dropped, inserted or swapped', async () => {
    const chain = await chainOf([{ act: 'a' }, { act: 'b' }, { act: 'c' }, { act: 'd' }])
    expect(await auditBreak(chain.with(2, { ...chain[2]!, entry: { act: 'x' } }))).toBe(2)
    expect(await auditBreak(chain.toSpliced(1, 1))).toBe(1)
    expect(await auditBreak(chain.toSpliced(1, 0, { hash: await auditHash(chain[0]!.hash, { act: 'x' }), entry: { act: 'x' } }))).toBe(2)
    expect(await auditBreak([chain[0]!, chain[2]!, chain[1]!, chain[3]!])).toBe(1)
    expect(await auditBreak(chain.slice(1))).toBe(0)
  })

  it('refuses what is no hash of an entry before', async () => {
    await expect(auditHash('', {})).rejects.toThrow(RangeError)
  })

  it('holds, also from the middle', async () => {
    const chain = await chainOf([1, 'two', { three: 3 }])
    expect(await auditBreak(chain)).toBeNull()
    expect(await auditBreak(chain.slice(1), chain[0]!.hash)).toBeNull()
  })
})

describe('the digest of a sealed set', () => {
  const row = (i: number) => ({ spent: new Uint8Array(32).fill(i), sealed: new Uint8Array(1222).fill(i + 1) })

  it('attack 56: differs for a row added, removed, altered, or taken twice', async () => {
    const rows = [row(1), row(2), row(3)]
    const digests = await Promise.all([rows, rows.slice(1), [...rows, row(4)], [...rows, row(1)], rows.with(0, { ...row(1), sealed: row(9).sealed }),
      rows.with(0, { ...row(1), spent: row(9).spent }), []].map(async (set) => (await sealedSetDigest(set)).digest))
    expect(new Set(digests).size).toBe(digests.length)
  })

  it('refuses a spent digest of another length, which could pass for sealed bytes', async () => {
    await expect(sealedSetDigest([{ spent: new Uint8Array(31), sealed: new Uint8Array(1) }])).rejects.toThrow(RangeError)
  })

  it('is the same in any order, from a list or a stream', async () => {
    async function* stream() {
      yield row(3)
      yield row(1)
      yield row(2)
    }
    expect(await sealedSetDigest(stream())).toEqual(await sealedSetDigest([row(1), row(2), row(3)]))
    expect((await sealedSetDigest(stream())).count).toBe(3)
  })
})
