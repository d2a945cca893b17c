// A municipality with an open channel for reports on the real app, on either runtime over real HTTP: neighbourhoods, advice, two officers with real
// keys. Made through the product's own addresses; shared by all flows of reports. The officer's half is played through the API and the sealing code.
import { importAreas } from '../../src/areas/import-areas.ts'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { startAdvice } from '../../src/advice/write-advice.ts'
import { base64url, unbase64url } from '../../src/crypto/base64url.ts'
import { sha256 } from '../../src/crypto/digest.ts'
import { monthOf } from '../../src/crypto/report-month.ts'
import { openMessage, sealMessage } from '../../src/crypto/report-message.ts'
import type { ReportMessage, Status } from '../../src/crypto/report-message.ts'
import { openHead, openText } from '../../src/crypto/report.ts'
import type { ReportHead } from '../../src/crypto/report.ts'
import { builtPages } from '../../src/pages-node.ts'
import type { MessagePage, ThreadLine } from '../../src/reports/wire.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { ok } from '../support/fieldwork.ts'
import { anOpenChannel, setupOf, threadsOf } from '../support/reports.ts'
import type { AChannel } from '../support/reports.ts'
import type { Send, Started } from '../support/runtimes.ts'
import { startStand } from './stand.ts'
import type { Runtime, Stand } from './stand.ts'

/** A report as an officer's device sees it. */
export interface Told {
  line: ThreadLine
  head: ReportHead
  account: string
}

export interface Street extends Stand {
  channel: AChannel
  month: string
  /** Everything that was told, opened. */
  told: () => Promise<Told[]>
  /** An officer's next message to a reporter. */
  answer: (told: Told, text: string, status?: Status) => Promise<void>
  /** What the reporter wrote after the report. */
  written: (told: Told) => Promise<ReportMessage[]>
}

/** Starts server and channel. `reports` false: a municipality that never set one up. */
export async function startStreet(runtime: Runtime, { reports = true } = {}): Promise<Street> {
  const stand = await startStand(runtime, builtPages())
  const { deps, origin, staffOrigin } = stand
  await addMunicipality(deps, {
    id: 'veld', name: 'Gemeente Veldwijk', hosts: ['127.0.0.1'], example: true,
    contact: {
      phone: '043 350 40 40', hours: 'maandag tot en met vrijdag, 9.00 tot 17.00 uur', walkIn: 'Buurthuis De Linde, Dorpsstraat 1',
      team: 'Wijkteam Oost, 043 350 40 41', privacyUrl: '/privacy', exitUrl: '/weer.html',
    },
  })
  await importAreas(deps, { municipality: 'veld', boundaryYear: 2026, file: 'code,name,role,district\nW1,Noord,focus,\nW2,Zuid,comparison,\nW3,Wittevrouwenveld,focus,\n' })
  await startAdvice(deps, { municipality: 'veld', staff: null })
  const month = monthOf(deps.clock())
  const channel = reports ? await anOpenChannel(started(stand)) : (undefined as unknown as AChannel)
  const identity = () => channel.months.get(month)!
  const [officer] = channel?.officers ?? []
  const at = ({ line }: Told) => `/api/reports/months/${month}/threads/${line.thread}`
  const pages = (told: Told) => ok<MessagePage>(officer!.send('GET', `${at(told)}/messages`))

  function started({ deps, origin, staffOrigin, runtime }: Stand): Started {
    const send = (face: string, method: string, path: string, body?: object | Uint8Array, headers: Record<string, string> = {}) => {
      const octets = body instanceof Uint8Array
      return fetch(face + path, {
        method, headers: { origin: face, ...(body && { 'content-type': octets ? 'application/octet-stream' : 'application/json' }), ...headers },
        ...(body && { body: octets ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
      })
    }
    const person: Started['person'] = async (roles, name) => {
      const signedIn = await send(staffOrigin, 'POST', '/api/staff/session', { link: await inviteStaff(deps, { municipality: 'veld', name, roles }) })
      const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
      return (method, path, body) => send(staffOrigin, method, path, body, { cookie })
    }
    const nobody: Send = () => Promise.reject(new Error('nobody is signed in here'))
    return { runtime: runtime === 'Node' ? 'node' : 'workerd', deps, folder: '', person, wire: { resident: (method, path, body) => send(origin, method, path, body), staff: nobody }, close: stand.close }
  }

  return {
    ...stand, origin, staffOrigin, channel, month,
    async told() {
      const { threads } = await threadsOf(officer!, month)
      return Promise.all(threads.map(async (line) => {
        const head = await openHead(unbase64url(line.head), identity())
        const text = await officer!.send('POST', `/api/reports/months/${month}/threads/${line.thread}/text`, {})
        return { line, head, account: await openText(new Uint8Array(await text.arrayBuffer()), head, identity()) }
      }))
    },
    async answer(told, text, status = 'read') {
      const { officer: sent } = await pages(told)
      const last = sent[sent.length - 1]
      const { months } = await setupOf(officer!.send)
      const sealed = await sealMessage({
        role: 'officer', sequence: sent.length, status, seen: 0, text, thread: await sha256(unbase64url(told.line.head)),
        previous: last ? await sha256(unbase64url(last)) : new Uint8Array(32),
      }, unbase64url(told.head.messageKey), [months.find((one) => one.month === month)!.recipient, told.head.recipient])
      await ok(officer!.send('POST', `${at(told)}/messages`, { sequence: sent.length, sealed: base64url(sealed) }))
    },
    async written(told) {
      const { reporter } = await pages(told)
      return Promise.all(reporter.map((sealed) => openMessage(unbase64url(sealed), unbase64url(told.head.messageKey), identity())))
    },
  }
}
