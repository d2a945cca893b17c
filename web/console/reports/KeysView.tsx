// Sleutels en mensen: everything that must stand before somebody can tell something, in the order it is done, on one page.
// Separate from the screen so that specimens can show every stage.
import { Alert } from '../../components/Alert.tsx'
import { Heading } from '../Heading.tsx'
import { ChannelCard } from './ChannelCard.tsx'
import type { ChannelCardProps } from './ChannelCard.tsx'
import { DailySignal } from './DailySignal.tsx'
import type { DailySignalProps } from './DailySignal.tsx'
import { OwnKey } from './OwnKey.tsx'
import type { OwnKeyProps } from './OwnKey.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import type { PeopleCardProps } from './PeopleCard.tsx'
import { RecoveryCard } from './RecoveryCard.tsx'
import type { RecoveryCardProps } from './RecoveryCard.tsx'

export interface KeysViewProps {
  /** Null for who needs no key: a coordinator as second person. */
  own: OwnKeyProps | null
  people: PeopleCardProps
  recovery: RecoveryCardProps
  channel: ChannelCardProps
  daily: DailySignalProps
  refused?: string
  said?: string
}

export function KeysView({ own, people, recovery, channel, daily, refused, said }: KeysViewProps) {
  // What is to be written down or printed now stands alone: nothing else may be clicked in between.
  const alone = own?.stage.at === 'shown' ? 'own' : recovery.sheets ? 'sheets' : null
  return (
    <>
      <Heading text="Sleutels en mensen" />
      {refused && <Alert kind="mistake" title={refused} />}
      {said && <Alert kind="done" title={said} />}
      {own && alone !== 'sheets' && <OwnKey {...own} />}
      {alone === null && <PeopleCard {...people} />}
      {alone !== 'own' && <RecoveryCard {...recovery} />}
      {alone === null && <ChannelCard {...channel} />}
      {alone === null && <DailySignal {...daily} />}
    </>
  )
}
