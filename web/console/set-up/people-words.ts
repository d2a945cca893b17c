// What each role is called and lets somebody do, in Dutch. Separate because inviting, the list and the first page name them alike.
import type { Me } from '../../../src/staff/wire.ts'

export const ROLES: readonly { role: Me['roles'][number]; name: string; about: string }[] = [
  { role: 'coordinator', name: 'Veldwerk', about: 'Plant metingen, maakt brieven, volgt en sluit het veldwerk.' },
  { role: 'analyst', name: 'Tellen', about: 'Maakt de sleutelbladen, telt en publiceert. Nooit dezelfde persoon als het veldwerk.' },
  { role: 'report-officer', name: 'Meldingen', about: 'Leest en beantwoordt meldingen van bewoners.' },
  { role: 'reviewer', name: 'Meelezen', about: 'Kijkt als tweede mee voordat iets uit een melding het team verlaat.' },
  { role: 'partner', name: 'Partner', about: 'Ziet signalen aan de eigen organisatie, en de afspraken daarover.' },
  { role: 'reader', name: 'Uitgaven lezen', about: 'Ziet gepubliceerde uitgaven, verder niets.' },
]

export function roleNames(roles: Me['roles']): string {
  return ROLES.filter(({ role }) => roles.includes(role)).map(({ name }) => name.toLowerCase()).join(', ')
}
