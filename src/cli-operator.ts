// The verbs of whoever runs the server: they open the databases, see no private key and speak to nobody. Separate from the slices'
// staff verbs because no process does both.
import { readFileSync } from 'node:fs'
import { Refused, needed, readWords } from './cli-command.ts'
import type { Command } from './cli-command.ts'
import { addMunicipality } from './areas/add-municipality.ts'
import { importAreas } from './areas/import-areas.ts'
import type { AreaFile, Imported } from './areas/import-areas.ts'
import { importBoundaries } from './areas/import-boundaries.ts'
import { importControlTotals } from './areas/import-control-totals.ts'
import { areasTemplate, controlTotalsTemplate } from './areas/templates.ts'
import { verifyAudit } from './audit/verify-audit.ts'
import { nodeDeps } from './deps-node.ts'
import { readSettings } from './deps.ts'
import type { Deps } from './deps.ts'
import type { Role } from './http/roles.ts'
import { inviteStaff } from './staff/invite-staff.ts'
import { tick } from './waves/tick.ts'

/** Runs with everything open and closes it again. */
async function withDeps(use: (deps: Deps) => Promise<void>): Promise<void> {
  const { deps, close } = await nodeDeps(readSettings(process.env))
  try {
    await use(deps)
  } finally {
    close()
  }
}

function importing(name: string, does: string, run: (deps: Deps, file: AreaFile) => Promise<Imported>): Command {
  const usage = `${name} FILE --municipality ID --year YEAR`
  return {
    name, who: 'operator', usage, does,
    run: async (given, { say }) => withDeps(async (deps) => {
      const { words: [path], options } = readWords(given, usage, 1, { municipality: { type: 'string' }, year: { type: 'string' } })
      const municipality = needed(options.municipality, 'municipality', usage)
      const imported = await run(deps, { municipality, boundaryYear: Number(needed(options.year, 'year', usage)), file: readText(path!) })
      if ('imported' in imported) return say(`${imported.imported} rows imported.`)
      for (const { line, column, fault } of imported.faults) say(`${path}: line ${line}${column === '' ? '' : `, column ${column}`}: ${fault}`)
      throw new Refused(`Nothing was imported: ${imported.faults.length} places are at fault.`)
    }),
  }
}

/** A file as text; Refused when it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Refused(`${path} cannot be read.`)
  }
}

const roleUsage = 'invite-staff NAME --role ROLE [--role ROLE] --municipality ID'
const addUsage = 'add-municipality ID NAME HOST... [--example] [--phone P] [--hours H] [--walk-in W] [--privacy URL] [--exit URL]'

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
        example: { type: 'boolean' }, phone: text, hours: text, 'walk-in': text, privacy: text, exit: text,
      })
      const { phone, hours, 'walk-in': walkIn, privacy: privacyUrl, exit: exitUrl } = options
      const contact = Object.fromEntries(Object.entries({ phone, hours, walkIn, privacyUrl, exitUrl }).filter(([, value]) => value !== undefined))
      await addMunicipality(deps, { id: id!, name: name!, hosts, example: flags.example ?? false, contact })
      say(`${name} is there.`)
    }),
  },
  {
    name: 'invite-staff', who: 'operator', usage: roleUsage, does: 'prints a one-time sign-in link for a person',
    run: (given, { say }) => withDeps(async (deps) => {
      const { words: [name], options } = readWords(given, roleUsage, 1, { role: { type: 'string', multiple: true }, municipality: { type: 'string' } })
      const roles = needed(options.role, 'role', roleUsage).split(',') as Role[]
      say(await inviteStaff(deps, { municipality: needed(options.municipality, 'municipality', roleUsage), name: name!, roles }))
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
    name: 'verify-audit', who: 'operator', usage: 'verify-audit ID', does: 'checks the chain of a municipality\'s audit',
    run: (given, { say }) => withDeps(async (deps) => {
      const verdict = await verifyAudit(deps, readWords(given, 'verify-audit ID', 1).words[0]!)
      if (!verdict.sound) throw new Refused(`The audit is not sound from entry ${verdict.firstFault} on.`)
      say(`Sound: ${verdict.seq} entries, head ${verdict.digest}.`)
    }),
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
]
