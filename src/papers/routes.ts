// Papers for staff, and what of them everybody reads on residents' host names: privacy, accessibility, limits, certificates, security.txt.
// Public addresses stand outside /api/, so they ask here which municipality a host belongs to.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { findMunicipality } from '../areas/find-municipality.ts'
import { municipalityOfHost } from '../areas/municipality-of-host.ts'
import type { Deps } from '../deps.ts'
import { readJson } from '../http/body.ts'
import type { Env } from '../http/env.ts'
import { isStaffFace } from '../http/face.ts'
import { problem } from '../problem.ts'
import { countedWaves, waveFile } from '../results/wave-file.ts'
import { localDay } from '../waves/count-day.ts'
import { actorOf } from '../waves/routes.ts'
import { accessibilityStatement } from './accessibility-statement.ts'
import { allPapers } from './all-papers.ts'
import { certificateListPage, certificatePage } from './certificate-page.ts'
import { DETAILS } from './details.ts'
import { limitsPaper } from './limits.ts'
import type { Paper, PaperFacts } from './paper.ts'
import { paperPage } from './paper-page.ts'
import { privacyNotice } from './privacy-notice.ts'
import { detailsOf, readFacts } from './read-facts.ts'
import { securityTxt } from './security-txt.ts'
import { setDetail } from './set-detail.ts'
import { paperDetail } from './wire.ts'
import type { PapersAnswer } from './wire.ts'

const PUBLIC: readonly { path: string; other: string | null; paper: (facts: PaperFacts) => Paper }[] = [
  { path: '/privacy', other: null, paper: privacyNotice },
  { path: '/toegankelijkheid', other: null, paper: accessibilityStatement },
  { path: '/beperkingen', other: '/limits', paper: (facts) => limitsPaper(facts, 'nl') },
  { path: '/limits', other: '/beperkingen', paper: (facts) => limitsPaper(facts, 'en') },
]

export function paperRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
    .get('/api/papers', async (c) => {
      const facts = await readFacts(deps, c.get('staff').municipality)
      return c.json({ papers: allPapers(facts), fields: DETAILS, values: facts.details } satisfies PapersAnswer)
    })
    .put('/api/papers/details', async (c) => {
      const detail = await readJson(c, paperDetail)
      await setDetail(deps, actorOf(c.get('staff')), detail)
      return c.json({})
    })
    .get('/.well-known/security.txt', async (c) => {
      const municipality = await here(deps, c)
      const { securityContact: contact } = await detailsOf(deps, municipality)
      const text = securityTxt({ contact, host: new URL(c.req.url).host, today: localDay(deps.clock()).day })
      if (text === null) throw problem('not-found')
      return c.text(text)
    })
  for (const { path, other, paper } of PUBLIC) {
    routes.get(path, async (c) => {
      const municipality = await here(deps, c)
      const { example } = await findMunicipality(deps, municipality)
      return c.html(paperPage(paper(await readFacts(deps, municipality)), { example, otherHref: other }))
    })
  }
  for (const [path, language] of [['/verklaringen', 'nl'], ['/certificates', 'en']] as const) {
    routes.get(path, async (c) => {
      const municipality = await here(deps, c)
      return c.html(certificateListPage(await findMunicipality(deps, municipality), await countedWaves(deps, municipality), language))
    })
    routes.get(`${path}/:wave`, async (c) => {
      const municipality = await here(deps, c)
      return c.html(certificatePage(await findMunicipality(deps, municipality), await waveFile(deps, municipality, c.req.param('wave')!), language))
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
