// The permitted imports, as data: which room may know which. A room that is not in the table may not exist.
// Protects the wall between who was invited and what was said, keeps disciplines pure and phones small.
import { describe, expect, it } from 'vitest'
import { roomOf, sourceFiles } from '../support/source.ts'
import type { SourceFile } from '../support/source.ts'

const files = sourceFiles()
const disciplines = ['frame', 'stats', 'crypto', 'instrument', 'disclosure', 'counting', 'analysis', 'letters', 'research']
const slices = ['areas', 'instruments', 'waves', 'sample', 'mailings', 'intake', 'results', 'reports', 'staff', 'audit', 'plans', 'advice', 'signals', 'exports', 'publication', 'backups', 'papers']

/** Room -> rooms it may import. '' are the files straight in src: slices see only problem.ts and deps.ts of them. */
const permitted: Record<string, readonly string[] | 'anything'> = {
  stats: [],
  crypto: [],
  // Files that say who lives where; the coordinator's device reads them, and the operator's line.
  frame: [],
  disclosure: [],
  // Items and instruments are named by their digest.
  instrument: ['crypto'],
  counting: ['crypto', 'instrument'],
  letters: ['crypto', 'instrument'],
  analysis: ['stats', 'instrument', 'disclosure', 'crypto', 'counting'],
  // What researchers take home: counted data in the formats they use.
  research: ['analysis', 'instrument', 'disclosure', 'crypto'],
  db: [],
  http: ['', 'areas', 'staff', 'db', 'crypto'],
  audit: ['', 'db', 'http', 'crypto', 'staff'],
  staff: ['', 'db', 'http', 'crypto', 'audit', 'areas'],
  areas: ['', 'db', 'http', 'audit', 'crypto', 'frame'],
  instruments: ['', 'db', 'http', 'crypto', 'instrument'],
  waves: ['', 'db', 'signals', 'http', 'audit', 'crypto', 'instrument', 'areas', 'instruments', 'analysis', 'sample', 'intake', 'results', 'reports', 'plans'],
  // That microdata left; the data are made on a device.
  exports: ['', 'db', 'http', 'audit', 'waves', 'analysis', 'research'],
  // What everybody may see: published rows, and the municipality's own words beside them.
  publication: ['', 'db', 'http', 'audit', 'analysis', 'counting', 'areas', 'waves', 'results'],
  // What was fixed before anything was measured.
  plans: ['', 'db', 'http', 'audit', 'crypto', 'instrument', 'analysis', 'areas', 'waves'],
  // letters: printing at the command line; no verb of the server reads them.
  sample: ['', 'db', 'http', 'audit', 'crypto', 'areas', 'waves', 'letters', 'mailings'],
  mailings: ['', 'db', 'http', 'audit', 'crypto', 'areas', 'staff', 'waves', 'sample'],
  // counting: the form of a page of sealed rows; it cannot read what is in them.
  intake: ['', 'db', 'http', 'audit', 'crypto', 'waves', 'counting'],
  results: ['', 'db', 'http', 'audit', 'crypto', 'instrument', 'counting', 'analysis', 'disclosure', 'areas', 'instruments', 'waves', 'intake', 'plans', 'staff', 'backups'],
  // waves: fields.ts, the shapes of digests and keys; a law below keeps everything else of it out.
  reports: ['', 'db', 'http', 'audit', 'crypto', 'areas', 'staff', 'waves'],
  advice: ['', 'db', 'http', 'audit'],
  signals: ['', 'db', 'http', 'audit', 'crypto', 'areas', 'staff'],
  // Every database there is, as files; of waves only the printing of a key.
  backups: ['', 'db', 'audit', 'crypto', 'waves'],
  // Says what is really set and planned, so it reads from nearly everywhere; nothing reads from it.
  papers: ['', 'db', 'http', 'audit', 'areas', 'waves', 'instrument', 'instruments', 'results', 'counting', 'publication', 'staff'],
  // Entries, and the example, which walks through everything on purpose.
  '': 'anything',
  example: 'anything',
  cli: 'anything',
  'web/languages': [],
  'web/theme': [],
  'web/resident': ['crypto', 'instrument', 'web/languages', 'web/theme'],
  // Pages with a helper: the resident's own, and the marks of a paper form.
  'web/helping': ['crypto', 'instrument', 'letters', 'web/resident', 'web/languages', 'web/theme'],
  'web/components': ['web/languages', 'web/theme', 'web/charts', 'web/console'],
  'web/charts': [...disciplines, 'web/components', 'web/languages', 'web/theme'],
  'web/console': [...disciplines, 'web/components', 'web/charts', 'web/results', 'web/languages', 'web/theme'],
  'web/results': [...disciplines, 'web/components', 'web/charts', 'web/console', 'web/languages', 'web/theme'],
  web: [],
}

