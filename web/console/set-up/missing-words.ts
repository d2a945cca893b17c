// What fieldwork waits for, in Dutch. Separate because the municipality's page, the start of fieldwork and refusals name it alike.
import type { MunicipalityMissing } from '../../../src/areas/wire.ts'

export const MISSING: Readonly<Record<MunicipalityMissing, string>> = {
  name: 'de naam van uw gemeente', contact: 'bij wie bewoners terechtkunnen', officer: 'de functionaris gegevensbescherming (FG)', phone: 'een telefoonnummer', hours: 'wanneer mensen kunnen bellen',
}
