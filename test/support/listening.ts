// The app on a real port with its staff face on localhost, for what speaks HTTP from another process's point of view: the command line.
// Separate from server.ts because the staff origin has to be known before the app is made.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { freePort } from '../../src/db/sqld.ts'
import { createApp } from '../../src/app.ts'
import { startServer } from './server.ts'
import type { TestServer } from './server.ts'

/** A started server whose staff pages answer on http://localhost:<port>; residents as in startServer, in-process. */
export async function listeningServer(): Promise<TestServer> {
  const port = await freePort()
  const server = await startServer({ deps: { staffOrigin: `http://localhost:${port}` } })
  const app = createApp(server.deps)
  const listener = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => listener.listen(port, 'localhost', resolve))
  const { port: bound } = listener.address() as AddressInfo
  if (bound !== port) throw new Error('the port was taken')
  return {
    ...server,
    async close() {
      await new Promise((resolve) => listener.close(resolve).closeAllConnections())
      await server.close()
    },
  }
}
