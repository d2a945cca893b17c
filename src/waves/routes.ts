// The addresses of waves: what residents fetch of a manifest, and the steps of a measurement for staff.
// The guard has decided who may call (http/roles.ts); finding a wave decides whose it is.
import { Hono } from 'hono'
import { parseLabel } from '../crypto/invite-code.ts'
import type { Deps } from '../deps.ts'
import { readJson } from '../http/body.ts'
import type { Env, Staff } from '../http/env.ts'
import { immutable } from '../http/privacy.ts'
import { problem } from '../problem.ts'
import { defineWave } from './define-wave.ts'
import { draftWave } from './draft-wave.ts'
import { endFieldwork } from './end-fieldwork.ts'
import { publicManifest, referenceOfLabel } from './find-manifest.ts'
import { freezeManifest } from './freeze-manifest.ts'
import { discardDraft, planDays, planQuestionnaire, planStrata } from './plan-wave.ts'
import { listWaves, readFrame, readWave } from './read-waves.ts'
import { confirmKey, registerKey } from './register-key.ts'
import { startFieldwork } from './start-fieldwork.ts'
import { daysOfWave, keyConfirmation, keyRegistration, nothing, questionnaireOfWave, strataOfWave, waveDraft, wavePlan } from './wire.ts'
import type { LabelAnswer } from './wire.ts'

/** Who acts, for the audit. */
export function actorOf({ municipality, id }: Staff) {
  return { municipality, staff: id }
}

export function waveRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/api/labels/:label', async (c) => {
      const label = parseLabel(c.req.param('label'))
      if (label === null) throw problem('unknown-label')
      return c.json({ manifest: await referenceOfLabel(deps, c.get('municipality'), label) } satisfies LabelAnswer)
    })
    .get('/api/manifests/:reference', async (c) => {
      const manifest = await publicManifest(deps, c.req.param('reference'))
      immutable(c)
      return c.json(manifest)
    })
    .get('/api/waves', async (c) => c.json(await listWaves(deps, c.get('staff').municipality)))
    .get('/api/waves/:wave', async (c) => c.json(await readWave(deps, c.get('staff').municipality, c.req.param('wave'))))
    .get('/api/waves/:wave/frame', async (c) => c.json(await readFrame(deps, c.get('staff').municipality, c.req.param('wave'))))
    .post('/api/waves', async (c) => {
      const plan = await readJson(c, wavePlan)
      return c.json(await defineWave(deps, actorOf(c.get('staff')), plan), 201)
    })
    .post('/api/waves/drafts', async (c) => {
      const draft = await readJson(c, waveDraft)
      return c.json(await draftWave(deps, actorOf(c.get('staff')), draft), 201)
    })
    .delete('/api/waves/:wave', async (c) => {
      await discardDraft(deps, actorOf(c.get('staff')), c.req.param('wave'))
      return c.body(null, 204)
    })
    .put('/api/waves/:wave/days', async (c) => {
      const days = await readJson(c, daysOfWave)
      await planDays(deps, actorOf(c.get('staff')), c.req.param('wave'), days)
      return c.json({})
    })
    .put('/api/waves/:wave/questionnaire', async (c) => {
      const chosen = await readJson(c, questionnaireOfWave)
      await planQuestionnaire(deps, actorOf(c.get('staff')), c.req.param('wave'), chosen)
      return c.json({})
    })
    .put('/api/waves/:wave/strata', async (c) => {
      const groups = await readJson(c, strataOfWave)
      await planStrata(deps, actorOf(c.get('staff')), c.req.param('wave'), groups)
      return c.json({})
    })
    .put('/api/waves/:wave/key', async (c) => {
      const registration = await readJson(c, keyRegistration)
      await registerKey(deps, actorOf(c.get('staff')), c.req.param('wave'), registration)
      return c.json({})
    })
    .post('/api/waves/:wave/key/confirm', async (c) => {
      const confirmation = await readJson(c, keyConfirmation)
      await confirmKey(deps, actorOf(c.get('staff')), c.req.param('wave'), confirmation)
      return c.json({})
    })
    .post('/api/waves/:wave/manifest', async (c) => {
      await readJson(c, nothing)
      return c.json(await freezeManifest(deps, actorOf(c.get('staff')), c.req.param('wave')))
    })
    .post('/api/waves/:wave/start', async (c) => {
      await readJson(c, nothing)
      await startFieldwork(deps, actorOf(c.get('staff')), c.req.param('wave'))
      return c.json({})
    })
    .post('/api/waves/:wave/end', async (c) => {
      await readJson(c, nothing)
      await endFieldwork(deps, actorOf(c.get('staff')), c.req.param('wave'))
      return c.json({})
    })
}
