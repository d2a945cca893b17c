// Who is signed in, and the one-time link that begins it. The link's secret stands after `#`, so no server log has it; it leaves the
// address bar before anything else happens. Separate because sign-in, an ended session and sign-out must agree.
import { useEffect, useState } from 'preact/hooks'
import type { Me } from '../../src/staff/wire.ts'
import { api } from './api.ts'
import { signedOut } from './refusal-words.ts'
import { readRoute } from './route.ts'

export type Session =
  | { state: 'looking' }
  | { state: 'in'; me: Me }
  /** `why`: nothing (first visit), the session ended, somebody signed out, or what was refused. */
  | { state: 'out'; why: null | 'ended' | 'signed-out' | { refused: unknown } }

export interface SessionControl {
  session: Session
  signIn: (link: string) => Promise<void>
  signOut: () => Promise<void>
  /** Asks anew who is signed in: the municipality got another name. */
  renamed: () => void
  /** A screen met an ended session. */
  ended: () => void
}

export function useSession(): SessionControl {
  const [session, setSession] = useState<Session>({ state: 'looking' })

  const signIn = async (link: string) => {
    try {
      setSession({ state: 'in', me: await api.signIn(link) })
    } catch (error) {
      setSession({ state: 'out', why: { refused: error } })
    }
  }

  const look = async () => {
    const route = readRoute(location.hash)
    if (route.screen === 'sign-in') {
      history.replaceState(null, '', `${location.pathname}#/`)
      dispatchEvent(new HashChangeEvent('hashchange'))
      await signIn(route.token)
      return
    }
    try {
      setSession({ state: 'in', me: await api.me() })
    } catch (error) {
      setSession({ state: 'out', why: signedOut(error) ? null : { refused: error } })
    }
  }

  useEffect(() => {
    void look()
    // A link opened in a tab that already shows the console changes only the part after `#`.
    const change = () => { if (readRoute(location.hash).screen === 'sign-in') void look() }
    addEventListener('hashchange', change)
    return () => removeEventListener('hashchange', change)
  }, [])

  // Whatever holds keys for this person forgets them (reports/desk.ts).
  useEffect(() => { if (session.state === 'out') dispatchEvent(new Event('nulmeting:signed-out')) }, [session.state])

  return {
    session, signIn,
    signOut: async () => {
      await api.signOut().catch(() => undefined)
      setSession({ state: 'out', why: 'signed-out' })
    },
    renamed: () => { void api.me().then((me) => setSession({ state: 'in', me }), () => undefined) },
    ended: () => setSession({ state: 'out', why: 'ended' }),
  }
}
