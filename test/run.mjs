// `npm test` and `npm run soak`: types, then every test; the last line counts them. Plain JavaScript because it starts the tools themselves.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const soak = process.argv.includes('--soak')
const results = join(root, 'build', 'test-results.json')
const bin = (name, file) => join(root, 'node_modules', name, file)
const run = (file, args, env = {}) => spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0

let passed = 0
let failed = 0
console.log('Checking types ...')
if (run(bin('typescript', 'bin/tsc'), ['--noEmit'])) passed++
else failed++

rmSync(results, { force: true })
const vitest = ['run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
const ended = run(bin('vitest', 'vitest.mjs'), vitest.concat(process.argv.slice(2).filter((a) => a !== '--soak')), soak ? { NULMETING_SOAK: '1' } : {})
if (existsSync(results)) {
  const counted = JSON.parse(readFileSync(results, 'utf8'))
  passed += counted.numPassedTests
  failed += counted.numFailedTests
  // A suite that could not be loaded or set up has no failed test to count, and must not pass for that reason.
  const unstarted = counted.testResults.filter((suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'))
  failed += unstarted.length
  if (!ended && failed === 0) failed = 1
} else failed++

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
