// Bundles what runs on Node (server, command line, edge starter, bench) for Node 20, which cannot run TypeScript by itself.
// Packages stay outside the bundle; the built files are build/<name>.mjs.
import { fileURLToPath } from 'node:url'
import { existsSync } from 'node:fs'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const entries = {
  node: here('./node.ts'),
  cli: here('./cli.ts'),
  'start-edge': here('./start-edge.ts'),
  'database-host': here('./database-host.ts'),
  'file-thread': here('./db/file-thread.mjs'),
  bench: here('../test/bench/main.ts'),
}

export default defineConfig({
  root: here('..'),
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('../build'),
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path))),
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
    },
  },
})
