// Where a flow runs: the app on Node with embedded files, or the Worker in workerd with real libSQL servers, each behind a real port.
// Separate so that a flow is written once and walked on both; what prepares it uses `deps`, which reaches the same databases.
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Deps } from '../../src/deps.ts'
import { startTestEdge } from '../support/edge.ts'
import { steadily } from '../support/steady.ts'
import { startServer } from '../support/server.ts'

export type Runtime = 'Node' | 'workerd'
export const RUNTIMES: readonly Runtime[] = ['Node', 'workerd']

export interface Stand {
  runtime: Runtime
  /** http://127.0.0.1:<port>; no municipality lives there yet. */
  origin: string
  /** http://localhost:<port>. */
  staffOrigin: string
  deps: Deps
  /** Where its databases lie; absent in workerd, where servers of their own keep them. */
  folder?: string
  /** Moves the app's clock; absent in workerd, which has its own. */
  advance?: (milliseconds: number) => void
  close: () => Promise<void>
}

/** Starts a runtime with empty databases. `pages`: other built pages than build/web; Node only. */
export function startStand(runtime: Runtime, pages: Partial<Deps> = {}): Promise<Stand> {
  return runtime === 'Node' ? onNode(pages) : onEdge()
}

async function onNode(pages: Partial<Deps>): Promise<Stand> {
  let answer: ReturnType<typeof getRequestListener> | undefined
  const { port, close } = await listening((request, response) => void answer?.(request, response))
  const staffOrigin = `http://localhost:${port}`
  const server = await startServer({ now: new Date(), municipalities: false, deps: { staffOrigin, ...pages } })
  answer = getRequestListener(server.app.fetch)
  return {
    runtime: 'Node', origin: `http://127.0.0.1:${port}`, staffOrigin, deps: server.deps, folder: server.folder, advance: server.advance,
    close: async () => (await close(), await server.close()),
  }
}

async function onEdge(): Promise<Stand> {
  let forward: RequestListener | undefined
  const { port, close } = await listening((request, response) => forward?.(request, response))
  const staffOrigin = `http://localhost:${port}`
  const edge = await startTestEdge({ staffOrigin })
  forward = steadily(edge.origin)
  return {
    runtime: 'workerd', origin: `http://127.0.0.1:${port}`, staffOrigin, deps: edge.deps,
    close: async () => (await close(), await edge.close()),
  }
}

/** On every address of this machine: `localhost` may mean either family. */
async function listening(listener: RequestListener): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  return { port, close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()) }
}
