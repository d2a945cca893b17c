// Which editions somebody may see: audience and date. Whoever runs a measurement sees all of them, always (the release ledger needs that);
// everybody else sees editions for their own audience or a wider one, from the edition's day on. "The mayor sees it before the street."
// Pure, because staff pages, the public pages and publishing ask the same.
import type { Audience } from '../analysis/edition.ts'
import type { Role } from '../http/roles.ts'

/** Widest first: an edition for `public` may be seen by all three. */
const AUDIENCES: readonly Audience[] = ['public', 'partners', 'steering']

export interface Viewer {
  audiences: readonly Audience[]
  /** Only editions of this day or earlier, YYYY-MM-DD; null: those of a later day too. */
  until: string | null
}

/** Everybody outside: residents, the press, other municipalities. */
export function publicViewer(today: string): Viewer {
  return { audiences: ['public'], until: today }
}

/** Somebody signed in. */
export function staffViewer({ roles, audience }: { roles: readonly Role[]; audience: Audience }, today: string): Viewer {
  if (roles.includes('coordinator') || roles.includes('analyst')) return { audiences: AUDIENCES, until: null }
  return { audiences: AUDIENCES.slice(0, AUDIENCES.indexOf(audience) + 1), until: today }
}
