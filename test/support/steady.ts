// In front of the development server of the edge: passes every request on byte for byte, host name included, and sends it again when that
// server restarted workerd in the middle because a source file was saved. Separate because nothing but a test needs it.
import { request } from 'node:http'
import type { IncomingMessage, RequestListener } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE = 120

/** A listener that forwards to an origin. */
export function steadily(origin: string): RequestListener {
  const { hostname, port } = new URL(origin)
  const once = (incoming: IncomingMessage, body: Buffer) => new Promise<{ head: IncomingMessage; body: Buffer }>((resolve, reject) => {
    const outgoing = request({ hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers }, (head) => {
      whole(head).then((received) => resolve({ head, body: received }), reject)
    })
    outgoing.once('error', reject).end(body)
  })
  return async (incoming, response) => {
    const sent = await whole(incoming)
    for (let attempt = 1; attempt <= PATIENCE; attempt += 1) {
      const answer = await once(incoming, sent).catch(() => undefined)
      if (answer && !(answer.head.statusCode === 503 && answer.body.includes('restarted mid-request'))) {
        const { 'transfer-encoding': _, ...headers } = answer.head.headers
        response.writeHead(answer.head.statusCode!, headers).end(answer.body)
        return
      }
      await pause(250)
    }
    response.destroy()
  }
}

async function whole(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
