// The addresses of reports: for reporters octets in and one block out, at one pace and without a cookie; for staff the steps of the channel and the
// reading. The guard has decided who may call (http/roles.ts); who is an officer decides each verb.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { checked, readBytes, readJson } from '../http/body.ts'
import type { Env } from '../http/env.ts'
import { askOfficer, confirmOfficer } from './add-officer.ts'
import { answerThread, changeThread, codeThread, mergeThread } from './answer-thread.ts'
import { atOnePace } from './at-one-pace.ts'
import { newChallenge } from './challenge.ts'
import { askSigner, confirmSigner } from './change-signer.ts'
import { finishDrill, registerRecovery, startDrill } from './keep-recovery.ts'
import { addWrap, makeMonth } from './make-month.ts'
import { closeChannel, openChannel } from './open-channel.ts'
import { pollThread } from './poll-thread.ts'
import { readChannel } from './read-channel.ts'
import { readSetup } from './read-setup.ts'
import { readMessages, readText, releaseBrake } from './read-text.ts'
import { readKeys, readThreads } from './read-threads.ts'
import { receiveMessage } from './receive-message.ts'
import { receiveReport } from './receive-report.ts'
import { removeOfficer } from './remove-officer.ts'
import { removeThread } from './remove-thread.ts'
import { setWebhook } from './set-webhook.ts'
import { signListAnew } from './sign-list.ts'
import {
  PURPOSES, brakeRelease, drillAnswer, identityRegistration, laterWrap, listSigning, month, monthKey, nothing, officerConfirmation, officerMessage, recoveryRegistration,
  signerConfirmation, signerRegistration, threadChange, threadCoding, threadKey, threadMerge,
  webhookSetting,
} from './wire.ts'

