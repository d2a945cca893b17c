// The core battery in modules: the blocks of core.ts, of which only the last is always asked, and the added module on reporting.
// Separate from core.ts, which the analysis reads: there the standard choice stands as it was always asked.
import type { InstrumentText, ItemText } from '../instrument.ts'
import type { Battery, Module } from './battery.ts'
import { coreEn } from './core-en.ts'
import { coreNl } from './core-nl.ts'
import { coreInstrument } from './core.ts'
import { reportingEn, reportingItems, reportingNl } from './reporting.ts'

const standard = (id: string, nl: string, en: string, aboutNl: string, aboutEn: string): Module =>
  ({ id, title: { nl, en }, about: { nl: aboutNl, en: aboutEn }, blocks: [id], taken: 'standard' })

const modules: readonly Module[] = [
  standard('living', 'Wonen', 'Living here', 'Hoe prettig mensen er wonen en of zij elkaar helpen.', 'How much people like living here and whether they help each other.'),
  standard('nuisance', 'Overlast', 'Nuisance', 'Rommel, overlast op straat en verkeer.', 'Litter, nuisance in the street and traffic.'),
  standard('safety', 'Veiligheid', 'Safety', 'Of mensen zich veilig voelen, thuis en op straat.', 'Whether people feel safe at home and in the street.'),
  standard('fear', 'Bang zijn', 'Fear', 'Hoe vaak mensen bang waren en wat dat met hen deed.', 'How often people were afraid and what it did to them.'),
  standard('pressure', 'Druk', 'Pressure', 'Bedreiging en druk, zwijgen en melden.', 'Threats and pressure, silence and reporting.'),
  standard('trust', 'Vertrouwen', 'Trust', 'Vertrouwen in gemeente en politie.', 'Trust in municipality and police.'),
  {
    id: 'reporting', title: { nl: 'Melden', en: 'Reporting' }, blocks: ['reporting'], taken: 'added',
    about: { nl: 'Of mensen weten hoe zij kunnen melden, en of zij dat durven.', en: 'Whether people know how to report, and dare to.' },
  },
  {
    id: 'closing', title: { nl: 'Slot', en: 'Closing' }, blocks: ['closing'], taken: 'always',
    about: { nl: 'Leeftijd en man of vrouw, om eerlijk te kunnen tellen.', en: 'Age and sex, so that everybody counts fairly.' },
  },
]

/** The added items stand before the closing block, so that the last question stays the last. */
const first = coreInstrument.items.findIndex(({ block }) => block === 'closing')

const withReporting = (text: InstrumentText, added: Readonly<Record<string, ItemText>>): InstrumentText => {
  const entries = Object.entries(text.items)
  return { ...text, items: Object.fromEntries([...entries.slice(0, first), ...Object.entries(added), ...entries.slice(first)]) }
}

export const coreBattery: Battery = {
  id: 'core',
  kind: 'resident',
  title: { nl: 'Bewoners', en: 'Residents' },
  source: { nl: 'Eigen vragen van Nulmeting, vrij te gebruiken (EUPL-1.2).', en: 'Nulmeting\'s own questions, free to use (EUPL-1.2).' },
  instrument: { ...coreInstrument, items: [...coreInstrument.items.slice(0, first), ...reportingItems, ...coreInstrument.items.slice(first)] },
  texts: [withReporting(coreNl, reportingNl), withReporting(coreEn, reportingEn)],
  modules,
}
