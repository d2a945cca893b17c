// Drafts on the writer's and the reviewer's device. Protects: who is no reviewer opens nothing, and a draft that is not the one that was committed
// to does not open either, so that a server cannot have one text reviewed and another released.
import { describe, expect, it } from 'vitest'
import { base64url } from '../../../../src/crypto/base64url.ts'
import { newIdentity, sealFile } from '../../../../src/crypto/sealed.ts'
import { canonicalJson, hex, sha256, utf8 } from '../../../../src/crypto/digest.ts'
import type { SignalContent } from '../../../../src/signals/wire.ts'
import { newDraft, openDraft, sealDraft } from '../../../../web/console/reports/drafts.ts'

const content: SignalContent = { area: 'A', spot: 'square', behaviour: 'drugs', week: '2026-W10', seriousness: 'serious', text: 'Dealen op het plein.', criteria: [] }

describe('a draft', () => {
  it('opens for writer and reviewers only, and only as it was committed to', async () => {
    const [writer, reviewer, other] = [await newIdentity(), await newIdentity(), await newIdentity()]
    const { sealed, commitment } = await newDraft(content, [writer.recipient, reviewer.recipient])
    const opened = await openDraft(sealed, reviewer.identity, commitment)
    expect(opened.content).toEqual(content)
    expect((await openDraft(sealed, writer.identity, commitment)).content).toEqual(content)
    expect(commitment).toBe(hex(await sha256(utf8(canonicalJson({ content, salt: opened.salt })))))
    await expect(openDraft(sealed, other.identity, commitment)).rejects.toThrow('cannot be opened')
    const changed = await newDraft({ ...content, text: 'Iets anders.' }, [reviewer.recipient])
    await expect(openDraft(changed.sealed, reviewer.identity, commitment)).rejects.toThrow('cannot be opened')
  })

  it('comes back to the same people with the remark, and says the same', async () => {
    const [writer, reviewer] = [await newIdentity(), await newIdentity()]
    const { sealed, commitment } = await newDraft(content, [writer.recipient, reviewer.recipient], ['eerder'])
    const opened = await openDraft(sealed, reviewer.identity, commitment)
    const back = await openDraft(await sealDraft({ ...opened, remarks: [...opened.remarks, 'Noem de verdieping niet.'] }), writer.identity, commitment)
    expect([back.content, back.remarks]).toEqual([content, ['eerder', 'Noem de verdieping niet.']])
  })

  it('attack 25: keeps hostile text as it is and breaks on nothing that is no draft', async () => {
    const { identity, recipient } = await newIdentity()
    const text = '<img src=x onerror=alert(1)>"\u0000'
    const { sealed, commitment } = await newDraft({ ...content, text }, [recipient])
    expect((await openDraft(sealed, identity, commitment)).content.text).toBe(text)
    for (const json of ['null', '[]', '{}', '{"v":1,"content":null}']) {
      const other = base64url(await sealFile(utf8(json), [recipient]))
      await expect(openDraft(other, identity, commitment)).rejects.toThrow('cannot be opened')
    }
    for (const odd of ['', 'AA', sealed.slice(0, -4)]) await expect(openDraft(odd, identity, commitment)).rejects.toThrow()
  })
})
