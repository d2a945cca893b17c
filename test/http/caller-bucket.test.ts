// Protects: that the one file that looks at addresses makes nothing of them but a number for ten minutes, that nobody escapes it by rotating or
// claiming addresses, and that a flood of reports is held off before it costs anything.
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { bucketing, networkOf, nodeAddress, workerAddress } from '../../src/http/caller-bucket.ts'
import { newGate } from '../../src/http/gate.ts'
import { bytesAtRest } from '../support/at-rest.ts'
import { RESIDENT, startServer } from '../support/server.ts'

describe('a bucket', () => {
  it('attack 44: is one for a whole network, however an address in it is written', () => {
    const one = ['2001:db8:12:3400::1', '2001:0db8:0012:34ff:ffff:ffff:ffff:ffff', '2001:DB8:12:3456:1:2:3:4', '2001:db8:12:34ab::%eth0']
    expect(new Set(one.map(networkOf))).toEqual(new Set(['2001:db8:12:3400']))
    const four = ['203.0.113.7', '203.0.113.250', '::ffff:203.0.113.9', '::ffff:cb00:7109', '0:0:0:0:0:ffff:cb00:7109', '::FFFF:203.0.113.1']
    expect(new Set(four.map(networkOf))).toEqual(new Set(['203.0.113']))
    expect(networkOf('2001:db8:12:3500::1')).not.toBe(networkOf('2001:db8:12:3400::1'))
  })

  it('is none for what says nothing: a proxy in front, or no address', () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', '192.168.1.1', '172.16.0.1', 'fd00::1', 'fe80::1%eth0', '', 'x', '1.2.3', '999.1.1.1', '1:2:3', ':::', '::1::', 'g::']) {
      expect([address, networkOf(address)]).toEqual([address, null])
    }
  })

  it('attack 44: has no memory of the address: sixteen bits under a salt that is gone after ten minutes', () => {
    let now = 0
    const bucketOf = bucketing(() => now)
    const first = Array.from({ length: 40 }, (_, i) => bucketOf(`203.0.${i}.1`)!)
    expect(first.every((bucket) => Number.isInteger(bucket) && bucket >= 0 && bucket < 65_536)).toBe(true)
    expect(Array.from({ length: 40 }, (_, i) => bucketOf(`203.0.${i}.200`)!)).toEqual(first)
    now += 10 * 60_000
    expect(Array.from({ length: 40 }, (_, i) => bucketOf(`203.0.${i}.1`)!)).not.toEqual(first)
    expect(Array.from({ length: 40 }, (_, i) => bucketing(() => 0)(`203.0.${i}.1`)!)).not.toEqual(first)
  })

  it('attack 45: its file writes, logs and keeps nothing', () => {
    const text = readFileSync(new URL('../../src/http/caller-bucket.ts', import.meta.url), 'utf8').replace(/^\/\/.*$/gm, '')
    expect(text).not.toMatch(/console|\blog\b|office|database|fetch\(|writeFile|new Map|Set\(|localStorage|import .*(?:db|deps|node:)/)
  })

  it('attack 44: comes from the socket on Node, whatever a header claims', () => {
    const request = new Request('http://x/', { headers: { 'x-forwarded-for': '198.51.100.1', 'cf-connecting-ip': '198.51.100.2' } })
    expect(nodeAddress({ incoming: { socket: { remoteAddress: '203.0.113.7' } } })).toBe('203.0.113.7')
    expect([nodeAddress(undefined), nodeAddress({})]).toEqual([undefined, undefined])
    expect(workerAddress(request)).toBe('198.51.100.2')
  })
})

describe('the gate', () => {
  it('attack 43: lets so many in a second, fewer from one bucket, so many at a time, and says when to come back', () => {
    let now = 0
    const gate = newGate(() => now)
    const flood = (bucket: number | null, requests: number) => Array.from({ length: requests }, () => {
      const wait = gate.enter(bucket)
      if (wait === 0) gate.leave()
      return wait
    })
    const one = flood(7, 1_000)
    expect(one.filter((wait) => wait === 0)).toHaveLength(120)
    expect(one.at(-1)).toBeGreaterThan(0)
    // A neighbour is not shut out by it.
    expect(flood(8, 1)).toEqual([0])
    expect(gate.busy()).toBe(false)
    expect(flood(null, 1_000).filter((wait) => wait === 0)).toHaveLength(119)
    expect(gate.busy()).toBe(true)
    now += 10_000
    expect(flood(7, 1_000).filter((wait) => wait === 0)).toHaveLength(20)
    const inside = newGate(() => now)
    expect(Array.from({ length: 100 }, () => inside.enter(null)).filter((wait) => wait === 0)).toHaveLength(64)
  })

  it('attack 43: answers 429 with Retry-After before it reads a body, and surveys go on', async () => {
    const server = await startServer({ deps: { gate: newGate(() => 0), bucket: () => 5 } })
    try {
      const body = new Uint8Array(66)
      body[0] = 1
      const statuses: number[] = []
      for (let round = 0; round < 3; round += 1) {
        for (const answer of await Promise.all(Array.from({ length: 50 }, () => server.request('POST', '/api/reports/poll', { body })))) {
          statuses.push(answer.status)
          if (answer.status === 429) expect([answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual(['1', 'application/problem+json'])
        }
      }
      expect([statuses.filter((status) => status === 429).length, new Set(statuses)]).toEqual([30, new Set([409, 429])])
      expect((await server.request('POST', '/api/invites/check', { body: { manifest: '0123456789abcdef', code: 'a'.repeat(64) } })).status).toBe(404)
      // Larger than the address reads: refused for being too many, not read first.
      expect((await server.request('POST', `${RESIDENT}/api/reports`, { body: new Uint8Array(5_000_000) })).status).toBe(429)
      expect(bytesAtRest(server.folder)).not.toContain('203.0.113')
    } finally {
      await server.close()
    }
  })
})
