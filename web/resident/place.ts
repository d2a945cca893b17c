// What the server wrote into the shell about this municipality. Separate because it is the one place where page and server meet
// outside the API: README.md lists the placeholders. A placeholder that was not filled reads as empty, never as markup.

/** The municipality as its residents see it; every field may be empty. */
export interface MunicipalityPlace {
  /** Its identifier, as signed lists name it. */
  municipality: string
  name: string
  phone: string
  hours: string
  walkIn: string
  team: string
  privacyUrl: string
  exitUrl: string
  example: boolean
}

/** Reads the data attributes of the shell's body. */
export function readPlace(body: HTMLElement): MunicipalityPlace {
  const value = (name: string) => {
    const text = (body.getAttribute(`data-${name}`) ?? '').trim()
    return text.indexOf('<!--') === 0 ? '' : text
  }
  return {
    municipality: value('municipality'),
    name: value('name'),
    phone: value('phone'),
    hours: value('hours'),
    walkIn: value('walk-in'),
    team: value('team'),
    privacyUrl: value('privacy-url'),
    exitUrl: value('exit-url') || '/weer.html',
    example: value('example') !== '',
  }
}

/** A phone number as dialled: digits and a leading plus. */
export function dialled(phone: string): string {
  return `tel:${phone.replace(/(?!^\+)\D/g, '')}`
}
