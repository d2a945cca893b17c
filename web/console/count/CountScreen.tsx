// Tellen: "pas als de bus dicht is, net als bij verkiezingen". Asks for the key sheet of the meting, counts in threads of its own with
// progress and a way to stop, and ends with the certificate. Separate from its view so that specimens can show every stage.
import { useEffect, useRef, useState } from 'preact/hooks'
import { Loading } from '../Loading.tsx'
import { api } from '../api.ts'
import { signedOut } from '../refusal-words.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import type { CountStage } from './CountView.tsx'
import { CountView } from './CountView.tsx'
import { countFailure } from './count-words.ts'
import type { Counting, How } from './counting.ts'
import { startCounting } from './counting.ts'
import { keySheetText } from './key-sheet-words.ts'

export function CountScreen({ route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`count ${id}`, (signal) => api.wave(id, signal))
  const [stage, setStage] = useState<CountStage>({ at: 'key' })
  const running = useRef<Counting | null>(null)
  useEffect(() => () => running.current?.stop(), [])

  const [sheet, setSheet] = useState('')
  const [letter, setLetter] = useState('')
  const [archive, setArchive] = useState('')
  const [how, setHow] = useState<How>('finish')

  const start = async (recipient: string) => {
    setStage({ at: 'counting', progress: { phase: 'fetching', done: 0, total: 0 } })
    running.current = startCounting({ wave: id, recipient, sheet, letter, archive, how }, (progress) => {
      // The first step is only reported once the sheet was accepted.
      setSheet('')
      setStage({ at: 'counting', progress })
    })
    try {
      const said = await running.current.outcome
      setStage('mistake' in said ? { at: 'key', mistake: keySheetText(said.mistake) } : { at: 'done', said, how })
    } catch (error) {
      if (signedOut(error)) onEnded()
      else setStage({ at: 'key', refused: countFailure(error) })
    }
  }
  const stop = () => {
    running.current?.stop()
    setStage({ at: 'key', stopped: true })
  }
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(wave) => <CountView wave={wave} stage={stage} onStop={stop} form={{ sheet, onSheet: setSheet, letter, onLetter: setLetter, archive, onArchive: setArchive, how, onHow: setHow, onStart: () => { void start(wave.recipient ?? '') } }} />}
    </Loading>
  )
}
