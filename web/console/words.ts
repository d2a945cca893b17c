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

/** What an edition will show and what it hides, and why. `leftOut`: measures of which nothing is shown, a meting at a time. */
export function shownText(shown: number, hidden: number, leftOut: number, readers: string): string {
  return `${plural(shown, 'cijfer is', 'cijfers zijn')} te zien voor ${readers}; ${number(hidden)} ${hidden === 1 ? 'blijft' : 'blijven'} verborgen, omdat er te weinig antwoorden zijn of om andere cijfers te beschermen.`
    + (leftOut > 0 ? ` ${plural(leftOut, 'onderwerp is', 'onderwerpen zijn')} helemaal weggelaten.` : '')
}
