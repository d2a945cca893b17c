// What `npm start`, `npm test` and the command line do first: install what is missing, build what changed, find a browser when asked.
// Plain JavaScript and separate because it runs on a fresh clone, before any package or compiled file exists.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const quiet = process.argv.includes('--quiet')
const say = (line) => { if (!quiet) console.log(line) }

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

function run(command, args, what, env = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit', env: { ...process.env, ...env } })
  if (result.status !== 0) fail(`${what} did not succeed (${command} ${args.join(' ')}). The lines above say why; run the same command again when it is mended.`)
}

function digestOf(paths) {
  const hash = createHash('sha256')
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = join(path, entry.name)
      if (entry.isDirectory()) visit(full)
      else hash.update(full.slice(root.length)).update('\0').update(readFileSync(full)).update('\0')
    }
  }
  for (const path of paths) {
    const full = join(root, path)
    if (path.includes('.')) hash.update(readFileSync(full))
    else visit(full)
  }
  return hash.digest('hex')
}

const stamped = (file, digest) => existsSync(file) && readFileSync(file, 'utf8') === digest

/** npm leaves the libSQL server out unless install scripts are off; `npm ci` removes what is there, so only when something is missing. */
function install() {
  const digest = digestOf(['package-lock.json'])
  const stamp = join(root, 'node_modules', '.nulmeting-installed')
  if (stamped(stamp, digest)) return
  say('Installing packages (about half a minute, once) ...')
  // The age rule of .npmrc is for choosing versions; what stands in the lock file was chosen.
  run('npm', ['ci', '--ignore-scripts', '--min-release-age=0', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], 'Installing packages')
  writeFileSync(stamp, digest)
}

/** Server, command line and pages, only when a source changed. */
function build() {
  const digest = digestOf(['src', 'web', 'migrations', 'test/bench', 'package-lock.json'])
  const stamp = join(root, 'build', '.built')
  if (!process.argv.includes('--build') && stamped(stamp, digest)) return
  say('Building ...')
  rmSync(stamp, { force: true })
  mkdirSync(join(root, 'build'), { recursive: true })
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  for (const room of ['web/resident', 'web/helping', 'web/console', 'src']) {
    if (!existsSync(join(root, room, 'vite.config.ts'))) continue
    run(process.execPath, [vite, 'build', '--logLevel', 'error', '--config', join(root, room, 'vite.config.ts')], `Building ${room}`, { NODE_ENV: 'production' })
  }
  writeFileSync(join(root, 'build', 'web-digests.json'), `${JSON.stringify(siteDigests(join(root, 'build', 'web')), null, 1)}\n`)
  writeFileSync(stamp, digest)
}

/** SHA-256 of every built page and asset: what `nulmeting check-site` compares a live host with. */
function siteDigests(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(files.map((file) => [file.slice(folder.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]))
}

/** An installed Chromium, or Debian's; nothing is downloaded past the system's own packages. */
function findChromium() {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  if (known.some((path) => path && existsSync(path))) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium from the system packages ...')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    if (existsSync('/usr/bin/chromium')) return
  }
  fail('The browser tests need Chromium. Install it (on Debian or Ubuntu: sudo apt-get install chromium) or set CHROMIUM to the path of an installed one, then run the same command again.')
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) fail(`Node ${process.versions.node} is too old: install Node 20.19 or newer (22 or 24 advised) and run the same command again.`)
install()
if (process.argv.includes('--with-chromium')) findChromium()
build()
