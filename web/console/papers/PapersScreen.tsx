// Papieren: what a municipality needs on paper, made from its own settings. Loads them, keeps one detail at a time, shows one paper to print.
import { useState } from 'preact/hooks'
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import { refusalText, signedOut } from '../refusal-words.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import { PapersView } from './PapersView.tsx'

export function PapersScreen({ me, route, onEnded }: ScreenProps) {
  const loaded = useLoad('papers', (signal) => api.papers(signal))
  const [said, setSaid] = useState<{ field: string; text: string; mistake: boolean } | null>(null)
  const keep = async (field: string, value: string) => {
    try {
      await api.setPaperDetail(field, value)
      setSaid({ field, text: 'Bewaard.', mistake: false })
      loaded.reload()
    } catch (error) {
      if (signedOut(error)) return onEnded()
      setSaid({ field, text: refusalText(error), mistake: true })
    }
  }
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(answer) => <PapersView answer={answer} chosen={'paper' in route ? route.paper : undefined} mayWrite={me.roles.includes('coordinator')} said={said} onKeep={(field, value) => void keep(field, value)} />}
    </Loading>
  )
}
