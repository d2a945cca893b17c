// Protects: what a phone loads. The first view takes codes and manifest without any library; sealing comes later, within its budget,
// and never brings staff files along.
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, it } from 'vitest'

const KB = 1024
const room = new URL('../../src/crypto/', import.meta.url).pathname
/** Files that only staff devices may load. */
const STAFF = ['key-sheet', 'wrapped', 'merkle', 'edition-seal', 'draw-codes', 'issuer-key', 'manifest-check', 'bip39', '@scure/base/index']

async function bundled(files: readonly string[], use: string): Promise<{ gzipped: number; modules: string[] }> {
  const entry = '/virtual-entry.js'
  const source = `${files.map((file, i) => `import * as m${i} from '${room}${file}.ts'`).join('\n')}\nglobalThis.use = ${use}`
  const built = await build({
    configFile: false, logLevel: 'silent', root: room,
    plugins: [{ name: 'entry', resolveId: (id) => (id.endsWith(entry) ? entry : null), load: (id) => (id === entry ? source : null) }],
    build: { write: false, target: 'es2022', lib: { entry, formats: ['es'], fileName: 'phone' }, minify: true },
  })
  const chunks = (built as unknown as { output: { code: string; modules: Record<string, { renderedLength: number }> }[] }[])[0]!.output
  return {
    gzipped: gzipSync(chunks.map(({ code }) => code).join('\n'), { level: 9 }).length,
    modules: chunks.flatMap(({ modules }) => Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => id)),
  }
}

it('the first view takes manifest, code and digest in under 3 KB and without a library', async () => {
  const { gzipped, modules } = await bundled(['manifest', 'invite-code', 'digest'], '[m0, m1, m2]')
  expect(modules.filter((id) => id.includes('node_modules'))).toEqual([])
  expect(gzipped).toBeLessThan(3 * KB)
})

it('sealing takes at most 75 KB and brings no staff file', async () => {
  const { gzipped, modules } = await bundled(['credential', 'sealed', 'payload'],
    '[m0.blind, m0.finalize, m0.verify, m0.spentDigest, m0.dummyCredential, m1.seal, m1.paddedSizeFor, m2.payloadBytes]')
  for (const name of STAFF) expect(modules.filter((id) => id.includes(`/${name}`) && id.startsWith(room)), name).toEqual([])
  expect(modules.filter((id) => id.includes('bip39'))).toEqual([])
  expect(gzipped).toBeLessThan(75 * KB)
})
