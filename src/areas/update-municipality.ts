// What a municipality says of itself, changed by its own staff: name, who answers, phone with hours, walk-in, data protection officer, exit.
// Separate from add-municipality.ts, the operator's: host names and the identifier are not the municipality's to change.
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { EXIT, isAddress } from './add-municipality.ts'
import { findMunicipality, hostsOf } from './find-municipality.ts'
import type { Municipality } from './find-municipality.ts'
import type { MunicipalityMissing, MunicipalityProfile, municipalitySettings } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Throws unknown-municipality, invalid-plan (an address), contact-missing (while letters are out, what is printed in them stays). */
export async function updateMunicipality(deps: Needs, actor: Actor, settings: MunicipalitySettings): Promise<void> {
  const { name, contact, officer, phone, hours, walkIn, team, privacyUrl } = settings
  const exitUrl = settings.exitUrl === '' ? EXIT : settings.exitUrl
  if (!isAddress(exitUrl)) throw problem('invalid-plan', { where: 'exitUrl' })
  if (privacyUrl !== '' && !isAddress(privacyUrl)) throw problem('invalid-plan', { where: 'privacyUrl' })
  const whole = missingOf({ name, contact, officer, contactPhone: phone, contactHours: hours }).length === 0
  const [updated] = await writeAudited(deps, { ...actor, act: 'update-municipality', subject: { name, phone, hours, contact, officer } }, [
    sql`UPDATE municipalities SET name = ${name}, contact = ${contact}, officer = ${officer}, contact_phone = ${phone}, contact_hours = ${hours},
        contact_walk_in = ${walkIn}, contact_team = ${team}, privacy_url = ${privacyUrl}, exit_url = ${exitUrl}
        WHERE id = ${actor.municipality} AND (${whole ? 1 : 0} = 1 OR NOT EXISTS (SELECT 1 FROM waves WHERE municipality = ${actor.municipality} AND state IN ('field', 'grace')))
        RETURNING id`,
  ])
  if (updated!.length > 0) return
  await findMunicipality(deps, actor.municipality)
  throw contactMissing({ name, contact, officer, contactPhone: phone, contactHours: hours })
}

type MunicipalitySettings = z.output<typeof municipalitySettings>

/** What staff see of their municipality. */
export async function readProfile(deps: Pick<Deps, 'office'>, id: string): Promise<MunicipalityProfile> {
  const found = await findMunicipality(deps, id)
  return {
    name: found.name, contact: found.contact, officer: found.officer, phone: found.contactPhone, hours: found.contactHours, walkIn: found.contactWalkIn, team: found.contactTeam,
    privacyUrl: found.privacyUrl, exitUrl: found.exitUrl, hosts: await hostsOf(deps, id), missing: missingOf(found),
  }
}

/** What fieldwork waits for: a name, somebody to ask, somebody to complain to, and a number with hours. */
export function missingOf({ name, contact, officer, contactPhone, contactHours }: Pick<Municipality, 'name' | 'contact' | 'officer' | 'contactPhone' | 'contactHours'>): MunicipalityMissing[] {
  const fields = { name, contact, officer, phone: contactPhone, hours: contactHours }
  return (Object.keys(fields) as MunicipalityMissing[]).filter((field) => fields[field].trim() === '')
}

/** The refusal that names them. */
export function contactMissing(municipality: Parameters<typeof missingOf>[0]) {
  return problem('contact-missing', { missing: missingOf(municipality).join(', ') })
}
