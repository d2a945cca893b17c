// The addresses of exports: ask, agree, take, look.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { readJson } from '../http/body.ts'
import type { Env, Staff } from '../http/env.ts'
import { nothing } from '../waves/wire.ts'
import { agreeExport, askExport, takeExport } from './ask-export.ts'
import { listExports } from './read-exports.ts'
import { exportRequest } from './wire.ts'

const somebody = ({ municipality, id }: Staff) => ({ municipality, staff: id })

export function exportRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/api/exports', async (c) => c.json(await listExports(deps, c.get('staff').municipality, c.get('staff').id)))
    .post('/api/waves/:wave/exports', async (c) => {
      const request = await readJson(c, exportRequest)
      return c.json(await askExport(deps, somebody(c.get('staff')), c.req.param('wave'), request), 201)
    })
    .post('/api/exports/:export/agree', async (c) => {
      await readJson(c, nothing)
      await agreeExport(deps, somebody(c.get('staff')), c.req.param('export'))
      return c.json({})
    })
    .post('/api/exports/:export/take', async (c) => {
      await readJson(c, nothing)
      await takeExport(deps, somebody(c.get('staff')), c.req.param('export'))
      return c.json({})
    })
}
