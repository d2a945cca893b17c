// Reports at the command line: taking a month out as sealed files (opens databases, sees no key), and reading the recovery key off its paper (sees the
// key, opens nothing). Outside the slice because an operator's helpers
// load rooms that reports must not touch.
import { withDeps } from './cli-deps.ts'
import { Refused, needed, readWords } from './cli-command.ts'
import type { Command } from './cli-command.ts'
import { identityFrom } from './cli-key-sheet.ts'
import { municipalityFor, readText } from './cli-operator.ts'
import { readShares } from './crypto/recovery-shares.ts'
import { isMonth } from './crypto/report-month.ts'
import type { Deps } from './deps.ts'
import { Problem } from './problem.ts'
import { takeOutMonth } from './reports/take-out-month.ts'

const usage = 'take-out-reports MONTH --out FOLDER [--municipality ID]'

/** Says what was written and how to open it. Refused for a month or folder that will not do. */
export async function takeOut(deps: Deps, given: string[], say: (line: string) => void): Promise<void> {
  const { words: [month], options } = readWords(given, usage, 1, { out: { type: 'string' }, municipality: { type: 'string' } })
  const folder = needed(options.out, 'out', usage)
  if (!isMonth(month!)) throw new Refused('MONTH is a month as 2026-11.')
  try {
    const cases = await takeOutMonth(deps, await municipalityFor(deps, options.municipality), month!, folder)
    say(`${cases} cases of ${month}, all sealed. To open them: src/reports/README.md, "With age alone". Remove the folder afterwards.`)
  } catch (fault) {
    if (fault instanceof RangeError) throw new Refused(`${folder} is there already; name a folder that is not.`)
    if (fault instanceof Problem && fault.slug === 'unknown-month') throw new Refused(`There are no reports of ${month}: the month has no key yet, or is gone.`)
    throw fault
  }
}

const keyUsage = 'recovery-key FILE [FILE]'

/** The line that age takes: from a sheet's 24 words or scanned code, or from two of three parts. Refused with the mistake named. */
export async function recoveryKey(given: string[]): Promise<string> {
  const { words: [first, second] } = readWords(given, keyUsage, [1, 2])
  if (second === undefined) return (await identityFrom(first!, null)).toUpperCase()
  const reading = await readShares([readText(first!), readText(second)], null)
  if ('identity' in reading) return reading.identity.toUpperCase()
  throw new Refused(reading.mistake === 'part' ? `The ${reading.position === 1 ? 'first' : 'second'} file is no part of a recovery key: fourteen groups of four characters.` : 'Both files hold the same part; take another sheet.')
}

export const reportCommands: readonly Command[] = [
  { name: 'take-out-reports', who: 'operator', usage, does: 'writes a month of reports into a folder, sealed as they are, to open with age', run: (given, { say }) => withDeps((deps) => takeOut(deps, given, say)) },
  { name: 'recovery-key', who: 'files', usage: keyUsage, does: 'prints the recovery key as age takes it, from a typed sheet or two parts', run: async (given, { say }) => say(await recoveryKey(given)) },
]
