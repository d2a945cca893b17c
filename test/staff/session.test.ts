// Protects staff sign-in: links work once and not for long, sessions die when they should, and nobody rides on an old one.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { removeStaff } from '../../src/staff/remove-staff.ts'
import { STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const ADDRESS = `${STAFF}/api/staff/session`

let server: TestServer
beforeEach(async () => void (server = await startServer()))
afterEach(() => server.close())

const invite = (name = 'Kim') => inviteStaff(server.deps, { municipality: 'veld', name, roles: ['coordinator'] })
const open = (link: string, cookie?: string) => server.request('POST', ADDRESS, { body: { link }, ...(cookie ? { cookie } : {}) })
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')!.split(';')[0]!
const status = async (cookie: string) => (await server.request('GET', ADDRESS, { cookie })).status

describe('a one-time link', () => {
  it('is refused when it was used, in any order of fifty at once', async () => {
    const link = await invite()
    const answers = await Promise.all(Array.from({ length: 50 }, () => open(link)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array<number>(49).fill(401)])
    const [rows] = await server.deps.office.write([sql`SELECT count(*) AS n FROM sessions`])
    expect(rows).toEqual([{ n: 1 }])
  })

  it('attack 41: is refused after 72 hours, by the clock of the server', async () => {
    const link = await invite()
    server.advance(72 * HOUR)
    expect((await open(link)).status).toBe(401)
    server.advance(-1)
    expect((await open(link)).status).toBe(200)
  })

  it('is refused alike when unknown, malformed or of somebody who left', async () => {
    const link = await invite()
    await removeStaff(server.deps, { municipality: 'veld', name: 'Kim' })
    const bodies = await Promise.all([link, `${STAFF}/#/aanmelden/${'A'.repeat(43)}`, '', '💥'].map(async (one) => (await open(one)).text()))
    expect(new Set(bodies).size).toBe(1)
    expect(bodies[0]).toContain('/problems/link-refused')
  })

  it('is dead when a newer link was made, so that a lost one never gains the new rights', async () => {
    const lost = await invite()
    await inviteStaff(server.deps, { municipality: 'veld', name: 'Kim', roles: ['coordinator', 'analyst'] })
    expect((await open(lost)).status).toBe(401)
  })

  it('takes the secret alone, or the link as pasted', async () => {
    const secret = (await invite()).split('/').at(-1)!
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect((await open(` ${secret} `)).status).toBe(200)
  })

  it('refuses a role that does not exist, and a municipality that does not', async () => {
    await expect(inviteStaff(server.deps, { municipality: 'veld', name: 'Kim', roles: ['boss' as 'reader'] })).rejects.toMatchObject({ slug: 'invalid-plan' })
    await expect(inviteStaff(server.deps, { municipality: 'nowhere', name: 'Kim', roles: ['reader'] })).rejects.toMatchObject({ slug: 'unknown-municipality' })
    const [rows] = await server.deps.office.write([sql`SELECT count(*) AS n FROM staff`])
    expect(rows).toEqual([{ n: 0 }])
  })
})

describe('a session', () => {
  it('attack 29: does not take over the cookie a browser brought (fixation), and ends the session it belonged to', async () => {
    const planted = `__Host-nulmeting=${'A'.repeat(43)}`
    const first = cookieOf(await open(await invite(), planted))
    expect(first).not.toBe(planted)
    expect(await status(planted)).toBe(401)
    const second = cookieOf(await open(await invite('Lot'), first))
    expect(await status(first)).toBe(401)
    expect(await status(second)).toBe(200)
  })

  it('stays when its browser tries a link that is refused', async () => {
    const link = await invite()
    const cookie = cookieOf(await open(link))
    expect((await open(link, cookie)).status).toBe(401)
    expect(await status(cookie)).toBe(200)
  })

  it('attack 29: is dead after signing out, although the cookie was copied', async () => {
    const cookie = cookieOf(await open(await invite()))
    const answer = await server.request('DELETE', ADDRESS, { cookie })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-nulmeting=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect(await status(cookie)).toBe(401)
  })

  it('attack 29: ends after 15 idle minutes, and use pushes that on', async () => {
    const cookie = cookieOf(await open(await invite()))
    for (let i = 0; i < 4; i++) {
      server.advance(14 * MINUTE)
      expect(await status(cookie)).toBe(200)
    }
    server.advance(15 * MINUTE)
    expect(await status(cookie)).toBe(401)
  })

  it('attack 29: ends after 8 hours however much it is used', async () => {
    const cookie = cookieOf(await open(await invite()))
    for (let i = 0; i < 47; i++) {
      server.advance(10 * MINUTE)
      expect(await status(cookie)).toBe(200)
    }
    server.advance(10 * MINUTE)
    expect(await status(cookie)).toBe(401)
  })

  it('attack 29: ends when rights change, and when the person leaves', async () => {
    const cookie = cookieOf(await open(await invite()))
    await inviteStaff(server.deps, { municipality: 'veld', name: 'Kim', roles: ['reader'] })
    expect(await status(cookie)).toBe(401)
    const again = cookieOf(await open(await invite()))
    await removeStaff(server.deps, { municipality: 'veld', name: 'Kim' })
    expect(await status(again)).toBe(401)
  })

  it('lives beside another of the same person, and signing out ends one of them', async () => {
    const one = cookieOf(await open(await invite()))
    const { staff } = (await server.deps.office.write([sql`SELECT staff FROM sessions`]))[0]![0] as { staff: string }
    const link = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('second'))
    await server.deps.office.write([sql`INSERT INTO staff_links (link_digest, staff, expires_at) VALUES (${new Uint8Array(link)}, ${staff}, ${server.deps.clock().getTime() + 1})`])
    const other = cookieOf(await open('second'))
    await server.request('DELETE', ADDRESS, { cookie: one })
    expect([await status(one), await status(other)]).toEqual([401, 200])
  })

  it('has a secret that is in no file of the database', async () => {
    const link = await invite()
    const cookie = cookieOf(await open(link))
    const stored = readdirSync(server.folder).map((name) => readFileSync(join(server.folder, name)).toString('latin1')).join('')
    expect(stored).toContain('Kim')
    expect(stored).not.toContain(link.split('/').at(-1)!)
    expect(stored).not.toContain(cookie.split('=')[1]!)
  })
})
