// Wijken: the list, the counts and the map of a meting's boundary year. Files are read on this device; only what somebody took over goes to
// the server. Separate from its parts so that specimens can show every stage.
import { useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import type { Level } from '../../../src/frame/area-code.ts'
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import { Refusal } from '../request.ts'
import type { ScreenProps } from '../screen.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import type { ReadList } from './AreaList.tsx'
import type { ReadMap } from './AreaMapPart.tsx'
import { AreasView } from './AreasView.tsx'
import { bytesOf, reading } from './reading.ts'
import type { Chosen } from './reading.ts'
import type { ReadCounts } from './RegisterCounts.tsx'

export function AreasScreen({ me, route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`areas ${id}`, async (signal) => {
    const wave = await api.wave(id, signal)
    const year = wave.plan.boundaryYear
    const [areas, counts, map] = await Promise.all([api.areas(signal), api.areaCounts(year, signal), api.areaMap(year, signal).catch(noMap)])
    return { wave, areas: areas.filter(({ boundaryYear }) => boundaryYear === year), counts, map }
  })
  const { busy, refused, act } = useAct(onEnded)
  const [list, setList] = useState<(ReadList & { chosen: Chosen }) | null>(null)
  const [counts, setCounts] = useState<ReadCounts | null>(null)
  const [map, setMap] = useState<ReadMap | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const [stored, setStored] = useState(0)

  const withFile = (file: File, work: (chosen: Chosen) => Promise<void>) => {
    void act(async () => {
      const chosen = await bytesOf(file)
      setTooLarge(chosen === null)
      if (chosen) await work(chosen)
    })
  }
  const readList = async (chosen: Chosen, level: Level, municipality: string) => {
    const read = await reading.areas(chosen.bytes, { level, ...(municipality ? { municipality } : {}) })
    // The municipality's own name in the file is as good as a choice.
    const own = municipality || read.municipalities.find(({ name }) => sameName(name, me.municipality.name))?.code || ''
    setList({ chosen, name: chosen.name, level, municipality: own, reading: own && !municipality ? await reading.areas(chosen.bytes, { level, municipality: own }) : read })
  }
  const store = (work: () => Promise<unknown>, after: () => void) => {
    void act(work).then((done) => {
      if (!done) return
      after()
      setStored(stored + 1)
      loaded.reload()
    })
  }
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(value) => {
        const { wave: { plan: { boundaryYear: year, ageFloor } }, areas } = value
        const codes = areas.map(({ code }) => code)
        return (
          <>
            <AreasView key={stored} {...value} busy={busy} mayWrite={me.roles.includes('coordinator')} today={new Date().toISOString().slice(0, 10)} refused={tooLarge ? 'Dit bestand is te groot. Kies het bestand met alleen wijken en buurten.' : refused}
              list={{ read: list, onFile: (file) => withFile(file, (chosen) => readList(chosen, 'buurt', '')), onChoose: ({ level, municipality }) => { if (list) void act(() => readList(list.chosen, level, municipality)) },
                onStore: (rows) => store(() => api.storeAreas(year, { areas: rows.map(({ code, name, role, district }) => ({ code, name, role, district })) }), () => setList(null)), onForget: () => setList(null) }}
              register={{ read: counts, onFile: (file) => withFile(file, async (chosen) => setCounts({ name: chosen.name, reading: await reading.register(chosen.bytes, { codes, ageFloor }) })),
                onStore: (cells, countedOn) => store(() => api.storeTotals(year, { countedOn, cells: [...cells] }), () => setCounts(null)), onForget: () => setCounts(null) }}
              drawn={{ read: map, onFile: (file) => withFile(file, async (chosen) => setMap({ name: chosen.name, reading: await reading.map(chosen.bytes, codes) })),
                onStore: (drawn) => store(() => api.storeMap(year, drawn), () => setMap(null)), onForget: () => setMap(null) }} />
            {busy && <Alert kind="info" title="Bezig ..." />}
          </>
        )
      }}
    </Loading>
  )
}

function noMap(error: unknown): null {
  if (error instanceof Refusal && error.slug === 'no-map') return null
  throw error
}

const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase().replace(/^gemeente /, '')
