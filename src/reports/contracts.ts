// What the addresses of reports are for and read, for /openapi.json. Separate from src/contracts.ts, which is the list of all, because these are many and
// most of them are octets whose form stands in src/crypto/report-requests.ts and report-block.ts.
import type { Contracts } from '../http/openapi.ts'
import {
  brakeRelease, drillAnswer, identityRegistration, laterWrap, listSigning, monthKey, nothing, officerConfirmation, officerMessage, recoveryRegistration,
  signerConfirmation, signerRegistration, threadChange, threadCoding, threadMerge, webhookSetting,
} from './wire.ts'

export const reportContracts: Contracts = {
  // Reporters
  'GET /api/reports/channel': { summary: 'Whether reports are taken, and the signed list of the months\' recipients; the same for everybody' },
  'GET /api/reports/challenges/:purpose': { summary: 'Proof of work for one post: report, message or removal' },
  'POST /api/reports': { summary: 'Takes a sealed report of one fixed size; answers one block' },
  'POST /api/reports/poll': { summary: 'Looks for an answer; the same block for known and unknown words' },
  'POST /api/reports/messages': { summary: 'Takes a reporter\'s further message; the same block for known and unknown words' },
  'POST /api/reports/removals': { summary: 'Takes a thread back; the same block for known and unknown words' },

  // People and keys
  'GET /api/reports/setup': { summary: 'Officers, signer, recovery, months, and what is still to do' },
  'PUT /api/reports/identity': { summary: 'Asks to be a report officer, with one\'s own key', body: identityRegistration },
  'POST /api/reports/officers/:staff/confirm': { summary: 'A second person confirms an officer and the key', body: officerConfirmation },
  'DELETE /api/reports/officers/:staff': { summary: 'An officer leaves; sessions end at once, coming months lose their keys' },
  'PUT /api/reports/signer': { summary: 'Asks for another key that signs the list', body: signerRegistration },
  'POST /api/reports/signer/confirm': { summary: 'A second person confirms who signs; public from then on', body: signerConfirmation },
  'PUT /api/reports/recovery': { summary: 'Registers the public half of the recovery key', body: recoveryRegistration },
  'POST /api/reports/recovery/drill': { summary: 'Something sealed to the recovery key', body: nothing },
  'POST /api/reports/recovery/confirm': { summary: 'What it was: the recovery key opens. By another than who registered it', body: drillAnswer },
  'PUT /api/reports/list': { summary: 'Keeps the list of the months, signed anew', body: listSigning },
  'PUT /api/reports/months/:month': { summary: 'Makes a month: database, key wrapped to all officers, signed list', body: monthKey },
  'PUT /api/reports/months/:month/wraps': { summary: 'The key of a month for an officer who came later', body: laterWrap },
  'POST /api/reports/open': { summary: 'Opens the channel', body: nothing },
  'POST /api/reports/close': { summary: 'Takes no new reports; threads go on', body: nothing },
  'PUT /api/reports/webhook': { summary: 'Where the daily signal to officers goes', body: webhookSetting },

  // Reading and answering
  'GET /api/reports/keys': { summary: 'The signed-in officer\'s wrapped keys' },
  'GET /api/reports/months/:month/threads': { summary: 'Sealed heads of a month, by key, 200 at a time' },
  'POST /api/reports/months/:month/threads/:thread/text': { summary: 'The sealed text of one report; counted and audited', body: nothing },
  'GET /api/reports/months/:month/threads/:thread/messages': { summary: 'The sealed messages of both sides; counted as a reading' },
  'POST /api/reports/months/:month/threads/:thread/messages': { summary: 'The officers\' next message', body: officerMessage },
  'POST /api/reports/months/:month/threads/:thread/state': { summary: 'Open, closed or junk', body: threadChange },
  'PUT /api/reports/months/:month/threads/:thread/coding': { summary: 'The officers\' coding, sealed to the month', body: threadCoding },
  'POST /api/reports/months/:month/threads/:thread/merge': { summary: 'Marks as a double of another report', body: threadMerge },
  'POST /api/reports/brakes/:staff/release': { summary: 'Lets an officer go on whom the reading brake stopped', body: brakeRelease },
}
