// The addresses of the staff API that the console uses, as functions. Types come from the slices' wire.ts; separate so that a changed
// address is changed once.
import type { EvaluationPlan } from '../../src/analysis/evaluation-plan.ts'
import type { Area } from '../../src/areas/wire.ts'
import type { AmendmentRequest, PlanAnswer } from '../../src/plans/wire.ts'
import type { Me } from '../../src/staff/wire.ts'
import type { ImportedTable } from '../../src/analysis/edition.ts'
import type { EditionDetail, EditionSummary, MunicipalityKeys } from '../../src/results/wire.ts'
import type { WaveDetail, WaveFrame, WaveSummary } from '../../src/waves/wire.ts'
import { send, sendJson } from './request.ts'

const at = encodeURIComponent

export const api = {
  me: (signal?: AbortSignal) => sendJson<Me>('GET', '/api/staff/session', undefined, signal),
  signIn: (link: string) => sendJson<Me>('POST', '/api/staff/session', { link }),
  signOut: async () => { await send('DELETE', '/api/staff/session') },
  waves: (signal?: AbortSignal) => sendJson<WaveSummary[]>('GET', '/api/waves', undefined, signal),
  wave: (id: string, signal?: AbortSignal) => sendJson<WaveDetail>('GET', `/api/waves/${at(id)}`, undefined, signal),
  frame: (id: string, signal?: AbortSignal) => sendJson<WaveFrame>('GET', `/api/waves/${at(id)}/frame`, undefined, signal),
  endFieldwork: async (id: string) => { await send('POST', `/api/waves/${at(id)}/end`, {}) },
  keys: (signal?: AbortSignal) => sendJson<MunicipalityKeys | null>('GET', '/api/keys', undefined, signal),
  importedTables: (signal?: AbortSignal) => sendJson<ImportedTable[]>('GET', '/api/imports', undefined, signal),
  plan: (signal?: AbortSignal) => sendJson<PlanAnswer>('GET', '/api/plan', undefined, signal),
  savePlan: async (plan: EvaluationPlan) => { await send('PUT', '/api/plan', plan) },
  lockPlan: async () => { await send('POST', '/api/plan/lock', {}) },
  amendPlan: async (amendment: AmendmentRequest) => { await send('POST', '/api/plan/amendments', amendment) },
  areas: (signal?: AbortSignal) => sendJson<Area[]>('GET', '/api/areas', undefined, signal),
  editions: (signal?: AbortSignal) => sendJson<EditionSummary[]>('GET', '/api/editions', undefined, signal),
  edition: (id: string, signal?: AbortSignal) => sendJson<EditionDetail>('GET', `/api/editions/${at(id)}`, undefined, signal),
}
