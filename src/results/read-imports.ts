// Imported baselines as the analysis reads them: published tables whole (microdata are a wave of kind `imported`).
// Separate from editions because an import is what somebody else measured.
import { eq } from 'drizzle-orm'
import type { ImportedTable } from '../analysis/edition.ts'
import type { Deps } from '../deps.ts'
import { importedTables } from './table.ts'

type Needs = Pick<Deps, 'office'>

/** The municipality's imported tables. */
export async function listImportedTables({ office }: Needs, municipality: string): Promise<ImportedTable[]> {
  const rows = await office.read.select({ json: importedTables.json }).from(importedTables).where(eq(importedTables.municipality, municipality))
  return rows.map(({ json }) => json)
}
