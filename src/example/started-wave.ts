// A wave of the example in the field: defined, its key made and confirmed, its manifest frozen, its letters drawn, fieldwork started.
// Separate because the counted waves and the wave in the field all begin with exactly this.
import { eq } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { newCodes } from '../crypto/draw-codes.ts'
import { keyFingerprint } from '../crypto/key-sheet.ts'
import type { Manifest } from '../crypto/manifest.ts'
import { newIdentity } from '../crypto/sealed.ts'
import type { Deps } from '../deps.ts'
import { drawInvites } from '../sample/draw-invites.ts'
import { CODES_PER_REQUEST } from '../sample/wire.ts'
import { defineWave } from '../waves/define-wave.ts'
import { freezeManifest } from '../waves/freeze-manifest.ts'
import { confirmKey, registerKey } from '../waves/register-key.ts'
import { startFieldwork } from '../waves/start-fieldwork.ts'
import { manifests } from '../waves/table.ts'
import { wavePlan } from '../waves/wire.ts'
import { coreInstrument } from '../instrument/batteries/core.ts'
import { AREAS, TOWN } from './town.ts'

export interface ExamplePlan {
  name: string
  starts: string
  reminders: readonly string[]
  ends: string
  /** Hash by language, of instruments that are stored. */
  instruments: Record<string, string>
  approachStartedOn: string
}

export interface StartedWave {
  wave: string
  manifest: Manifest
  identity: string
  /** Codes per stratum, in the manifest's order. */
  codes: readonly (readonly string[])[]
}

export async function startedWave(deps: Deps, actor: Actor, plan: ExamplePlan): Promise<StartedWave> {
  const strata = AREAS.map(({ id, population, invited }) => ({ area: id, population, toInvite: invited }))
  const { wave } = await defineWave(deps, actor, wavePlan.parse({
    ...plan, kind: 'resident', graceHours: 0, boundaryYear: TOWN.boundaryYear, primaryOutcomes: coreInstrument.primary, strata,
  }))
  const { identity, recipient } = await newIdentity()
  await registerKey(deps, actor, wave, { recipient, fingerprint: await keyFingerprint(recipient) })
  await confirmKey(deps, actor, wave, { recipient })
  const { digest } = await freezeManifest(deps, actor, wave)
  const drawn = newCodes(digest, AREAS.map(({ invited }) => invited))
  for (const [position, codes] of drawn.entries()) {
    const hashes = codes.map(({ codeHash }) => codeHash)
    for (let start = 0; start < hashes.length; start += CODES_PER_REQUEST) {
      await drawInvites(deps, actor, wave, { stratum: AREAS[position]!.id, codes: hashes.slice(start, start + CODES_PER_REQUEST) })
    }
  }
  await startFieldwork(deps, actor, wave)
  const [stored] = await deps.office.read.select({ json: manifests.json }).from(manifests).where(eq(manifests.wave, wave))
  return { wave, manifest: stored!.json, identity, codes: drawn.map((codes) => codes.map(({ code }) => code)) }
}
