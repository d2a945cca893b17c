// What is planted in the example: how the town answers, and what changed between its two counted waves. A test reads this
// file and the pages, and fails when a page says anything else. Nothing changed that does not stand here.

/** Item -> option code -> share among those who answer it with an option; in the order of the options. */
export const ANSWERS: Readonly<Record<string, readonly number[]>> = {
  liveMark: [0.01, 0.01, 0.02, 0.03, 0.05, 0.1, 0.18, 0.27, 0.21, 0.08, 0.04],
  liveGladly: [0.22, 0.44, 0.2, 0.1, 0.04],
  helpEachOther: [0.14, 0.4, 0.28, 0.13, 0.05],
  speakUp: [0.08, 0.27, 0.33, 0.23, 0.09],
  litter: [0.24, 0.52, 0.24],
  rowdy: [0.17, 0.45, 0.38],
  traffic: [0.26, 0.5, 0.24],
  unsafe: [0.3, 0.27, 0.31, 0.12],
  darkOutside: [0.21, 0.46, 0.16, 0.05, 0.12],
  detour: [0.09, 0.25, 0.66],
  afraid: [0.79, 0.1, 0.07, 0.04],
  fearDegree: [0.45, 0.37, 0.18],
  fearLife: [0.14, 0.34, 0.52],
  seenPressure: [0.72, 0.16, 0.12],
  ownPressure: [0.9, 0.06, 0.04],
  silence: [0.11, 0.24, 0.33, 0.22, 0.1],
  trustMunicipality: [0.1, 0.33, 0.34, 0.16, 0.07],
  trustPolice: [0.12, 0.37, 0.31, 0.14, 0.06],
  fairTreatment: [0.11, 0.36, 0.33, 0.14, 0.06],
  changed: [0.12, 0.62, 0.18, 0.08],
  years: [0.07, 0.24, 0.19, 0.5],
  watched: [0.93, 0.07],
}

/** Share of people per chosen option, for the items with several choices; whoever chooses none took the excluding option. */
export const CHOICES: Readonly<Record<string, readonly number[]>> = {
  fearDid: [0.34, 0.3, 0.12, 0.28, 0.2, 0.08],
  told: [0.42, 0.24, 0.08, 0.06, 0.1, 0.05, 0.05],
  whyNot: [0.58, 0.36, 0.27, 0.16, 0.12, 0.21, 0.18, 0.06],
}

/** The percentage that sometimes or often feels unsafe in the own neighbourhood, per kind of area. */
export const UNSAFE_HERE = { focus: 0.34, comparison: 0.21, other: 0.21 } as const

/** Percentage of everybody asked that does not know, and that would rather not say. */
export const DO_NOT_KNOW = 0.02
export const RATHER_NOT = 0.015

export interface PlantedShare { area: string; item: string; categories: readonly number[]; baseline: number; second: number }

/** The true changes: share of people, whole points on the pages. In two focus areas and nowhere else. */
export const CHANGES: readonly PlantedShare[] = [
  { area: 'LK', item: 'unsafeHere', categories: [3, 4], baseline: 0.43, second: 0.3 },
  { area: 'SW', item: 'unsafeHere', categories: [3, 4], baseline: 0.41, second: 0.27 },
  { area: 'LK', item: 'detour', categories: [1, 2], baseline: 0.48, second: 0.31 },
  { area: 'SW', item: 'detour', categories: [1, 2], baseline: 0.49, second: 0.31 },
  { area: 'LK', item: 'trustMunicipality', categories: [1, 2], baseline: 0.35, second: 0.52 },
]

/** The item that asks in other words from the second wave on: a break on every page, never a difference. */
export const REWORDED = {
  item: 'traffic',
  nl: 'Hoeveel overlast hebt u van auto’s, scooters en fietsen in uw buurt?',
  en: 'How much nuisance do you have from cars, scooters and bicycles in your neighbourhood?',
} as const

/** In one area twice as many people would rather not say whether they were pressed themselves. */
export const REFUSALS = { area: 'HZ', item: 'ownPressure', baseline: 0.07, second: 0.14 } as const

/** The wave in the field: answers so far, days since its letters, and what came back of one area. */
export const IN_THE_FIELD = { responses: 150, days: 14, returned: { area: 'SK', undelivered: 9, ineligible: 3 } } as const
