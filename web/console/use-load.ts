// Loads what a screen shows: loading, there, or refused. Separate so that no screen forgets one of the three, and so that an answer that
// arrives after somebody went on to another screen is dropped.
import { useEffect, useState } from 'preact/hooks'

export type Loaded<T> = { state: 'loading' } | { state: 'there'; value: T } | { state: 'refused'; error: unknown }

/** `key` says what is loaded; a new key loads anew and `reload` loads the same again. */
export function useLoad<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> & { reload: () => void } {
  const [turn, setTurn] = useState(0)
  const [loaded, setLoaded] = useState<{ key: string; result: Loaded<T> }>({ key, result: { state: 'loading' } })
  useEffect(() => {
    const control = new AbortController()
    load(control.signal).then(
      (value) => { if (!control.signal.aborted) setLoaded({ key, result: { state: 'there', value } }) },
      (error: unknown) => { if (!control.signal.aborted) setLoaded({ key, result: { state: 'refused', error } }) },
    )
    return () => control.abort()
  }, [key, turn])
  const result: Loaded<T> = loaded.key === key ? loaded.result : { state: 'loading' }
  return { ...result, reload: () => setTurn((now) => now + 1) }
}
