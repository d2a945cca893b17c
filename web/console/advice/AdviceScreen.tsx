// Adviezen: the pages residents read about feeling unsafe and about telling it safely. List, or one page in one language with its preview.
// Separate from the views so that specimens can show them.
import { useState } from 'preact/hooks'
import type { AdviceDesk, AdviceText } from '../../../src/advice/wire.ts'
import { Loading } from '../Loading.tsx'
import { refusalText, signedOut } from '../refusal-words.ts'
import { send, sendJson } from '../request.ts'
import { to } from '../route.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import { slugOf } from './advice-words.ts'
import { AdviceForm } from './AdviceForm.tsx'
import { AdviceView } from './AdviceView.tsx'

const at = (slug: string, language: string) => `/api/staff/advice/${encodeURIComponent(slug)}/${encodeURIComponent(language)}`
/** The address of a page that has none yet. */
export const NEW_PAGE = 'nieuw'

export function AdviceScreen({ route, onEnded }: ScreenProps) {
  const { slug, language } = 'slug' in route || 'language' in route ? (route as { slug?: string; language?: string }) : {}
  const loaded = useLoad('advice', (signal) => sendJson<AdviceDesk>('GET', '/api/staff/advice', undefined, signal))
  const [refused, setRefused] = useState<string>()
  const act = async (work: () => Promise<unknown>, next: string) => {
    try {
      await work()
      setRefused(undefined)
      loaded.reload()
      location.hash = next
    } catch (error) {
      if (signedOut(error)) onEnded()
      else setRefused(refusalText(error))
    }
  }
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(desk) => slug === undefined
        ? (
          <AdviceView desk={desk} {...(refused ? { refused } : {})}
            onStart={() => { void act(() => send('POST', '/api/staff/advice/start', {}), to('adviezen')) }}
            onOrder={(slugs) => { void act(() => send('POST', '/api/staff/advice/order', { slugs }), to('adviezen')) }} />
        ) : (
          <AdviceForm key={`${slug} ${language}`} desk={desk} slug={slug} language={language ?? 'nl'} {...(refused ? { refused } : {})}
            onSave={(text: AdviceText) => { void act(() => send('PUT', at(slug === NEW_PAGE ? slugOf(text.title, desk.pages.map((page) => page.slug)) : slug, language ?? 'nl'), text), to('adviezen')) }}
            onDrop={() => { void act(() => send('DELETE', at(slug, language ?? 'nl')), to('adviezen')) }} />
        )}
    </Loading>
  )
}
