// Publiceren: choose with what to compare, for whom and from when; prepare on this device; look at what will be seen and what is hidden;
// publish. Separate from its view so that specimens can show every stage.
import { useEffect, useRef, useState } from 'preact/hooks'
import '../../charts/charts.css'
import '../../results/results.css'
import { Loading } from '../Loading.tsx'
import { api } from '../api.ts'
import { countFailure } from '../count/count-words.ts'
import { keySheetText } from '../count/key-sheet-words.ts'
import { signedOut } from '../refusal-words.ts'
import type { MunicipalityKeys } from '../../../src/results/wire.ts'
import type { WaveFrame } from '../../../src/waves/wire.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import type { Subject } from './FinestLevels.tsx'
import type { PublishStage } from './PublishView.tsx'
import { PublishView } from './PublishView.tsx'
import type { Publishing, Wanted } from './publishing.ts'
import { startPublishing } from './publishing.ts'

export function PublishScreen({ route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`publish ${id}`, async (signal) => {
    const [wave, waves, tables, keys, frame] = await Promise.all([api.wave(id, signal), api.waves(signal), api.importedTables(signal), api.keys(signal), api.frame(id, signal)])
    return { wave, waves, tables, keys, subjects: subjectsOf(frame) }
  })
  const [stage, setStage] = useState<PublishStage>({ at: 'choose' })
  const thread = useRef<Publishing | null>(null)
  useEffect(() => () => thread.current?.stop(), [])

  const failed = (error: unknown, back: PublishStage) => signedOut(error) ? onEnded() : setStage({ ...back, refused: countFailure(error) } as PublishStage)
  const prepare = async (wanted: Wanted, sheet: string, keys: MunicipalityKeys) => {
    thread.current?.stop()
    thread.current = startPublishing()
    setStage({ at: 'preparing', progress: { done: 0, total: 0, what: 'open' } })
    try {
      const said = await thread.current.build({ wanted, sheet, archiveRecipient: keys.archive.recipient, editionPublicKey: keys.edition.publicKey }, (progress) => setStage({ at: 'preparing', progress }))
      setStage('mistake' in said ? { at: 'choose', mistake: keySheetText(said.mistake) } : { at: 'look', preview: said.preview, asksEditionKey: said.asksEditionKey })
    } catch (error) {
      failed(error, { at: 'choose' })
    }
  }
  const publish = async (editionKey: string) => {
    if (stage.at !== 'look' || !thread.current) return
    const { preview, asksEditionKey } = stage
    const look = { at: 'look', preview, asksEditionKey } as const
    setStage({ ...look, busy: true })
    try {
      const said = await thread.current.publish(asksEditionKey ? { editionKey } : {})
      setStage('mistake' in said ? { ...look, mistake: 'Dit is niet de uitgavesleutel. Plak de hele regel van het sleutelblad.' } : { at: 'published', edition: said.published.edition, compared: preview.head.baseline !== null })
    } catch (error) {
      failed(error, look)
    }
  }
  const stop = () => {
    thread.current?.stop()
    setStage({ at: 'choose' })
  }
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(value) => <PublishView {...value} stage={stage} onPrepare={(wanted, sheet) => { if (value.keys) void prepare(wanted, sheet, value.keys) }} onPublish={(key) => { void publish(key) }} onStop={stop} />}
    </Loading>
  )
}

/** Items and scales that are reported, in the questionnaire's order. */
function subjectsOf({ instruments }: WaveFrame): Subject[] {
  const { items = [], scales = [] } = instruments[0]?.instrument ?? {}
  return [...items, ...scales].flatMap(({ id, summary }) => (summary ? [{ id, label: summary.label.nl ?? id, sensitive: summary.sensitive }] : []))
}
