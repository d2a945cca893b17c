// Signalen: loads the board and does what is asked on it. Needs no key: what was released is text, what waits is sealed and opens only where it
// is reviewed or written. Separate from the board so that specimens can show it.
import { useState } from 'preact/hooks'
import type { PartnersAnswer, SignalsAnswer } from '../../../src/signals/wire.ts'
import { Loading } from '../Loading.tsx'
import { send, sendJson } from '../request.ts'
import type { ScreenProps } from '../screen.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import { lockDesk, useDesk } from './desk.ts'
import { areaNames } from './area-names.ts'
import { ReportsNav } from './ReportsNav.tsx'
import { SignalBoard } from './SignalBoard.tsx'
import './reports.css'

const at = encodeURIComponent

export function SignalsScreen({ me, onEnded }: ScreenProps) {
  const desk = useDesk()
  const loaded = useLoad('signals', async (signal) => {
    const [answer, { partners, own }, areas] = await Promise.all([
      sendJson<SignalsAnswer>('GET', '/api/signals', undefined, signal), sendJson<PartnersAnswer>('GET', '/api/partners', undefined, signal), areaNames(),
    ])
    return { answer, partners, own, areas }
  })
  const { busy, refused, act } = useAct(onEnded)
  const [said, setSaid] = useState<string>()
  const run = async (path: string, body: unknown, done: string) => {
    setSaid(undefined)
    const went = await act(() => send('POST', path, body))
    if (went) {
      setSaid(done)
      loaded.reload()
    }
    return went
  }
  return (
    <>
      <ReportsNav roles={me.roles} here="signals" desk={desk.at} onLock={() => lockDesk()} />
      <Loading loaded={loaded} onEnded={onEnded}>
        {(value) => (
          <SignalBoard {...value} may={{ write: me.roles.includes('report-officer'), review: me.roles.includes('reviewer') }} busy={busy} {...(refused ? { refused } : {})} {...(said ? { said } : {})}
            onAgree={(signal, agreement) => run(`/api/signals/${at(signal)}/agreements`, agreement, 'De afspraak is vastgelegd.')}
            onSettle={(id, settled) => { void run(`/api/agreements/${at(id)}/settle`, settled, 'De afspraak is afgerond.') }}
            onReopen={(id) => { void run(`/api/agreements/${at(id)}/reopen`, {}, 'De afspraak staat weer open.') }}
            onWithdraw={(id) => { void run(`/api/signals/${at(id)}/withdraw`, {}, 'Het signaal is ingetrokken. Partners zien het niet meer.') }} />
        )}
      </Loading>
    </>
  )
}
