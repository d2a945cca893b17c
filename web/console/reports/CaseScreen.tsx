// One report: fetched and opened when the screen opens, which the server counts and writes down. Separate from the view so that specimens can
// show it; the texts live in the desk's thread and on this screen, and nowhere after it.
import { useEffect, useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { Heading } from '../Heading.tsx'
import { signedOut } from '../refusal-words.ts'
import { Refusal } from '../request.ts'
import { to } from '../route.ts'
import type { ScreenProps } from '../screen.ts'
import { areaNames } from './area-names.ts'
import type { CaseFile, CaseKey, CaseRow, InboxProgress } from './case.ts'
import { CaseView } from './CaseView.tsx'
import { askDesk, keepRow, keepRows, lockDesk, useDesk } from './desk.ts'
import { DeskGate } from './DeskGate.tsx'
import { deskRefusal } from './desk-refusals.ts'
import { OpeningInbox } from './OpeningInbox.tsx'
import { ReportsNav } from './ReportsNav.tsx'
import { Stopped } from './Stopped.tsx'
import './reports.css'

export function CaseScreen({ me, route, onEnded }: ScreenProps) {
  const desk = useDesk()
  const key = route.screen === 'report' ? { month: route.month, thread: route.thread } : { month: '', thread: '' }
  return (
    <>
      <ReportsNav roles={me.roles} here="inbox" desk={desk.at} onLock={() => lockDesk()} />
      {desk.at === 'locked' && <Heading text="Melding" />}
      <DeskGate me={me} onEnded={onEnded} needs="officer">{() => <Case key={`${key.month}/${key.thread}`} at={key} onEnded={onEnded} />}</DeskGate>
    </>
  )
}

function Case({ at, onEnded }: { at: CaseKey; onEnded: () => void }) {
  const desk = useDesk()
  const rows = desk.at === 'open' ? desk.rows : null
  const [areas, setAreas] = useState<Record<string, string>>({})
  const [file, setFile] = useState<CaseFile | null>(null)
  const [progress, setProgress] = useState<InboxProgress | null>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string>()
  const [refused, setRefused] = useState<{ text: string; stopped: boolean }>()
  const act = async (work: () => Promise<void>, done?: string): Promise<boolean> => {
    setBusy(true)
    setSaid(undefined)
    try {
      await work()
      setRefused(undefined)
      setSaid(done)
      return true
    } catch (error) {
      if (signedOut(error)) {
        onEnded()
        return false
      }
      // What a colleague wrote meanwhile is shown before anybody tries again.
      if (error instanceof Refusal && error.slug === 'somebody-was-faster') await askDesk('read', at).then(setFile, () => undefined)
      setRefused({ text: deskRefusal(error), stopped: error instanceof Refusal && error.slug === 'reading-stopped' })
      return false
    } finally {
      setBusy(false)
    }
  }
  const took = (row: CaseRow) => {
    keepRow(row)
    setFile((before) => before && { ...before, row })
  }
  useEffect(() => {
    void act(async () => {
      if (rows === null) keepRows(await askDesk('inbox', {}, setProgress as (progress: never) => void))
      setProgress(null)
      const [names, read] = await Promise.all([areaNames(), askDesk('read', at)])
      setAreas(names)
      setFile(read)
      keepRow(read.row)
    })
  }, [])
  if (file === null) {
    return (
      <>
        <Heading text="Melding" />
        {refused?.stopped ? <Stopped text={refused.text} /> : refused ? <Alert kind="mistake" title={refused.text}><p><a href={to('meldingen')}>Naar de meldingen</a></p></Alert> : progress ? <OpeningInbox progress={progress} /> : <p role="status">Melding ophalen en openen ...</p>}
      </>
    )
  }
  return (
    <CaseView file={file} rows={rows ?? []} areas={areas} busy={busy} {...(refused ? { refused: refused.text } : {})} {...(said ? { said } : {})}
      onReply={(reply) => act(async () => { const read = await askDesk('reply', { key: at, ...reply }); setFile(read); keepRow(read.row) }, 'Uw antwoord is verstuurd.')}
      onCode={(coding) => { void act(async () => took(await askDesk('code', { key: at, coding })), 'De codering is bewaard.') }}
      onState={(state) => { void act(async () => took(await askDesk('change', { key: at, to: { state } })), state === 'open' ? 'De melding is weer open.' : 'De melding is afgesloten.') }}
      onMerge={(into) => { void act(async () => took(await askDesk('change', { key: at, to: { into } })), into === null ? 'De melding staat weer op zichzelf.' : 'Gemerkt als dubbel.') }} />
  )
}
