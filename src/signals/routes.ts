// The addresses of acting: partners, signals, agreements, counts and figures. The guard has decided which roles may call; a contact gets only
// what was sent to the organisation they are bound to, and nothing at all when they are bound to none.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { checked, readJson } from '../http/body.ts'
import type { Env, Staff } from '../http/env.ts'
import { problem } from '../problem.ts'
import { countQuarter, keepTally, readTallies } from './count-reports.ts'
import { makeAgreement, reopenAgreement, settleAgreement } from './make-agreement.ts'
import type { Party } from './make-agreement.ts'
import { addPartner, bindContact, changePartner, partnerOf, readPartners, releaseContact } from './partners.ts'
import { readFigures } from './read-figures.ts'
import { readPartnerSignals, readSignals } from './read-signals.ts'
import { confirmReviewKey, readReviewKeys, registerReviewKey } from './review-keys.ts'
import { releaseSignal, returnSignal, withdrawSignal } from './review-signal.ts'
import { monthTally, newAgreement, nothing, partnerContact, partnerName, quarterCounts, reviewKey, reviewKeyConfirmation, settlement, signalDraft, signalRelease, signalReturn } from './wire.ts'
import { rewriteSignal, writeSignal } from './write-signal.ts'

const month = z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)
const quarter = z.string().regex(/^20\d\d-Q[1-4]$/)

const actorOf = ({ municipality, id }: Staff) => ({ municipality, staff: id })
const inTeam = ({ roles }: Staff) => roles.includes('report-officer') || roles.includes('reviewer')

export function signalRoutes(deps: Deps): Hono<Env> {
  /** The organisation a person acts for; null for the team. Throws not-found for a contact of none. */
  const partyOf = async (staff: Staff): Promise<Party> => {
    if (inTeam(staff)) return { ...actorOf(staff), partner: null }
    const partner = await partnerOf(deps, staff.id)
    if (partner === null) throw problem('not-found')
    return { ...actorOf(staff), partner }
  }
  return new Hono<Env>()
    .get('/api/partners', async (c) => {
      const { municipality, partner } = await partyOf(c.get('staff'))
      const all = await readPartners(deps, municipality)
      return c.json(partner === null ? all : { partners: all.partners.filter(({ id }) => id === partner).map((one) => ({ ...one, contacts: [] })), people: [], own: partner })
    })
    .post('/api/partners', async (c) => {
      const named = await readJson(c, partnerName)
      return c.json({ partner: await addPartner(deps, actorOf(c.get('staff')), named) }, 201)
    })
    .put('/api/partners/:partner', async (c) => {
      const named = await readJson(c, partnerName)
      await changePartner(deps, actorOf(c.get('staff')), c.req.param('partner'), named)
      return c.json({})
    })
    .post('/api/partners/:partner/contacts', async (c) => {
      const { staff } = await readJson(c, partnerContact)
      await bindContact(deps, actorOf(c.get('staff')), c.req.param('partner'), staff)
      return c.json({})
    })
    .delete('/api/partners/:partner/contacts/:staff', async (c) => {
      await releaseContact(deps, actorOf(c.get('staff')), c.req.param('partner'), c.req.param('staff'))
      return c.body(null, 204)
    })
    .get('/api/signals', async (c) => {
      const { municipality, partner, staff } = await partyOf(c.get('staff'))
      return c.json(partner === null ? await readSignals(deps, municipality, staff) : await readPartnerSignals(deps, municipality, partner))
    })
    .get('/api/signals/keys', async (c) => c.json(await readReviewKeys(deps, actorOf(c.get('staff')))))
    .put('/api/signals/keys', async (c) => {
      const key = await readJson(c, reviewKey)
      await registerReviewKey(deps, actorOf(c.get('staff')), key)
      return c.json({})
    })
    .post('/api/signals/keys/:staff/confirm', async (c) => {
      const { recipient } = await readJson(c, reviewKeyConfirmation)
      await confirmReviewKey(deps, actorOf(c.get('staff')), c.req.param('staff'), recipient)
      return c.json({})
    })
    .get('/api/signals/figures', async (c) => c.json(await readFigures(deps, c.get('staff').municipality)))
    .post('/api/signals', async (c) => {
      const draft = await readJson(c, signalDraft)
      return c.json({ signal: await writeSignal(deps, actorOf(c.get('staff')), draft) }, 201)
    })
    .put('/api/signals/:signal', async (c) => {
      const draft = await readJson(c, signalDraft)
      await rewriteSignal(deps, actorOf(c.get('staff')), c.req.param('signal'), draft)
      return c.json({})
    })
    .post('/api/signals/:signal/release', async (c) => {
      const release = await readJson(c, signalRelease)
      await releaseSignal(deps, actorOf(c.get('staff')), c.req.param('signal'), release)
      return c.json({})
    })
    .post('/api/signals/:signal/return', async (c) => {
      const back = await readJson(c, signalReturn)
      await returnSignal(deps, actorOf(c.get('staff')), c.req.param('signal'), back)
      return c.json({})
    })
    .post('/api/signals/:signal/withdraw', async (c) => {
      await readJson(c, nothing)
      await withdrawSignal(deps, actorOf(c.get('staff')), c.req.param('signal'))
      return c.json({})
    })
    .post('/api/signals/:signal/agreements', async (c) => {
      const agreement = await readJson(c, newAgreement)
      return c.json({ agreement: await makeAgreement(deps, await partyOf(c.get('staff')), c.req.param('signal'), agreement) }, 201)
    })
    .post('/api/agreements/:agreement/settle', async (c) => {
      const settled = await readJson(c, settlement)
      await settleAgreement(deps, await partyOf(c.get('staff')), c.req.param('agreement'), settled)
      return c.json({})
    })
    .post('/api/agreements/:agreement/reopen', async (c) => {
      await readJson(c, nothing)
      await reopenAgreement(deps, actorOf(c.get('staff')), c.req.param('agreement'))
      return c.json({})
    })
    .get('/api/report-tallies', async (c) => c.json(await readTallies(deps, c.get('staff').municipality)))
    .put('/api/report-tallies/:month', async (c) => {
      const tally = await readJson(c, monthTally)
      await keepTally(deps, actorOf(c.get('staff')), checked(month, c.req.param('month')), tally)
      return c.json({})
    })
    .put('/api/report-counts/:quarter', async (c) => {
      const counts = await readJson(c, quarterCounts)
      await countQuarter(deps, actorOf(c.get('staff')), checked(quarter, c.req.param('quarter')), counts)
      return c.json({})
    })
}
