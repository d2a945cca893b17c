// Cijfers: loads them, and puts ended quarters down from an open desk. Separate from the view so that specimens can show it.
import { useState } from 'preact/hooks'
import type { SignalFigures } from '../../../src/signals/wire.ts'
import { Loading } from '../Loading.tsx'
import { sendJson } from '../request.ts'
import type { ScreenProps } from '../screen.ts'
import { signedOut } from '../refusal-words.ts'
import { useLoad } from '../use-load.ts'
import { plural } from '../words.ts'
import { askDesk, lockDesk, useDesk } from './desk.ts'
import { deskRefusal } from './desk-refusals.ts'
import { FiguresView } from './FiguresView.tsx'
import { areaNames } from './area-names.ts'
import { ReportsNav } from './ReportsNav.tsx'
import './reports.css'

export function FiguresScreen({ me, onEnded }: ScreenProps) {
  const desk = useDesk()
  const loaded = useLoad('report-figures', (signal) => sendJson<SignalFigures>('GET', '/api/signals/figures', undefined, signal))
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ said?: string; refused?: string }>({})
  const count = async () => {
    setBusy(true)
    try {
      const quarters = await askDesk('countQuarters', { areas: Object.keys(await areaNames()) })
      setSaid({ said: quarters.length === 0 ? 'Er is geen afgelopen kwartaal dat nog geteld moet worden.' : `${plural(quarters.length, 'kwartaal is', 'kwartalen zijn')} geteld.` })
      loaded.reload()
    } catch (error) {
      if (signedOut(error)) onEnded()
      else setSaid({ refused: deskRefusal(error) })
    }
    setBusy(false)
  }
  return (
    <>
      <ReportsNav roles={me.roles} here="figures" desk={desk.at} onLock={() => lockDesk()} />
      <Loading loaded={loaded} onEnded={onEnded}>
        {(figures) => <FiguresView figures={figures} mayCount={desk.at === 'open' && desk.unlocked.officer} busy={busy} {...said} onCount={() => { void count() }} />}
      </Loading>
    </>
  )
}
