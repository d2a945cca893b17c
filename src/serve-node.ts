// Listening on Node: loopback in both address families, limits in front of the app, compression, a clean end. No access log exists.
// Separate from node.ts so that a test can serve the very same way.
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { largestBody } from './http/roles.ts'
import { headers } from './http/privacy.ts'
import { problem, problemBody } from './problem.ts'

/** `env` is Node's own request and response, for what needs the socket: http/caller-bucket.ts. */
type Fetch = (request: Request, env?: object) => Response | Promise<Response>

export interface Serving {
  port: number
  /** Stops listening, lets what is under way finish for at most five seconds, then cuts it. */
  close: () => Promise<void>
}

/** The port is taken: its message is a sentence for whoever started the server. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken'
}

/** Serves on 127.0.0.1 and, where there is one, on ::1 (`localhost` means either). Port 0 takes a free one. */
export async function serveNode(fetch: Fetch, port: number): Promise<Serving> {
  const listener = limited(getRequestListener(compressed(fetch), { errorHandler: () => new Response(null, { status: 400 }) }))
  const first = await listen(listener, port, '127.0.0.1')
  const taken = (first.address() as AddressInfo).port
  const servers = [first]
  try {
    servers.push(await listen(listener, taken, '::1'))
  } catch (fault) {
    // No IPv6 here is fine; somebody else on our port of the other family is not, because a browser may pick it for `localhost`.
    if (fault instanceof PortTaken) {
      await shut(first)
      throw fault
    }
  }
  return { port: taken, close: async () => void (await Promise.all(servers.map(shut))) }
}

function listen(listener: (request: IncomingMessage, response: ServerResponse) => void, port: number, host: string): Promise<Server> {
  // A slow sender holds a socket for half a minute at most.
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 }, listener)
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) =>
      reject(fault.code === 'EADDRINUSE' ? new PortTaken(`Port ${port} is in use by another program. Stop that program, or choose another port: PORT=8788 npm start`) : fault))
    server.listen(port, host, () => resolve(server))
  })
}

async function shut(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), 5_000)
  await closed
  clearTimeout(cut)
}

/** Refuses what announces more than any address reads, before a byte of it is read. */
function limited(listener: (request: IncomingMessage, response: ServerResponse) => unknown) {
  const body = JSON.stringify(problemBody(problem('body-too-large', { limit: largestBody })))
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (Number(request.headers['content-length'] ?? 0) > largestBody) {
      response.writeHead(413, { ...headers, 'cache-control': 'no-store', 'content-type': 'application/problem+json', connection: 'close' }).end(body)
      return
    }
    void listener(request, response)
  }
}

/** Pages, built files, manifests and instruments travel compressed (at the edge the platform does it); API answers keep their size. */
function compressed(fetch: Fetch): Fetch {
  const shell = new Hono()
  shell.use(compress({ threshold: 1_024 }))
  shell.all('*', (c) => fetch(c.req.raw, c.env as object))
  // What is not compressed goes straight through: a second router costs a submission some of the little time it takes.
  return (request, env) => (/^[^/]+\/\/[^/]+\/api\/(?!manifests\/|instruments\/)/.test(request.url) ? fetch(request, env) : shell.fetch(request, env))
}
