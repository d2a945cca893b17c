// Builds the resident pages into build/web/resident: one HTML file, one style sheet, one script before the first question, the sealing
// code apart. The target is far below Vite's own: it would shut out old iPhones. `<script type="module">` is the gate.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { nl } from '../languages/nl.ts'
import { prunedTheme } from '../theme/pruned-theme.ts'
import { shellAttributes, shellBody, shellFallback } from './shell.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Writes the static page into the HTML after Vite has read it, so that placeholders stay as they are. */
function staticShell(): Plugin {
  return {
    name: 'static-shell',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html
        .replace(/ shell-attributes(="")?/, () => ` ${shellAttributes()}`)
        .replace(/<!--shell:fallback-->/g, () => shellFallback(nl))
        .replace('<!--shell:body-->', () => shellBody(nl)),
    },
  }
}

/** Vite's own helper for lazy chunks preloads styles and chunks of chunks; here each has none, so loading one is import() itself. */
function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    load: { filter: { id: /vite\/preload-helper\.js$/ }, handler: () => 'export const __vitePreload = (load) => load()' },
  }
}

/** What markup compiles to, in the files that have any; Vite's own setting puts it into workers too, which would carry Preact for nothing. */
function markupImports(): Plugin {
  return {
    name: 'markup-imports',
    enforce: 'pre',
    transform: { filter: { id: /\.tsx$/ }, handler: (code) => ({ code: `import { h, Fragment } from 'preact';${code}`, map: null }) },
  }
}

export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: here('./public'),
  plugins: [prunedTheme({ content: [here('.')], unused: [/disabled/, /read-only/, /placeholder/, /pressed/, /busy/], later: [here('./report')] }), staticShell(), plainImports(), markupImports()],
  // The classic transform spares the automatic one's second copy of createElement.
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  build: {
    outDir: here('../../build/web/resident'),
    emptyOutDir: true,
    target: ['es2018', 'chrome64', 'safari11.1'],
    // Logical properties stay as they are: for older targets each becomes a list of right-to-left languages, a third of the file.
    cssTarget: ['chrome87', 'safari14.1'],
    modulePreload: false,
    assetsInlineLimit: 0,
    assetsDir: 'assets',
    rolldownOptions: {
      // Both are known: the sealing chunk is loaded only where BigInt exists, and its library asks for node's crypto only in node.
      onLog(level, log, handle) {
        if (log.code !== 'TOLERATED_TRANSFORM' && !log.message.includes('Module "crypto" has been externalized')) handle(level, log)
      },
      // Without the assumption every error class brings 800 bytes of helpers.
      transform: { assumptions: { setPublicClassFields: true } },
    },
  },
})
