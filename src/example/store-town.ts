// Brings the example's areas and control totals in through the imports that a municipality's own files go through.
// Separate because town.ts is plain data that tests and drawing read without a database.
import { importAreas } from '../areas/import-areas.ts'
import type { Imported } from '../areas/import-areas.ts'
import { importControlTotals } from '../areas/import-control-totals.ts'
import type { Deps } from '../deps.ts'
import { AREAS, TOWN, controlTotals } from './town.ts'

export async function storeTown(deps: Pick<Deps, 'office' | 'clock'>): Promise<void> {
  const into = { municipality: TOWN.id, boundaryYear: TOWN.boundaryYear }
  const areas = AREAS.map(({ id, name, role, district }) => `${id},${name},${role},${district}`)
  const totals = controlTotals().map(({ area, age, sex, population }) => `${area},${age},${sex},${population},${TOWN.countedOn}`)
  taken(await importAreas(deps, { ...into, file: ['code,name,role,district', ...areas].join('\n') }))
  taken(await importControlTotals(deps, { ...into, file: ['code,age,sex,persons,counted_on', ...totals].join('\n') }))
}

function taken(result: Imported): void {
  if ('faults' in result) throw new Error(`The example's own files are at fault: ${JSON.stringify(result.faults[0])}`)
}
