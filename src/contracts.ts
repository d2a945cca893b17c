// What each address of the API is for, reads and answers: the slices' own schemas beside the rows of the access table, for /openapi.json.
// Separate from the slices, because a contract is read as a whole. An address without a row here is described by its access alone; a test
// asks for a row wherever a JSON body is read.
import { z } from 'zod'
import { adviceOrder, adviceText } from './advice/wire.ts'
import { areaList, areaMap, municipalitySettings, registerTotals } from './areas/wire.ts'
import { personProposal } from './staff/wire.ts'
import { exportRequest } from './exports/wire.ts'
import type { Contracts } from './http/openapi.ts'
import { responseRequest } from './intake/wire.ts'
import { paperDetail } from './papers/wire.ts'
import { amendmentRequest, evaluationPlan } from './plans/wire.ts'
import { areaAnswersRequest } from './publication/wire.ts'
import { importRequest } from './results/import-request.ts'
import { reportContracts } from './reports/contracts.ts'
import { benchmarkRequest, certificateSignature, countAnnounced, destroyRequest, destructionRecord, editionAnswer, editionRequest, editionSummary, keysRegistration } from './results/wire.ts'
import { allowanceAgreed, allowanceAsked, letterRun, mailingListMade, printerAgreed, printerAsked, returned, senderOfLetters } from './mailings/wire.ts'
import { credentialRequest, drawRequest, inviteCheck, noteRequest, notesRequest, replaceRequest } from './sample/wire.ts'
import { monthTally, newAgreement, partnerContact, partnerName, quarterCounts, reviewKey, reviewKeyConfirmation, settlement, signalDraft, signalRelease, signalReturn } from './signals/wire.ts'
import { daysOfWave, keyConfirmation, keyRegistration, nothing, questionnaireOfWave, strataOfWave, waveDraft, wavePlan } from './waves/wire.ts'

const link = z.strictObject({ link: z.string().max(300) })

