// Codes of Dutch statistical areas: GM0935 (municipality), WK093501 (wijk), BU09350101 (buurt). Separate because every file spells them in
// its own way: without the letters, or with the leading zero lost to a spreadsheet.

export type Level = 'buurt' | 'wijk'
const DIGITS: Readonly<Record<string, number>> = { GM: 4, WK: 6, BU: 8 }

/** The code in its one spelling: letters in capitals, the zero that a spreadsheet took put back. Other codes as they are, without spaces around. */
export function tidyCode(text: string): string {
  const code = text.trim()
  const parts = /^(GM|WK|BU)\s*(\d+)$/i.exec(code)
  if (!parts) return code
  const [letters, digits] = [parts[1]!.toUpperCase(), parts[2]!]
  return letters + (digits.length === DIGITS[letters]! - 1 ? `0${digits}` : digits)
}

/** The municipality's four digits in a code of a statistical area; null for codes of another making. */
export function municipalityOf(code: string): string | null {
  return /^(?:GM\d{4}|WK\d{6}|BU\d{8})$/.test(code) ? code.slice(2, 6) : null
}

/** The known code that was meant: as written, with the letters put before it, or with the zero that a spreadsheet took; null when none. */
export function knownCode(text: string, known: ReadonlySet<string>): string | null {
  const code = tidyCode(text)
  if (known.has(code)) return code
  const digits = /^\d{5,8}$/.test(code) ? [code, `0${code}`] : []
  return digits.flatMap((one) => [`BU${one}`, `WK${one}`, one]).find((one) => known.has(one)) ?? null
}
