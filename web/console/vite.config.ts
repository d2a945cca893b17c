// Builds the console for staff laptops: current Chromium, Firefox and Safari, hashed assets, no inline script or style, workers as
// modules. The resident page has its own configuration for old phones; these two share nothing.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A numerical package finds out whether generators exist by compiling a text, which the page's policy refuses; every browser built for has them. */
function withoutCompiledText(): Plugin {
  return { name: 'without-compiled-text', enforce: 'pre', load: (id) => (/@stdlib\/assert-has-generator-support\/lib\/index\.js$/.test(id) ? 'module.exports = () => true' : null) }
}

export default defineConfig({
  root: here('.'),
  plugins: [withoutCompiledText()],
  base: '/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es', plugins: () => [withoutCompiledText()] },
  build: {
    target: ['chrome120', 'firefox121', 'safari17'],
    outDir: here('../../build/web/console'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
