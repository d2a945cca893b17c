// The addresses of letters and of how fieldwork goes, as functions. Separate from api.ts because only these screens ask them.
import type { AllowanceAsked, LetterRun, LettersAnswer, ProgressAnswer, Returned, Sender } from '../../../src/mailings/wire.ts'
import type { DrawRequest, Note, ReplaceRequest } from '../../../src/sample/wire.ts'
import { send, sendJson } from '../request.ts'

const at = (wave: string, path: string) => `/api/waves/${encodeURIComponent(wave)}${path}`

export const lettersApi = {
  letters: (wave: string, signal?: AbortSignal) => sendJson<LettersAnswer>('GET', at(wave, '/letters'), undefined, signal),
  progress: (wave: string, signal?: AbortSignal) => sendJson<ProgressAnswer>('GET', at(wave, '/progress'), undefined, signal),
  keepSender: async (wave: string, sender: Sender) => { await send('PUT', at(wave, '/letters/sender'), sender) },
  listMade: async (wave: string, recipient: string) => { await send('PUT', at(wave, '/letters/list'), { recipient }) },
  listDestroyed: async (wave: string) => { await send('POST', at(wave, '/letters/list/destroyed'), {}) },
  recordRun: async (wave: string, run: LetterRun) => { await send('POST', at(wave, '/letters/runs'), run) },
  countReturns: async (wave: string, counts: Returned) => { await send('PUT', at(wave, '/letters/returns'), counts) },
  draw: async (wave: string, request: DrawRequest) => { await send('POST', at(wave, '/invites'), request) },
  note: async (wave: string, sealed: string) => { await send('POST', at(wave, '/notes'), { sealed }) },
  notes: (wave: string) => sendJson<Note[]>('GET', at(wave, '/notes')),
  notesPrinted: async (wave: string, ids: string[]) => { await send('POST', at(wave, '/notes/printed'), { ids }) },
  replace: async (wave: string, request: ReplaceRequest) => { await send('POST', at(wave, '/replacements'), request) },
  askAllowance: async (wave: string, request: AllowanceAsked) => { await send('POST', at(wave, '/replacements/ask'), request) },
  agreeAllowance: async (wave: string, upTo: number) => { await send('POST', at(wave, '/replacements/agree'), { upTo }) },
  askPrinter: async (wave: string, recipient: string) => { await send('PUT', at(wave, '/reminder-list/printer'), { recipient }) },
  agreePrinter: async (wave: string, recipient: string) => { await send('POST', at(wave, '/reminder-list/agree'), { recipient }) },
  reminderList: async (wave: string, hashes: Uint8Array) => new Uint8Array(await (await send('POST', at(wave, '/reminder-list'), hashes)).arrayBuffer()),
}
