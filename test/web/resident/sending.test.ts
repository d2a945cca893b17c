// Protects one invitation, one response: whatever is lost on the way, wherever the page is reloaded, the retries end in exactly one row.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliver } from '../../../web/resident/deliver.ts'
import { afterReply, isPending, mayBeginElsewhere } from '../../../web/resident/sending.ts'
import type { Pending, Reply, Sending } from '../../../web/resident/sending.ts'
import { backOff } from '../../../web/resident/worth-trying.ts'

const blinding = { message: 'm', inverse: 'i', blinded: 'b' }

/** What the service does, as far as sending can see it: one blinded value a code, one row a credential. */
function aService(used: boolean) {
  let issuedTo = used ? 'somebody else' : undefined
  const rows = new Map<string, string>()
  const asked: string[] = []
  return {
    rows,
    asked,
    credential(blinded: string): 'valid' | 'random' {
      asked.push(blinded)
      issuedTo ??= blinded
      return issuedTo === blinded ? 'valid' : 'random'
    },
    respond(body: string) {
      const { message, valid } = JSON.parse(body) as { message: string; valid: boolean }
      if (valid && !rows.has(message)) rows.set(message, body)
    },
  }
}

/** What can happen at each request: it is lost, its reply is lost, the page is reloaded before or after it, or all is well. */
const faults = fc.array(fc.constantFrom('request', 'reply', 'reload before', 'reload after', 'fine' as const), { maxLength: 25 })

/** Sends with these faults; reloads begin again from what was stored. */
async function sendThrough(service: ReturnType<typeof aService>, script: readonly string[]): Promise<{ ended: Sending; sealedTwice: boolean }> {
  const left = [...script]
  let stored: string = JSON.stringify({ at: 'prepare' })
  let bodies = new Set<string>()
  let serial = 0
  for (;;) {
    let reloaded = false
    const perform = async (stage: Pending): Promise<Reply> => {
      const fault = left.shift() ?? 'fine'
      if (fault === 'reload before') { reloaded = true; return { got: 'nothing' } }
      if (fault === 'request') return { got: 'nothing' }
      let reply: Reply
      if (stage.at === 'prepare') reply = { got: 'blinding', blinding: { ...blinding, blinded: `b${(serial += 1)}`, message: `m${serial}` } }
      else if (stage.at === 'credential') {
        const valid = service.credential(stage.blinding.blinded) === 'valid'
        reply = { got: 'sealed', body: JSON.stringify({ message: valid ? stage.blinding.message : `dummy${(serial += 1)}`, valid, sealed: (serial += 1) }) }
      } else {
        bodies.add(stage.body)
        service.respond(stage.body)
        reply = { got: 'received' }
      }
      if (fault === 'reload after') reloaded = true
      return fault === 'reply' || fault === 'reload after' ? { got: 'nothing' } : reply
    }
    const ended = await deliver(JSON.parse(stored) as Sending, {
      perform, keep: (stage) => { if (!reloaded) stored = JSON.stringify(stage) }, show: () => undefined, pause: async () => undefined, stopped: () => reloaded,
    })
    if (!reloaded) return { ended, sealedTwice: bodies.size > 1 }
  }
}

describe('sending', () => {
  it('attack 6: ends in exactly one response, whatever is dropped and wherever it is reloaded', async () => {
    await fc.assert(fc.asyncProperty(faults, async (script) => {
      const service = aService(false)
      const { ended, sealedTwice } = await sendThrough(service, script)
      expect(ended).toEqual({ at: 'received' })
      expect(service.rows.size).toBe(1)
      expect(new Set(service.asked).size).toBe(1)
      expect(sealedTwice).toBe(false)
    }), { numRuns: 500 })
  })

  it('attack 12: a used code takes the same steps and leaves no row', async () => {
    await fc.assert(fc.asyncProperty(faults, async (script) => {
      const service = aService(true)
      const { ended } = await sendThrough(service, script)
      expect(ended).toEqual({ at: 'received' })
      expect(service.rows.size).toBe(0)
    }))
  })

  it('stores each stage before its request is made', async () => {
    const log: string[] = []
    const replies: Reply[] = [{ got: 'blinding', blinding }, { got: 'sealed', body: 'x' }, { got: 'received' }]
    await deliver({ at: 'prepare' }, {
      perform: async (stage) => { log.push(`ask ${stage.at}`); return replies.shift()! },
      keep: (stage) => log.push(`keep ${stage.at}`), show: () => undefined, pause: async () => undefined, stopped: () => false,
    })
    expect(log).toEqual(['keep prepare', 'ask prepare', 'keep credential', 'ask credential', 'keep response', 'ask response', 'keep received'])
  })

  it('sends nothing more once somebody left', async () => {
    let asks = 0
    await deliver({ at: 'response', body: 'x' }, {
      perform: async () => { asks += 1; return { got: 'nothing' } }, keep: () => { throw new Error('stored after leaving') }, show: () => undefined,
      pause: async () => undefined, stopped: () => true,
    })
    expect(asks).toBe(0)
  })

  it('says "or later" only while no credential was asked for', () => {
    expect(mayBeginElsewhere({ at: 'prepare' })).toBe(true)
    expect(mayBeginElsewhere({ at: 'credential', blinding })).toBe(false)
    expect(mayBeginElsewhere({ at: 'response', body: '' })).toBe(false)
  })

  it('a refusal stops with the stage it can be tried from, a closed wave ends it', () => {
    expect(afterReply({ at: 'response', body: 'x' }, { got: 'refused' })).toEqual({ at: 'stuck', before: { at: 'response', body: 'x' } })
    expect(isPending(afterReply({ at: 'prepare' }, { got: 'closed' }))).toBe(false)
  })

  it('a late reply of another stage changes nothing', () => {
    const stage: Pending = { at: 'response', body: 'x' }
    expect(afterReply(stage, { got: 'sealed', body: 'other' })).toBe(stage)
    expect(afterReply({ at: 'prepare' }, { got: 'received' })).toEqual({ at: 'prepare' })
  })

  it('waits longer each time, a minute at most', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(backOff)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
  })
})
