// Public results: pages, open data and the account of editions for everybody, on residents' host names; the municipality's answers and the
// account of any edition for staff. Public addresses stand outside /api/, so they ask here which municipality a host belongs to.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { findMunicipality } from '../areas/find-municipality.ts'
import { municipalityOfHost } from '../areas/municipality-of-host.ts'
import type { Language } from '../analysis/sentence-words.ts'
import type { Deps } from '../deps.ts'
import { readJson } from '../http/body.ts'
import type { Env } from '../http/env.ts'
import { isStaffFace } from '../http/face.ts'
import { problem } from '../problem.ts'
import { listEditions, readEdition } from '../results/read-editions.ts'
import { publicViewer, staffViewer } from '../results/viewer.ts'
import { localDay } from '../waves/count-day.ts'
import { actorOf } from '../waves/routes.ts'
import { accountPage } from './account.ts'
import { readAnswers, writeAnswers } from './area-answers.ts'
import { certificateOf } from './certificate-of.ts'
import { areaPage, editionPage, isPublicPart, listPage } from './edition-page.ts'
import { dataPackage, openDataCsv } from './open-data.ts'
import { remembered } from './remembered.ts'
import { areaAnswersRequest } from './wire.ts'

export function publicationRoutes(deps: Deps): Hono<Env> {
  const today = () => localDay(deps.clock()).day
  const routes = new Hono<Env>()
    .get('/api/editions/:edition/answers', async (c) => c.json(await readAnswers(deps, c.get('staff').municipality, c.req.param('edition'))))
    .put('/api/editions/:edition/answers', async (c) => {
      const { answers } = await readJson(c, areaAnswersRequest)
      await writeAnswers(deps, actorOf(c.get('staff')), c.req.param('edition'), answers)
      return c.json({})
    })
    .get('/api/editions/:edition/account/:language', async (c) => {
      const language = languageOf(c.req.param('language'))
      const edition = await readEdition(deps, c.get('staff').municipality, c.req.param('edition'), staffViewer(c.get('staff'), today()))
      return c.html(accountPage(edition, await certificateOf(deps, edition.wave), language, language === 'nl' ? 'en' : 'nl'))
    })
  for (const [path, language] of [['/uitkomsten', 'nl'], ['/results', 'en']] as const) {
    routes.get(path, async (c) => {
      const municipality = await here(deps, c)
      return c.html(listPage(await findMunicipality(deps, municipality), await listEditions(deps, municipality, publicViewer(today())), language))
    })
    routes.get(`${path}/:edition/:part?`, async (c) => {
      const municipality = await here(deps, c)
      const { edition: id, part } = c.req.param()
      const edition = await remembered(deps, municipality, id!, () => readEdition(deps, municipality, id!, publicViewer(today())))
      if (part === 'data.csv') return c.body(openDataCsv(edition), 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${edition.wave}.csv"` })
      if (part === 'datapackage.json') return c.json(dataPackage(edition))
      if (part === 'account') return c.html(accountPage(edition, await certificateOf(deps, edition.wave), language, `/${language === 'nl' ? 'results' : 'uitkomsten'}/${id}/account`))
      const answers = (await readAnswers(deps, municipality, id!)).filter((one) => one.language === language)
      if (part === undefined) return c.html(editionPage(edition, answers, language))
      if (!isPublicPart(edition, part)) throw problem('not-found')
      return c.html(areaPage(edition, part, answers, language))
    })
  }
  return routes
}

/** The municipality of a resident host; elsewhere these pages do not exist. */
async function here(deps: Deps, c: Context<Env>): Promise<string> {
  const municipality = isStaffFace(c.req.url, deps.staffOrigin) ? null : await municipalityOfHost(deps, new URL(c.req.url).host)
  if (municipality === null) throw problem('not-found')
  return municipality
}

function languageOf(text: string): Language {
  if (text !== 'nl' && text !== 'en') throw problem('not-found')
  return text
}
