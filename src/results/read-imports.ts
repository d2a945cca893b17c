// Imported baselines as the analysis reads them: published tables whole; of microdata the frame (the sealed file is a frozen wave).
// Separate from editions because an import is what somebody else measured.
import { and, eq } from 'drizzle-orm'
import type { ImportedTable } from '../analysis/edition.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { waves } from '../waves/table.ts'
import { importedTables, importedWaves } from './table.ts'
import type { ImportedFrame } from './wire.ts'

type Needs = Pick<Deps, 'office'>

/** The municipality's imported tables. */
export async function listImportedTables({ office }: Needs, municipality: string): Promise<ImportedTable[]> {
  const rows = await office.read.select({ json: importedTables.json }).from(importedTables).where(eq(importedTables.municipality, municipality))
  return rows.map(({ json }) => json)
}

/** Throws unknown-wave. */
export async function readImportedFrame({ office }: Needs, municipality: string, wave: string): Promise<ImportedFrame> {
  const [found] = await office.read.select({ frame: importedWaves.frame }).from(importedWaves)
    .innerJoin(waves, eq(waves.id, importedWaves.wave)).where(and(eq(importedWaves.wave, wave), eq(waves.municipality, municipality)))
  if (!found) throw problem('unknown-wave')
  return found.frame
}
