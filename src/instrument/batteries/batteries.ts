// The question bank: every battery there is. Separate because adding one is a line here and a folder of words, nothing else.
import type { Battery, Module } from './battery.ts'
import { coreBattery } from './core-battery.ts'
import { staffEn, staffNl } from './staff-words.ts'
import { staffInstrument } from './staff.ts'

const part = (id: string, nl: string, en: string, aboutNl: string, aboutEn: string, taken: Module['taken'] = 'standard'): Module =>
  ({ id, title: { nl, en }, about: { nl: aboutNl, en: aboutEn }, blocks: [id], taken })

const staffBattery: Battery = {
  id: 'staff',
  kind: 'professional',
  title: { nl: 'Medewerkers en partners', en: 'Staff and partners' },
  source: { nl: 'Eigen vragen van Nulmeting, vrij te gebruiken (EUPL-1.2).', en: 'Nulmeting\'s own questions, free to use (EUPL-1.2).' },
  instrument: staffInstrument,
  texts: [staffNl, staffEn],
  modules: [
    part('cooperation', 'Samenwerken', 'Cooperation', 'Korte lijnen, kennis delen en afspraken nakomen.', 'Short lines, sharing knowledge and keeping agreements.'),
    part('ownSafety', 'Eigen veiligheid', 'Own safety', 'Bedreiging en druk in het werk, en hulp daarna.', 'Threats and pressure at work, and help afterwards.'),
    part('effect', 'Wat de aanpak doet', 'What the approach does', 'Overlast, veiligheid, vertrouwen en druk op medewerkers.', 'Nuisance, safety, trust and pressure on staff.'),
    part('process', 'Hoe het loopt', 'How it goes', 'Koers, partners, knelpunten en wat er nodig is.', 'Course, partners, bottlenecks and needs.'),
    part('closing', 'Slot', 'Closing', 'Of iemand meekeek.', 'Whether anybody was watching.', 'always'),
  ],
}

export const batteries: readonly Battery[] = [coreBattery, staffBattery]

/** The battery with this id, or undefined. */
export function findBattery(id: string): Battery | undefined {
  return batteries.find((battery) => battery.id === id)
}
