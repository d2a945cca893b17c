// Builds the pages for helpers, interviewers and keying beside the resident page, with chunks of their own: nothing of them stands before a
// resident's first question. Built after web/resident, which empties the folder.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { nl } from '../languages/nl.ts'
import { shellAttributes, shellFallback } from '../resident/shell.ts'
import { prunedTheme } from '../theme/pruned-theme.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

function staticShell(): Plugin {
  return {
    name: 'static-shell',
    transformIndexHtml: { order: 'post', handler: (html) => html.replace(/ shell-attributes(="")?/, () => ` ${shellAttributes()}`).replace(/<!--shell:fallback-->/g, () => shellFallback(nl)) },
  }
}

export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  plugins: [prunedTheme({ content: [here('.'), here('../resident')], unused: [/disabled/, /read-only/, /placeholder/, /pressed/, /busy/] }), staticShell()],
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' }, jsxInject: "import { h, Fragment } from 'preact'" },
  // A worker of these pages is theirs by name too, so that none is taken for the resident page's.
  worker: { rolldownOptions: { output: { entryFileNames: 'assets/helping-[name]-[hash].js' } } },
  build: {
    outDir: here('../../build/web/resident'),
    emptyOutDir: false,
    target: ['es2020', 'chrome87', 'safari14.1'],
    modulePreload: false,
    assetsInlineLimit: 0,
    assetsDir: 'assets',
    rolldownOptions: {
      input: Object.fromEntries(['samen', 'telefoon', 'papier'].map((name) => [name, here(`./${name}.html`)])),
      output: { entryFileNames: 'assets/helping-[name]-[hash].js', chunkFileNames: 'assets/helping-[name]-[hash].js', assetFileNames: 'assets/helping-[name]-[hash][extname]' },
      onLog(level, log, handle) {
        if (log.code !== 'TOLERATED_TRANSFORM' && !log.message.includes('Module "crypto" has been externalized')) handle(level, log)
      },
    },
  },
})
