// `nulmeting <verb>`: the list of verbs, each in the slice that owns it. Verbs that touch a private key speak HTTP with a staff session,
// operator verbs open the databases; no process does both.
import type { Command } from './cli-command.ts'
import { exportCommands } from './exports/commands.ts'
import { backupCommands } from './backups/commands.ts'
import { operatorCommands } from './cli-operator.ts'
import { runCommand } from './cli-run.ts'
import { reportCommands } from './cli-reports.ts'
import { resultCommands } from './results/commands.ts'
import { verifyCommands } from './results/verify-commands.ts'
import { sampleCommands } from './sample/commands.ts'
import { printerCommands } from './sample/printer-commands.ts'
import { waveCommands } from './waves/commands.ts'

const commands: readonly Command[] = [...operatorCommands, ...backupCommands, ...reportCommands, ...waveCommands, ...sampleCommands, ...printerCommands, ...resultCommands, ...exportCommands, ...verifyCommands]

// Files and databases made here are for the account that runs the command, nobody else.
process.umask(0o077)
let shown = false
const clear = () => {
  if (shown) process.stderr.write('\r\x1b[K')
  shown = false
}
const terminal = {
  say: (line: string) => (clear(), console.log(line)),
  progress(line: string) {
    if (!process.stderr.isTTY) return
    process.stderr.write(`\r\x1b[K${line}`)
    shown = true
  },
}
process.exitCode = await runCommand(commands, process.argv.slice(2), terminal, (line) => (clear(), console.error(line)))
