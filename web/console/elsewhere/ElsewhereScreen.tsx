// Cijfers van elders: loads what is there, reads a chosen file on this device, keeps what was confirmed. Separate from its view so that specimens can
// show every stage.
import { useState } from 'preact/hooks'
import { mainItems } from '../../results/edition-parts.ts'
import { measureKey, measureName } from '../../charts/from-comparison.ts'
import type { BenchmarkRead } from '../../../src/analysis/benchmark-file.ts'
import type { EditionSummary } from '../../../src/results/wire.ts'
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import type { ScreenProps } from '../screen.ts'
import { bytesOf, reading } from '../set-up/reading.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import type { Ours } from './ElsewhereView.tsx'
import { ElsewhereView } from './ElsewhereView.tsx'

export function ElsewhereScreen({ me, onEnded }: ScreenProps) {
  const loaded = useLoad('elsewhere', async (signal) => {
    const [there, editions] = await Promise.all([api.benchmarks(signal), api.editions(signal)])
    return { there, ours: oursOf(editions) }
  })
  const { busy, refused, act } = useAct(onEnded)
  const [read, setRead] = useState<{ name: string; reading: BenchmarkRead } | null>(null)
  const [large, setLarge] = useState<string | null>(null)
  const choose = (file: File) => void act(async () => {
    const chosen = await bytesOf(file)
    setLarge(chosen === null ? 'Dit bestand is te groot. Kies in StatLine alleen de onderwerpen en gebieden die u nodig hebt.' : null)
    setRead(chosen === null ? null : { name: chosen.name, reading: await reading.benchmarks(chosen.bytes) })
  })
  const done = (work: () => Promise<unknown>) => void act(work).then((went) => { if (went) { setRead(null); loaded.reload() } })
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(value) => <ElsewhereView {...value} read={read} busy={busy} refused={large ?? refused} mayWrite={me.roles.includes('analyst')} onFile={choose} onForget={() => setRead(null)}
        onStore={(request) => done(() => api.addBenchmark(request))} onRemove={(id) => done(() => api.removeBenchmark(id))} />}
    </Loading>
  )
}

/** What any edition says of everybody, once each: what figures of others can stand beside. */
function oursOf(editions: readonly EditionSummary[]): Ours[] {
  const found = new Map<string, Ours>()
  for (const { head } of editions) for (const item of mainItems({ head })) if (!found.has(measureKey(item))) found.set(measureKey(item), { key: measureKey(item), label: measureName(item, 'nl'), mean: item.measure === 'mean' })
  return [...found.values()]
}
