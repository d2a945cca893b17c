// Names of the municipality's areas of its newest boundary year, by code. Separate because every screen of this room says areas by name.
import type { Area } from '../../../src/areas/wire.ts'
import { sendJson } from '../request.ts'

export async function areaNames(): Promise<Record<string, string>> {
  const all = await sendJson<Area[]>('GET', '/api/areas')
  const newest = Math.max(...all.map(({ boundaryYear }) => boundaryYear))
  return Object.fromEntries(all.filter(({ boundaryYear }) => boundaryYear === newest).map(({ code, name }) => [code, name]))
}
