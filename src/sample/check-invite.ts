// Opening a letter's link: says whether the wave takes answers, the same for a used, an unknown and an unused code, and writes nothing.
// Separate from issuing because so many people open a link more than once, on more than one phone.
import type { z } from 'zod'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { findManifest } from '../waves/find-manifest.ts'
import { withSample } from './open-sample.ts'
import { sampleState } from './table.ts'
import type { InviteChecked, inviteCheck } from './wire.ts'

/** The code is never looked up: what is not asked cannot be told. Throws unknown-manifest. */
export async function checkInvite(
  deps: Pick<Deps, 'office' | 'databases'>, municipality: string, { manifest: reference }: z.output<typeof inviteCheck>,
): Promise<InviteChecked> {
  const { manifest, state } = await findManifest(deps, municipality, reference)
  if (state !== 'field') return { takesAnswers: false }
  try {
    const [row] = await withSample(deps, manifest.wave, (sample) => sample.read.select({ open: sampleState.open }).from(sampleState).where(sql`id = 1`))
    return { takesAnswers: row?.open === true }
  } catch (fault) {
    if (fault instanceof Problem && fault.slug === 'wave-closed') return { takesAnswers: false }
    throw fault
  }
}
