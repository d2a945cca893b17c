// The wire of the fieldwork tests over each way there is: in-process, Node's HTTP, workerd. Separate so that a promise is written once.
import type { Wire } from './fieldwork.ts'
import { startServer } from './server.ts'
import type { TestServer } from './server.ts'

/** In-process, with one person who has every role. */
export async function inProcess(server: TestServer): Promise<Wire> {
  let cookie = await server.signIn(['coordinator', 'analyst'])
  const staff = (method: string, path: string, body?: object | Uint8Array) => server.request(method, `http://localhost:8787${path}`, { body, cookie })
  return {
    resident: (method, path, body) => server.request(method, path, { body }),
    // Tests move the clock by days; a session ends after minutes without anybody.
    async staff(method, path, body) {
      const answer = await staff(method, path, body)
      if (answer.status !== 401) return answer
      cookie = await server.signIn(['coordinator', 'analyst'])
      return staff(method, path, body)
    },
  }
}

export async function startedInProcess(options: Parameters<typeof startServer>[0] = {}): Promise<{ server: TestServer; wire: Wire }> {
  const server = await startServer(options)
  return { server, wire: await inProcess(server) }
}
