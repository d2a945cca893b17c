// When the phone is answered, as days and times rather than as a sentence: a letter says it in every language it speaks.
// Separate because the console asks for it, the command line reads it, and each language line writes it its own way.

/** Days 1 (Monday) to 7; times as "9.00". */
export interface OpeningHours {
  from: number
  to: number
  opens: string
  closes: string
}

const DAYS = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']
const TIME = /^(\d{1,2})[.:](\d{2})$/

/** Reads "ma-vr 9.00-17.00" (one day: "di 9.00-12.00"); null when it is not that. */
export function readHours(text: string): OpeningHours | null {
  const parts = /^\s*([a-z]{2})(?:\s*-\s*([a-z]{2}))?\s+([\d.:]+)\s*-\s*([\d.:]+)\s*$/i.exec(text)
  if (!parts) return null
  const from = DAYS.indexOf(parts[1]!.toLowerCase()) + 1
  const to = parts[2] === undefined ? from : DAYS.indexOf(parts[2].toLowerCase()) + 1
  const [opens, closes] = [timeOf(parts[3]!), timeOf(parts[4]!)]
  if (from === 0 || to < from || opens === null || closes === null || minutes(opens) >= minutes(closes)) return null
  return { from, to, opens, closes }
}

/** The inverse of readHours. */
export function hoursText({ from, to, opens, closes }: OpeningHours): string {
  const days = from === to ? DAYS[from - 1]! : `${DAYS[from - 1]}-${DAYS[to - 1]}`
  return `${days} ${opens}-${closes}`
}

/** Days and times in a language (BCP 47), e.g. "maandag tot en met vrijdag, 9.00 tot 17.00 uur" and "Mon – Fri, 9:00 – 17:00". */
export function hoursIn({ from, to, opens, closes }: OpeningHours, language: string): string {
  if (language === 'nl') {
    const name = (day: number) => weekday(day, 'nl', 'long')
    return `${from === to ? name(from) : `${name(from)} tot en met ${name(to)}`}, ${opens} tot ${closes} uur`
  }
  // Digits as on the keys of a phone, in Arabic too.
  const locale = language === 'ar' ? 'ar-u-nu-latn' : language
  const style = language === 'ar' ? 'long' : 'short'
  const days = from === to ? weekday(from, locale, style) : `${weekday(from, locale, style)} – ${weekday(to, locale, style)}`
  return `${days}${language === 'ar' ? '،' : ','} ${opens.replace('.', ':')} – ${closes.replace('.', ':')}`
}

function weekday(day: number, locale: string, style: 'long' | 'short'): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)))
}

function timeOf(text: string): string | null {
  const parts = TIME.exec(text)
  if (!parts || Number(parts[1]) > 24 || Number(parts[2]) > 59) return null
  return `${Number(parts[1])}.${parts[2]}`
}

function minutes(time: string): number {
  const [hour, minute] = time.split('.').map(Number) as [number, number]
  return 60 * hour + minute
}
