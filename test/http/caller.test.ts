// What the server learns of who called: nothing. Protects: that no header about the caller changes an answer (there is no bucket to share,
// to fill for a neighbourhood or to escape from), and that a phone which loses its signal halfway leaves no line in a log.
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => void (server = await startServer()))
afterAll(() => server.close())

const body = { manifest: '0123456789abcdef', code: 'a'.repeat(64) }

describe('a caller', () => {
  it('attack 44: is answered alike whatever address a header claims, the three-hundredth time as the first', async () => {
    const claims = (i: number): Record<string, string>[] => [
      {}, { 'x-forwarded-for': `203.0.113.${i}` }, { 'x-forwarded-for': '198.51.100.7' }, { forwarded: `for="[2001:db8::${i.toString(16)}]"` },
      { 'x-real-ip': '::ffff:203.0.113.9' }, { 'cf-connecting-ip': `203.0.113.${i}`, 'true-client-ip': '127.0.0.1' },
    ]
    const seen = new Set<string>()
    for (let i = 0; i < 50; i += 1) {
      for (const headers of claims(i)) {
        const answer = await server.request('POST', '/api/invites/check', { body, headers })
        seen.add(JSON.stringify([answer.status, [...answer.headers], await answer.text()]))
      }
    }
    expect([...seen]).toHaveLength(1)
    expect([...seen][0]).toContain('unknown-manifest')
  })

  it('attack 45: who breaks off halfway through a body leaves no line in the log, announced or not', async () => {
    const port = await server.listen()
    const head = 'POST /api/responses HTTP/1.1\r\nHost: 127.0.0.1:8787\r\nOrigin: http://127.0.0.1:8787\r\nContent-Type: application/json\r\n'
    for (const rest of ['Content-Length: 500\r\n\r\n{"manifest"', 'Transfer-Encoding: chunked\r\n\r\n5\r\n{"man\r\n']) {
      const socket = connect(port, '127.0.0.1')
      await new Promise<void>((resolve) => socket.write(head + rest, () => resolve()))
      await new Promise((resolve) => setTimeout(resolve, 100))
      socket.destroy()
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    expect(server.log).toEqual([])
  })
})
