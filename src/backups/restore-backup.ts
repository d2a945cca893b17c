// Restores an opened backup, whole into an empty service or one database that is missing. What was destroyed since stays destroyed: the list of
// it outlives the databases, and each database that is on it, or on the backup's own list, is left out.
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { writeAudited } from '../audit/write-audited.ts'
import type { Copies } from '../db/copies.ts'
import type { WaveDatabaseKind } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { fileOf } from './contents.ts'
import { checkedContents } from './open-backup.ts'

/** Something is there already where the backup would go; its message names it. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty'
}

export interface Restored {
  restored: string[]
  /** Destroyed since, and therefore left out. */
  leftOut: string[]
}

export interface RestoreWays {
  copies: Copies
  /** What was destroyed, as far as this place knows. */
  forgotten: () => Promise<readonly { kind: string; name: string }[]>
  /** Opens the service once the databases are in place. */
  open: () => Promise<{ deps: Pick<Deps, 'office' | 'clock' | 'databases'>; close: () => void | Promise<void> }>
}

/** `only`: 'office' or a kind and a name. Throws TarDamaged, NotEmpty, and RangeError when `only` is not in the backup. */
export async function restoreBackup({ copies, forgotten, open }: RestoreWays, folder: string, only?: string): Promise<Restored> {
  const about = await checkedContents(folder)
  const wanted = about.databases.filter(({ path }) => only === undefined || path === only)
  if (wanted.length === 0) throw new RangeError('restoreBackup requires a database that is in the backup')
  const gone = new Set([...about.forgotten, ...(await forgotten())].map(({ kind, name }) => `${kind}/${name}`))
  const back = wanted.map(({ path }) => path).filter((path) => !gone.has(path))
  for (const path of back) if (await copies.has(...placeOf(path))) throw new NotEmpty(path)
  // Office last: until it is there, nothing serves what came back.
  for (const path of [...back.filter((one) => one !== 'office'), ...back.filter((one) => one === 'office')]) await copies.put(...placeOf(path), join(folder, fileOf(path)))
  const { deps, close } = await open()
  try {
    // Also what the backup knew and this place did not: from now on it does.
    for (const { kind, name } of about.forgotten) await deps.databases.destroy(kind as WaveDatabaseKind, name)
    const restored = { restored: back, leftOut: wanted.map(({ path }) => path).filter((path) => gone.has(path)) }
    await writeAudited(deps, { municipality: '', staff: null, act: 'restore-backup', subject: { madeOn: about.madeOn, ...restored } }, [sql`UPDATE hosts SET host = host`])
    return restored
  } finally {
    await close()
  }
}

function placeOf(path: string): [kind: 'office' | WaveDatabaseKind, name: string] {
  return path === 'office' ? ['office', 'office'] : [path.split('/')[0] as WaveDatabaseKind, path.split('/')[1]!]
}
