// The verbs of whoever runs the server: they open the databases, see no private key and speak to nobody. Separate from the slices'
// staff verbs because no process does both.
import { readFileSync } from 'node:fs'
import { withDeps } from './cli-deps.ts'
import { Refused, needed, readWords } from './cli-command.ts'
import type { Command } from './cli-command.ts'
import { addMunicipality } from './areas/add-municipality.ts'
import { importAreas } from './areas/import-areas.ts'
import type { AreaFile, Imported } from './areas/import-areas.ts'
import { importBoundaries } from './areas/import-boundaries.ts'
import { importControlTotals } from './areas/import-control-totals.ts'
import { municipalities } from './areas/table.ts'
import { areasTemplate, controlTotalsTemplate } from './areas/templates.ts'
import { verifyAudit } from './audit/verify-audit.ts'
import type { Deps } from './deps.ts'
import type { Staff } from './http/env.ts'
import type { Role } from './http/roles.ts'
import { siteDifferences } from './http/site-digests.ts'
import type { SiteDigests } from './http/site-digests.ts'
import { inviteStaff } from './staff/invite-staff.ts'
import { tick } from './waves/tick.ts'

function importing(name: string, does: string, run: (deps: Deps, file: AreaFile) => Promise<Imported>): Command {
  const usage = `${name} FILE --year YEAR [--municipality ID]`
  return {
    name, who: 'operator', usage, does,
    run: async (given, { say }) => withDeps(async (deps) => {
      const { words: [path], options } = readWords(given, usage, 1, { municipality: { type: 'string' }, year: { type: 'string' } })
      const municipality = await municipalityFor(deps, options.municipality)
      const imported = await run(deps, { municipality, boundaryYear: Number(needed(options.year, 'year', usage)), file: readText(path!) })
      if ('imported' in imported) return say(`${imported.imported} rows imported.`)
      for (const { line, column, fault } of imported.faults) say(`${path}: line ${line}${column === '' ? '' : `, column ${column}`}: ${fault}`)
      throw new Refused(`Nothing was imported: ${imported.faults.length} places are at fault.`)
    }),
  }
}

/** The municipality named, or the only one there is. */
export async function municipalityFor({ office }: Deps, named: string | undefined): Promise<string> {
  if (named !== undefined) return named
  const all = await office.read.select({ id: municipalities.id }).from(municipalities)
  if (all.length !== 1) throw new Refused(`--municipality is missing; there are: ${all.map(({ id }) => id).join(', ') || 'none yet'}.`)
  return all[0]!.id
}

/** A file as text; Refused when it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Refused(`${path} cannot be read.`)
  }
}

const roleUsage = 'invite-staff NAME --role ROLE [--role ROLE] [--audience steering|partners|public] [--municipality ID]'
const addUsage = 'add-municipality ID NAME HOST... [--example] [--contact WHO] [--officer WHO] [--phone P] [--hours H] [--walk-in W] [--privacy URL] [--exit URL]'

export const operatorCommands: readonly Command[] = [
  {
    name: 'migrate', who: 'operator', usage: 'migrate', does: 'brings every database up to date',
    run: (given, { say }) => (readWords(given, 'migrate', 0), withDeps(async () => say('Every database is up to date.'))),
  },
  {
    name: 'add-municipality', who: 'operator', usage: addUsage, does: 'adds a municipality, or changes its contact block',
    run: (given, { say }) => withDeps(async (deps) => {
      const text = { type: 'string' } as const
      const { words: [id, name, ...hosts], options, flags } = readWords(given, addUsage, [2, 20], {
        example: { type: 'boolean' }, contact: text, officer: text, phone: text, hours: text, 'walk-in': text, privacy: text, exit: text,
      })
      const { contact: desk, officer, phone, hours, 'walk-in': walkIn, privacy: privacyUrl, exit: exitUrl } = options
      const contact = Object.fromEntries(Object.entries({ desk, officer, phone, hours, walkIn, privacyUrl, exitUrl }).filter(([, value]) => value !== undefined))
      await addMunicipality(deps, { id: id!, name: name!, hosts, example: flags.example ?? false, contact })
      say(`${name} is there.`)
    }),
  },
  {
    name: 'invite-staff', who: 'operator', usage: roleUsage, does: 'prints a one-time sign-in link for a person',
    run: (given, { say }) => withDeps(async (deps) => {
      const { words: [name], options } = readWords(given, roleUsage, 1, { role: { type: 'string', multiple: true }, audience: { type: 'string' }, municipality: { type: 'string' } })
      const roles = needed(options.role, 'role', roleUsage).split(',') as Role[]
      say(await inviteStaff(deps, { municipality: await municipalityFor(deps, options.municipality), name: name!, roles, audience: (options.audience ?? 'steering') as Staff['audience'] }))
    }),
  },
  importing('import-areas', 'imports the areas of a boundary year (CSV)', importAreas),
  importing('import-control-totals', 'imports inhabitants by area, age and sex (CSV)', importControlTotals),
  importing('import-boundaries', 'imports the shapes of areas (GeoJSON)', importBoundaries),
  {
    name: 'tick', who: 'operator', usage: 'tick', does: 'does what the clock does: completes, closes what is due, writes the daily counts',
    run: (given, { say }) => (readWords(given, 'tick', 0), withDeps(async (deps) => {
      const { completed, closed } = await tick(deps)
      say(`${completed} acts completed, ${closed.length} measurements closed.`)
    })),
  },
  {
    name: 'verify-audit', who: 'operator', usage: 'verify-audit [MUNICIPALITY]', does: 'checks the chain of a municipality\'s audit',
    run: (given, { say }) => withDeps(async (deps) => {
      const verdict = await verifyAudit(deps, await municipalityFor(deps, readWords(given, 'verify-audit [MUNICIPALITY]', [0, 1]).words[0]))
      if (!verdict.sound) throw new Refused(`The audit is not sound from entry ${verdict.firstFault} on.`)
      say(`Sound: ${verdict.seq} entries, head ${verdict.digest}.`)
    }),
  },
  {
    name: 'database-host', who: 'operator', usage: 'database-host', does: 'serves the edge its databases (DATABASE_HOST_SECRET, DATABASE_HOST_PORT, NULMETING_DATA)',
    // An entry of its own that runs until it is stopped; loaded only when asked for.
    run: async (given) => (readWords(given, 'database-host', 0), void (await import('./database-host.ts'))),
  },
  {
    name: 'template', who: 'files', usage: 'template areas|control-totals', does: 'prints an example of a file to import',
    run: async (given, { say }) => {
      const { words: [kind] } = readWords(given, 'template areas|control-totals', 1)
      const template = { areas: areasTemplate, 'control-totals': controlTotalsTemplate }[kind!]
      if (!template) throw new Refused('There are templates for areas and control-totals.')
      say(template.trimEnd())
    },
  },
  {
    name: 'check-site', who: 'files', usage: 'check-site ORIGIN', does: 'compares what a host serves to residents with what was built here',
    run: async (given, { say }) => {
      const origin = readWords(given, 'check-site ORIGIN', 1).words[0]!.replace(/\/$/, '')
      const built = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
      const get = async (path: string) => fetch(origin + path).then(async (answer) => (answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null), () => null)
      const differences = await siteDifferences(JSON.parse(built('./web-digests.json')) as SiteDigests, built('./web/resident/index.html'), get)
      if (differences.length > 0) throw new Refused(`This is not the site that was built here:\n${differences.join('\n')}`)
      say('Every page and file is as it was built.')
    },
  },
]
