// The municipality's own words and its areas. The guard has decided who may call; each verb keeps to the municipality of who asks.
// Separate from the verbs, which know no HTTP.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/env.ts'
import { readJson } from '../http/body.ts'
import { readAreas } from './read-areas.ts'
import { readProfile, updateMunicipality } from './update-municipality.ts'
import { municipalitySettings } from './wire.ts'

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
}