const say = (file: SourceFile, target: string) => `${file.path} -> ${target}`
const isWire = (target: string) => /^src\/[a-z]+\/wire\.ts$/.test(target)
/** The command line's verbs stand in the slice that owns them and know the command line. */
const isCommand = (path: string) => /\/(?:[a-z-]+-)?commands?\.ts$/.test(path)
const isPackage = (target: string, name: string) => target === name || target.startsWith(`${name}/`)
/** Files whose imports are not of a package matching; for 'only X may know Y'. */
const knowing = (name: string) => files.filter((file) => file.imports.some(({ target }) => isPackage(target, name))).map(({ path }) => path)

describe('imports', () => {
  it('cross rooms only as the table says', () => {
    const wrong = files.flatMap((file) => file.imports.filter(({ local, target, typeOnly }) => {
      const rule = permitted[file.room]
      const room = roomOf(target)
      if (!local || room === file.room || rule === 'anything') return false
      if (rule === undefined) return true
      // A page may take types from any wire.ts, so that no schema ships to it.
      if (file.room.startsWith('web/') && isWire(target)) return !typeOnly
      if (isCommand(file.path) && /^src\/cli-[a-z-]+\.ts$/.test(target)) return false
      if (isCommand(file.path) && isWire(target)) return !typeOnly
      if (room === '') return !rule.includes('') || !/^src\/(?:problem|deps)\.ts$/.test(target)
      return !rule.includes(room)
    }).map(({ target }) => say(file, target)))
    expect(wrong).toEqual([])
  })

  it('keep the wall: sample and intake never see each other', () => {
    const through = (one: string, other: string) => files.filter(({ room }) => room === one).flatMap((file) =>
      file.imports.filter(({ target }) => roomOf(target) === other).map(({ target }) => say(file, target)))
    expect([...through('sample', 'intake'), ...through('intake', 'sample')]).toEqual([])
  })

  it('keep reports apart from who was invited and what was said, through every module they load', () => {
    const reached = closure(files.filter(({ room }) => room === 'reports').map(({ path }) => path)).map(({ path }) => path)
    expect(reached.filter((path) => /^src\/(?:sample|intake|results)\//.test(path) || /^src\/waves\/(?!fields)/.test(path))).toEqual([])
  })

  it('let only routes, app, http and the entries know hono', () => {
    const allowed = /^src\/(?:(?:app|node|worker|serve-node)\.ts|http\/[a-z-]+\.ts|[a-z]+\/routes\.ts)$/
    expect([...knowing('hono'), ...knowing('@hono/node-server')].filter((path) => !allowed.test(path))).toEqual([])
  })

  it('let only tables, db and the verbs of slices know drizzle, and only db the client', () => {
    const inSlices = new RegExp(`^src/(?:${[...slices, 'db', 'example'].join('|')})/(?!routes\\.ts|wire\\.ts)`)
    expect(knowing('drizzle-orm').filter((path) => !inSlices.test(path))).toEqual([])
    expect(knowing('@libsql/client').filter((path) => !path.startsWith('src/db/'))).toEqual([])
  })

  it('keep disciplines free of HTTP, SQL, schemas and Node', () => {
    const banned = /^(?:hono|drizzle-orm|zod|@libsql|node:|@hono)/
    const wrong = files.filter(({ room }) => disciplines.includes(room)).flatMap((file) => file.imports.filter(({ target }) => banned.test(target)).map(({ target }) => say(file, target)))
    expect(wrong).toEqual([])
  })

  it('keep zod, routers and charts off the phone, through every module it loads', () => {
    const reached = closure(files.filter(({ path }) => path.startsWith('web/resident/') && !path.endsWith('vite.config.ts') && !path.endsWith('shell.ts')).map(({ path }) => path))
    const packages = reached.flatMap((file) => file.imports.filter(({ local, typeOnly }) => !local && !typeOnly).map(({ target }) => target))
    expect(packages.filter((name) => /zod|router|preact-iso|^d3|topojson|hyparquet|papaparse|hono|drizzle/.test(name))).toEqual([])
    expect(reached.map(({ path }) => path).filter((path) => /^src\/(?!crypto\/|instrument\/)/.test(path))).toEqual([])
  })

  it('keep Node out of the Worker, through every module it loads', () => {
    const reached = closure(['src/worker.ts'])
    expect(reached.map(({ path }) => path)).toContain('src/waves/routes.ts')
    expect(reached.flatMap((file) => file.imports.filter(({ target, typeOnly }) => !typeOnly && target.startsWith('node:')).map(({ target }) => say(file, target)))).toEqual([])
  })
})

/** Every file reached by running these. */
function closure(starts: readonly string[]): SourceFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const reached = new Set<string>()
  const queue = [...starts]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path) || !byPath.has(path)) continue
    reached.add(path)
    queue.push(...byPath.get(path)!.imports.filter(({ local, typeOnly }) => local && !typeOnly).map(({ target }) => target))
  }
  return [...reached].map((path) => byPath.get(path)!)
}
