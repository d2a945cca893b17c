// A reader's page of one published edition: the primary outcomes first, then everything else, whom we heard, how it was made. Static:
// nothing to choose, made to be read and printed. It reads published rows and nothing else.
import { useLoad } from '../console/use-load.ts'
import { Loading } from '../console/Loading.tsx'
import type { ScreenProps } from '../console/screen.ts'
import { api } from '../console/api.ts'
import '../charts/charts.css'
import './results.css'
import { EditionView } from './EditionView.tsx'

export function EditionScreen({ route, onEnded }: ScreenProps) {
  const id = route.screen === 'edition' ? route.edition : ''
  const loaded = useLoad(`edition ${id}`, (signal) => api.edition(id, signal))
  return <Loading loaded={loaded} onEnded={onEnded}>{(edition) => <EditionView edition={edition} />}</Loading>
}
