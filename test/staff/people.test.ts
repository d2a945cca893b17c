// Protects the rule of two people: nobody gives themselves the right to open, count or read by inviting somebody who does not exist.
// Through the staff's own addresses; refusals first.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Invited, People } from '../../src/staff/wire.ts'
import { STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
let coordinator: string
beforeEach(async () => {
  server = await startServer()
  coordinator = await server.signIn(['coordinator'], 'veld', 'Coby')
})
afterEach(() => server.close())

const send = (cookie: string, method: string, path: string, body?: object) => server.request(method, `${STAFF}/api/staff${path}`, { cookie, body })
const invite = (cookie: string, name: string, roles: string[]) => send(cookie, 'POST', '/people', { name, roles })
const slug = async (answer: Response) => ((await answer.json()) as { type: string }).type.replace('/problems/', '')
const open = async (invited: Response) => {
  const { link } = (await invited.json()) as { link: string }
  return (await server.request('POST', `${STAFF}/api/staff/session`, { body: { link } })).headers.get('set-cookie')!.split(';')[0]!
}
const people = async (cookie: string) => (await (await send(cookie, 'GET', '/people')).json()) as People

describe('inviting colleagues from the console', () => {
  it('attack 33: refuses to make one person both plan and count', async () => {
    const answer = await invite(coordinator, 'Anna', ['coordinator', 'analyst'])
    expect([answer.status, await slug(answer)]).toEqual([422, 'roles-apart'])
    expect((await people(coordinator)).people.map(({ name }) => name)).toEqual(['Coby'])
  })

  it('attack 33: refuses somebody who changes their own roles, or those of a colleague under the same name', async () => {
    expect(await slug(await invite(coordinator, 'Coby', ['analyst']))).toBe('person-exists')
    await open(await invite(coordinator, 'Lena', ['reader']))
    expect(await slug(await invite(coordinator, 'Lena', ['analyst']))).toBe('person-exists')
  })

  it('attack 33: lets one person invite the first colleague who counts, and needs a second person from then on', async () => {
    const analyst = await open(await invite(coordinator, 'Anna', ['analyst']))
    const second = await invite(coordinator, 'Coby onder een andere naam', ['analyst'])
    expect(await second.json()).toEqual({ waiting: true } satisfies Invited)
    const [waiting] = (await people(coordinator)).waiting
    expect(waiting).toMatchObject({ name: 'Coby onder een andere naam', by: 'Coby', mayAgree: false })
    expect(await slug(await send(coordinator, 'POST', `/people/${waiting!.id}/agree`, {}))).toBe('second-person-needed')
    expect((await people(coordinator)).people.map(({ name }) => name)).toEqual(['Anna', 'Coby'])
    const agreed = await send(analyst, 'POST', `/people/${waiting!.id}/agree`, {})
    expect(((await agreed.json()) as { link: string }).link).toContain('/#/aanmelden/')
    expect(await slug(await send(analyst, 'POST', `/people/${waiting!.id}/agree`, {}))).toBe('unknown-person')
  })

  it('attack 33: does not take removing the colleague who counts for an empty house', async () => {
    const analyst = await open(await invite(coordinator, 'Anna', ['analyst']))
    const { people: all } = await people(analyst)
    expect((await send(coordinator, 'DELETE', `/people/${all.find(({ name }) => name === 'Anna')!.id}`)).status).toBe(204)
    expect((await send(analyst, 'GET', '/session')).status).toBe(401)
    expect(await slug(await invite(coordinator, 'Weer Anna', ['analyst']))).toBe('second-person-needed')
  })

  it('attack 33: gives a new link for a colleague who counts only with a third person\'s word', async () => {
    const analyst = await open(await invite(coordinator, 'Anna', ['analyst']))
    expect(await slug(await invite(coordinator, 'Anna', ['analyst']))).toBe('second-person-needed')
    await open(await invite(coordinator, 'Carel', ['coordinator']))
    expect(await (await invite(coordinator, 'Anna', ['analyst'])).json()).toEqual({ waiting: true })
    const [waiting] = (await people(analyst)).waiting
    expect(waiting!.mayAgree).toBe(false)
  })

  it('asks nobody else for a reader, and lets everybody make a link for their own next time', async () => {
    const reader = await open(await invite(coordinator, 'Lena', ['reader']))
    expect((await send(reader, 'POST', '/people', { name: 'X', roles: ['reader'] })).status).toBe(404)
    const again = await open(await send(reader, 'POST', '/link', {}))
    expect(await (await send(again, 'GET', '/session')).json()).toMatchObject({ name: 'Lena', roles: ['reader'] })
    expect((await send(reader, 'GET', '/session')).status).toBe(200)
  })

  it('never names, agrees to or removes people of another municipality', async () => {
    const duin = await server.signIn(['coordinator', 'analyst'], 'duin', 'Dirk')
    await open(await invite(coordinator, 'Anna', ['analyst']))
    await invite(coordinator, 'Bea', ['analyst'])
    const { people: [anna], waiting: [bea] } = await people(coordinator)
    expect((await people(duin)).people.map(({ name }) => name)).toEqual(['Dirk'])
    expect((await people(duin)).waiting).toEqual([])
    expect(await slug(await send(duin, 'POST', `/people/${bea!.id}/agree`, {}))).toBe('unknown-person')
    expect(await slug(await send(duin, 'DELETE', `/people/${anna!.id}`))).toBe('unknown-person')
  })
})
