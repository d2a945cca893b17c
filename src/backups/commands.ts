// Backup and restore at the command line, in three steps that no process does together: make (opens databases, seals), open (holds the private
// half of the recovery key, opens no database), restore (opens databases, holds no key).
import { operatorPlace } from '../cli-deps.ts'
import { Refused, needed, readWords } from '../cli-command.ts'
import type { Command } from '../cli-command.ts'
import { identityFrom } from '../cli-key-sheet.ts'
import { CannotOpen } from '../crypto/sealed.ts'
import { printedKey } from '../waves/commands.ts'
import { makeBackup } from './make-backup.ts'
import { openBackup } from './open-backup.ts'
import { NotEmpty, restoreBackup } from './restore-backup.ts'
import { TarDamaged } from './tar.ts'

const text = { type: 'string' } as const
const backupUsage = 'backup --out FOLDER --recovery age1... [--keep DAYS]'
const openUsage = 'open-backup FILE --recovery-sheet FILE --out FOLDER'
const restoreUsage = 'restore FOLDER [--only office|KIND/NAME]'

async function backup(given: string[], say: (line: string) => void): Promise<void> {
  const { options } = readWords(given, backupUsage, 0, { out: text, recovery: text, keep: text })
  const [folder, recipient] = [needed(options.out, 'out', backupUsage), needed(options.recovery, 'recovery', backupUsage)]
  const keepDays = Number(options.keep ?? 30)
  if (!Number.isInteger(keepDays) || keepDays < 1 || keepDays > 3650) throw new Refused('--keep is a number of days, 1 to 3650.')
  if (!/^age1[a-z0-9]{58}$/.test(recipient)) throw new Refused('--recovery is the line that begins with age1, printed when the recovery sheet was made.')
  const place = operatorPlace()
  const { deps, close } = await place.open()
  try {
    say(await makeBackup(deps, place.copies, { folder, recipient, keepDays, working: place.working }))
  } catch (fault) {
    throw fault instanceof RangeError && fault.message.startsWith('sealStream') ? new Refused('--recovery is no key of this kind; copy the whole line.') : fault
  } finally {
    await close()
  }
}

async function open(given: string[], say: (line: string) => void): Promise<void> {
  const { words: [file], options } = readWords(given, openUsage, 1, { 'recovery-sheet': text, out: text })
  const folder = needed(options.out, 'out', openUsage)
  const identity = await identityFrom(needed(options['recovery-sheet'], 'recovery-sheet', openUsage), null)
  try {
    const { madeOn, databases, forgotten } = await openBackup(file!, identity, folder)
    say(`Backup of ${madeOn}: ${databases.map(({ path }) => path).join(', ')}.`)
    say(`${forgotten.length} databases had been destroyed by then and stay so. Now: restore ${folder}. Remove the folder afterwards.`)
  } catch (fault) {
    if (fault instanceof CannotOpen) throw new Refused('This sheet does not open this file, or the file is damaged. Nothing was written.')
    if (fault instanceof TarDamaged) throw new Refused('The backup is damaged. Nothing was written.')
    if (fault instanceof RangeError) throw new Refused(`${folder} is there already; name a folder that is not.`)
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') throw new Refused(`${file} cannot be read.`)
    throw fault
  }
}

async function restore(given: string[], say: (line: string) => void): Promise<void> {
  const { words: [folder], options } = readWords(given, restoreUsage, 1, { only: text })
  try {
    const { restored, leftOut } = await restoreBackup(operatorPlace(), folder!, options.only)
    say(`Restored: ${restored.join(', ') || 'nothing'}.`)
    if (leftOut.length > 0) say(`Left out, because it was destroyed since: ${leftOut.join(', ')}.`)
    say('Start the server: it ends what has lost its databases and says so at each measurement.')
  } catch (fault) {
    if (fault instanceof NotEmpty) throw new Refused(`${fault.message} is there already. Stop the server and move the data folder away, or restore what is missing with --only.`)
    if (fault instanceof TarDamaged) throw new Refused(`${folder} is no opened backup, or a file in it is damaged. Nothing was restored.`)
    if (fault instanceof RangeError) throw new Refused(`${options.only} is not in this backup.`)
    throw fault
  }
}

export const backupCommands: readonly Command[] = [
  {
    name: 'recovery-sheet', who: 'files', usage: 'recovery-sheet --out FOLDER', does: 'makes the recovery key of this service and its two sheets: the only thing that opens a backup',
    async run(given, { say }) {
      const usage = 'recovery-sheet --out FOLDER'
      const { recipient, fingerprint } = await printedKey(needed(readWords(given, usage, 0, { out: text }).options.out, 'out', usage), 'recovery', 'Opent de reservekopieën van deze dienst')
      say(`Key ${fingerprint}. Print both sheets, put them in two safes, delete the files.`)
      say(`For backup --recovery: ${recipient}`)
    },
  },
  { name: 'backup', who: 'operator', usage: backupUsage, does: 'copies every database into one file sealed to the recovery key; removes its own files that are older than --keep (30) days', run: (given, { say }) => backup(given, say) },
  { name: 'open-backup', who: 'files', usage: openUsage, does: 'opens a backup into a folder of plain databases', run: (given, { say }) => open(given, say) },
  { name: 'restore', who: 'operator', usage: restoreUsage, does: 'restores an opened backup into an empty service; what was destroyed since stays destroyed', run: (given, { say }) => restore(given, say) },
]
