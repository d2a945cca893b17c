// What is wrong with what was filled in about the municipality, before anything is sent. Pure; the server checks the same again.
import type { MunicipalitySettings } from '../../../src/areas/wire.ts'

export function municipalityMistakes(settings: MunicipalitySettings): { field: string; text: string }[] {
  const mistakes: { field: string; text: string }[] = []
  if (settings.name.trim() === '') mistakes.push({ field: 'name', text: 'Vul de naam van de gemeente in.' })
  if (!/^(?:\+?[0-9][0-9 ()-]{2,30})?$/.test(settings.phone.trim())) mistakes.push({ field: 'phone', text: 'Gebruik voor het telefoonnummer cijfers, zoals 088 123 45 67.' })
  for (const field of ['privacyUrl', 'exitUrl'] as const) {
    if (settings[field].trim() !== '' && !/^(?:https?:\/\/|\/(?!\/))[^\s<>"'\\]*$/.test(settings[field].trim())) mistakes.push({ field, text: 'Begin een webadres met https://' })
  }
  for (const [field, longest] of [['name', 100], ['contact', 200], ['officer', 200], ['hours', 200], ['walkIn', 200], ['team', 200]] as const) {
    if (settings[field].trim().length > longest) mistakes.push({ field, text: `Gebruik hoogstens ${longest} tekens.` })
  }
  return mistakes
}
