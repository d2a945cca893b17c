// Doing something on the server from a screen: busy, done or refused in words; an ended session leads to the sign-in page.
// Separate so that no screen forgets one of them.
import { useState } from 'preact/hooks'
import { refusalText, signedOut } from './refusal-words.ts'

export interface Acting {
  busy: boolean
  /** What was refused, in words. */
  refused: string | null
  /** Runs it; answers whether it was done. */
  act: (work: () => Promise<unknown>) => Promise<boolean>
}

export function useAct(onEnded: () => void): Acting {
  const [state, setState] = useState<{ busy: boolean; refused: string | null }>({ busy: false, refused: null })
  return {
    ...state,
    act: async (work) => {
      setState({ busy: true, refused: null })
      try {
        await work()
        setState({ busy: false, refused: null })
        return true
      } catch (error) {
        if (signedOut(error)) onEnded()
        setState({ busy: false, refused: refusalText(error) })
        return false
      }
    },
  }
}
