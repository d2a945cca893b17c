// The twelve themes of a neighbourhood page, each by one figure of the core battery, as nouns that can go forward or back in a sentence.
// Apart from the summaries because a page of one area names themes, not questions.
import type { Label } from '../summary.ts'

export interface Theme {
  /** Item or scale id. */
  item: string
  name: Label
}

const theme = (item: string, nl: string, en: string): Theme => ({ item, name: { nl, en } })

/** In the order of the questionnaire. */
export const coreThemes: readonly Theme[] = [
  theme('living', 'woonplezier', 'liking to live here'),
  theme('speakUp', 'elkaar aanspreken', 'speaking up'),
  theme('litter', 'rommel en vernieling', 'litter and damage'),
  theme('rowdy', 'overlast op straat', 'nuisance in the street'),
  theme('traffic', 'verkeer', 'traffic'),
  theme('unsafeHere', 'veiligheidsgevoel', 'feeling safe'),
  theme('darkOutside', 'veilig buiten in het donker', 'safe outside after dark'),
  theme('detour', 'vrij over straat gaan', 'moving about freely'),
  theme('afraid', 'angst', 'fear'),
  theme('seenPressure', 'druk en bedreiging', 'pressure and threats'),
  theme('silence', 'zwijgen uit angst', 'silence out of fear'),
  theme('trust', 'vertrouwen', 'trust'),
]

/** Answers that have no place between the others: who never goes out alone is neither safe nor unsafe. */
export const coreAnswersApart: Readonly<Record<string, readonly number[]>> = { darkOutside: [5], changed: [4] }
