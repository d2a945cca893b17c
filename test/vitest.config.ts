// How the suite runs: one project on Node against real libSQL files. Flows and promises start their own servers and browser.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Printed from the command line with the words of the style sheet: other styles are empty in tests.
    css: { include: [/letters\/[a-z-]+\.css/] },
    // Ends what hangs, measures nothing: generous, so that a machine with other work does not fail what is right.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
})
