// The ways inside Meldingen, with the one that locks the desk. Separate because every screen of this room has them, and which there are
// depends on who looks.
import type { Me } from '../../../src/staff/wire.ts'
import { Button } from '../../components/Button.tsx'
import { to } from '../route.ts'
import type { DeskState } from './desk.ts'

export type ReportsPlace = 'inbox' | 'signals' | 'partners' | 'figures' | 'keys'

const WAYS: readonly { place: ReportsPlace; label: string; href: string; roles: Me['roles'] }[] = [
  { place: 'inbox', label: 'Meldingen', href: to('meldingen'), roles: ['report-officer'] },
  { place: 'signals', label: 'Signalen', href: to('meldingen', 'signalen'), roles: ['report-officer', 'reviewer', 'partner'] },
  { place: 'partners', label: 'Partners', href: to('meldingen', 'partners'), roles: ['report-officer'] },
  { place: 'figures', label: 'Cijfers', href: to('meldingen', 'cijfers'), roles: ['report-officer', 'reviewer', 'coordinator', 'analyst'] },
  { place: 'keys', label: 'Sleutels en mensen', href: to('meldingen', 'sleutels'), roles: ['report-officer', 'reviewer', 'coordinator'] },
]

export interface ReportsNavProps {
  roles: Me['roles']
  here: ReportsPlace
  desk: DeskState['at']
  onLock: () => void
}

export function ReportsNav({ roles, here, desk, onLock }: ReportsNavProps) {
  const ways = WAYS.filter((way) => way.roles.some((role) => roles.includes(role)))
  return (
    <div class="rooms no-print">
      {ways.length > 1 && (
        <nav aria-label="Onderdelen van meldingen">
          <ul class="rooms__ways">
            {ways.map(({ place, label, href }) => <li key={place}><a href={href} aria-current={place === here ? 'page' : undefined}>{label}</a></li>)}
          </ul>
        </nav>
      )}
      {desk === 'open' && <Button onPress={onLock}>Vergrendelen</Button>}
    </div>
  )
}
