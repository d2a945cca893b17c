// Brings the example's areas and control totals in through the imports that a municipality's own files go through.
// Separate because town.ts is plain data that tests and drawing read without a database.
import { importAreas } from '../areas/import-areas.ts'
import type { Imported } from '../areas/import-areas.ts'
import { importControlTotals } from '../areas/import-control-totals.ts'
import { storeMap } from '../areas/store-map.ts'
import type { Deps } from '../deps.ts'
import { readAreaMap } from '../frame/area-map.ts'
import { townShapes } from './shapes.ts'
import { AREAS, TOWN, controlTotals } from './town.ts'

export async function storeTown(deps: Pick<Deps, 'office' | 'clock'>): Promise<void> {
  const into = { municipality: TOWN.id, boundaryYear: TOWN.boundaryYear }
  const areas = AREAS.map(({ id, name, role, district }) => `${id},${name},${role},${district}`)
  const totals = controlTotals().map(({ area, age, sex, population }) => `${area},${age},${sex},${population},${TOWN.countedOn}`)
  taken(await importAreas(deps, { ...into, file: ['code,name,role,district', ...areas].join('\n') }))
  taken(await importControlTotals(deps, { ...into, file: ['code,age,sex,persons,counted_on', ...totals].join('\n') }))
  const read = readAreaMap(JSON.stringify(townShapes()), AREAS.map(({ id }) => id))
  if ('faults' in read) throw new Error(`The example's own map is at fault: ${JSON.stringify(read.faults[0])}`)
  await storeMap(deps, { municipality: TOWN.id, staff: null }, TOWN.boundaryYear, read.map)
}

function taken(result: Imported): void {
  if ('faults' in result) throw new Error(`The example's own files are at fault: ${JSON.stringify(result.faults[0])}`)
}
