// Writing a signal, or writing one anew that was sent back: behind the passphrase, because a draft is sealed here and opened here. Beginning
// from a report takes its codes along and never its words.
import { useEffect, useState } from 'preact/hooks'
import { isoWeek } from '../../../src/crypto/report-month.ts'
import type { PartnersAnswer, SignalsAnswer } from '../../../src/signals/wire.ts'
import { Heading } from '../Heading.tsx'
import { Loading } from '../Loading.tsx'
import { signedOut } from '../refusal-words.ts'
import { sendJson } from '../request.ts'
import { to } from '../route.ts'
import type { Route } from '../route.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import type { CaseRow } from './case.ts'
import { askDesk, lockDesk, useDesk } from './desk.ts'
import { DeskGate } from './DeskGate.tsx'
import { deskRefusal } from './desk-refusals.ts'
import { areaNames } from './area-names.ts'
import { ReportsNav } from './ReportsNav.tsx'
import { SignalForm } from './SignalForm.tsx'
import type { SignalInput } from './signal-check.ts'
import { weeksBefore } from './weeks.ts'
import './reports.css'

export function WriteSignalScreen({ me, route, onEnded }: ScreenProps) {
  const desk = useDesk()
  return (
    <>
      <ReportsNav roles={me.roles} here="signals" desk={desk.at} onLock={() => lockDesk()} />
      <p class="crumb"><a href={to('meldingen', 'signalen')}>Signalen</a></p>
      <Heading text={route.screen === 'rewrite-signal' ? 'Signaal wijzigen' : 'Signaal schrijven'} />
      <DeskGate me={me} onEnded={onEnded} needs="officer">{() => <Writing route={route} onEnded={onEnded} />}</DeskGate>
    </>
  )
}

function Writing({ route, onEnded }: { route: Route; onEnded: () => void }) {
  const desk = useDesk()
  const signal = route.screen === 'rewrite-signal' ? route.signal : null
  const from = route.screen === 'write-signal' && desk.at === 'open' ? desk.rows?.find(({ month, thread }) => month === route.month && thread === route.thread) : undefined
  const loaded = useLoad(`write ${signal ?? 'new'}`, async (abort) => {
    const [{ partners }, areas] = await Promise.all([sendJson<PartnersAnswer>('GET', '/api/partners', undefined, abort), areaNames()])
    if (signal === null) return { partners, areas, begin: begun(from), remarks: [] as readonly string[] }
    const { signals } = await sendJson<SignalsAnswer>('GET', '/api/signals', undefined, abort)
    const found = signals.find(({ id }) => id === signal)
    const opened = await askDesk('openDraft', { draft: found?.team?.draft ?? '', commitment: found?.team?.commitment ?? '' })
    return { partners, areas, begin: { ...opened.content, partners: found!.partners }, remarks: opened.remarks }
  })
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  useEffect(() => setRefused(undefined), [signal])
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {({ partners, areas, begin, remarks }) => (
        <SignalForm begin={begin} remarks={remarks} partners={partners} areas={areas} weeks={weeksBefore(isoWeek(new Date()), begin.week)} busy={busy} {...(refused ? { refused } : {})}
          onSend={async (written) => {
            setBusy(true)
            try {
              await askDesk('draft', { signal, remarks, ...written })
              location.hash = to('meldingen', 'signalen')
            } catch (error) {
              if (signedOut(error)) onEnded()
              else setRefused(deskRefusal(error))
            }
            setBusy(false)
          }} />
      )}
    </Loading>
  )
}

/** The codes of a report, or nothing yet; never its text. */
function begun(row: CaseRow | undefined): SignalInput {
  const coding = row?.coding === 'damaged' ? null : row?.coding ?? null
  const facts = row?.facts ?? null
  return {
    area: coding?.area || facts?.area || '', spot: coding?.spot ?? facts?.spot ?? 'street', behaviour: coding?.behaviour ?? facts?.kinds[0] ?? 'nuisance',
    week: coding?.week ?? facts?.week ?? isoWeek(new Date()), seriousness: coding?.seriousness ?? 'serious', text: '', criteria: [], partners: [],
  }
}
