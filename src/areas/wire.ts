// What municipalities and areas look like over HTTP and in files. Pages import the types only.
import { z } from 'zod'

export const areaRoles = ['focus', 'comparison', 'other'] as const
export type AreaRole = (typeof areaRoles)[number]

export interface Area {
  code: string
  name: string
  role: AreaRole
  district: string
  boundaryYear: number
}

/** Inhabitants of one area by age class (1..4) and sex (1 man, 2 woman). */
export interface ControlTotal {
  area: string
  boundaryYear: number
  age: number
  sex: number
  persons: number
  countedOn: string
}

/** One place in a file that is at fault. Lines count from 1, the header included; column '' is the line as a whole. */
export interface FileFault {
  line: number
  column: string
  fault: string
}

const line = (longest: number) => z.string().trim().max(longest).regex(/^[^\p{Cc}]*$/u)

export const municipalitySettings = z.strictObject({
  name: line(100).min(1),
  /** Who answers questions: a team or a name, and how to reach it. */
  contact: line(200),
  /** The data protection officer, likewise. */
  officer: line(200),
  phone: z.string().trim().regex(/^(?:\+?[0-9][0-9 ()-]{2,30})?$/),
  hours: line(200),
  walkIn: line(200),
  team: line(200),
  privacyUrl: line(300),
  exitUrl: line(300),
})
export type MunicipalitySettings = z.input<typeof municipalitySettings>

/** What fieldwork waits for. */
export type MunicipalityMissing = 'contact' | 'officer' | 'phone' | 'hours'

export interface MunicipalityProfile extends MunicipalitySettings {
  /** Where residents' pages answer. */
  hosts: readonly string[]
  missing: readonly MunicipalityMissing[]
}
