// Collega's: loads who there is, invites, agrees, removes. Separate from its view so that specimens can show every stage.
import { useState } from 'preact/hooks'
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import type { ScreenProps } from '../screen.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import type { PeopleSaid } from './PeopleView.tsx'
import { PeopleView } from './PeopleView.tsx'

export function PeopleScreen({ me, onEnded }: ScreenProps) {
  const loaded = useLoad('people', api.people)
  const { busy, refused, act } = useAct(onEnded)
  const [said, setSaid] = useState<PeopleSaid>(null)
  const run = (work: () => Promise<PeopleSaid>) => {
    void act(async () => {
      setSaid(null)
      setSaid(await work())
      loaded.reload()
    })
  }
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(people) => <PeopleView people={people} mayInvite={me.roles.includes('coordinator')} busy={busy} refused={refused} said={said}
        onInvite={(proposal) => run(async () => {
          const invited = await api.invite(proposal)
          return 'link' in invited ? { link: invited.link, name: proposal.name } : { waiting: proposal.name }
        })}
        onAgree={(id, name) => run(async () => ({ link: (await api.agree(id)).link, name }))}
        onRemove={(id) => run(async () => { await api.removePerson(id); return null })}
        onOwnLink={() => run(async () => ({ link: (await api.ownLink()).link, name: me.name }))} />}
    </Loading>
  )
}
