// How the console writes days, numbers and roles in Dutch. Separate so that a date looks the same on every screen.

const day = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const count = new Intl.NumberFormat('nl-NL')

/** A day (YYYY-MM-DD, or an instant of which only the day counts) as "2 november 2026"; what is no day stays as it is. */
export function inWords(date: string): string {
  const instant = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(instant.getTime()) ? date : day.format(instant)
}

/** "1.310" */
export function number(value: number): string {
  return count.format(value)
}

/** "1 antwoord", "2 antwoorden". */
export function plural(value: number, one: string, many: string): string {
  return `${number(value)} ${value === 1 ? one : many}`
}

const AUDIENCES = { steering: 'de stuurgroep', partners: 'partners', public: 'iedereen' } as const

/** For whom an edition is, as it follows "voor". */
export function audienceName(audience: keyof typeof AUDIENCES): string {
  return AUDIENCES[audience]
}

/** How many items miss figures altogether. `leftOut` has a line a measure a meting, so an item may stand in it several times. */
export function leftOutText({ leftOut }: { leftOut: readonly { item: string }[] }): string {
  const items = new Set(leftOut.map(({ item }) => item)).size
  return items === 0 ? '' : `Bij ${plural(items, 'onderwerp', 'onderwerpen')} zijn cijfers helemaal weggelaten.`
}

/** How much of an edition shows and how much is hidden, and why. */
export function shownText(shown: number, hidden: number, readers: string): string {
  return `${plural(shown, 'cijfer is', 'cijfers zijn')} te zien voor ${readers}; ${number(hidden)} ${hidden === 1 ? 'blijft' : 'blijven'} verborgen, omdat er te weinig antwoorden zijn of om andere cijfers te beschermen.`
}
