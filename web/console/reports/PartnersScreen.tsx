// Partners: loads the organisations and does what is asked with them. Separate from the view so that specimens can show it.
import { useState } from 'preact/hooks'
import type { PartnersAnswer } from '../../../src/signals/wire.ts'
import { Loading } from '../Loading.tsx'
import { send, sendJson } from '../request.ts'
import type { ScreenProps } from '../screen.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import { lockDesk, useDesk } from './desk.ts'
import { PartnersView } from './PartnersView.tsx'
import { ReportsNav } from './ReportsNav.tsx'
import './reports.css'

const at = (...parts: string[]) => `/api/partners/${parts.map(encodeURIComponent).join('/')}`

export function PartnersScreen({ me, onEnded }: ScreenProps) {
  const desk = useDesk()
  const loaded = useLoad('partners', (signal) => sendJson<PartnersAnswer>('GET', '/api/partners', undefined, signal))
  const { busy, refused, act } = useAct(onEnded)
  const [said, setSaid] = useState<string>()
  const run = async (method: string, path: string, body: unknown, done: string) => {
    setSaid(undefined)
    const went = await act(() => send(method, path, body))
    if (went) {
      setSaid(done)
      loaded.reload()
    }
    return went
  }
  return (
    <>
      <ReportsNav roles={me.roles} here="partners" desk={desk.at} onLock={() => lockDesk()} />
      <Loading loaded={loaded} onEnded={onEnded}>
        {(answer) => (
          <PartnersView answer={answer} busy={busy} {...(refused ? { refused } : {})} {...(said ? { said } : {})}
            onAdd={(partner) => run('POST', '/api/partners', partner, `${partner.name} is toegevoegd.`)}
            onChange={(id, partner) => { void run('PUT', at(id), partner, `${partner.name} is gewijzigd.`) }}
            onBind={(id, staff) => { void run('POST', at(id, 'contacts'), { staff }, 'De contactpersoon is gekoppeld.') }}
            onRelease={(id, staff) => { void run('DELETE', at(id, 'contacts', staff), undefined, 'De contactpersoon is losgekoppeld.') }} />
        )}
      </Loading>
    </>
  )
}
