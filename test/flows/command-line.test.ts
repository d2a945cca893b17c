// A measurement from an empty folder to a verified edition, by the built command line against the built server: every verb an operator or
// an analyst needs, bad files first. Each step goes on where the one before it stopped. No refusal may show where in the code it arose.
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeHash, parseCode } from '../../src/crypto/invite-code.ts'
import { manifestDigest } from '../../src/crypto/manifest.ts'
import type { Manifest } from '../../src/crypto/manifest.ts'
import type { EditionDetail, EditionSummary } from '../../src/results/wire.ts'
import { aPlan, answer } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import { commandLine } from './command-line.ts'
import type { CommandLine, Said } from './command-line.ts'

const INVITED = 60
const ANSWERED = 30
const AREAS = ['A', 'B']

let line: CommandLine
let server: Awaited<ReturnType<CommandLine['serve']>>
let wave: string
const at = (...path: string[]) => join(line.folder, ...path)
const file = (name: string, text: string) => (writeFileSync(at(name), text), at(name))

/** A call that has to succeed; answers what it printed. */
async function done(...words: string[]): Promise<string> {
  const { code, out, complaint } = await line.nulmeting(...words)
  expect([words.join(' '), complaint, code]).toEqual([words.join(' '), '', 0])
  return out
}

/** A call that has to be refused with a sentence, and with nothing that looks like a fault of the program. */
async function refused(sentence: string | RegExp, ...words: string[]): Promise<Said> {
  const said = await line.nulmeting(...words)
  expect(said.code).toBeGreaterThan(0)
  expect(said.complaint).toMatch(sentence)
  expect(`${said.out}\n${said.complaint}`).not.toMatch(/^\s+at |node:internal|\.mjs:\d|This did not work/m)
  return said
}

beforeAll(async () => {
  line = await commandLine()
})
afterAll(async () => {
  expect(await server?.stop()).toBe(0)
  line.remove()
})

