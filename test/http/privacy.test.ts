// Protects the headers of every answer on Node, what may be cached, the resident shell, and limits in front of the app.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from 'node:net'
import { addLocalHost } from '../../src/areas/add-local-host.ts'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { headers } from '../../src/http/privacy.ts'
import { PortTaken, serveNode } from '../../src/serve-node.ts'
import type { Serving } from '../../src/serve-node.ts'
import { RESIDENT, STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

const SHELL = '<body data-name="<!--place:name-->" data-example="<!--place:example-->"><a href="<!--place:exitUrl-->"><!--place:phone--></a><!--place:unknown--></body>'
const built: Record<string, string> = {
  'resident/index.html': SHELL, 'resident/weer.html': '<p>weer</p>', 'console/index.html': '<p>console</p>',
  'resident/assets/app-1a2b.js': `/* ${'x'.repeat(5_000)} */`, 'resident/icon.svg': '<svg/>', 'console/assets/app-9z.js': 'console',
}

let server: TestServer
let serving: Serving
beforeAll(async () => {
  server = await startServer({ deps: { page: async (name) => built[name] ?? null, asset: async (name) => (built[name] === undefined ? null : new TextEncoder().encode(built[name])) } })
  serving = await serveNode(server.app.fetch, 0)
  await addLocalHost(server.deps, serving.port)
})
afterAll(async () => {
  await serving.close()
  await server.close()
})

const paths = ['/', '/weer', '/weer.html', '/nothing', '/assets/app-1a2b.js', '/api/nothing', '/api/staff/session', '/api/instruments/0', '/.env', '/index.html']

describe('every answer', () => {
  it('attack 50: carries every header of privacy, whatever it is', async () => {
    for (const origin of [RESIDENT, STAFF]) {
      for (const method of ['GET', 'POST', 'HEAD', 'OPTIONS']) {
        for (const path of paths) {
          const answer = await server.app.request(origin + path, { method })
          expect(answer.status).toBeLessThan(500)
          for (const [name, value] of Object.entries(headers)) expect([origin, method, path, name, answer.headers.get(name)]).toEqual([origin, method, path, name, value])
          expect(answer.headers.get('cache-control')).toMatch(/^(?:no-store|public, max-age=31536000, immutable)$/)
          for (const name of ['access-control-allow-origin', 'server', 'x-powered-by', 'etag', 'last-modified', 'set-cookie']) expect([path, name, answer.headers.get(name)]).toEqual([path, name, null])
        }
      }
    }
  })

  it('attack 46: lets a page load nothing from elsewhere and run nothing inline', () => {
    const policy = headers['content-security-policy']!
    expect(policy).not.toMatch(/unsafe|https?:|data:|blob:|\*/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).toContain('trusted-types nulmeting')
  })

  it('is kept by no cache, except what is named by its digest', async () => {
    const kept = async (path: string) => (await server.app.request(RESIDENT + path)).headers.get('cache-control')
    expect(await kept('/assets/app-1a2b.js')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/', '/icon.svg', '/assets/missing.js', '/api/nothing']) expect([path, await kept(path)]).toEqual([path, 'no-store'])
  })
})

describe('pages', () => {
  it('are filled with the municipality\'s own words, as text', async () => {
    const page = await (await server.app.request(`${RESIDENT}/`)).text()
    expect(page).toBe('<body data-name="Veldwijk" data-example="example"><a href="/weer.html">088 111 22 33</a><!--place:unknown--></body>')
  })

  it('attack 25: keep markup in a municipality\'s words inert', async () => {
    await addMunicipality(server.deps, { id: 'boos', name: '"><script>alert(1)</script>', hosts: ['boos.example'], contact: { phone: '" onclick="x' } })
    const page = await (await server.app.request('http://boos.example/')).text()
    expect(page).not.toContain('<script')
    expect(page).not.toContain('" onclick')
    await expect(addMunicipality(server.deps, { id: 'boos', name: 'x', hosts: [], contact: { exitUrl: 'javascript:alert(1)' } })).rejects.toMatchObject({ slug: 'invalid-plan' })
  })

  it('show each face its own, and nobody\'s host nothing', async () => {
    expect(await (await server.app.request(`${STAFF}/meting/x`)).text()).toBe('<p>console</p>')
    expect((await server.app.request(`${RESIDENT}/meting/x`)).status).toBe(404)
    expect((await server.app.request(`${RESIDENT}/assets/app-9z.js`)).status).toBe(404)
    expect((await server.app.request('http://nobody.example/')).status).toBe(404)
  })
})

describe('the listening server', () => {
  it('refuses a hundred announced megabytes before reading one byte', async () => {
    const reply = await new Promise<string>((resolve, reject) => {
      const socket = connect(serving.port, '127.0.0.1', () => socket.write('POST /api/responses HTTP/1.1\r\nHost: 127.0.0.1:8787\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n'))
      let text = ''
      socket.on('data', (part) => (text += part)).on('end', () => resolve(text)).on('error', reject)
    })
    expect(reply).toMatch(/^HTTP\/1\.1 413/)
    expect(reply.toLowerCase()).toContain('content-security-policy')
    expect(reply).toContain('/problems/body-too-large')
  })

  it('refuses five megabytes where sixteen kilobytes are read, announced or streamed, and goes on serving', async () => {
    const address = `http://127.0.0.1:${serving.port}`
    const send = (body: BodyInit, more: object = {}) => fetch(`${address}/api/responses`, {
      method: 'POST', headers: { origin: address, 'content-type': 'application/json' }, body, ...more,
    })
    for (let i = 0; i < 5; i++) {
      expect((await send(new Uint8Array(5_000_000))).status).toBe(413)
      const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) })
      expect((await send(endless, { duplex: 'half' })).status).toBe(413)
      expect((await fetch(`${address}/`)).status).toBe(200)
    }
  })

  it('compresses built files, and no answer of the API', async () => {
    const encoding = async (path: string) => (await fetch(`http://127.0.0.1:${serving.port}${path}`, { headers: { 'accept-encoding': 'gzip' } })).headers.get('content-encoding')
    expect(await encoding('/assets/app-1a2b.js')).toBe('gzip')
    expect(await encoding('/api/nothing')).toBeNull()
  })

  it('says in a sentence that a port is taken', async () => {
    await expect(serveNode(server.app.fetch, serving.port)).rejects.toBeInstanceOf(PortTaken)
    await expect(serveNode(server.app.fetch, serving.port)).rejects.toThrow(`Port ${serving.port} is in use by another program.`)
  })
})

describe('a fault', () => {
  it('is answered and logged by its code alone', async () => {
    const broken = await startServer({ deps: { page: () => Promise.reject(Object.assign(new Error('Failed query ... params: Secret77'), { cause: { code: 'SQLITE_IOERR', message: 'Secret77' } })) } })
    const answer = await broken.app.request(`${RESIDENT}/`)
    expect([answer.status, await answer.json()]).toEqual([500, { type: '/problems/fault', title: 'Something went wrong', status: 500 }])
    expect(broken.log).toEqual(['{"code":"SQLITE_IOERR","route":"page","status":500}'])
    expect(answer.headers.get('content-security-policy')).toBe(headers['content-security-policy'])
    await broken.close()
  })
})
