// One place in a file that is at fault, as a name and what it is about, so that each reader's own language says it.
// Lines count from 1, the header included; in GeoJSON they count features. Column '' is the line as a whole.

export interface Fault {
  line: number
  column: string
  fault: FaultName
  /** What was found there, or the line or codes it is about. */
  about?: string
}

/** Name -> sentence in Dutch and English; `%` is what the fault is about. */
const WORDS = {
  'empty': ['het bestand is leeg', 'the file is empty'],
  'no-rows': ['onder de kop staan geen regels', 'there are no rows below the header'],
  'quote': ['een aanhalingsteken is niet gesloten', 'a quotation mark is not closed'],
  'cells': ['deze regel heeft % cellen; de kop heeft er meer of minder', 'this line has % cells; the header has more or fewer'],
  'no-header': ['er is geen kop met een kolom voor de code: %', 'there is no header with a column for the code: %'],
  'column-missing': ['de kolom % ontbreekt', 'column % is missing'],
  'column-twice': ['de kolom % staat er twee keer', 'column % is there twice'],
  'code-shape': ['gebruik voor de code 1 tot 20 letters, cijfers of streepjes', 'use 1 to 20 letters, digits or hyphens for the code'],
  'code-twice': ['deze code staat al op regel %', 'this code stands on line % already'],
  'name-shape': ['geef een naam van hoogstens 100 tekens', 'give a name of at most 100 characters'],
  'role': ['gebruik aandacht, vergelijking of overig', 'use focus, comparison or other'],
  'district-shape': ['gebruik voor het stadsdeel hoogstens 100 tekens', 'use at most 100 characters for the district'],
  'municipality-unclear': ['in dit bestand staan meer gemeenten; kies eerst de uwe', 'this file holds several municipalities; choose yours first'],
  'municipality-absent': ['in dit bestand staat niets van gemeente %', 'this file holds nothing of municipality %'],
  'level-absent': ['in dit bestand staan geen regels van dit soort gebied', 'this file holds no lines of this kind of area'],
  'number': ['gebruik een heel getal (hier staat: %)', 'use a whole number (found: %)'],
  'unknown-area': ['deze wijk staat niet in uw lijst van wijken: %', 'no area of this boundary year has this code: %'],
  'age': ['dit is geen leeftijd: %', 'this is no age: %'],
  'age-straddles': ['deze leeftijdsgroep valt in twee van onze groepen: %. Vraag losse leeftijden, of groepen die beginnen bij 18, 35, 55 en 75 jaar', 'this age group falls into two of ours: %. Ask for single ages, or for groups that begin at 18, 35, 55 and 75'],
  'sex': ['gebruik man of vrouw (hier staat: %)', 'use man or woman (found: %)'],
  'cell-twice': ['deze wijk, leeftijd en dit geslacht stonden al op regel %', 'this area, age and sex stand on line % already'],
  'cells-missing': ['van deze wijk ontbreekt: %', 'of this area is missing: %'],
  'nobody': ['van geen enkele wijk staan er aantallen in', 'there are no counts of any area'],
  'day': ['gebruik een dag, zoals 2026-01-01', 'use a day, as 2026-01-01'],
  'no-geojson': ['dit is geen GeoJSON met een lijst van gebieden (FeatureCollection)', 'this is not a GeoJSON FeatureCollection'],
  'no-features': ['er staan geen gebieden in', 'there are no features'],
  'no-code': ['dit gebied heeft geen code; een van % is nodig', 'none of % is there'],
  'shape-kind': ['alleen vlakken (Polygon en MultiPolygon) zijn wijken', 'only Polygon and MultiPolygon are areas'],
  'no-coordinates': ['er staan geen coördinaten in', 'there are no coordinates'],
  'ring': ['een rand heeft minstens vier punten nodig', 'a ring needs at least four positions'],
  'position': ['een punt is niet twee getallen', 'a position is not two numbers'],
  'outside': ['dit ligt buiten Nederland; gebruik graden (WGS 84) of meters (RD)', 'this lies outside the Netherlands; use degrees (WGS 84) or metres (RD)'],
  'too-detailed': ['deze kaart blijft te groot, ook na vereenvoudigen', 'this map stays too large, even simplified'],
} as const

export type FaultName = keyof typeof WORDS

/** The fault as a sentence without its place. */
export function faultWords({ fault, about = '' }: Fault, language: 'nl' | 'en'): string {
  return WORDS[fault][language === 'nl' ? 0 : 1].replace('%', () => about)
}

/** Faults as somebody with the file open reads them: from top to bottom. */
export function fromTop(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => a.line - b.line)
}
