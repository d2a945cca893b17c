// The fixed catalogue of breakdowns: areas, districts of at least two areas, focus and comparison, everybody; and of primary
// outcomes, for everybody and groups, those who stayed and those who came. Nothing else is ever tabulated, so nothing else can
// be subtracted. And per audience how fine an item may be shown.
// Separate because it is policy: "30% of these 150 households" hides no small cell and is still read in that street.

export type Level = 'area' | 'district' | 'all'

export interface Place { id: string; role: 'focus' | 'comparison' | 'other'; district?: string }

export interface Domain {
  /** 'all', 'focus', 'comparison', 'district:<id>' or an area id. */
  id: string
  kind: 'area' | 'district' | 'group' | 'all'
  /** Indices of its areas, ascending. */
  areas: readonly number[]
}

/** Every breakdown of the catalogue, coarse to fine. Groups and districts of a single area are that area, so left out. */
export function domainsOf(places: readonly Place[]): Domain[] {
  const where = (test: (place: Place) => boolean): number[] => places.flatMap((place, index) => (test(place) ? [index] : []))
  const groups = (['focus', 'comparison'] as const).map((role): Domain => ({ id: role, kind: 'group', areas: where((place) => place.role === role) }))
  const names = [...new Set(places.flatMap(({ district }) => (district === undefined ? [] : [district])))]
  const districts = names.map((name): Domain => ({ id: `district:${name}`, kind: 'district', areas: where(({ district }) => district === name) }))
  return [
    { id: 'all', kind: 'all', areas: places.map((_, index) => index) },
    ...[...groups, ...districts].filter(({ areas }) => areas.length > 1 && areas.length < places.length),
    ...places.map(({ id }, index): Domain => ({ id, kind: 'area', areas: [index] })),
  ]
}

/** The finest level an item is shown at: what the edition chose, else district level in public for what is sensitive. */
export function finestLevel(sensitive: boolean, audience: 'steering' | 'partners' | 'public', chosen?: Level): Level {
  return chosen ?? (sensitive && audience === 'public' ? 'district' : 'area')
}

/** Whether a breakdown may be shown at a level. Focus and comparison hold several areas and count as districts. */
export function offered(kind: Domain['kind'], finest: Level): boolean {
  if (kind === 'all') return true
  return kind === 'area' ? finest === 'area' : finest !== 'all'
}

/** Five years or more in the neighbourhood, and everybody else (who did not say, too). Together they are the breakdown. */
export const TENURES = ['stayers', 'newcomers'] as const
export type Tenure = (typeof TENURES)[number]

/** Id of one part of a breakdown: 'stayers:focus'. */
export function tenureDomain(part: Tenure, domain: string): string {
  return `${part}:${domain}`
}
