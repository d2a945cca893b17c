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
export type MunicipalityMissing = 'name' | 'contact' | 'officer' | 'phone' | 'hours'

export interface MunicipalityProfile extends MunicipalitySettings {
  /** Where residents' pages answer. */
  hosts: readonly string[]
  missing: readonly MunicipalityMissing[]
}

const code = z.string().regex(/^[A-Za-z0-9-]{1,20}$/)

/** The whole list of a boundary year. */
export const areaList = z.strictObject({
  areas: z.array(z.strictObject({ code, name: line(100).min(1), role: z.enum(areaRoles), district: line(100) })).min(1).max(1000),
})
export type AreaList = z.input<typeof areaList>

export interface StoredAreas {
  areas: number
  /** Codes that stayed because a measurement uses them. */
  kept: readonly string[]
}

export const registerTotals = z.strictObject({
  countedOn: z.iso.date(),
  cells: z.array(z.strictObject({ area: code, age: z.int().min(1).max(4), sex: z.int().min(1).max(2), persons: z.int().min(0).max(10_000_000) })).min(8).max(8000),
})
export type RegisterTotals = z.input<typeof registerTotals>

/** Adults of an area by the register. */
export interface AreaCount {
  area: string
  persons: number
  countedOn: string
}

const whole = z.int().min(-10_000_000).max(10_000_000)
const pair = z.tuple([z.number(), z.number()])
const ring = z.array(whole).min(1).max(10_000)

/** A topology as src/frame makes it; nothing else is kept of it. */
export const areaMap = z.strictObject({
  type: z.literal('Topology'),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  transform: z.strictObject({ scale: pair, translate: pair }),
  objects: z.strictObject({
    areas: z.strictObject({
      type: z.literal('GeometryCollection'),
      geometries: z.array(z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('Polygon'), id: code, arcs: z.array(ring).min(1).max(1000) }),
        z.strictObject({ type: z.literal('MultiPolygon'), id: code, arcs: z.array(z.array(ring).min(1).max(1000)).max(1000) }),
      ])).min(1).max(1000),
    }),
  }),
  arcs: z.array(z.array(z.tuple([whole, whole])).max(20_000)).max(20_000),
})
