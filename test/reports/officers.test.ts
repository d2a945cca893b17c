// Officers' side of the server, on both runtimes: nothing that needs two people is done by one, who left reads nothing more, who reads too much is
// stopped, and a colleague is never overwritten. Refusal first.
import { expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { base64url } from '../../src/crypto/base64url.ts'
import { newSigningKey, signList } from '../../src/crypto/recipient-list.ts'
import { monthAfter, monthOf } from '../../src/crypto/report-month.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'
import { unwrapWith, wrapIdentity, wrapTo } from '../../src/crypto/wrapped.ts'
import { READINGS_AN_HOUR } from '../../src/reports/read-text.ts'
import { removeStaff } from '../../src/staff/remove-staff.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import type { OfficerKeys } from '../../src/reports/wire.ts'
import { tick } from '../../src/waves/tick.ts'
import { ok } from '../support/fieldwork.ts'
import { overEachRuntime } from '../support/runtimes.ts'
import type { Send, Started } from '../support/runtimes.ts'
import { aReadyChannel, aReporter, anApplicant, anOfficer, drill, makeMonth, officerMessage, quickReporter, setupOf, tell, threadsOf } from '../support/reports.ts'
import type { AChannel, AReporter } from '../support/reports.ts'

const slugOf = async (answer: Promise<Response>) => {
  const response = await answer
  return [response.status, ((await response.json()) as { type?: string }).type?.replace('/problems/', '')]
}

overEachRuntime('officers', (started: () => Started) => {
  let channel: AChannel
  let anna: AChannel['officers'][0]
  let month: string
  let somebody: AReporter
  const audited = async (act: string) => {
    const [rows] = await started().deps.office.write([sql`SELECT staff, subject FROM audit WHERE municipality = 'veld' AND act = ${act} ORDER BY seq`])
    return rows!.map(({ staff, subject }) => ({ staff, ...(JSON.parse(subject as string) as Record<string, unknown>) }))
  }

  it('attack 33: opens for nobody before a second person, a signer, a drill and the keys of two months', async () => {
    const { wire, person, deps } = started()
    const coordinator = await person(['coordinator', 'report-officer', 'reviewer'], 'Alles In Een')
    expect((await (await wire.resident('GET', '/api/reports/channel')).json()) as object).toMatchObject({ open: false, signed: null })
    expect(await slugOf(coordinator('GET', '/api/reports/keys'))).toEqual([403, 'not-an-officer'])
    const alone = await newIdentity()
    await ok(coordinator('PUT', '/api/reports/identity', { recipient: alone.recipient, wrapped: await wrapIdentity(alone.identity, 'x', 8) }))
    const own = (await setupOf(coordinator)).officers[0]!
    expect(await slugOf(coordinator('POST', `/api/reports/officers/${own.staff}/confirm`, { recipient: alone.recipient }))).toEqual([403, 'another-person'])
    for (const [method, path, body] of [
      ['POST', '/api/reports/open', {}], ['GET', '/api/reports/keys', undefined], ['GET', `/api/reports/months/${monthOf(deps.clock())}/threads`, undefined],
      ['PUT', '/api/reports/recovery', { recipient: alone.recipient, split: false }], ['PUT', '/api/reports/signer', { publicKey: (await newSigningKey()).publicKey, wrapped: 'AAAA' }],
      ['PUT', `/api/reports/months/${monthOf(deps.clock())}`, monthBody(alone.recipient)],
    ] as const) expect([path, ...(await slugOf(coordinator(method, path, body)))]).toEqual([path, 403, 'not-an-officer'])
    // In the database too, whoever writes to it.
    const staff = sql`(SELECT id FROM staff WHERE name = 'Alles In Een')`
    for (const attempt of [
      sql`UPDATE report_officers SET state = 'active' WHERE staff = ${staff}`,
      sql`UPDATE report_officers SET state = 'active', confirmed_by = staff WHERE staff = ${staff}`,
      sql`INSERT OR REPLACE INTO report_officers (staff, municipality, recipient, wrapped, state, asked_by, confirmed_by) VALUES (${staff}, 'veld', 'age1x', 'x', 'active', ${staff}, NULL)`,
      sql`INSERT OR REPLACE INTO report_officers (staff, municipality, recipient, wrapped, state, asked_by, confirmed_by) SELECT ${staff}, 'veld', 'age1x', 'x', 'active', ${staff}, id FROM staff WHERE id <> ${staff} LIMIT 1`,
      sql`UPDATE report_channels SET open = 1`,
    ]) await expect(deps.office.write([attempt])).rejects.toThrow()

    channel = await aReadyChannel(started())
    anna = channel.officers[0]
    month = monthOf(deps.clock())
    expect((await setupOf(anna.send)).missing).toEqual([])
    await ok(anna.send('POST', '/api/reports/open', {}))
    somebody = await aReporter((...request) => wire.resident(...request))
  })

  it('attack 33: wraps no key for who was not confirmed, and for nobody fewer', async () => {
    const coming = monthAfter(month, 2)
    const applicant = await anApplicant(started(), 'Nieuw')
    expect(await slugOf(makeMonth(channel, coming, (body) => (body.wraps as object[]).push({ staff: applicant.staff, wrapped: 'AAAA' })))).toEqual([409, 'wraps-differ'])
    expect(await slugOf(makeMonth(channel, coming, (body) => (body.wraps as object[]).pop()))).toEqual([409, 'wraps-differ'])
    expect(await slugOf(anna.send('PUT', `/api/reports/months/${month}/wraps`, { staff: applicant.staff, wrapped: 'AAAA' }))).toEqual([409, 'wraps-differ'])
    expect(await slugOf(applicant.send('PUT', `/api/reports/months/${month}/wraps`, { staff: applicant.staff, wrapped: 'AAAA' }))).toEqual([403, 'not-an-officer'])
    // Another key than the one that was compared is not confirmed along.
    const other = await newIdentity()
    expect((await channel.reviewer('POST', `/api/reports/officers/${applicant.staff}/confirm`, { recipient: other.recipient })).status).toBe(404)
  })

  it('attack 18: takes no list of another signer, number, salt or months', async () => {
    const coming = monthAfter(month, 2)
    const setup = await setupOf(anna.send)
    const months = setup.months.map(({ month: one, recipient }) => ({ month: one, recipient }))
    const fake = await newSigningKey()
    const wrong: ((body: Record<string, unknown>) => Promise<void>)[] = [
      async (body) => void (body.signed = await signList({ v: 1, municipality: 'veld', number: setup.nextNumber, salt: setup.salt, months: [...months, { month: coming, recipient: body.recipient as string }] }, fake)),
      async (body) => void (body.signed = await signList({ v: 1, municipality: 'veld', number: setup.nextNumber + 1, salt: setup.salt, months: [...months, { month: coming, recipient: body.recipient as string }] }, channel.signer)),
      async (body) => void (body.signed = await signList({ v: 1, municipality: 'veld', number: setup.nextNumber, salt: base64url(new Uint8Array(16)), months: [...months, { month: coming, recipient: body.recipient as string }] }, channel.signer)),
      async (body) => void (body.signed = await signList({ v: 1, municipality: 'veld', number: setup.nextNumber, salt: setup.salt, months }, channel.signer)),
      async (body) => void (body.signed = await signList({ v: 1, municipality: 'duin', number: setup.nextNumber, salt: setup.salt, months: [...months, { month: coming, recipient: body.recipient as string }] }, channel.signer)),
    ]
    for (const [i, change] of wrong.entries()) {
      let body: Record<string, unknown> = {}
      await makeMonth(channel, coming, (one) => { body = { ...one }; one.recipient = '' })
      await change(body)
      expect([i, ...(await slugOf(anna.send('PUT', `/api/reports/months/${coming}`, body)))]).toEqual([i, 409, 'list-refused'])
    }
    expect(await slugOf(makeMonth(channel, monthAfter(month, 4)))).toEqual([409, 'month-exists'])
    expect(await slugOf(makeMonth(channel, monthAfter(month, -1)))).toEqual([409, 'month-exists'])
    expect(await slugOf(makeMonth(channel, month))).toEqual([409, 'month-exists'])
  })

  it('attack 33: changes who signs, and the recovery key, with a second person only, in public', async () => {
    const { wire } = started()
    const next = await newSigningKey()
    await ok(anna.send('PUT', '/api/reports/signer', { publicKey: next.publicKey, wrapped: await wrapTo(next.privateKey, [anna.recipient]) }))
    const { signingAsked } = await setupOf(anna.send)
    expect(await slugOf(anna.send('POST', '/api/reports/signer/confirm', { fingerprint: signingAsked!.fingerprint }))).toEqual([403, 'another-person'])
    await expect(started().deps.office.write([sql`UPDATE report_signers SET state = 'active', confirmed_by = asked_by WHERE state = 'asked'`])).rejects.toThrow()
    await ok(channel.reviewer('POST', '/api/reports/signer/confirm', { fingerprint: signingAsked!.fingerprint }))
    const { signers } = (await (await wire.resident('GET', '/api/reports/channel')).json()) as { signers: { fingerprint: string }[] }
    expect(signers).toHaveLength(2)
    expect(signers[0]!.fingerprint).toBe(signingAsked!.fingerprint)
    await expect(started().deps.office.write([sql`DELETE FROM report_signers WHERE state = 'past'`])).rejects.toThrow()
    // The list has to be signed anew before the channel counts as whole.
    const setup = await setupOf(anna.send)
    expect(setup.missing).toContain('month')
    channel.signer = next
    const signed = await signList({ v: 1, municipality: 'veld', number: setup.nextNumber, salt: setup.salt, months: setup.months.map(({ month: one, recipient }) => ({ month: one, recipient })) }, next)
    await ok(anna.send('PUT', '/api/reports/list', { signed }))
    expect(await slugOf(anna.send('PUT', '/api/reports/list', { signed }))).toEqual([409, 'list-refused'])
    expect((await setupOf(anna.send)).missing).toEqual([])

    // A recovery key of one's own: it has to be shown to open by somebody else before any month is made for it.
    const mine = await newIdentity()
    await ok(anna.send('PUT', '/api/reports/recovery', { recipient: mine.recipient, split: true }))
    expect(await slugOf(makeMonth(channel, monthAfter(month, 2)))).toEqual([409, 'channel-incomplete'])
    await expect(drill(anna.send, mine.identity)).rejects.toThrow('another-person')
    expect(await slugOf(channel.reviewer('POST', '/api/reports/recovery/confirm', { opened: base64url(new Uint8Array(32)) }))).toEqual([409, 'recovery-refused'])
    await ok(channel.officers[1].send('PUT', '/api/reports/recovery', { recipient: channel.recovery.recipient, split: false }))
    await drill(channel.reviewer, channel.recovery.identity)
  })

  it('lets a later officer read a month that has begun, once somebody wrapped its key', async () => {
    const later = await anOfficer(started(), channel.reviewer, 'Carla')
    const keysOf = async (send: Send) => ok<OfficerKeys>(send('GET', '/api/reports/keys'))
    expect((await keysOf(later.send)).months.find((one) => one.month === month)!.wrapped).toBeNull()
    await ok(anna.send('PUT', `/api/reports/months/${month}/wraps`, { staff: later.staff, wrapped: await wrapTo(channel.months.get(month)!, [later.recipient]) }))
    const { wrapped } = (await keysOf(later.send)).months.find((one) => one.month === month)!
    expect(await unwrapWith(wrapped!, later.identity)).toBe(channel.months.get(month))
  })

  it('never overwrites a colleague, and marks, closes and codes what it is told to', async () => {
    const bram = channel.officers[1]
    const [one, two] = [await quickReporter(somebody), await quickReporter(somebody)]
    for (const reporter of [one, two]) await tell(started(), reporter, 'x')
    const lines = (await threadsOf(anna, month)).threads
    const [first, second] = lines as [typeof lines[0], typeof lines[0]]
    const at = (thread: string, path: string) => `/api/reports/months/${month}/threads/${thread}/${path}`
    const sealed = base64url(await officerMessage(channel, month, first.head, 0, new Uint8Array(32), 'Dank u.'))
    await ok(anna.send('POST', at(first.thread, 'messages'), { sequence: 0, sealed }))
    expect(await slugOf(bram.send('POST', at(first.thread, 'messages'), { sequence: 0, sealed }))).toEqual([409, 'somebody-was-faster'])
    const coding = base64url(new Uint8Array(1222))
    await ok(anna.send('PUT', at(first.thread, 'coding'), { number: 1, sealed: coding }))
    expect(await slugOf(bram.send('PUT', at(first.thread, 'coding'), { number: 1, sealed: coding }))).toEqual([409, 'somebody-was-faster'])
    await ok(bram.send('PUT', at(first.thread, 'coding'), { number: 2, sealed: coding }))
    await ok(anna.send('POST', at(second.thread, 'merge'), { into: first.thread }))
    expect((await anna.send('POST', at(first.thread, 'merge'), { into: first.thread })).status).toBe(404)
    expect((await anna.send('POST', at(first.thread, 'merge'), { into: second.thread })).status).toBe(404)
    await ok(anna.send('POST', at(second.thread, 'state'), { state: 'junk' }))
    await ok(anna.send('POST', at(first.thread, 'state'), { state: 'closed' }))
    const after = new Map((await threadsOf(bram, month)).threads.map((line) => [line.thread, line]))
    expect(after.get(first.thread)).toMatchObject({ state: 'closed', sent: 1, received: 0, codings: 2, coding, mergedInto: null })
    expect(after.get(second.thread)).toMatchObject({ state: 'junk', mergedInto: first.thread })
    expect((await anna.send('POST', at('1', 'state'), { state: 'closed' })).status).toBe(404)
    expect((await anna.send('GET', `/api/reports/months/${monthAfter(month, -3)}/threads`)).status).toBe(404)
    // What was sealed stands in no audit.
    const [audit] = await started().deps.office.write([sql`SELECT group_concat(subject) AS all_of_it FROM audit`])
    expect(audit![0]!.all_of_it as string).not.toContain(sealed.slice(0, 60))
    expect(await audited('answer-report: done')).toMatchObject([{ staff: anna.staff, thread: first.thread, sequence: 0 }])
  })

  it('attack 28: shows nobody without the role, of another municipality or on residents\' pages anything', async () => {
    const { person, wire } = started()
    const { thread } = (await threadsOf(anna, month)).threads[0]!
    const paths: [string, string, object?][] = [
      ['GET', '/api/reports/keys'], ['GET', `/api/reports/months/${month}/threads`], ['POST', `/api/reports/months/${month}/threads/${thread}/text`, {}],
      ['GET', `/api/reports/months/${month}/threads/${thread}/messages`],
    ]
    const analyst = await person(['analyst', 'coordinator', 'reviewer', 'reader'], 'Geen Meldingen')
    for (const [method, path, body] of paths) {
      expect([path, (await analyst(method, path, body)).status]).toEqual([path, 404])
      expect([path, (await wire.resident(method, path, body)).status]).toEqual([path, 404])
    }
  })

  it('attack 32: stops who opens report after report, until somebody else lets them go on', async () => {
    const bram = channel.officers[1]
    const { database } = { database: await started().deps.databases.open('reports', `veld-${month}`) }
    // Rows as they would lie there after a busy month: what the brake counts is the opening, not the sealing.
    const bulk = Array.from({ length: READINGS_AN_HOUR + 3 }, (_, i) => BigInt(1_000_000 + i))
    await database.write(bulk.map((id) => sql`INSERT INTO threads (id, locator, authentication, note, head) VALUES (${id}, randomblob(32), randomblob(32), randomblob(1222), randomblob(1222))`))
    const read = (id: bigint) => bram.send('POST', `/api/reports/months/${month}/threads/${id}/text`, {})
    for (const id of bulk.slice(0, READINGS_AN_HOUR)) expect((await read(id)).status).toBe(200)
    // The same one again is no further report; its messages neither.
    expect((await read(bulk[0]!)).status).toBe(200)
    expect((await bram.send('GET', `/api/reports/months/${month}/threads/${bulk[0]}/messages`)).status).toBe(200)
    expect(await slugOf(read(bulk[READINGS_AN_HOUR]!))).toEqual([429, 'reading-stopped'])
    expect(await slugOf(bram.send('GET', `/api/reports/months/${month}/threads/${bulk[READINGS_AN_HOUR]}/messages`))).toEqual([429, 'reading-stopped'])
    expect(await slugOf(read(bulk[0]!))).toEqual([429, 'reading-stopped'])
    // Seen by everybody, in the audit, and not lifted by waiting or by oneself.
    expect((await setupOf(channel.reviewer)).officers.find(({ staff }) => staff === bram.staff)!.stopped).toBe(true)
    started().advance?.(2 * 3_600_000)
    const again = started().advance ? await started().person(['report-officer'], 'Bram') : bram.send
    expect(await slugOf(again('POST', `/api/reports/months/${month}/threads/${bulk[0]}/text`, {}))).toEqual([429, 'reading-stopped'])
    expect(await slugOf(again('POST', `/api/reports/brakes/${bram.staff}/release`, { reason: 'x' }))).toEqual([403, 'another-person'])
    const reviewer = await started().person(['reviewer'], 'Derde')
    await ok(reviewer('POST', `/api/reports/brakes/${bram.staff}/release`, { reason: 'Weekdienst, samen besproken' }))
    expect((await again('POST', `/api/reports/months/${month}/threads/${bulk[READINGS_AN_HOUR]}/text`, {})).status).toBe(200)
    expect(await audited('stop-reading')).toEqual([{ staff: bram.staff, officer: bram.staff }])
    expect(await audited('release-reading')).toMatchObject([{ officer: bram.staff, reason: 'Weekdienst, samen besproken' }])
    expect((await audited('read-report')).filter(({ staff }) => staff === bram.staff)).toHaveLength(READINGS_AN_HOUR + 3)
    await database.write([sql`DELETE FROM threads WHERE id BETWEEN 1000000 AND 1999999`])
  })

  it('attack 34: a leaver reads nothing from that moment on, and is in no key that is made after', async () => {
    const { deps, person } = started()
    const annaNow: Send = started().advance ? await person(['report-officer'], 'Anna') : anna.send
    channel.officers[0].send = annaNow
    const carla = await started().person(['report-officer'], 'Carla')
    const keys = await ok<OfficerKeys>(carla('GET', '/api/reports/keys'))
    const { staff } = (await setupOf(annaNow)).officers.find(({ name }) => name === 'Carla')!
    const { thread } = (await threadsOf(channel.officers[0], month)).threads[0]!
    expect((await carla('POST', `/api/reports/months/${month}/threads/${thread}/text`, {})).status).toBe(200)
    await ok(annaNow('DELETE', `/api/reports/officers/${staff}`))
    expect((await carla('GET', '/api/reports/keys')).status).toBe(401)
    const back = await person(['report-officer'], 'Carla')
    for (const path of ['keys', `months/${month}/threads`, `months/${month}/threads/${thread}/messages`]) expect([path, ...(await slugOf(back('GET', `/api/reports/${path}`)))]).toEqual([path, 403, 'not-an-officer'])
    // The month that has not begun lost its key; made again, it is not wrapped to the leaver. A copy of the key from before opens this month's.
    expect((await setupOf(annaNow)).missing).toEqual(['next-month'])
    const before = keys.months.find((one) => one.month === monthAfter(month))!.recipient
    await ok(makeMonth(channel, monthAfter(month)))
    const setup = await setupOf(annaNow)
    const next = setup.months.find((one) => one.month === monthAfter(month))!
    expect(next.recipient).not.toBe(before)
    expect([next.officers.includes(staff), setup.months.find((one) => one.month === month)!.officers.includes(staff)]).toEqual([false, false])
    await expect(unwrapWith((await wrapOf(deps, month, '')), channel.recovery.identity)).resolves.toBe(channel.months.get(month))
    // Coming back begins anew.
    await ok(back('PUT', '/api/reports/identity', { recipient: keys.recipient, wrapped: keys.identity }))
    expect(await slugOf(back('GET', '/api/reports/keys'))).toEqual([403, 'not-an-officer'])
  })

  it('attack 34: who leaves the house, or loses the role, leaves the reports at the next tick', async () => {
    const { deps } = started()
    const annaNow = channel.officers[0].send
    const dirk = await anOfficer(started(), await started().person(['reviewer'], 'Derde'), 'Dirk')
    const els = await anOfficer(started(), await started().person(['reviewer'], 'Derde'), 'Els')
    await removeStaff(deps, { municipality: 'veld', name: 'Dirk' })
    await inviteStaff(deps, { municipality: 'veld', name: 'Els', roles: ['reader'] })
    await tick(deps)
    const states = new Map((await setupOf(annaNow)).officers.map(({ staff, state }) => [staff, state]))
    expect([states.get(dirk.staff), states.get(els.staff)]).toEqual(['left', 'left'])
    // Never the last one.
    const bram = channel.officers[1]
    await ok(annaNow('DELETE', `/api/reports/officers/${bram.staff}`))
    expect(await slugOf(annaNow('DELETE', `/api/reports/officers/${anna.staff}`))).toEqual([409, 'last-officer'])
  })
})

const monthBody = (recipient: string) => ({ recipient, wraps: [{ staff: 'x', wrapped: 'AAAA' }], recovery: 'AAAA', signed: { list: '{}', publicKey: 'x', signature: 'x' } })

async function wrapOf(deps: Started['deps'], month: string, staff: string): Promise<string> {
  const database = await deps.databases.open('reports', `veld-${month}`)
  const [rows] = await database.write([sql`SELECT wrapped FROM wraps WHERE staff = ${staff}`])
  return base64url(rows![0]!.wrapped as Uint8Array)
}
