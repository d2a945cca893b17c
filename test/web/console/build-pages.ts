// Builds a page of this repository with the console's own configuration into a folder outside it and serves it with the console's
// security headers, so that specimens run under the same policy as the product.
import { createServer } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'
import consoleConfig from '../../../web/console/vite.config.ts'

const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "worker-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types nulmeting',
].join('; ')
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' }

export interface Pages {
  url: string
  folder: string
  close(): Promise<void>
}

/** Builds `page` ("docs.html") of a room ("web/components") into a folder. */
export async function buildPages(room: string, page: string, folder: string): Promise<void> {
  const root = new URL(`../../../${room}/`, import.meta.url).pathname
  await build({
    ...consoleConfig, configFile: false, root, logLevel: 'error',
    build: { ...consoleConfig.build, outDir: folder, rolldownOptions: { input: join(root, page) } },
  })
}

/** The same, served on a port of its own. */
export async function servePages(room: string, page: string): Promise<Pages> {
  const folder = await mkdtemp(join(tmpdir(), 'nulmeting-pages-'))
  await buildPages(room, page, folder)
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = join(folder, path === '/' ? page : path)
    readFile(file).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': POLICY }).end(body),
      () => response.writeHead(404, { 'content-security-policy': POLICY }).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    folder,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
