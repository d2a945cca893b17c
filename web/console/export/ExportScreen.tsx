// Bestanden voor onderzoekers: ask with a reason, have a colleague agree where areas go along, type the archive sheet again, take one archive.
// Separate from its view so that specimens can show every stage.
import { useEffect, useRef, useState } from 'preact/hooks'
import { Loading } from '../Loading.tsx'
import { api } from '../api.ts'
import { countFailure } from '../count/count-words.ts'
import { keySheetText } from '../count/key-sheet-words.ts'
import { signedOut } from '../refusal-words.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import { ExportView } from './ExportView.tsx'
import type { ExportStage } from './ExportView.tsx'
import { download, startExport } from './exporting.ts'

export function ExportScreen({ me, route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`export ${id}`, async (signal) => {
    const [wave, exports, editions, keys] = await Promise.all([api.wave(id, signal), api.exports(signal), api.editions(signal), api.keys(signal)])
    return { wave, keys, exports: exports.filter((one) => one.wave === id), editions: editions.filter((one) => one.wave === id) }
  })
  const [stage, setStage] = useState<ExportStage>({ at: 'list' })
  const running = useRef<{ stop: () => void } | null>(null)
  useEffect(() => () => running.current?.stop(), [])
  const act = async (work: () => Promise<ExportStage>, back: Exclude<ExportStage, { at: 'making' }>) => {
    try {
      setStage(await work())
      loaded.reload()
    } catch (error) {
      if (signedOut(error)) onEnded()
      else setStage({ ...back, refused: countFailure(error) })
    }
  }
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {({ wave, exports, editions, keys }) => (
        <ExportView wave={wave} exports={exports} editions={editions} archive={keys?.archive.fingerprint ?? ''} mayAsk={me.roles.includes('analyst')} stage={stage}
          onAsk={(withArea, reason) => { void act(async () => { await api.askExport(id, { withArea, reason }); return { at: 'list', done: withArea ? 'Uw collega kan nu akkoord geven.' : 'U kunt de bestanden nu ophalen.' } }, { at: 'list' }) }}
          onAgree={(one) => { void act(async () => { await api.agreeExport(one); return { at: 'list', done: 'U gaf akkoord.' } }, { at: 'list' }) }}
          onOpen={(one) => setStage({ at: 'sheet', export: one })}
          onBack={() => { running.current?.stop(); setStage({ at: 'list' }) }}
          onTake={(one, edition, sheet) => {
            setStage({ at: 'making', export: one })
            void act(async () => {
              const making = startExport({ id: one.id, wave: id, withArea: one.withArea, edition, sheet, archiveRecipient: keys?.archive.recipient ?? '' })
              running.current = making
              const said = await making.outcome
              if ('mistake' in said) return { at: 'sheet', export: one, mistake: keySheetText(said.mistake) }
              download(`${id}-onderzoek.zip`, said.zip, 'application/zip')
              return { at: 'list', done: 'De bestanden staan bij uw downloads. Bewaar ze op een versleutelde schijf.' }
            }, { at: 'sheet', export: one })
          }} />
      )}
    </Loading>
  )
}
