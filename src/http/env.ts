// What the guard leaves in a request's context for the handler behind it.
// Separate so that slices and shell agree on it without importing each other: `new Hono<Env>()`, then `c.get('staff')`.
import type { Access, Role } from './roles.ts'

/** Who is signed in. On staff routes that need a session it is always there. */
export interface Staff {
  id: string
  name: string
  municipality: string
  roles: readonly Role[]
  /** Who only reads sees editions for this audience and wider ones. */
  audience: 'steering' | 'partners' | 'public'
}

export interface Env {
  Variables: {
    /** The row of the access table this request matched. */
    access: Access
    /** Set on staff routes behind a session. */
    staff: Staff
    /** Set on resident routes: the municipality of the host name. */
    municipality: string
  }
}