describe('the command line', () => {
  it('sets a municipality up, and imports nothing from a file with a fault', async () => {
    await refused('there are: none yet', 'invite-staff', 'Sam', '--role', 'analyst')
    await refused('Sign in first', 'waves')
    server = await line.serve()
    await done('add-municipality', 'veld', 'Gemeente Veldwijk', new URL(line.origin).host, '--contact', 'Team Onderzoek', '--officer', 'FG', '--phone', '0800 1234', '--hours', 'werkdagen')
    await refused('cannot be read', 'import-areas', at('nowhere.csv'), '--year', '2026')
    await refused('--year is missing', 'import-areas', file('areas.csv', 'code,name,role,district\nA,Noord,focus,\nB,Zuid,comparison,\n'))
    const bad = await refused('Nothing was imported: 2 places', 'import-areas', file('bad-areas.csv', 'code,name,role,district\nA,Noord,brandpunt,\nB,,comparison,\n'), '--year', '2026')
    expect(bad.out).toMatch(/line 2, column role: .*\n.*line 3, column name: /)
    expect(await done('import-areas', at('areas.csv'), '--year', '2026')).toBe('2 rows imported.')
    const totals = AREAS.flatMap((area) => [1, 2, 3, 4].flatMap((age) => [1, 2].map((sex) => `${area},${age},${sex},250,2026-01-01\n`))).join('')
    const badTotals = await refused('Nothing was imported', 'import-control-totals', file('bad-totals.csv', `code,age,sex,persons,counted_on\n${totals}Z,9,3,-1,gisteren\n`), '--year', '2026')
    for (const column of ['code', 'age', 'sex', 'persons', 'counted_on']) expect(badTotals.out).toContain(`line 18, column ${column}: `)
    expect(await done('import-control-totals', file('totals.csv', `code,age,sex,persons,counted_on\n${totals}`), '--year', '2026')).toBe('16 rows imported.')
    await refused('The plan', 'invite-staff', 'Sam', '--role', 'king')
    const link = await done('invite-staff', 'Sam', '--role', 'coordinator', '--role', 'analyst')
    expect(await done('sign-in', link)).toContain('Signed in as Sam of Gemeente Veldwijk')
    expect(statSync(at('session.json')).mode & 0o077).toBe(0)
    await refused('Link refused', 'sign-in', link)
  }, 120_000)

  it('carries a measurement from its plan to letters in people\'s hands', async () => {
    await done('register-keys', '--out', at('archive'))
    await refused('is not JSON', 'define-wave', file('no-plan.json', '{'))
    await refused('Check ends', 'define-wave', file('bad-plan.json', JSON.stringify(aPlan(AREAS, INVITED, { ends: 'ooit' }))))
    wave = (await done('define-wave', file('plan.json', JSON.stringify(aPlan(AREAS, INVITED, { graceHours: 0, starts: day(-10), reminders: [day(-3)], ends: day(10) }))))).split(' ')[0]!
    await refused('Make the key first', 'confirm-key', wave, '--key-sheet', at('archive', 'archive-sheet.txt'))
    await done('make-key', wave, '--out', at('keys'))
    await refused('This sheet is of key', 'confirm-key', wave, '--key-sheet', at('archive', 'archive-sheet.txt'))
    await done('confirm-key', wave, '--key-sheet', at('keys', `${wave}-sheet.txt`))
    await done('freeze-manifest', wave)
    const sender = ['--host', line.origin, '--phone', '0800 1234', '--hours', 'ma-vr 9.00-17.00']
    const people = (rows: string[]) => `wijk;naam;straat en huisnummer;postcode;plaats\r\n${rows.join('\r\n')}\r\n`
    const badPeople = await refused('Nobody got a code: 2 places', 'draw-invites', wave, '--out', at('letters'), '--people', file('bad-people.csv', people(['A;;Straat 1;1234 AB;Veldwijk', 'C;Jan;Straat 2;1234 AB;Veldwijk'])), ...sender)
    expect(badPeople.out).toMatch(/bad-people\.csv: line 2: "naam" is empty\n.*bad-people\.csv: line 3: "C" is no area/)
    const everybody = AREAS.flatMap((area) => Array.from({ length: INVITED }, (_, i) => `${area};Mevrouw ${area} ${i};Straat ${i};1234 AB;Veldwijk`))
    await done('draw-invites', wave, '--out', at('letters'), '--people', file('people.csv', people(everybody)), ...sender)
    expect(readdirSync(at('letters')).sort()).toEqual([`${wave}-letters.csv`, `${wave}-letters.html`])
    expect(readFileSync(at('letters', `${wave}-letters.html`), 'utf8').match(/<svg/g)).toHaveLength(INVITED * AREAS.length)
    expect(letters()).toHaveLength(INVITED * AREAS.length)
    for (const person of everybody) expect(letters().filter((row) => row.includes(`,${person.split(';').slice(1).join(',')}`))).toHaveLength(1)
    await refused('holds no letter', 'print-letters', wave, '--list', at('people.csv'), '--phase', '1', '--out', at('reminders'), ...sender)
    await done('print-letters', wave, '--list', at('letters', `${wave}-letters.csv`), '--phase', '1', '--out', at('reminders'), ...sender)
    const reminders = readFileSync(at('reminders', `${wave}-reminder-1.html`), 'utf8')
    expect(reminders.match(/Hebt u al meegedaan\? Dan hoeft u niets te doen\./g)).toHaveLength(INVITED * AREAS.length)
    const codes = (html: string) => [...html.matchAll(/letter__typed">([^<]+)</g)].map(([, code]) => code)
    expect(codes(reminders)).toEqual(codes(readFileSync(at('letters', `${wave}-letters.html`), 'utf8')))
    // Names and addresses went to no server.
    expect(readdirSync(at('data'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).some((one) => readFileSync(join(one.parentPath, one.name)).includes('Mevrouw'))).toBe(false)
    await done('start-fieldwork', wave)
    await refused('Not in this state', 'start-fieldwork', wave)
  }, 120_000)

  it('counts what phones sent, the same each time, and destroys what was sent', async () => {
    const asWave = await fromALetter()
    const wire: Wire = { resident, staff: resident }
    for (const row of ofEachArea(ANSWERED)) {
      const reading = parseCode(row.split(',')[3]!)
      if (!('code' in reading)) throw new Error('a printed code cannot be read')
      const number = row.charCodeAt(row.length - 1) + Number.parseInt(row, 10)
      await answer(wire, asWave, { code: reading.code, codeHash: await codeHash(asWave.digest, reading.code) }, { liveMark: number % 11, unsafe: 1 + (number % 4), age: 1 + (number % 4), sex: 1 + (number % 2) })
    }
    await refused('Not in this state', 'count', wave, '--key-sheet', at('keys', `${wave}-sheet.txt`))
    await done('end-fieldwork', wave)
    const check = await done('count', wave, '--key-sheet', at('keys', `${wave}-sheet.txt`), '--check')
    expect(check).toContain(`${2 * ANSWERED} received, ${2 * ANSWERED} counted, 0 twice, 0 invalid.`)
    const counted = await done('count', wave, '--key-sheet', at('keys', `${wave}-sheet.txt`))
    expect(counted.split('\n')[1]).toBe(check.split('\n')[1])
    expect(counted).toContain('no longer exist')
    expect(existsSync(at('data', 'intake', `${wave}.db`)) || existsSync(at('data', 'sample', `${wave}.db`))).toBe(false)
  }, 120_000)

  it('imports an earlier survey as a table, or names every place at fault and imports nothing', async () => {
    const about = ['--label', 'Meting 2022', '--starts', '2022-03-01', '--ends', '2022-04-01', '--source', 'rapport', '--same', 'unsafe']
    const bad = await refused('Nothing was imported: 5 places', 'import-baseline', file('bad-table.csv', 'item,area,value,lower,upper,n\nunsafe,A,42,37,47,300\nunsafe,A,x,40,,-1\nunsafe,B,10,20,30,5\n'), ...about)
    for (const place of ['line 3, column item', 'line 3, column value', 'line 3, column upper', 'line 3, column n', 'line 4, column value']) expect(bad.out).toContain(`bad-table.csv: ${place}: `)
    await refused('Usage: import-baseline', 'import-baseline', at('bad-table.csv'))
    await refused(/starts is after ends/, 'import-baseline', file('table.csv', 'item,area,value,lower,upper,n\nunsafe,all,42,37,47,300\nunsafe,A,50,,,\n'), ...about.with(3, '2023-01-01'))
    const table = /^Imported as (table-[\w-]+)\.$/.exec(await done('import-baseline', at('table.csv'), ...about))![1]!
    const compared = await done('compare', wave, '--baseline', table, '--archive-sheet', at('archive', 'archive-sheet.txt'))
    expect(compared).toMatch(/^unsafe .*before 42 \(37 to 47, n 300\); change /m)
  }, 120_000)

  it('imports microdata with a mapping, publishes the comparison, and verifies seal, signature and every figure', async () => {
    const mapping = file('mapping.json', JSON.stringify({
      label: 'Meting 2023', starts: '2023-03-01', ends: '2023-04-01', boundaryYear: 2026, language: 'nl', sameAs: ['unsafe'],
      columns: { area: 'Wijk', weight: 'gewicht' }, areas: { A: { population: 2000, invited: 400 }, B: { population: 2000, invited: 400 } },
      items: { unsafe: { column: 'Q1', codes: { nooit: 1, zelden: 2, soms: 3, vaak: 4, onbekend: 98 } }, liveMark: { column: 'cijfer' } },
    }))
    const bad = await refused('Nothing was imported: 4 places', 'import-baseline', file('bad.csv', 'Wijk,gewicht,Q1,cijfer\nA,1.2,nooit,7\nC,0,altijd,11\n'), '--mapping', mapping)
    for (const column of ['Wijk', 'gewicht', 'Q1', 'cijfer']) expect(bad.out).toContain(`bad.csv: line 3, column ${column}: `)
    const half = await refused('9 places in the mapping', 'import-baseline', at('bad.csv'), '--mapping', file('half.json', '{"label":7}'))
    expect(half.out).toMatch(/half\.json: label: [^]*half\.json: areas: /)
    await refused(/is not JSON/, 'import-baseline', at('bad.csv'), '--mapping', at('bad.csv'))
    await refused('1 places in the mapping', 'import-baseline', at('bad.csv'), '--mapping', file('wrong.json', JSON.stringify({ ...(JSON.parse(readFileSync(mapping, 'utf8')) as object), items: 'all' })))
    expect((await done('waves')).split('\n')).toHaveLength(1)
    // A file as it comes: with columns nobody asked about, and capitals in the header.
    const rows = Array.from({ length: 240 }, (_, i) => `${i},${i % 2 === 0 ? 'A' : 'B'},${1 + (i % 3) / 2},${['nooit', 'zelden', 'soms', 'vaak'][i % 4]},${i % 11}`)
    const said = await done('import-baseline', file('microdata.csv', `nummer,Wijk,gewicht,Q1,cijfer\n${rows.join('\n')}\n`), '--mapping', mapping)
    const baseline = /^Imported as (import-[\w-]+)\.$/.exec(said)![1]!
    const sheet = ['--archive-sheet', at('archive', 'archive-sheet.txt')]
    await refused('Unknown measurement', 'publish', wave, '--baseline', 'import-none', ...sheet)
    await refused('An audience is', 'publish', wave, '--baseline', baseline, '--audience', 'everybody', ...sheet)
    await refused(/sheet|key/, 'publish', wave, '--baseline', baseline, '--archive-sheet', at('keys', `${wave}-sheet.txt`))
    expect(await done('publish', wave, '--baseline', baseline, ...sheet)).toMatch(/^Edition 1 \(.+\)\.$/)
    const { origin, cookie } = JSON.parse(readFileSync(at('session.json'), 'utf8')) as { origin: string; cookie: string }
    const read = async <T>(path: string) => (await (await fetch(origin + path, { headers: { origin, cookie } })).json()) as T
    const [{ id }] = (await read<EditionSummary[]>('/api/editions')) as [EditionSummary]
    const verified = await done('verify', id, '--with-key', at('archive', 'archive-sheet.txt'))
    expect(verified).toMatch(/^Edition: \d+ figures, [1-9]\d* comparisons/)
    expect(verified).toContain('Everything fits, and every figure follows from the frozen measurement.')
    expect(await done('record-destruction', wave, 'keySheets', new Date().toISOString().slice(0, 10))).toContain('Recorded')
    expect(await done('sign-certificate', wave, ...sheet)).toContain('Signed: certificate 1.')
    await done('export-files', id, '--out', at('public'))
    const files = ['edition', 'wave', 'audit'].map((name) => at('public', `${name}.json`))
    const outside = await done('verify', ...files)
    expect(outside).toContain('the key sheets (')
    expect(outside).toMatch(/Everything fits\.$/)
    expect(await done('verify', files[0]!)).toContain('Not looked at, because not given: the file of the measurement, the audit.')
    const edition = JSON.parse(readFileSync(files[0]!, 'utf8')) as EditionDetail
    await refused(`row ${edition.rows[0]!.id} is missing`, 'verify', file('changed.json', JSON.stringify({ ...edition, rows: edition.rows.slice(1) })))
    for (const text of ['a letter', '{}', 'null', '{"head":{},"rows":[]}']) await refused('is not an edition', 'verify', file('no-edition.json', text))
    const { did: _, ...rest } = { ...edition, rows: [{}], did: [] }
    await refused('Does not fit', 'verify', file('hollow.json', JSON.stringify({ ...rest, did: [null] })))
    await refused('another key than the one you gave', 'verify', ...files, '--edition-key', 'A'.repeat(43))
    expect(await done('verify-audit')).toMatch(/^Sound: \d+ entries/)
    await done('sign-out')
    await refused('Sign in first', 'waves')
  }, 120_000)
})

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)

const letters = () => readFileSync(at('letters', `${wave}-letters.csv`), 'utf8').trim().split('\r\n').slice(1)

/** So many letters of each half of the list: groups are printed one after the other. */
function ofEachArea(count: number): string[] {
  const rows = letters()
  return AREAS.flatMap((_, i) => rows.slice(i * INVITED, i * INVITED + count))
}

function resident(method: string, path: string, body?: object): Promise<Response> {
  const { origin } = line
  return fetch(origin + path, { method, headers: { origin, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) })
}

/** What a phone knows of a wave: the manifest that a printed link names. */
async function fromALetter(): Promise<AWave> {
  const reference = /#([0-9a-f]{16})\./.exec(letters()[0]!)![1]!
  const manifest = (await (await resident('GET', `/api/manifests/${reference}`)).json()) as Manifest
  return { wave, manifest, reference, digest: await manifestDigest(manifest), identity: '', archiveIdentity: '', codes: [] }
}
