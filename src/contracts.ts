// What each address of the API is for, reads and answers: the slices' own schemas beside the rows of the access table, for /openapi.json.
// Separate from the slices, because a contract is read as a whole. An address without a row here is described by its access alone; a test
// asks for a row wherever a JSON body is read.
import { z } from 'zod'
import { adviceOrder, adviceText } from './advice/wire.ts'
import { exportRequest } from './exports/wire.ts'
import type { Contracts } from './http/openapi.ts'
import { responseRequest } from './intake/wire.ts'
import { amendmentRequest, evaluationPlan } from './plans/wire.ts'
import { countAnnounced, destroyRequest, editionAnswer, editionRequest, editionSummary, importRequest, keysRegistration } from './results/wire.ts'
import { credentialRequest, drawRequest, inviteCheck } from './sample/wire.ts'
import { keyConfirmation, keyRegistration, nothing, wavePlan } from './waves/wire.ts'

const link = z.strictObject({ link: z.string().max(300) })

export const contracts: Contracts = {
  // Residents
  'GET /api/labels/:label': { summary: 'The survey a letter belongs to, by the label beside its code' },
  'GET /api/manifests/:reference': { summary: 'What a survey fixed before it began; immutable' },
  'GET /api/instruments/:hash': { summary: 'A questionnaire in one language; immutable' },
  'POST /api/invites/check': { summary: 'Whether a survey takes answers; the same for every code', body: inviteCheck },
  'POST /api/credentials': { summary: 'A blind signature of 256 bytes; random bytes for a used or unknown code', body: credentialRequest },
  'POST /api/responses': { summary: 'Takes sealed answers once per credential', body: responseRequest },
  'GET /api/public/editions': { summary: 'Editions for everybody, from their day on', answer: z.array(editionSummary) },
  'GET /api/public/editions/:edition': { summary: 'One edition for everybody, with its signature', answer: editionAnswer },

  // Staff
  'POST /api/staff/session': { summary: 'Signs in with a one-time link', body: link },
  'GET /api/staff/session': { summary: 'Who is signed in' },
  'DELETE /api/staff/session': { summary: 'Signs out', answers: 204 },
  'GET /api/staff/audit': { summary: 'The audit chain of the municipality' },
  'GET /api/areas': { summary: 'Areas of every boundary year, with shapes' },

  // Advice
  'POST /api/staff/advice/start': { summary: 'Begins with the texts that come along', body: nothing },
  'POST /api/staff/advice/order': { summary: 'The order of the pages', body: adviceOrder },
  'PUT /api/staff/advice/:slug/:language': { summary: 'Writes a page in one language', body: adviceText },

  // Evaluation plan
  'GET /api/plan': { summary: 'The evaluation plan with its amendments' },
  'PUT /api/plan': { summary: 'Keeps a draft of the plan', body: evaluationPlan },
  'POST /api/plan/lock': { summary: 'Locks the plan under its digest', body: nothing },
  'POST /api/plan/amendments': { summary: 'Adds a visible change with its reason', body: amendmentRequest, answers: 201 },

  // Waves
  'GET /api/waves': { summary: 'Measurements with their state and daily counts' },
  'POST /api/waves': { summary: 'Defines a measurement', body: wavePlan, answers: 201 },
  'GET /api/waves/:wave': { summary: 'One measurement' },
  'GET /api/waves/:wave/frame': { summary: 'Everything the analysis needs beside the answers' },
  'PUT /api/waves/:wave/key': { summary: 'Registers the public half of the key', body: keyRegistration },
  'POST /api/waves/:wave/key/confirm': { summary: 'Says that a key sheet was read back', body: keyConfirmation },
  'POST /api/waves/:wave/manifest': { summary: 'Fixes what letters will name', body: nothing },
  'POST /api/waves/:wave/invites': { summary: 'Stores hashes of the codes of one group', body: drawRequest },
  'POST /api/waves/:wave/start': { summary: 'Starts fieldwork', body: nothing },
  'POST /api/waves/:wave/end': { summary: 'Ends fieldwork; destroys invitations and issuer keys', body: nothing },
  'GET /api/waves/:wave/sealed': { summary: 'A page of sealed answers of a closed measurement' },
  'POST /api/waves/:wave/counts': { summary: 'Announces a count', body: countAnnounced, answers: 201 },
  'PUT /api/waves/:wave/counts/:upload/:index': { summary: 'One part of a count, sealed to the archive key' },
  'POST /api/waves/:wave/counts/:upload/finalize': { summary: 'Makes the counted measurement whole', body: nothing },
  'GET /api/waves/:wave/frozen': { summary: 'What was counted, in digests and numbers' },
  'GET /api/waves/:wave/frozen/:index': { summary: 'One sealed part of it' },
  'POST /api/waves/:wave/destroy': { summary: 'Destroys the sealed answers if they are still those that were counted', body: destroyRequest },

  // Results
  'GET /api/keys': { summary: 'The municipality\'s public keys' },
  'PUT /api/keys': { summary: 'Registers them, once', body: keysRegistration },
  'POST /api/editions': { summary: 'Publishes a signed edition of suppressed figures', body: editionRequest, answers: 201 },
  'GET /api/editions': { summary: 'Editions meant for whoever asks', answer: z.array(editionSummary) },
  'GET /api/editions/:edition': { summary: 'One edition, with its signature', answer: editionAnswer },
  'GET /api/editions/:edition/exact': { summary: 'Its exact rows, sealed to the archive key' },
  'GET /api/exports': { summary: 'Exports of microdata: asked, agreed, taken' },
  'POST /api/waves/:wave/exports': { summary: 'Asks for an export, with a reason', body: exportRequest, answers: 201 },
  'POST /api/exports/:export/agree': { summary: 'A second person agrees that areas leave', body: nothing },
  'POST /api/exports/:export/take': { summary: 'Takes an export, once', body: nothing },
  'GET /api/imports': { summary: 'Imported tables of earlier surveys' },
  'POST /api/imports': { summary: 'Imports an earlier survey', body: importRequest, answers: 201 },
}

