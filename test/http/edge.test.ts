// Protects that the Worker in workerd, on real libSQL servers, answers as Node does: headers, refusals, sign-in, two faces.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { verifyAudit } from '../../src/audit/verify-audit.ts'
import { headers } from '../../src/http/privacy.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { startTestEdge } from '../support/edge.ts'
import type { TestEdge } from '../support/edge.ts'

let edge: TestEdge
beforeAll(async () => {
  edge = await startTestEdge()
  await addMunicipality(edge.deps, { id: 'veld', name: 'Veldwijk', hosts: ['127.0.0.1'] })
})
afterAll(() => edge.close())

describe('the Worker', () => {
  it('refuses what is not in the access table, with every header of privacy', async () => {
    const answer = await fetch(`${edge.origin}/api/nothing`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    for (const [name, value] of Object.entries(headers)) expect([name, answer.headers.get(name)]).toEqual([name, value])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('hides each face from the other', async () => {
    expect((await fetch(`${edge.origin}/api/staff/session`)).status).toBe(404)
    expect((await fetch(`${edge.staffOrigin}/api/staff/session`)).status).toBe(401)
    expect((await fetch(`${edge.staffOrigin}/api/labels/ABCD`)).status).toBe(404)
  })

  it('signs a person in once and audits it', async () => {
    const link = await inviteStaff(edge.deps, { municipality: 'veld', name: 'Kim', roles: ['coordinator'] })
    const send = () => fetch(`${edge.staffOrigin}/api/staff/session`, {
      method: 'POST', body: JSON.stringify({ link }), headers: { 'content-type': 'application/json', origin: edge.staffOrigin },
    })
    const first = await send()
    expect([first.status, await first.json()]).toEqual([200, { name: 'Kim', roles: ['coordinator'], municipality: { id: 'veld', name: 'Veldwijk', example: false } }])
    expect((await send()).status).toBe(401)
    const cookie = first.headers.get('set-cookie')!
    expect(cookie).toMatch(/^__Host-nulmeting=[\w-]{43}; Max-Age=28800; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    const audit = await fetch(`${edge.staffOrigin}/api/staff/audit`, { headers: { cookie: cookie.split(';')[0]! } })
    expect((await audit.json() as { entries: { act: string }[] }).entries.map(({ act }) => act)).toEqual(['sign-in', 'invite-staff', 'add-municipality'])
    expect(await verifyAudit(edge.deps, 'veld')).toMatchObject({ sound: true, seq: 3 })
  })

  it('refuses another site and a body that is too large', async () => {
    const send = (more: Record<string, string>, body: string) =>
      fetch(`${edge.origin}/api/responses`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...more } })
    expect((await send({ origin: 'https://elsewhere.example' }, '{}')).status).toBe(403)
    expect((await send({ origin: edge.origin }, 'x'.repeat(10_000_000))).status).toBe(413)
  })
})
