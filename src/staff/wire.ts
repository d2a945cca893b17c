// What staff addresses exchange. Pages import the types only.
import { z } from 'zod'
import { roles } from '../http/roles.ts'
import type { Role } from '../http/roles.ts'

/** Who is signed in, as the console knows them. */
export interface Me {
  name: string
  roles: readonly Role[]
  municipality: { id: string; name: string; example: boolean }
}

/** POST /api/staff/session: the secret of a one-time link, or the whole link as pasted. */
export interface SignIn {
  link: string
}

export const personProposal = z.strictObject({
  name: z.string().trim().min(1).max(100).regex(/^[^\p{Cc}]*$/u),
  roles: z.array(z.enum(roles)).min(1).max(5),
  /** For whom the editions are that somebody sees who only reads. */
  audience: z.enum(['steering', 'partners', 'public']).default('steering'),
})
export type PersonProposal = z.input<typeof personProposal>

/** A one-time link to hand over, or a second person has to agree first. */
export type Invited = { link: string } | { waiting: true }

export interface People {
  people: { id: string; name: string; roles: readonly Role[]; me: boolean }[]
  /** Proposed, not agreed yet; `mayAgree`: by the person who asks. */
  waiting: { id: string; name: string; roles: readonly Role[]; by: string; mayAgree: boolean }[]
}