type Receive = (deps: Deps, municipality: string, body: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>

const purposePath = z.strictObject({ purpose: z.enum(PURPOSES) })
const monthPath = z.strictObject({ month })
const threadPath = z.strictObject({ month, thread: threadKey.transform(BigInt) })
const staffPath = z.strictObject({ staff: z.string().min(1).max(60) })
const after = z.strictObject({ after: z.union([threadKey, z.literal('0')]).default('0').transform(BigInt) })
const from = z.strictObject({ from: z.coerce.number().int().min(0).max(0xffff).default(0) })

const octets = (c: Context<Env>, bytes: Uint8Array<ArrayBuffer>) => c.body(bytes, 200, { 'content-type': 'application/octet-stream' })
const person = (c: Context<Env>) => ({ municipality: c.get('staff').municipality, staff: c.get('staff').id })

export function reportRoutes(deps: Deps): Hono<Env> {
  /** Whatever was posted, the answer is one block, at one pace. */
  const block = (receive: Receive) => async (c: Context<Env>) => {
    const body = await readBytes(c)
    return octets(c, await atOnePace(receive(deps, c.get('municipality'), body)))
  }
  const thread = (c: Context<Env>) => checked(threadPath, c.req.param())
  return new Hono<Env>()
    .get('/api/reports/channel', async (c) => c.json(await readChannel(deps, c.get('municipality'))))
    .get('/api/reports/challenges/:purpose', async (c) => {
      const { purpose } = checked(purposePath, c.req.param())
      return c.json(await newChallenge(deps, c.get('municipality'), purpose, deps.gate?.busy() ?? false))
    })
    .post('/api/reports', block(receiveReport))
    .post('/api/reports/poll', block(pollThread))
    .post('/api/reports/messages', block(receiveMessage))
    .post('/api/reports/removals', block(removeThread))

    .get('/api/reports/setup', async (c) => c.json(await readSetup(deps, person(c).municipality, person(c).staff)))
    .put('/api/reports/identity', async (c) => (await askOfficer(deps, person(c), await readJson(c, identityRegistration)), c.json({})))
    .post('/api/reports/officers/:staff/confirm', async (c) => {
      const confirmation = await readJson(c, officerConfirmation)
      await confirmOfficer(deps, person(c), checked(staffPath, c.req.param()).staff, confirmation)
      return c.json({})
    })
    .delete('/api/reports/officers/:staff', async (c) => {
      await removeOfficer(deps, person(c), checked(staffPath, c.req.param()).staff)
      return c.json({})
    })
    .put('/api/reports/signer', async (c) => (await askSigner(deps, person(c), await readJson(c, signerRegistration)), c.json({})))
    .post('/api/reports/signer/confirm', async (c) => (await confirmSigner(deps, person(c), await readJson(c, signerConfirmation)), c.json({})))
    .put('/api/reports/recovery', async (c) => (await registerRecovery(deps, person(c), await readJson(c, recoveryRegistration)), c.json({})))
    .post('/api/reports/recovery/drill', async (c) => (await readJson(c, nothing), c.json(await startDrill(deps, person(c).municipality))))
    .post('/api/reports/recovery/confirm', async (c) => (await finishDrill(deps, person(c), await readJson(c, drillAnswer)), c.json({})))
    .put('/api/reports/list', async (c) => (await signListAnew(deps, person(c), await readJson(c, listSigning)), c.json({})))
    .put('/api/reports/months/:month', async (c) => {
      const key = await readJson(c, monthKey)
      await makeMonth(deps, person(c), checked(monthPath, c.req.param()).month, key)
      return c.json({})
    })
    .put('/api/reports/months/:month/wraps', async (c) => {
      const wrap = await readJson(c, laterWrap)
      await addWrap(deps, person(c), checked(monthPath, c.req.param()).month, wrap)
      return c.json({})
    })
    .post('/api/reports/open', async (c) => (await readJson(c, nothing), await openChannel(deps, person(c)), c.json({})))
    .post('/api/reports/close', async (c) => (await readJson(c, nothing), await closeChannel(deps, person(c)), c.json({})))
    .put('/api/reports/webhook', async (c) => (await setWebhook(deps, person(c), await readJson(c, webhookSetting)), c.json({})))

    .get('/api/reports/keys', async (c) => c.json(await readKeys(deps, person(c).municipality, person(c).staff)))
    .get('/api/reports/months/:month/threads', async (c) => {
      const { month: name } = checked(monthPath, c.req.param())
      return c.json(await readThreads(deps, person(c), name, checked(after, c.req.query()).after))
    })
    .post('/api/reports/months/:month/threads/:thread/text', async (c) => {
      await readJson(c, nothing)
      const { month: name, thread: key } = thread(c)
      return octets(c, await readText(deps, person(c), name, key))
    })
    .get('/api/reports/months/:month/threads/:thread/messages', async (c) => {
      const { month: name, thread: key } = thread(c)
      return c.json(await readMessages(deps, person(c), name, key, checked(from, c.req.query()).from))
    })
    .post('/api/reports/months/:month/threads/:thread/messages', async (c) => {
      const message = await readJson(c, officerMessage)
      const { month: name, thread: key } = thread(c)
      await answerThread(deps, person(c), name, key, message)
      return c.json({})
    })
    .post('/api/reports/months/:month/threads/:thread/state', async (c) => {
      const change = await readJson(c, threadChange)
      const { month: name, thread: key } = thread(c)
      await changeThread(deps, person(c), name, key, change)
      return c.json({})
    })
    .put('/api/reports/months/:month/threads/:thread/coding', async (c) => {
      const coding = await readJson(c, threadCoding)
      const { month: name, thread: key } = thread(c)
      await codeThread(deps, person(c), name, key, coding)
      return c.json({})
    })
    .post('/api/reports/months/:month/threads/:thread/merge', async (c) => {
      const merge = await readJson(c, threadMerge)
      const { month: name, thread: key } = thread(c)
      await mergeThread(deps, person(c), name, key, merge)
      return c.json({})
    })
    .post('/api/reports/brakes/:staff/release', async (c) => {
      const release = await readJson(c, brakeRelease)
      await releaseBrake(deps, person(c), checked(staffPath, c.req.param()).staff, release)
      return c.json({})
    })
}