export const contracts: Contracts = {
  // Residents
  'GET /api/labels/:label': { summary: 'The survey a letter belongs to, by the label beside its code' },
  'GET /api/manifests/:reference': { summary: 'What a survey fixed before it began; immutable' },
  'GET /api/instruments/:hash': { summary: 'A questionnaire in one language; immutable' },
  'POST /api/invites/check': { summary: 'Whether a survey takes answers; the same for every code', body: inviteCheck },
  'POST /api/credentials': { summary: 'A blind signature of 256 bytes; random bytes for a used or unknown code', body: credentialRequest },
  'POST /api/responses': { summary: 'Takes sealed answers once per credential', body: responseRequest },
  'GET /api/public/waves': { summary: 'Counted measurements' },
  'GET /api/public/waves/:wave': { summary: 'The file of a counted measurement: manifest, digests, certificate and its signatures' },
  'GET /api/public/audit': { summary: 'The audit chain: every link, and in full the entries that everybody may follow' },
  'GET /api/public/editions': { summary: 'Editions for everybody, from their day on', answer: z.array(editionSummary) },
  'GET /api/public/editions/:edition': { summary: 'One edition for everybody, with its signature', answer: editionAnswer },

  // Staff
  'POST /api/staff/session': { summary: 'Signs in with a one-time link', body: link },
  'GET /api/staff/session': { summary: 'Who is signed in' },
  'DELETE /api/staff/session': { summary: 'Signs out', answers: 204 },
  'GET /api/staff/audit': { summary: 'The audit chain of the municipality' },
  'GET /api/staff/people': { summary: 'Colleagues with their roles, and who waits for a second person\'s word' },
  'POST /api/staff/people': { summary: 'Proposes a colleague with roles', body: personProposal, answers: 201 },
  'POST /api/staff/people/:person/agree': { summary: 'A second person agrees; answers a one-time link', body: nothing },
  'DELETE /api/staff/people/:person': { summary: 'A colleague leaves; sessions end at once', answers: 204 },
  'POST /api/staff/link': { summary: 'A one-time link for oneself, for another device', body: nothing },
  'GET /api/municipality': { summary: 'The municipality\'s own settings' },
  'PUT /api/municipality': { summary: 'Changes them', body: municipalitySettings },
  'GET /api/papers': { summary: 'Every paper, made from the settings, with what it misses' },
  'PUT /api/papers/details': { summary: 'Sets one detail of the papers', body: paperDetail },
  'GET /api/areas': { summary: 'Areas of every boundary year' },
  'PUT /api/areas/:year': { summary: 'Replaces the areas of a boundary year; those a measurement uses stay', body: areaList },
  'GET /api/areas/:year/totals': { summary: 'Adults of each area by the register, and the day of counting' },
  'PUT /api/areas/:year/totals': { summary: 'Stores register counts by area, age class and sex', body: registerTotals },
  'GET /api/areas/:year/map': { summary: 'The map of a boundary year as TopoJSON, in metres of the national grid' },
  'PUT /api/areas/:year/map': { summary: 'Stores that map', body: areaMap },

  ...reportContracts,

  // Advice
  'GET /api/advice/:language': { summary: 'Advice pages in one language; the same for everybody' },
  'GET /api/staff/advice': { summary: 'Advice pages in every language, with what is missing' },
  'DELETE /api/staff/advice/:slug/:language': { summary: 'Removes a page in one language' },
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
  'POST /api/waves/drafts': { summary: 'Begins a measurement to be planned in steps', body: waveDraft, answers: 201 },
  'DELETE /api/waves/:wave': { summary: 'Drops a measurement that is still a draft' },
  'PUT /api/waves/:wave/days': { summary: 'When letters, reminders and the end are', body: daysOfWave },
  'PUT /api/waves/:wave/questionnaire': { summary: 'The questionnaire, its modules and languages', body: questionnaireOfWave },
  'PUT /api/waves/:wave/strata': { summary: 'How many letters go to which area', body: strataOfWave },
  'GET /api/waves/:wave': { summary: 'One measurement' },
  'GET /api/waves/:wave/frame': { summary: 'Everything the analysis needs beside the answers' },
  'PUT /api/waves/:wave/key': { summary: 'Registers the public half of the key', body: keyRegistration },
  'POST /api/waves/:wave/key/confirm': { summary: 'Says that a key sheet was read back', body: keyConfirmation },
  'POST /api/waves/:wave/manifest': { summary: 'Fixes what letters will name', body: nothing },
  'POST /api/waves/:wave/invites': { summary: 'Stores hashes of the codes of one group', body: drawRequest },
  'POST /api/waves/:wave/notes': { summary: 'Notes a code to be replaced, sealed to the mailing list', body: noteRequest },
  'GET /api/waves/:wave/notes': { summary: 'Notes whose replacement is not printed yet, sealed' },
  'POST /api/waves/:wave/notes/printed': { summary: 'Says that replacements are printed', body: notesRequest },
  'POST /api/waves/:wave/replacements': { summary: 'Replaces codes whatever became of them; tells nothing', body: replaceRequest },
  'POST /api/waves/:wave/replacements/ask': { summary: 'Asks to replace more than 2% of the letters', body: allowanceAsked },
  'POST /api/waves/:wave/replacements/agree': { summary: 'A second person agrees', body: allowanceAgreed },
  'PUT /api/waves/:wave/reminder-list/printer': { summary: 'Proposes a printer for reminders to unused codes only', body: printerAsked },
  'POST /api/waves/:wave/reminder-list/agree': { summary: 'A second person agrees', body: printerAgreed },
  'POST /api/waves/:wave/reminder-list': { summary: 'On a planned day: unused codes, sealed to the printer' },
  'GET /api/waves/:wave/letters': { summary: 'Sender, print runs and what waits for a second person' },
  'GET /api/waves/:wave/progress': { summary: 'How fieldwork goes per area, once a day, rounded down to 5' },
  'PUT /api/waves/:wave/letters/sender': { summary: 'What all letters say of their sender', body: senderOfLetters },
  'PUT /api/waves/:wave/letters/list': { summary: 'Says that a mailing list was made, with its public key', body: mailingListMade },
  'POST /api/waves/:wave/letters/list/destroyed': { summary: 'Says that the mailing list was destroyed', body: nothing },
  'POST /api/waves/:wave/letters/runs': { summary: 'Records a print run', body: letterRun, answers: 201 },
  'PUT /api/waves/:wave/letters/returns': { summary: 'What came back of an area', body: returned },
  'POST /api/waves/:wave/start': { summary: 'Starts fieldwork', body: nothing },
  'POST /api/waves/:wave/end': { summary: 'Ends fieldwork; destroys invitations and issuer keys', body: nothing },
  'GET /api/waves/:wave/sealed': { summary: 'A page of sealed answers of a closed measurement' },
  'POST /api/waves/:wave/counts': { summary: 'Announces a count', body: countAnnounced, answers: 201 },
  'PUT /api/waves/:wave/counts/:upload/:index': { summary: 'One part of a count, sealed to the archive key' },
  'POST /api/waves/:wave/counts/:upload/finalize': { summary: 'Makes the counted measurement whole', body: nothing },
  'GET /api/waves/:wave/frozen': { summary: 'What was counted, in digests and numbers' },
  'GET /api/waves/:wave/frozen/:index': { summary: 'One sealed part of it' },
  'GET /api/waves/:wave/certificate': { summary: 'The certificate as it stands now, and those that were signed' },
  'POST /api/waves/:wave/certificate/signatures': { summary: 'Keeps a signed certificate', body: certificateSignature, answers: 201 },
  'POST /api/waves/:wave/destructions': { summary: 'Records what somebody destroyed by hand, and on which day', body: destructionRecord, answers: 201 },
  'GET /api/waves/:wave/file': { summary: 'The file by which an outsider checks a counted measurement' },
  'GET /api/audit/file': { summary: 'The audit chain as a file' },
  'POST /api/waves/:wave/destroy': { summary: 'Destroys the sealed answers if they are still those that were counted', body: destroyRequest },

  // Signals
  'GET /api/partners': { summary: 'Partner organisations' },
  'POST /api/partners': { summary: 'Adds one', body: partnerName, answers: 201 },
  'PUT /api/partners/:partner': { summary: 'Names one anew', body: partnerName },
  'POST /api/partners/:partner/contacts': { summary: 'Adds a contact', body: partnerContact },
  'DELETE /api/partners/:partner/contacts/:staff': { summary: 'Removes a contact' },
  'GET /api/signals': { summary: 'Signals as far as whoever asks may see them' },
  'GET /api/signals/keys': { summary: 'Who may read sealed drafts' },
  'PUT /api/signals/keys': { summary: 'Registers one\'s own key for drafts', body: reviewKey },
  'POST /api/signals/keys/:staff/confirm': { summary: 'A second person confirms a key', body: reviewKeyConfirmation },
  'GET /api/signals/figures': { summary: 'Agreements kept per partner and quarter' },
  'POST /api/signals': { summary: 'A draft for a second person to judge', body: signalDraft, answers: 201 },
  'PUT /api/signals/:signal': { summary: 'A changed draft', body: signalDraft },
  'POST /api/signals/:signal/release': { summary: 'Lets a signal leave, by somebody else than its writer', body: signalRelease },
  'POST /api/signals/:signal/return': { summary: 'Gives it back with what to change', body: signalReturn },
  'POST /api/signals/:signal/withdraw': { summary: 'Withdraws it', body: nothing },
  'POST /api/signals/:signal/agreements': { summary: 'Who does what by when', body: newAgreement, answers: 201 },
  'POST /api/agreements/:agreement/settle': { summary: 'Kept, late or missed', body: settlement },
  'POST /api/agreements/:agreement/reopen': { summary: 'Undoes that', body: nothing },
  'GET /api/report-tallies': { summary: 'Reports per area and quarter, under 5 as such' },
  'PUT /api/report-tallies/:month': { summary: 'Counts of one month, from an officer\'s device', body: monthTally },
  'PUT /api/report-counts/:quarter': { summary: 'Counts of one quarter', body: quarterCounts },

  // Results
  'GET /api/keys': { summary: 'The municipality\'s public keys' },
  'PUT /api/keys': { summary: 'Registers them, once', body: keysRegistration },
  'POST /api/editions': { summary: 'Publishes a signed edition of suppressed figures', body: editionRequest, answers: 201 },
  'GET /api/editions': { summary: 'Editions meant for whoever asks', answer: z.array(editionSummary) },
  'GET /api/editions/:edition': { summary: 'One edition, with its signature', answer: editionAnswer },
  'GET /api/editions/:edition/exact': { summary: 'Its exact rows, sealed to the archive key' },
  'GET /api/editions/:edition/answers': { summary: 'What the municipality answers residents, per area' },
  'PUT /api/editions/:edition/answers': { summary: 'Writes those answers', body: areaAnswersRequest },
  'GET /api/editions/:edition/account/:language': { summary: 'The technical account, a page that prints' },
  'GET /api/exports': { summary: 'Exports of microdata: asked, agreed, taken' },
  'POST /api/waves/:wave/exports': { summary: 'Asks for an export, with a reason', body: exportRequest, answers: 201 },
  'POST /api/exports/:export/agree': { summary: 'A second person agrees that areas leave', body: nothing },
  'POST /api/exports/:export/take': { summary: 'Takes an export, once', body: nothing },
  'GET /api/series/:measure': { summary: 'One measure over all waves in editions one may see' },
  'GET /api/benchmarks': { summary: 'Figures of town and country beside our own' },
  'POST /api/benchmarks': { summary: 'Adds such figures, with what was declared equal', body: benchmarkRequest, answers: 201 },
  'DELETE /api/benchmarks/:benchmark': { summary: 'Takes such figures away', answers: 204 },
  'GET /api/imports': { summary: 'Imported tables of earlier surveys' },
  'POST /api/imports': { summary: 'Imports an earlier survey', body: importRequest, answers: 201 },
}

