// The console's addresses: everything after `#`, so that the server serves one page and a sign-in link never reaches its log.
// Own router of a few lines because there are seven screens and no nesting.
import { useEffect, useState } from 'preact/hooks'

export type Route =
  | { screen: 'waves' }
  | { screen: 'sign-in'; token: string }
  | { screen: 'wave' | 'close' | 'count' | 'publish'; wave: string }
  | { screen: 'compare'; edition?: string; measure?: string }
  | { screen: 'edition'; edition: string }
  | { screen: 'unknown' }

const ACTS = { sluiten: 'close', tellen: 'count', publiceren: 'publish' } as const
type Act = keyof typeof ACTS

/** Reads the part of an address after `#`. Anything odd is `unknown`, never an exception. */
export function readRoute(hash: string): Route {
  const parts = hash.replace(/^#\/?/, '').split('/').map(decoded)
  const [first, second, third] = parts
  if (!first) return { screen: 'waves' }
  if (first === 'aanmelden' && second && parts.length === 2) return { screen: 'sign-in', token: second }
  if (first === 'meting' && second && parts.length === 2) return { screen: 'wave', wave: second }
  if (first === 'meting' && second && third && parts.length === 3 && Object.hasOwn(ACTS, third)) return { screen: ACTS[third as Act], wave: second }
  if (first === 'vergelijken' && parts.length <= 3) return { screen: 'compare', ...(second ? { edition: second } : {}), ...(third ? { measure: third } : {}) }
  if (first === 'uitgave' && second && parts.length === 2) return { screen: 'edition', edition: second }
  return { screen: 'unknown' }
}

/** An address from its parts, each encoded: `to('meting', wave, 'tellen')`. */
export function to(...parts: readonly string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`
}

/** The current route; renders again when the address changes. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const change = () => setHash(location.hash)
    // A sign-in link may have been taken out of the address before this listener stood.
    change()
    addEventListener('hashchange', change)
    return () => removeEventListener('hashchange', change)
  }, [])
  return readRoute(hash)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
