// The evaluation plan: refused while it is incomplete, never changed once locked, amended in sight of everybody, waited for by fieldwork
// and carried by every edition. On a real server and real files.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changedParts, digestInForce, planDigest, planFault, planGaps, relevanceOf } from '../../src/analysis/evaluation-plan.ts'
import type { EvaluationPlan } from '../../src/analysis/evaluation-plan.ts'
import type { PlanAnswer } from '../../src/plans/wire.ts'
import type { WaveFrame } from '../../src/waves/wire.ts'
import { aReadyWave, ok, someAreas } from '../support/fieldwork.ts'
import type { Wire } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

const plan: EvaluationPlan = {
  objectives: ['Mensen voelen zich veiliger en wonen hier met plezier'],
  outcomes: [{ id: 'unsafeHere', relevant: 8 }, { id: 'trust', relevant: 0.5 }], boundaryYear: 2026, focus: ['B'], comparison: ['A', 'C'], approachStarted: '2025-09-01',
}

let server: TestServer
let wire: Wire
beforeAll(async () => {
  ;({ server, wire } = await startedInProcess())
  await someAreas(server.deps, 'veld', ['A', 'B', 'C'])
})
afterAll(() => server.close())

const refusal = async (method: string, path: string, body: object) => {
  const answer = await wire.staff(method, path, body)
  return [answer.status, ((await answer.json()) as { type?: string }).type]
}
const current = () => ok<PlanAnswer & { state: 'locked' }>(wire.staff('GET', '/api/plan'))

describe('an evaluation plan', () => {
  it('is refused with outcomes or areas that are not there, and locked only when complete', async () => {
    expect(await refusal('POST', '/api/plan/lock', {})).toEqual([409, '/problems/plan-missing'])
    expect(await refusal('PUT', '/api/plan', { ...plan, outcomes: [{ id: 'happiness', relevant: 5 }] })).toEqual([422, '/problems/invalid-plan'])
    expect(await refusal('PUT', '/api/plan', { ...plan, focus: ['Z'] })).toEqual([422, '/problems/invalid-plan'])
    for (const gap of [{ objectives: [] }, { outcomes: plan.outcomes.slice(1) }, { outcomes: [plan.outcomes[0]!, plan.outcomes[0]!] }, { focus: [] }, { comparison: ['B'] }, { outcomes: plan.outcomes.map((one) => ({ ...one, relevant: 0 })) }]) {
      await ok(wire.staff('PUT', '/api/plan', { ...plan, ...gap }))
      expect([gap, await refusal('POST', '/api/plan/lock', {})]).toEqual([gap, [422, '/problems/plan-incomplete']])
      expect(planGaps({ ...plan, ...gap })).not.toEqual([])
    }
  })

  it('is waited for: fieldwork of a resident wave does not start while it is a draft', async () => {
    await ok(wire.staff('PUT', '/api/plan', plan))
    const { wave } = await aReadyWave(wire, ['A'], 50)
    expect(await refusal('POST', `/api/waves/${wave}/start`, {})).toEqual([409, '/problems/plan-unlocked'])
    const { digest } = await ok<{ digest: string }>(wire.staff('POST', '/api/plan/lock', {}))
    expect(digest).toBe(await planDigest(plan))
    await ok(wire.staff('POST', `/api/waves/${wave}/start`, {}))
    const frame = await ok<WaveFrame>(wire.staff('GET', `/api/waves/${wave}/frame`))
    expect(frame.plan).toMatchObject({ primary: ['unsafeHere', 'trust'], approachStarted: '2025-09-01', evaluation: { digest, amendments: [] } })
    expect(frame.areas.map(({ id, role }) => [id, role])).toEqual([['A', 'comparison'], ['B', 'focus'], ['C', 'comparison']])
  })

  it('does not change once locked: over HTTP, by any statement, or by replacing the row', async () => {
    expect(await refusal('PUT', '/api/plan', { ...plan, objectives: ['Iets anders'] })).toEqual([409, '/problems/plan-locked'])
    expect(await refusal('POST', '/api/plan/lock', {})).toEqual([409, '/problems/plan-locked'])
    for (const harm of [
      sql`UPDATE evaluation_plans SET body = '{}'`, sql`DELETE FROM evaluation_plans`,
      sql`INSERT OR REPLACE INTO evaluation_plans (municipality, body) VALUES ('veld', '{}')`,
    ]) await expect(server.deps.office.write([harm])).rejects.toThrow(/evaluation_plans: locked|FOREIGN KEY/)
    expect((await current()).plan).toEqual(plan)
  })

  it('is amended with a reason, in a chain that shows every change and breaks when one is altered', async () => {
    expect(await refusal('POST', '/api/plan/amendments', { reason: 'niets', plan })).toEqual([422, '/problems/plan-unchanged'])
    expect(await refusal('POST', '/api/plan/amendments', { reason: ' ', plan })).toEqual([400, '/problems/invalid-body'])
    const later = { ...plan, comparison: ['A'] }
    await ok(wire.staff('POST', '/api/plan/amendments', { reason: 'Wijk C is gesloopt.', plan: later }))
    const locked = await current()
    expect(locked.amendments).toMatchObject([{ reason: 'Wijk C is gesloopt.', plan: later }])
    expect(changedParts(locked.plan, later)).toEqual(['comparison'])
    expect(await planFault(locked)).toBeNull()
    expect(await planFault({ ...locked, amendments: [{ ...locked.amendments[0]!, reason: 'anders' }] })).toBe(1)
    expect(await planFault({ ...locked, plan: later })).toBe('plan')
    await expect(server.deps.office.write([sql`UPDATE plan_amendments SET reason = 'x'`])).rejects.toThrow(/write-once/)
    await expect(server.deps.office.write([sql`DELETE FROM plan_amendments`])).rejects.toThrow(/write-once/)
  })

  it('is not there for another municipality (attack 28)', async () => {
    const cookie = await server.signIn(['coordinator'], 'duin')
    expect(await (await server.request('GET', 'http://localhost:8787/api/plan', { cookie })).json()).toEqual({ state: 'none' })
    expect(digestInForce(await current())).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a change beside the smallest that matters', () => {
  it('is judged by its whole interval', () => {
    expect(relevanceOf({ low: -17, high: -9 }, 8)).toBe('matters')
    expect(relevanceOf({ low: -17, high: -5 }, 8)).toBe('unclear')
    expect(relevanceOf({ low: -6, high: 2 }, 8)).toBe('too-small')
  })
})
