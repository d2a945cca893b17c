// Builds the console for staff laptops: current Chromium, Firefox and Safari, hashed assets, no inline script or style, workers as
// modules. The resident page has its own configuration for old phones; these two share nothing.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    target: ['chrome120', 'firefox121', 'safari17'],
    outDir: here('../../build/web/console'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
