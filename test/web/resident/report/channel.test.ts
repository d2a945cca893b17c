// Protects whom a report is sealed to: a key is used only out of a list that is signed, of this municipality, of this month, and of the signer
// a poster named. Everything else is refused before a word is asked for.
import { beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { newSigningKey, signerFingerprint, signList } from '../../../../src/crypto/recipient-list.ts'
import type { RecipientList, SignedList } from '../../../../src/crypto/recipient-list.ts'
import { newIdentity } from '../../../../src/crypto/sealed.ts'
import type { Channel } from '../../../../src/reports/wire.ts'
import { trustedChannel } from '../../../../web/resident/report/channel.ts'

const now = new Date('2026-03-15T12:00:00Z')
let key: { publicKey: string; privateKey: string }
let recipients: string[]
const list = (change: Partial<RecipientList> = {}): RecipientList => ({
  v: 1, municipality: 'veld', number: 3, salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  months: [{ month: '2026-02', recipient: recipients[0]! }, { month: '2026-03', recipient: recipients[1]! }], ...change,
})
const channel = async (change: Partial<Channel> = {}, of: Partial<RecipientList> = {}): Promise<Channel> => ({
  open: true, signed: await signList(list(of), key), month: '2026-03', signers: [], areas: [{ code: 'W1', name: 'Noord' }], ...change,
})
const trust = (of: Channel, fingerprint?: string) => trustedChannel(of, { municipality: 'veld', ...(fingerprint && { fingerprint }) }, now)

beforeAll(async () => {
  key = await newSigningKey()
  recipients = [(await newIdentity()).recipient, (await newIdentity()).recipient]
})

describe('the channel', () => {
  it('attack 18: refuses a recipient that was put in the place of the signed one', async () => {
    const open = await channel()
    const signed: SignedList = { ...open.signed!, list: open.signed!.list.replace(recipients[1]!, recipients[0]!) }
    expect(await trust({ ...open, signed })).toEqual({ state: 'distrusted' })
  })

  it('attack 18: refuses a list of another municipality, and one signed by another than the poster names', async () => {
    expect(await trust(await channel({}, { municipality: 'duin' }))).toEqual({ state: 'distrusted' })
    const printed = await signerFingerprint(key.publicKey)
    const other = await newSigningKey()
    expect(await trust({ ...(await channel()), signed: await signList(list(), other) }, printed)).toEqual({ state: 'distrusted' })
    expect(await trust(await channel(), printed.toLowerCase().replace(/ /g, ''))).toMatchObject({ state: 'open', fingerprint: printed })
  })

  it('attack 18: refuses a month that the list does not name, or that is not now', async () => {
    expect(await trust(await channel({ month: '2026-04' }))).toEqual({ state: 'distrusted' })
    expect(await trust(await channel({ month: '2025-03' }, { months: [{ month: '2025-03', recipient: recipients[0]! }] }))).toEqual({ state: 'distrusted' })
    expect(await trust(await channel({ month: '2026-02' }))).toMatchObject({ state: 'open', month: '2026-02', recipient: recipients[0] })
  })

  it('is closed without a list, and keeps a trusted list for reading while it is closed', async () => {
    expect(await trust(await channel({ signed: null }))).toEqual({ state: 'closed' })
    expect(await trust(await channel({ open: false }))).toEqual({ state: 'closed', list: list() })
  })

  it('says since when the signer signs', async () => {
    const fingerprint = await signerFingerprint(key.publicKey)
    expect(await trust(await channel({ signers: [{ fingerprint, since: '2026-01-05T10:00:00Z' }] }))).toMatchObject({ state: 'open', since: '2026-01-05' })
  })

  it('attack 17: whatever a server answers, is either trusted or refused, and never throws', async () => {
    const open = await channel()
    await fc.assert(fc.asyncProperty(fc.jsonValue(), fc.constantFrom('signed', 'month', 'signers', 'areas', 'open', ''), async (value, field) => {
      const answer = field === '' ? value : { ...open, [field]: value }
      expect(['open', 'closed', 'distrusted']).toContain((await trust(answer as unknown as Channel)).state)
    }))
  })
})
