// The addresses of letters for staff: what they say, print runs, returns, second persons, and how fieldwork goes.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { readJson } from '../http/body.ts'
import type { Env } from '../http/env.ts'
import { actorOf } from '../waves/routes.ts'
import { nothing } from '../waves/wire.ts'
import { countReturns, recordRun } from './count-mail.ts'
import { keepSender } from './keep-sender.ts'
import { mailingListDestroyed, mailingListMade } from './mailing-list.ts'
import { readLetters } from './read-letters.ts'
import { readProgress } from './read-progress.ts'
import { agreeAllowance, agreePrinter, askAllowance, askPrinter } from './second-person.ts'
import { allowanceAgreed, allowanceAsked, letterRun, mailingListMade as listMade, printerAgreed, printerAsked, returned, senderOfLetters } from './wire.ts'

export function mailingRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/api/waves/:wave/letters', async (c) => c.json(await readLetters(deps, actorOf(c.get('staff')), c.req.param('wave'))))
    .get('/api/waves/:wave/progress', async (c) => c.json(await readProgress(deps, c.get('staff').municipality, c.req.param('wave'))))
    .put('/api/waves/:wave/letters/sender', async (c) => {
      const sender = await readJson(c, senderOfLetters)
      await keepSender(deps, actorOf(c.get('staff')), c.req.param('wave'), sender)
      return c.json({})
    })
    .put('/api/waves/:wave/letters/list', async (c) => {
      const { recipient } = await readJson(c, listMade)
      await mailingListMade(deps, actorOf(c.get('staff')), c.req.param('wave'), recipient)
      return c.json({})
    })
    .post('/api/waves/:wave/letters/list/destroyed', async (c) => {
      await readJson(c, nothing)
      await mailingListDestroyed(deps, actorOf(c.get('staff')), c.req.param('wave'))
      return c.json({})
    })
    .post('/api/waves/:wave/letters/runs', async (c) => {
      const run = await readJson(c, letterRun)
      await recordRun(deps, actorOf(c.get('staff')), c.req.param('wave'), run)
      return c.json({}, 201)
    })
    .put('/api/waves/:wave/letters/returns', async (c) => {
      const counts = await readJson(c, returned)
      await countReturns(deps, actorOf(c.get('staff')), c.req.param('wave'), counts)
      return c.json({})
    })
    .post('/api/waves/:wave/replacements/ask', async (c) => {
      const { upTo } = await readJson(c, allowanceAsked)
      await askAllowance(deps, actorOf(c.get('staff')), c.req.param('wave'), upTo)
      return c.json({})
    })
    .post('/api/waves/:wave/replacements/agree', async (c) => {
      const { upTo } = await readJson(c, allowanceAgreed)
      await agreeAllowance(deps, actorOf(c.get('staff')), c.req.param('wave'), upTo)
      return c.json({})
    })
    .put('/api/waves/:wave/reminder-list/printer', async (c) => {
      const { recipient } = await readJson(c, printerAsked)
      await askPrinter(deps, actorOf(c.get('staff')), c.req.param('wave'), recipient)
      return c.json({})
    })
    .post('/api/waves/:wave/reminder-list/agree', async (c) => {
      const { recipient } = await readJson(c, printerAgreed)
      await agreePrinter(deps, actorOf(c.get('staff')), c.req.param('wave'), recipient)
      return c.json({})
    })
}
