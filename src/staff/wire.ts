// What staff addresses exchange. Types only, so that the console can import it.
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
