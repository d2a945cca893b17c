// Issuing credentials: how many a second of one core, on the real server over HTTP, and in workerd with its libSQL servers, beside the bare
// native signature of the same key size measured in the same run. Everything a phone waits for is in it: HTTP, the guard, the marking of the
// invitation as one durable row, one signature checked before it leaves.
import { constants, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto'
import { loadavg } from 'node:os'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { startTestEdge } from '../support/edge.ts'
import { aPhone, aWaveInField, credentialBody, credentialOf, someAreas } from '../support/fieldwork.ts'
import type { AWave, Wire } from '../support/fieldwork.ts'
import { CONTACT } from '../support/server.ts'
import { atLeast, figureLine, whole } from './figure.ts'
import { startService } from './service.ts'
import { invited, wireOf } from './staff-of.ts'
import type { Bench } from './submissions.ts'

const CONNECTIONS = 16

/** Raw private operations a second of one core, without anything around them. */
function bareSignatures(): number {
  const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const blinded = randomBytes(256)
  blinded[0] = 0
  const run = (times: number) => { for (let i = 0; i < times; i += 1) privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded) }
  run(100)
  const [times, before] = [1_500, process.cpuUsage()]
  run(times)
  const { user, system } = process.cpuUsage(before)
  return times / ((user + system) / 1e6)
}

/** Asks for one credential per code, so many at once; answers seconds on the wall. */
async function ask(wire: Wire, wave: AWave, from: number, count: number): Promise<number> {
  const codes = wave.codes[0]!.slice(from, from + count)
  const bodies = await Promise.all(codes.map(async (code) => credentialBody(wave, await aPhone(wave, code))))
  const began = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    for (let body = bodies.pop(); body; body = bodies.pop()) {
      const answer = await wire.resident('POST', '/api/credentials', body)
      if (answer.status !== 200 || (await answer.arrayBuffer()).byteLength !== 256) throw new Error(`a credential was answered with ${answer.status}`)
    }
  }))
  return (performance.now() - began) / 1000
}

export async function credentials({ bundle, quick, print }: Bench): Promise<void> {
  const count = quick ? 300 : 1_500
  const bare = bareSignatures()
  const { service, made: { link, wave } } = await startService(bundle, async (prepared) => {
    await someAreas(prepared.deps, 'veld', ['A'])
    return { link: await invited(prepared), wave: await aWaveInField(prepared.wire, ['A'], count + 101) }
  })
  try {
    const wire = await wireOf(service, link)
    // What is issued is a credential: it verifies. The first hundred warm the server.
    await credentialOf(wire, wave, await aPhone(wave, wave.codes[0]![count + 100]!))
    await ask(wire, wave, count, 100)
    const before = service.processorSeconds()
    const wall = await ask(wire, wave, 0, count)
    const perCore = count / (service.processorSeconds() - before)
    print(figureLine({
      what: `credentials on Node, ${whole(count)} over ${CONNECTIONS} connections`, measured: `${whole(perCore)} a second of one core (${whole(count / wall)} on the wall), load ${loadavg()[0]!.toFixed(1)}`,
      yardstick: `${whole(bare)} bare native signatures a second of one core`, ratio: perCore / bare, target: atLeast(300, perCore, ' a second'),
    }))
  } finally {
    await service.stop()
  }
  await onEdge(quick ? 100 : 500, bare, print)
}

async function onEdge(count: number, bare: number, print: (line: string) => void): Promise<void> {
  const edge = await startTestEdge()
  try {
    const port = Number(new URL(edge.origin).port)
    await addMunicipality(edge.deps, { id: 'veld', name: 'Veldwijk', hosts: [`127.0.0.1:${port}`], contact: CONTACT })
    await someAreas(edge.deps, 'veld', ['A'])
    const link = await inviteStaff(edge.deps, { municipality: 'veld', name: 'Planner', roles: ['coordinator', 'analyst'] })
    const wire = await wireOf({ port, staffOrigin: edge.staffOrigin }, link)
    const wave = await aWaveInField(wire, ['A'], count + 60)
    await ask(wire, wave, count, 50)
    const perSecond = count / (await ask(wire, wave, 0, count))
    print(figureLine({
      what: `credentials on workerd with libSQL servers, ${whole(count)} over ${CONNECTIONS} connections`, measured: `${whole(perSecond)} a second on the wall, load ${loadavg()[0]!.toFixed(1)}`,
      yardstick: `${whole(bare)} bare native signatures a second of one core of Node`, ratio: perSecond / bare,
    }))
  } finally {
    await edge.close()
  }
}
