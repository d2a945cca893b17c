// Publishes an edition of the example as an analyst does: signed in, over the staff addresses, with the archive key in hand.
// Separate because it is the only part of the example that goes through a staff session.
import type { Audience } from '../analysis/edition.ts'
import { publishWave, publishingApi } from '../analysis/publish.ts'
import { createApp } from '../app.ts'
import type { Deps } from '../deps.ts'
import { inviteStaff } from '../staff/invite-staff.ts'
import { localDay } from '../waves/count-day.ts'
import { TOWN } from './town.ts'

/** Publishes for an audience, on the day of `deps.clock`; answers the edition's id. */
export async function publishExample(deps: Deps, { wave, baseline, archive, audience }: { wave: string; baseline: string | null; archive: string; audience: Audience }): Promise<string> {
  const app = createApp(deps)
  const request = (method: string, path: string, body?: object, cookie = '') => app.request(`${deps.staffOrigin}${path}`, {
    method,
    headers: { origin: deps.staffOrigin, 'sec-fetch-site': 'same-origin', cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const link = await inviteStaff(deps, { municipality: TOWN.id, name: 'Voorbeeld', roles: ['coordinator', 'analyst', 'reader'] })
  const cookie = (await request('POST', '/api/staff/session', { link })).headers.get('set-cookie')!.split(';')[0]!
  const api = publishingApi(async (method, path, body) => {
    const answer = await request(method, path, body, cookie)
    if (!answer.ok) throw new Error(`Publishing the example was refused: ${await answer.text()}`)
    return answer
  })
  return (await publishWave(api, { archive }, { wave, baseline, audience, date: localDay(deps.clock()).day })).edition
}
