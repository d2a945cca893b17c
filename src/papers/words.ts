// Days, numbers and lists as Dutch papers write them. Pure. Separate so that every paper writes them alike.

const day = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })
const list = new Intl.ListFormat('nl-NL', { type: 'conjunction' })

/** "6 april 2026" */
export function dayNl(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`))
}

/** "a, b en c" */
export function listNl(parts: readonly string[]): string {
  return list.format(parts)
}

/** "1.310" */
export function numberNl(value: number): string {
  return value.toLocaleString('nl-NL')
}

/** The value, or words that say that it is not there yet. */
export function orMissing(value: string | undefined): string {
  return value && value.trim() !== '' ? value : '(nog niet ingevuld)'
}
