// The two states of a screen that is not there yet: on its way, or refused with a way to try again. An ended session goes to the
// sign-in page instead. Separate so that every screen handles all of them alike.
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Alert } from '../components/Alert.tsx'
import { Button } from '../components/Button.tsx'
import { refusalText, signedOut } from './refusal-words.ts'
import type { Loaded } from './use-load.ts'
import { Heading } from './Heading.tsx'

export interface LoadingProps<T> {
  loaded: Loaded<T> & { reload: () => void }
  onEnded: () => void
  children: (value: T) => ComponentChildren
}

export function Loading<T>({ loaded, onEnded, children }: LoadingProps<T>) {
  const over = loaded.state === 'refused' && signedOut(loaded.error)
  useEffect(() => { if (over) onEnded() }, [over])
  if (loaded.state === 'there') return <>{children(loaded.value)}</>
  if (loaded.state === 'loading' || over) return <p role="status">Even laden ...</p>
  return (
    <>
      <Heading text="Dit lukt nu niet" />
      <Alert kind="mistake" title={refusalText(loaded.error)} />
      <div class="actions"><Button kind="primary" onPress={loaded.reload}>Nog eens proberen</Button><a href="#/">Naar de metingen</a></div>
    </>
  )
}
