// The addresses of the staff API that the console uses, as functions. Types come from the slices' wire.ts; separate so that a changed
// address is changed once.
import type { Benchmark } from '../../src/analysis/benchmark.ts'
import type { SeriesWave } from '../../src/analysis/series.ts'
import type { PublishedInstrument } from '../../src/instrument/instrument.ts'
import type { EvaluationPlan } from '../../src/analysis/evaluation-plan.ts'
import type { Area, AreaCount, AreaList, MunicipalityProfile, MunicipalitySettings, RegisterTotals, StoredAreas } from '../../src/areas/wire.ts'
import type { AreaAnswer } from '../../src/publication/wire.ts'
import type { PapersAnswer } from '../../src/papers/wire.ts'
import type { AmendmentRequest, PlanAnswer } from '../../src/plans/wire.ts'
import type { AreaMap } from '../../src/frame/area-map.ts'
import type { Invited, Me, People, PersonProposal } from '../../src/staff/wire.ts'
import type { ExportAsked, ExportRequest, ExportRow } from '../../src/exports/wire.ts'
import type { ImportedTable } from '../../src/analysis/edition.ts'
import type { CertificateStatement, HandThing } from '../../src/counting/certificate-statement.ts'
import type { BenchmarkRequest, CertificateAnswer, EditionDetail, EditionSummary, MunicipalityKeys } from '../../src/results/wire.ts'
import type { DaysOfWave, ManifestFrozen, QuestionnaireOfWave, StrataOfWave, WaveDefined, WaveDetail, WaveDraft, WaveFrame, WaveSummary } from '../../src/waves/wire.ts'
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
  answers: (edition: string, signal?: AbortSignal) => sendJson<AreaAnswer[]>('GET', `/api/editions/${at(edition)}/answers`, undefined, signal),
  saveAnswers: async (edition: string, answers: readonly AreaAnswer[]) => { await send('PUT', `/api/editions/${at(edition)}/answers`, { answers }) },
  exports: (signal?: AbortSignal) => sendJson<ExportRow[]>('GET', '/api/exports', undefined, signal),
  askExport: (wave: string, request: ExportRequest) => sendJson<ExportAsked>('POST', `/api/waves/${at(wave)}/exports`, request),
  agreeExport: async (id: string) => { await send('POST', `/api/exports/${at(id)}/agree`, {}) },
  series: (measure: string, signal?: AbortSignal) => sendJson<SeriesWave[]>('GET', `/api/series/${at(measure)}`, undefined, signal),
  benchmarks: (signal?: AbortSignal) => sendJson<Benchmark[]>('GET', '/api/benchmarks', undefined, signal),
  addBenchmark: (request: BenchmarkRequest) => sendJson<{ id: string }>('POST', '/api/benchmarks', request),
  removeBenchmark: async (id: string) => { await send('DELETE', `/api/benchmarks/${at(id)}`) },
  importedTables: (signal?: AbortSignal) => sendJson<ImportedTable[]>('GET', '/api/imports', undefined, signal),
  plan: (signal?: AbortSignal) => sendJson<PlanAnswer>('GET', '/api/plan', undefined, signal),
  savePlan: async (plan: EvaluationPlan) => { await send('PUT', '/api/plan', plan) },
  lockPlan: async () => { await send('POST', '/api/plan/lock', {}) },
  amendPlan: async (amendment: AmendmentRequest) => { await send('POST', '/api/plan/amendments', amendment) },
  municipality: (signal?: AbortSignal) => sendJson<MunicipalityProfile>('GET', '/api/municipality', undefined, signal),
  updateMunicipality: (settings: MunicipalitySettings) => sendJson<MunicipalityProfile>('PUT', '/api/municipality', settings),
  people: (signal?: AbortSignal) => sendJson<People>('GET', '/api/staff/people', undefined, signal),
  invite: (proposal: PersonProposal) => sendJson<Invited>('POST', '/api/staff/people', proposal),
  agree: (id: string) => sendJson<{ link: string }>('POST', `/api/staff/people/${at(id)}/agree`, {}),
  removePerson: async (id: string) => { await send('DELETE', `/api/staff/people/${at(id)}`) },
  ownLink: () => sendJson<{ link: string }>('POST', '/api/staff/link', {}),
  draftWave: (draft: WaveDraft) => sendJson<WaveDefined>('POST', '/api/waves/drafts', draft),
  discardDraft: async (id: string) => { await send('DELETE', `/api/waves/${at(id)}`) },
  planDays: async (id: string, days: DaysOfWave) => { await send('PUT', `/api/waves/${at(id)}/days`, days) },
  planQuestionnaire: async (id: string, chosen: QuestionnaireOfWave) => { await send('PUT', `/api/waves/${at(id)}/questionnaire`, chosen) },
  planStrata: async (id: string, groups: StrataOfWave) => { await send('PUT', `/api/waves/${at(id)}/strata`, groups) },
  registerKey: async (id: string, recipient: string, fingerprint: string) => { await send('PUT', `/api/waves/${at(id)}/key`, { recipient, fingerprint }) },
  confirmKey: async (id: string, recipient: string) => { await send('POST', `/api/waves/${at(id)}/key/confirm`, { recipient }) },
  registerKeys: async (keys: MunicipalityKeys) => { await send('PUT', '/api/keys', keys) },
  freezeManifest: (id: string) => sendJson<ManifestFrozen>('POST', `/api/waves/${at(id)}/manifest`, {}),
  startFieldwork: async (id: string) => { await send('POST', `/api/waves/${at(id)}/start`, {}) },
  instrument: (hash: string, signal?: AbortSignal) => sendJson<PublishedInstrument>('GET', `/api/instruments/${at(hash)}`, undefined, signal),
  storeAreas: (year: number, list: AreaList) => sendJson<StoredAreas>('PUT', `/api/areas/${year}`, list),
  areaCounts: (year: number, signal?: AbortSignal) => sendJson<AreaCount[]>('GET', `/api/areas/${year}/totals`, undefined, signal),
  storeTotals: async (year: number, totals: RegisterTotals) => { await send('PUT', `/api/areas/${year}/totals`, totals) },
  areaMap: (year: number, signal?: AbortSignal) => sendJson<AreaMap>('GET', `/api/areas/${year}/map`, undefined, signal),
  storeMap: async (year: number, map: AreaMap) => { await send('PUT', `/api/areas/${year}/map`, map) },
  papers: (signal?: AbortSignal) => sendJson<PapersAnswer>('GET', '/api/papers', undefined, signal),
  setPaperDetail: async (field: string, value: string) => { await send('PUT', '/api/papers/details', { field, value }) },
  certificate: (id: string, signal?: AbortSignal) => sendJson<CertificateAnswer>('GET', `/api/waves/${at(id)}/certificate`, undefined, signal),
  recordDestruction: async (id: string, thing: HandThing, goneOn: string) => { await send('POST', `/api/waves/${at(id)}/destructions`, { thing, goneOn }) },
  signCertificate: async (id: string, statement: CertificateStatement, signature: string) => { await send('POST', `/api/waves/${at(id)}/certificate/signatures`, { statement, signature }) },
  areas: (signal?: AbortSignal) => sendJson<Area[]>('GET', '/api/areas', undefined, signal),
  editions: (signal?: AbortSignal) => sendJson<EditionSummary[]>('GET', '/api/editions', undefined, signal),
  edition: (id: string, signal?: AbortSignal) => sendJson<EditionDetail>('GET', `/api/editions/${at(id)}`, undefined, signal),
}
