// Protects what was told: whatever is lost, refused for now or reloaded, the same sealed bytes go out until they have arrived, and nothing goes out
// once somebody left.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliver } from '../../../../web/resident/report/delivery.ts'
import type { DeliveryPorts, Round, Task } from '../../../../web/resident/report/delivery.ts'

const report: Task = { purpose: 'report', secret: 's', salt: 'a', month: '2026-03', head: 'h', text: 't', note: 'n' }
const message: Task = { purpose: 'message', secret: 's', salt: 'a', month: '2026-03', sequence: 0, message: 'm', note: 'n', last: 'l' }

function ports(replies: (Round | 'leave')[], log: string[] = []): DeliveryPorts {
  let left = false
  return {
    perform: async (task) => {
      log.push(`perform ${task.purpose}`)
      const reply = replies.shift() ?? { got: 'arrived' }
      if (reply !== 'leave') return reply
      left = true
      return { got: 'nothing', after: 0 }
    },
    keep: (task) => { if (left) throw new Error('stored after leaving'); log.push(`keep ${task.purpose}`) },
    show: (waiting) => log.push(`show ${waiting ? waiting.seconds : 'busy'}`),
    pause: async (tries, seconds) => { log.push(`pause ${tries} ${seconds}`) },
    stopped: () => left,
  }
}

const round: fc.Arbitrary<Round> = fc.oneof(
  fc.record({ got: fc.constant('nothing' as const), after: fc.constantFrom(0, 3, 60) }), fc.constant({ got: 'proof' as const }), fc.constant({ got: 'missing' as const }),
)

describe('delivery', () => {
  it('keeps the sealed bytes before each round, and the same ones', async () => {
    const log: string[] = []
    await deliver(report, ports([{ got: 'nothing', after: 0 }, { got: 'proof' }], log))
    expect(log.filter((line) => /keep|perform/.test(line))).toEqual(['keep report', 'perform report', 'keep report', 'perform report', 'keep report', 'perform report'])
  })

  it('attack 43: under flood waits as long as the service asks, and says so, however often', async () => {
    const log: string[] = []
    const flood = Array.from({ length: 40 }, () => ({ got: 'nothing' as const, after: 7 }))
    expect(await deliver(report, ports([...flood], log))).toBe('arrived')
    expect(log.filter((line) => line.startsWith('pause'))).toHaveLength(40)
    expect(log.filter((line) => line === 'show 7')).toHaveLength(40)
  })

  it('always ends, arrived or with a reason, whatever the service answers', async () => {
    await fc.assert(fc.asyncProperty(fc.array(round, { maxLength: 30 }), async (replies) => {
      expect(['arrived', 'missing', 'refused']).toContain(await deliver(report, ports([...replies])))
    }))
  })

  it('stops at once with a refusal that the same bytes would meet again', async () => {
    const log: string[] = []
    expect(await deliver(report, ports([{ got: 'refused' }], log))).toBe('refused')
    expect(log.filter((line) => line.startsWith('perform'))).toHaveLength(1)
  })

  it('does not send a message again that another device overtook', async () => {
    const log: string[] = []
    expect(await deliver(message, ports([{ got: 'missing' }], log))).toBe('missing')
    expect(log.filter((line) => line.startsWith('perform'))).toHaveLength(1)
  })

  it('attack 47: stores and sends nothing once somebody left', async () => {
    const log: string[] = []
    expect(await deliver(report, ports(['leave'], log))).toBe('stopped')
    expect(log.filter((line) => line.startsWith('perform'))).toHaveLength(1)
  })
})
