// The facts the papers are made from, read from what is really set and planned. Reads only; separate from the papers, which are pure.
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { findMunicipality, hostsOf } from '../areas/find-municipality.ts'
import type { Deps } from '../deps.ts'
import type { PublishedInstrument } from '../instrument/instrument.ts'
import { instruments as instrumentTable } from '../instruments/table.ts'
import { certificates } from '../results/table.ts'
import { staff } from '../staff/table.ts'
import { localDay } from '../waves/count-day.ts'
import { strata, waves } from '../waves/table.ts'
import type { PaperFacts, PaperWave } from './paper.ts'
import { paperDetails } from './table.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'runtime' | 'restorePointDays'>

export async function readFacts(deps: Needs, municipality: string): Promise<PaperFacts> {
  const { name, contact, officer, contactPhone, contactHours, contactWalkIn } = await findMunicipality(deps, municipality)
  return {
    municipality: { name, contact, officer, phone: contactPhone, hours: contactHours, walkIn: contactWalkIn, hosts: await hostsOf(deps, municipality) },
    details: await detailsOf(deps, municipality),
    runtime: deps.runtime,
    restorePointDays: deps.restorePointDays,
    backupDays: await backupDays(deps),
    waves: await wavesOf(deps, municipality),
    people: await peopleOf(deps, municipality),
    today: localDay(deps.clock()).day,
  }
}

/** Every detail that is set. */
export async function detailsOf({ office }: Pick<Deps, 'office'>, municipality: string): Promise<Record<string, string>> {
  const rows = await office.read.select({ field: paperDetails.field, value: paperDetails.value }).from(paperDetails).where(eq(paperDetails.municipality, municipality))
  return Object.fromEntries(rows.map(({ field, value }) => [field, value]))
}

/** The longest time a backup is kept; backups are of the whole service. */
async function backupDays({ office }: Needs): Promise<number | null> {
  const [rows] = await office.write([sql`SELECT max(julianday(expires_on) - julianday(made_on)) AS days FROM backups`])
  const days = rows![0]!.days as number | null
  return days === null ? null : Math.round(days)
}

async function wavesOf({ office }: Needs, municipality: string): Promise<PaperWave[]> {
  const rows = await office.read.select({ wave: waves, certificate: certificates.json }).from(waves).leftJoin(certificates, eq(certificates.wave, waves.id))
    .where(and(eq(waves.municipality, municipality), eq(waves.pilot, false), inArray(waves.kind, ['resident', 'professional']))).orderBy(desc(waves.starts))
  return Promise.all(rows.map(async ({ wave, certificate }) => {
    const groups = await office.read.select({ area: strata.area, toInvite: strata.toInvite, drawn: strata.drawn }).from(strata).where(eq(strata.wave, wave.id))
    const [stored] = await office.read.select({ json: instrumentTable.json }).from(instrumentTable).where(inArray(instrumentTable.hash, [...Object.values(wave.instruments), '']))
    const items = stored ? (JSON.parse(stored.json) as PublishedInstrument).instrument.items : []
    return {
      name: wave.name, kind: wave.kind, pilot: wave.pilot, starts: wave.starts, ends: wave.ends, reminders: wave.reminders, graceHours: wave.graceHours,
      invited: groups.reduce((sum, { drawn, toInvite }) => sum + (drawn || toInvite), 0), areas: new Set(groups.map(({ area }) => area)).size,
      ageFloor: wave.plan.ageFloor, languages: Object.keys(wave.instruments), questions: items.length,
      sensitive: items.flatMap(({ summary }) => (summary?.sensitive ? [summary.label.nl ?? ''] : [])).filter(Boolean),
      destroyedOn: certificate?.destroyed.intakeDatabase ?? null,
    }
  }))
}

async function peopleOf({ office }: Needs, municipality: string): Promise<Record<string, number>> {
  const rows = await office.read.select({ roles: staff.roles }).from(staff).where(and(eq(staff.municipality, municipality), eq(staff.active, true)))
  const counts: Record<string, number> = {}
  for (const role of rows.flatMap(({ roles }) => JSON.parse(roles) as string[])) counts[role] = (counts[role] ?? 0) + 1
  return counts
}
