// The whole API on one screen: headers, the guard, the slices, the pages. The same app in both runtimes.
// Separate from the entries because it touches no environment, no file and no clock of its own: everything comes in as deps.
import { Hono } from 'hono'
import { adviceRoutes } from './advice/routes.ts'
import { areaRoutes } from './areas/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { contracts } from './contracts.ts'
import type { Deps } from './deps.ts'
import type { Env } from './http/env.ts'
import { holdFlood } from './http/flood.ts'
import { guard } from './http/guard.ts'
import { healthRoutes } from './http/health.ts'
import { onError, problemResponse } from './http/on-error.ts'
import { exportRoutes } from './exports/routes.ts'
import { openApi } from './http/openapi.ts'
import { pageRoutes } from './http/pages.ts'
import { privacy } from './http/privacy.ts'
import { instrumentRoutes } from './instruments/routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { paperRoutes } from './papers/routes.ts'
import { publicationRoutes } from './publication/routes.ts'
import { planRoutes } from './plans/routes.ts'
import { mailingRoutes } from './mailings/routes.ts'
import { problem } from './problem.ts'
import { reportRoutes } from './reports/routes.ts'
import { resultRoutes } from './results/routes.ts'
import { sampleRoutes } from './sample/routes.ts'
import { signalRoutes } from './signals/routes.ts'
import { staffRoutes } from './staff/routes.ts'
import { waveRoutes } from './waves/routes.ts'

export function createApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.onError(onError(deps))
  app.notFound((c) => problemResponse(c, problem(c.req.method === 'GET' ? 'not-found' : 'method-not-allowed', { method: c.req.method.slice(0, 10) })))
  app.use(privacy())
  app.use('/api/reports/*', holdFlood(deps))
  app.use('/api/*', guard(deps))

  app.route('/', staffRoutes(deps))
  app.route('/', auditRoutes(deps))
  app.route('/', areaRoutes(deps))
  app.route('/', instrumentRoutes(deps))
  app.route('/', planRoutes(deps))
  app.route('/', waveRoutes(deps))
  app.route('/', sampleRoutes(deps))
  app.route('/', mailingRoutes(deps))
  app.route('/', intakeRoutes(deps))
  app.route('/', resultRoutes(deps))
  app.route('/', exportRoutes(deps))
  app.route('/', publicationRoutes(deps))
  app.route('/', paperRoutes(deps))
  app.route('/', adviceRoutes(deps))
  app.route('/', signalRoutes(deps))
  app.route('/', reportRoutes(deps))

  app.get('/openapi.json', (c) => c.json(contract()))
  app.route('/', healthRoutes(deps))
  app.route('/', pageRoutes(deps))
  return app
}

let made: object | null = null

/** The contract is the same for everybody: made when somebody first asks. */
function contract(): object {
  return (made ??= openApi(contracts))
}
