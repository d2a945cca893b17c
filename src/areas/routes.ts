// The municipality's own words and its areas. The guard has decided who may call; each verb keeps to the municipality of who asks.
// Separate from the verbs, which know no HTTP.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { AreaMap } from '../frame/area-map.ts'
import type { Env } from '../http/env.ts'
import { problem } from '../problem.ts'
import { checked, readJson } from '../http/body.ts'
import { readAreas } from './read-areas.ts'
import { storeAreas } from './store-areas.ts'
import { readMap, storeMap } from './store-map.ts'
import { readCounts, storeTotals } from './store-totals.ts'
import { readProfile, updateMunicipality } from './update-municipality.ts'
import { areaList, areaMap, municipalitySettings, registerTotals } from './wire.ts'

const boundaryYear = z.string().regex(/^\d{4}$/).transform(Number).pipe(z.int().min(1990).max(2100))

export function areaRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/api/municipality', async (c) => c.json(await readProfile(deps, c.get('staff').municipality)))
    .put('/api/municipality', async (c) => {
      const settings = await readJson(c, municipalitySettings)
      const { municipality, id } = c.get('staff')
      await updateMunicipality(deps, { municipality, staff: id }, settings)
      return c.json(await readProfile(deps, municipality))
    })
    .get('/api/areas', async (c) => c.json(await readAreas(deps, c.get('staff').municipality)))
    .put('/api/areas/:year', async (c) => {
      const list = await readJson(c, areaList)
      const year = checked(boundaryYear, c.req.param('year'))
      const { municipality, id } = c.get('staff')
      return c.json(await storeAreas(deps, { municipality, staff: id }, year, list))
    })
    .get('/api/areas/:year/totals', async (c) => c.json(await readCounts(deps, c.get('staff').municipality, checked(boundaryYear, c.req.param('year')))))
    .put('/api/areas/:year/totals', async (c) => {
      const totals = await readJson(c, registerTotals)
      const year = checked(boundaryYear, c.req.param('year'))
      const { municipality, id } = c.get('staff')
      return c.json(await storeTotals(deps, { municipality, staff: id }, year, totals))
    })
    .get('/api/areas/:year/map', async (c) => {
      const map = await readMap(deps, c.get('staff').municipality, checked(boundaryYear, c.req.param('year')))
      if (!map) throw problem('no-map')
      return c.json(map)
    })
    .put('/api/areas/:year/map', async (c) => {
      const map = await readJson(c, areaMap)
      const year = checked(boundaryYear, c.req.param('year'))
      const { municipality, id } = c.get('staff')
      return c.json(await storeMap(deps, { municipality, staff: id }, year, map as AreaMap))
    })
}
