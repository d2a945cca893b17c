// Finding, running and ending a command of the command line. Separate from cli.ts, which is the list, so that tests run commands in-process.
import { Refused } from './cli-command.ts'
import type { Command, Terminal } from './cli-command.ts'
import { Problem, problemBody } from './problem.ts'

const groups = {
  operator: 'For who runs the server (opens the databases)',
  staff: 'For staff (over HTTP, after sign-in)',
  files: 'On files alone',
} as const

/** Every verb, by who it is for. */
export function help(commands: readonly Command[]): string {
  const lines = Object.entries(groups).flatMap(([who, title]) => [
    '', `${title}:`, ...commands.filter((command) => command.who === who).map(({ usage, does }) => `  ${usage}\n      ${does}`),
  ])
  return ['nulmeting VERB ...', ...lines].join('\n')
}

/** Runs a call; answers the exit code. */
export async function runCommand(commands: readonly Command[], words: readonly string[], terminal: Terminal, complain: (line: string) => void): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === 'help') return terminal.say(help(commands)), name === undefined ? 2 : 0
  const command = commands.find((one) => one.name === name)
  if (!command) return complain(`There is no "${name}". nulmeting --help lists what there is.`), 2
  if (rest.includes('--help')) return terminal.say(`${command.usage}\n    ${command.does}`), 0
  try {
    return (await command.run(rest, terminal)) ?? 0
  } catch (fault) {
    complain(sentenceOf(fault))
    return 1
  }
}

function sentenceOf(fault: unknown): string {
  if (fault instanceof Refused) return fault.message
  if (fault instanceof Problem) return `${problemBody(fault).title}. ${problemBody(fault).detail}`
  if (fault instanceof Error && /^(Setting|The server secret) /.test(fault.message)) return fault.message
  // The statistics name the function and the cause, never a value of a person.
  if (fault instanceof RangeError) return `${fault.message}.`
  const code = (fault as { code?: string } | null)?.code ?? (fault as Error | null)?.name ?? 'unknown'
  return code === 'EEXIST' ? 'A file of that name is there already; choose another folder.' : `This did not work (${code}).`
}
