// Meldingen: opens the inbox on this device, with progress, and keeps it while screens change. Separate from the view so that specimens can
// show every stage.
import { useEffect, useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Heading } from '../Heading.tsx'
import { signedOut } from '../refusal-words.ts'
import type { ScreenProps } from '../screen.ts'
import { areaNames } from './area-names.ts'
import type { InboxProgress, MonthState } from './case.ts'
import { keyOf } from './case.ts'
import { askDesk, keepRows, lockDesk, useDesk } from './desk.ts'
import { DeskGate } from './DeskGate.tsx'
import { deskRefusal } from './desk-refusals.ts'
import { InboxView } from './InboxView.tsx'
import { OpeningInbox } from './OpeningInbox.tsx'
import { ReportsNav } from './ReportsNav.tsx'
import './reports.css'

export function InboxScreen({ me, onEnded }: ScreenProps) {
  const desk = useDesk()
  return (
    <>
      <ReportsNav roles={me.roles} here="inbox" desk={desk.at} onLock={() => lockDesk()} />
      <Heading text="Meldingen" />
      <DeskGate me={me} onEnded={onEnded} needs="officer">{({ months }) => <Inbox months={months} onEnded={onEnded} />}</DeskGate>
    </>
  )
}

function Inbox({ months, onEnded }: { months: readonly MonthState[]; onEnded: () => void }) {
  const desk = useDesk()
  const rows = desk.at === 'open' ? desk.rows : null
  const [areas, setAreas] = useState<Record<string, string>>({})
  const [progress, setProgress] = useState<InboxProgress | null>(null)
  const [refused, setRefused] = useState<string>()
  const [found, setFound] = useState<ReadonlyMap<string, 'text' | 'messages' | 'note'> | null>(null)
  const load = async () => {
    setRefused(undefined)
    setProgress({ step: 'fetching', done: 0, total: 0 })
    try {
      const [names, opened] = await Promise.all([areaNames(), askDesk('inbox', {}, setProgress as (progress: never) => void)])
      setAreas(names)
      keepRows(opened)
    } catch (error) {
      if (signedOut(error)) onEnded()
      else setRefused(deskRefusal(error))
    }
    setProgress(null)
  }
  useEffect(() => {
    if (rows === null) void load()
    else void areaNames().then(setAreas, () => undefined)
  }, [])
  const search = async (words: string) => {
    if (words.trim() === '') return setFound(null)
    const hits = await askDesk('search', { words })
    setFound(new Map(hits.map(({ key, where }) => [keyOf(key), where])))
  }
  return (
    <>
      {refused && <><Alert kind="mistake" title={refused} /><Button kind="primary" onPress={() => { void load() }}>Nog eens proberen</Button></>}
      {progress && <OpeningInbox progress={progress} />}
      {rows && !progress && <InboxView rows={rows} months={months} areas={areas} found={found} onSearch={(words) => { void search(words) }} onRefresh={() => { void load() }} />}
    </>
  )
}
