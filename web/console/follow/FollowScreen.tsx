// Volgen: loads the day's counts and keeps what somebody types about returned letters. Separate from its view so that specimens can show
// every state.
import { useState } from 'preact/hooks'
import type { ProgressAnswer } from '../../../src/mailings/wire.ts'
import { api } from '../api.ts'
import { lettersApi } from '../letters/letters-api.ts'
import { Loading } from '../Loading.tsx'
import { refusalText, signedOut } from '../refusal-words.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import { FollowView } from './FollowView.tsx'
import { returnsTyped } from './follow.ts'

export function FollowScreen({ me, route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`follow ${id}`, async (signal) => {
    const [wave, progress] = await Promise.all([api.wave(id, signal), lettersApi.progress(id, signal)])
    return { wave, progress }
  })
  const [area, setArea] = useState('')
  const [counts, setCounts] = useState({ undelivered: '0', ineligible: '0' })
  const [said, setSaid] = useState<{ busy?: boolean; saved?: boolean; mistake?: { field: string; text: string }; refused?: string }>({})
  const save = async ({ areas }: ProgressAnswer) => {
    const typed = returnsTyped(areas.find((one) => one.area === area), counts.undelivered, counts.ineligible)
    if ('field' in typed) return setSaid({ mistake: typed })
    setSaid({ busy: true })
    try {
      await lettersApi.countReturns(id, { area, ...typed })
      setSaid({ saved: true })
      loaded.reload()
    } catch (error) {
      if (signedOut(error)) onEnded()
      else setSaid({ refused: refusalText(error) })
    }
  }
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {({ wave, progress }) => (
        <FollowView wave={wave} progress={progress} form={!me.roles.includes('coordinator') ? undefined : {
          area, ...counts, busy: said.busy ?? false, saved: said.saved ?? false, mistake: said.mistake, refused: said.refused,
          onArea: (chosen) => {
            const known = progress.areas.find((one) => one.area === chosen)
            setArea(chosen)
            setCounts({ undelivered: String(known?.undelivered ?? 0), ineligible: String(known?.ineligible ?? 0) })
            setSaid({})
          },
          onUndelivered: (undelivered) => setCounts((now) => ({ ...now, undelivered })),
          onIneligible: (ineligible) => setCounts((now) => ({ ...now, ineligible })),
          onSave: () => { void save(progress) },
        }} />
      )}
    </Loading>
  )
}
