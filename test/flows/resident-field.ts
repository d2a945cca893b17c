// A municipality with one wave in the field on the real app, on either runtime over real HTTP, and the codes its letters carry.
// Made through the product's own verbs; shared by all resident flows and the bench. The wave key stays here, so that a test can look
// at what arrived the way the count does.
import { importAreas } from '../../src/areas/import-areas.ts'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { newCodes } from '../../src/crypto/draw-codes.ts'
import { fragmentOf } from '../../src/crypto/invite-code.ts'
import { keySheet } from '../../src/crypto/key-sheet.ts'
import type { Manifest } from '../../src/crypto/manifest.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'
import { openRows } from '../../src/counting/open-row.ts'
import type { RowReading } from '../../src/counting/open-row.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { responses } from '../../src/intake/table.ts'
import { builtPages } from '../../src/pages-node.ts'
import { drawInvites } from '../../src/sample/draw-invites.ts'
import { defineWave } from '../../src/waves/define-wave.ts'
import { endFieldwork } from '../../src/waves/end-fieldwork.ts'
import { freezeManifest } from '../../src/waves/freeze-manifest.ts'
import { confirmKey, registerKey } from '../../src/waves/register-key.ts'
import { startFieldwork } from '../../src/waves/start-fieldwork.ts'
import { wavePlan } from '../../src/waves/wire.ts'
import { startStand } from './stand.ts'
import type { Runtime } from './stand.ts'

const DAY = 86_400_000
const actor = { municipality: 'veld', staff: null }
const day = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10)

export interface Field {
  origin: string
  manifest: Manifest
  reference: string
  /** A code nobody has used yet; a new one at each call. */
  freshCode: () => string
  /** The letter's address of a code. */
  letter: (code: string) => string
  /** What arrived, read as the count reads it. */
  readings: () => Promise<RowReading[]>
  endFieldwork: () => Promise<void>
  close: () => Promise<void>
}

/** Starts server and wave; the second reminder was yesterday by the clock of this machine. */
export async function startField(options: { graceHours?: number; runtime?: Runtime } = {}): Promise<Field> {
  const now = Date.now()
  const { deps, origin, close } = await startStand(options.runtime ?? 'Node', builtPages())
  await addMunicipality(deps, {
    id: 'veld', name: 'Gemeente Veldwijk', hosts: ['127.0.0.1'], example: true,
    contact: {
      desk: 'Team Onderzoek', officer: 'Functionaris gegevensbescherming',
      phone: '043 350 40 40', hours: 'maandag tot en met vrijdag, 9.00 tot 17.00 uur', walkIn: 'Buurthuis De Linde, Dorpsstraat 1',
      team: 'Wijkteam Oost, 043 350 40 41', privacyUrl: '/privacy', exitUrl: '/weer.html',
    },
  })
  await importAreas(deps, { municipality: 'veld', boundaryYear: 2026, file: 'code,name,role,district\nW1,Noord,focus,\nW2,Zuid,comparison,\n' })
  const plan = wavePlan.parse({
    name: 'Proefwijk', kind: 'resident', starts: day(now - 30 * DAY), reminders: [day(now - 9 * DAY), day(now - DAY)], ends: day(now + 30 * DAY),
    graceHours: options.graceHours ?? 48, boundaryYear: 2026,
    strata: [{ area: 'W1', population: 900, toInvite: 60 }, { area: 'W2', population: 1100, toInvite: 60 }],
  })
  const { wave } = await defineWave(deps, actor, plan)
  const { identity, recipient } = await newIdentity()
  await registerKey(deps, actor, wave, { recipient, fingerprint: (await keySheet(identity)).fingerprint })
  await confirmKey(deps, actor, wave, { recipient })
  const { reference, digest } = await freezeManifest(deps, actor, wave)
  const drawn = newCodes(digest, [60, 60])
  const codes = drawn.flat().map(({ code }) => code)
  for (const [i, stratum] of ['W1', 'W2'].entries()) {
    await drawInvites(deps, actor, wave, { stratum, codes: drawn[i]!.map(({ codeHash }) => codeHash) })
  }
  await startFieldwork(deps, actor, wave)
  const manifest = (await (await fetch(`${origin}/api/manifests/${reference}`)).json()) as Manifest
  return {
    origin, manifest, reference,
    freshCode: () => codes.pop()!,
    letter: (code) => `${origin}/#${fragmentOf(reference, code)}`,
    async readings() {
      const intake = await deps.databases.open('intake', wave)
      const rows = await intake.read.select().from(responses)
      return openRows(rows, { identity, manifest, instrument: coreInstrument })
    },
    endFieldwork: () => endFieldwork(deps, actor, wave),
    close,
  }
}
