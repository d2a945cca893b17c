// What the papers need and no other setting holds, as data: field, words, form. Pure; the screen asks for them in this order, the verb refuses
// what does not have the form, every paper names by these words what it misses.

export interface DetailField {
  field: string
  label: string
  hint: string
  /** What a value has to look like; absent: any line of text. */
  form?: RegExp
  choices?: readonly { value: string; label: string }[]
}

const day = /^\d{4}-\d{2}-\d{2}$/
const https = /^https:\/\/[^\s<>"']{3,300}$/

export const DETAILS = [
  { field: 'host', label: 'Wie de server beheert', hint: 'De organisatie, zoals die in de verwerkersovereenkomst staat. Bijvoorbeeld: eigen ICT-dienst, of de naam van het bedrijf.' },
  { field: 'hostCountry', label: 'In welk land de server staat', hint: 'Bijvoorbeeld: Nederland.' },
  { field: 'printer', label: 'Wie de brieven drukt en verstuurt', hint: 'Bijvoorbeeld: wij zelf, of de naam van de drukker.' },
  { field: 'archiveYears', label: 'Hoeveel jaar u een telling bewaart', hint: 'Een heel getal. Een telling bevat geen namen en geen codes.', form: /^[1-9]\d?$/ },
  { field: 'securityContact', label: 'Waar iemand een lek in de beveiliging meldt', hint: 'Een webadres (https://) of mailadres (mailto:). Het staat in security.txt; dat is verplicht.', form: /^(?:https:\/\/|mailto:)[^\s<>"']{3,300}$/ },
  {
    field: 'accessibilityStatus', label: 'Status van toegankelijkheid', hint: 'Zonder onderzoek van het laatste jaar of de laatste drie jaar is het C of lager.',
    choices: [
      { value: 'A', label: 'A: voldoet volledig' }, { value: 'B', label: 'B: voldoet gedeeltelijk' }, { value: 'C', label: 'C: eerste maatregelen genomen' },
      { value: 'D', label: 'D: voldoet niet' },
    ],
  },
  { field: 'accessibilityTestedOn', label: 'Dag van het toegankelijkheidsonderzoek', hint: 'Leeg laten als er nog geen onderzoek is. Onderzoek minstens elke drie jaar.', form: day },
  { field: 'accessibilityReport', label: 'Webadres van het onderzoeksrapport', hint: 'Leeg laten als er nog geen onderzoek is.', form: https },
] as const satisfies readonly DetailField[]

export type DetailName = (typeof DETAILS)[number]['field']

/** Whether a value may stand in a field. */
export function fitsDetail(field: DetailName, value: string): boolean {
  const found: DetailField = DETAILS.find((one) => one.field === field)!
  if (found.choices) return found.choices.some((choice) => choice.value === value)
  return value.trim() !== '' && value.length <= 500 && !/\p{Cc}/u.test(value) && (found.form?.test(value) ?? true)
}

/** Words for what is missing, of these fields and of the municipality's own settings. */
export function missingOf(
  { municipality, details }: { municipality: { contact: string; officer: string; phone: string; hours: string }; details: Readonly<Partial<Record<string, string>>> },
  needed: readonly (DetailName | 'contact' | 'officer' | 'phone' | 'hours')[],
): string[] {
  const own = { contact: 'Wie vragen beantwoordt', officer: 'De functionaris gegevensbescherming', phone: 'Het telefoonnummer', hours: 'Wanneer de telefoon wordt opgenomen' } as const
  return needed.flatMap((name) => {
    if (name in own) return municipality[name as keyof typeof own].trim() === '' ? [own[name as keyof typeof own]] : []
    return details[name] ? [] : [DETAILS.find(({ field }) => field === name)!.label]
  })
}
