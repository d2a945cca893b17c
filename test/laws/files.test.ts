// The laws of files: one idea each, named as everything else is named, opened by a few lines that say why it exists.
// Protects the reader. Exceptions are listed by name.
import { describe, expect, it } from 'vitest'
import { sourceFiles } from '../support/source.ts'

const files = sourceFiles()
const everything = sourceFiles(['src', 'web', 'test', 'migrations'])

const CEILING = 250
const MEDIAN = 90
/** Lists and word lists: long because they are data. */
const LONG = [/^src\/instrument\/batteries\//, /^web\/languages\//, /^src\/problem\.ts$/, /^src\/analysis\/edition\.ts$/]
const CONFIG = /(?:^|\/)(?:vite|vitest|drizzle|[a-z]+)\.config\.ts$/

describe('files', () => {
  it(`have at most ${CEILING} lines, half of them under ${MEDIAN}`, () => {
    expect(files.filter(({ path, lines }) => lines > CEILING && !LONG.some((one) => one.test(path))).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
    const lengths = files.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(MEDIAN)
  })

  it('open with a few lines of comment', () => {
    const short = everything.filter(({ text }) => {
      const opening = text.split('\n').findIndex((line) => !line.startsWith('//') && !line.startsWith('#'))
      const block = text.startsWith('/*')
      return !block && (opening < 1 || opening > 8)
    })
    expect(short.map(({ path }) => path)).toEqual([])
  })

  it('have no default export but the Worker\'s and those of configuration', () => {
    const wrong = everything.filter(({ path, text }) => /^export default\b/m.test(text) && path !== 'src/worker.ts' && !CONFIG.test(path) && !/^test\/.*-entry\.ts$/.test(path))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('are no barrels', () => {
    expect(files.filter(({ text }) => /^export (?:\*|\{[^}]*\}) from /m.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('have names in kebab-case, components in PascalCase, and no room for odds and ends', () => {
    const wrong = files.filter(({ path }) => {
      const name = path.split('/').at(-1)!
      const shaped = name.endsWith('.tsx') ? /^(?:[A-Z][A-Za-z]*|[a-z]+(?:-[a-z]+)*)\.tsx$/.test(name) : /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.config|\.d)?\.ts$/.test(name)
      return !shaped || /(?:^|\/)(?:utils?|helpers?|shared|common|services|types|constants|misc)(?:\/|\.tsx?$)/.test(path)
    })
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('have no construct that Node could not strip, compile from text or leave for later', () => {
    const banned = [/^\s*(?:export )?(?:const )?enum \w/m, /^\s*(?:export )?namespace \w/m, /new Function\(/, /\beval\(/, /\b(?:TODO|FIXME|XXX)\b/]
    const wrong = files.filter(({ text }) => banned.some((one) => one.test(text.replace(/^\s*(?:\/\/|\*).*$/gm, (line) => (/TODO|FIXME|XXX/.test(line) ? line : '')))))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('skip no test', () => {
    const tests = everything.filter(({ path }) => path.startsWith('test/') && path.endsWith('.test.ts') && path !== 'test/laws/files.test.ts')
    expect(tests.filter(({ text }) => /\b(?:it|test|describe)\.(?:skip|only|todo)\b/.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('name no path of the machine they were written on', () => {
    const wrong = everything.filter(({ path, text }) => path !== 'test/laws/files.test.ts' && /(?:^|[\s'"`(])\/(?:work|root|home|Users)\//m.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

describe('the environment, the clock and the caller', () => {
  it('are read where the house says, and nowhere else', () => {
    const environment = files.filter(({ path, text }) => /\bprocess\.env\b/.test(text) && !/^src\/(?:node|cli(?:-[a-z-]+)?|start-edge|edge-stack|database-host)\.ts$|config\.ts$/.test(path))
    expect(environment.map(({ path }) => path)).toEqual([])
  })

  // The one exception, and what keeps it in memory: test/http/caller-bucket.test.ts.
  it('attack 45: no server code but one file reads where a request came from', () => {
    const asking = /['"`](?:user-agent|x-forwarded-for|x-real-ip|forwarded|cf-connecting-ip|true-client-ip|accept-language|referer)['"`]|remoteAddress|getConnInfo|\.cf\b/i
    const wrong = files.filter(({ path, text }) => path.startsWith('src/') && path !== 'src/http/caller-bucket.ts' && asking.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('write to the console from entries and commands only', () => {
    const wrong = files.filter(({ path, text }) => path.startsWith('src/') && /\bconsole\.\w+\(/.test(text) && !/^src\/(?:node|cli(?:-[a-z-]+)?|worker|deps-node|deps-remote|start-edge|edge-stack|database-host|first-start)\.ts$/.test(path))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})
