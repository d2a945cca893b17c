// What every screen is given. Separate so that a screen that is loaded later needs nothing of the app.
import type { Me } from '../../src/staff/wire.ts'
import type { Route } from './route.ts'

export interface ScreenProps {
  me: Me
  route: Route
  /** The municipality got another name: it stands around every screen. */
  onRenamed: () => void
  /** The server says the session has ended. */
  onEnded: () => void
}
