// What areas look like over HTTP and in files. Types and the list of roles, nothing that runs on a server.

export const areaRoles = ['focus', 'comparison', 'other'] as const
export type AreaRole = (typeof areaRoles)[number]

export interface Area {
  code: string
  name: string
  role: AreaRole
  district: string
  boundaryYear: number
  /** GeoJSON geometry (Polygon or MultiPolygon) or null. */
  boundary: { type: string; coordinates: unknown } | null
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
