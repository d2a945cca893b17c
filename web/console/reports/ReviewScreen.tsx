// Nakijken: opens a draft with the reviewer's key and lets a second person release it or send it back. Separate from the board because it is
// the one place where something leaves the team.
import { useState } from 'preact/hooks'
import type { PartnersAnswer, SignalsAnswer } from '../../../src/signals/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Heading } from '../Heading.tsx'
import { Loading } from '../Loading.tsx'
import { signedOut } from '../refusal-words.ts'
import { sendJson } from '../request.ts'
import { to } from '../route.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import { askDesk, lockDesk, useDesk } from './desk.ts'
import { DeskGate } from './DeskGate.tsx'
import { deskRefusal } from './desk-refusals.ts'
import { areaNames } from './area-names.ts'
import { ReportsNav } from './ReportsNav.tsx'
import { ReviewForm } from './ReviewForm.tsx'
import './reports.css'

export function ReviewScreen({ me, route, onEnded }: ScreenProps) {
  const desk = useDesk()
  const signal = route.screen === 'review-signal' ? route.signal : ''
  return (
    <>
      <ReportsNav roles={me.roles} here="signals" desk={desk.at} onLock={() => lockDesk()} />
      <p class="crumb"><a href={to('meldingen', 'signalen')}>Signalen</a></p>
      <Heading text="Nakijken" />
      <DeskGate me={me} onEnded={onEnded} needs="reviewer">{() => <Review signal={signal} onEnded={onEnded} />}</DeskGate>
    </>
  )
}

function Review({ signal, onEnded }: { signal: string; onEnded: () => void }) {
  const loaded = useLoad(`review ${signal}`, async (abort) => {
    const [{ signals }, { partners }, areas] = await Promise.all([sendJson<SignalsAnswer>('GET', '/api/signals', undefined, abort), sendJson<PartnersAnswer>('GET', '/api/partners', undefined, abort), areaNames()])
    const found = signals.find(({ id, state }) => id === signal && state === 'draft')
    if (!found?.team?.draft) return null
    const { draft, commitment, writer, mine } = found.team
    // Damaged, forged, or not sealed to this person: said as such, like everything that does not open.
    const opened = await askDesk('openDraft', { draft: draft!, commitment }).catch((error: unknown) => deskRefusal(error))
    return { opened, draft: draft!, commitment, writer, mine, areas, partners: found.partners.map((id) => partners.find((one) => one.id === id)?.name ?? 'een partner') }
  })
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const act = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
      location.hash = to('meldingen', 'signalen')
    } catch (error) {
      if (signedOut(error)) onEnded()
      else setRefused(deskRefusal(error))
    }
    setBusy(false)
  }
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(value) => {
        if (value === null) return <Alert kind="info" title="Dit signaal wacht niet meer op nakijken." />
        if (value.mine) return <Alert kind="warning" title="U schreef dit zelf. Een ander moet het nakijken." />
        if (typeof value.opened === 'string') return <Alert kind="warning" title={value.opened} />
        const { opened, draft, commitment, writer, areas, partners } = value
        return (
          <ReviewForm content={opened.content} remarks={opened.remarks} writer={writer} partners={partners} areas={areas} busy={busy} {...(refused ? { refused } : {})}
            onRelease={(checklist) => { void act(() => askDesk('release', { signal, draft, commitment, checklist })) }}
            onReturn={(remark) => { void act(() => askDesk('sendBack', { signal, draft, commitment, remark })) }} />
        )
      }}
    </Loading>
  )
}
