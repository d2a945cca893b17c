// The pages: residents' shells on municipality hosts, the console's on STAFF_ORIGIN, and the built files beside them.
// Served by the app in both runtimes, because headers and the contact block must be the same; nothing here knows a file system.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { findMunicipality } from '../areas/find-municipality.ts'
import type { Municipality } from '../areas/find-municipality.ts'
import { municipalityOfHost } from '../areas/municipality-of-host.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import type { Env } from './env.ts'
import { isStaffFace } from './face.ts'
import { immutable } from './privacy.ts'

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml', png: 'image/png', ico: 'image/x-icon',
  json: 'application/json', webmanifest: 'application/manifest+json', woff2: 'font/woff2', mp3: 'audio/mpeg', wasm: 'application/wasm', txt: 'text/plain; charset=utf-8',
}

/** Everything outside `/api/`. */
export function pageRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>().get('*', async (c) => {
    const staffFace = isStaffFace(c.req.url, deps.staffOrigin)
    const room = staffFace ? 'console' : 'resident'
    const path = c.req.path
    if (!/^\/(?:[A-Za-z0-9_-]+(?:[./][A-Za-z0-9_-]+)*\/?)?$/.test(path)) throw problem('not-found')
    if (/\.(?!html$)[a-z0-9]+$/.test(path)) return file(c, deps, room + path)
    const municipality = staffFace ? null : await municipalityOfHost(deps, new URL(c.req.url).host)
    if (!staffFace && municipality === null) throw problem('not-found')
    const name = path.replace(/^\/|\/$|\.html$/g, '')
    // Console addresses are its own to route; a resident page exists or it does not.
    const shell = (await deps.page(`${room}/${name === '' ? 'index' : name}.html`)) ?? (staffFace ? await deps.page('console/index.html') : null)
    if (shell === null) throw problem('not-found')
    return c.html(municipality === null ? shell : filled(shell, await findMunicipality(deps, municipality)))
  })
}

async function file(c: Context<Env>, deps: Deps, name: string): Promise<Response> {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)]
  const body = type === undefined ? null : ((await deps.asset?.(name)) ?? null)
  if (type === undefined || body === null) throw problem('not-found')
  if (name.includes('/assets/')) immutable(c)
  return c.body(body, 200, { 'content-type': type })
}

/** Puts the municipality's own words into the places of a built shell: `<!--place:phone-->`, in text and in attributes. */
export function filled(shell: string, municipality: Municipality): string {
  const places: Readonly<Record<string, string>> = {
    municipality: municipality.id,
    name: municipality.name,
    phone: municipality.contactPhone,
    hours: municipality.contactHours,
    walkIn: municipality.contactWalkIn,
    team: municipality.contactTeam,
    privacyUrl: municipality.privacyUrl,
    exitUrl: municipality.exitUrl,
    example: municipality.example ? 'example' : '',
  }
  return shell.replace(/<!--place:([A-Za-z]+)-->/g, (whole, place: string) => {
    const text = places[place]
    return text === undefined ? whole : text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  })
}
