// The console's addresses: everything after `#`, so that the server serves one page and a sign-in link never reaches its log.
// One table says them all; own router of a few lines, because addresses are flat and a screen's parameters are its type.
import { useEffect, useState } from 'preact/hooks'

/** Screen -> its address. `:name` is a parameter, `:name?` one that may be missing. */
const ADDRESSES = {
  waves: '',
  'sign-in': 'aanmelden/:token',
  'new-wave': 'nieuwe-meting',
  municipality: 'gemeente',
  people: 'collegas',
  help: 'hulp/:language?',
  plan: 'evaluatieplan',
  wave: 'meting/:wave',
  // The seven steps of a meting, in their order; key sheets, fixing and starting are parts of the letters' step.
  areas: 'meting/:wave/wijken',
  questionnaire: 'meting/:wave/vragenlijst',
  sampling: 'meting/:wave/steekproef',
  letters: 'meting/:wave/brieven',
  'help-desk': 'meting/:wave/helpdesk',
  'key-sheets': 'meting/:wave/sleutelbladen',
  fix: 'meting/:wave/vastleggen',
  start: 'meting/:wave/starten',
  follow: 'meting/:wave/volgen',
  close: 'meting/:wave/sluiten',
  count: 'meting/:wave/tellen',
  certificate: 'meting/:wave/verklaring',
  papers: 'papieren/:paper?',
  publish: 'meting/:wave/publiceren',
  export: 'meting/:wave/bestanden',
  advice: 'adviezen/:slug?/:language?',
  reports: 'meldingen',
  report: 'meldingen/melding/:month/:thread',
  'report-keys': 'meldingen/sleutels',
  'report-figures': 'meldingen/cijfers',
  partners: 'meldingen/partners',
  signals: 'meldingen/signalen',
  'write-signal': 'meldingen/signalen/nieuw/:month?/:thread?',
  'rewrite-signal': 'meldingen/signalen/:signal/wijzigen',
  'review-signal': 'meldingen/signalen/:signal/nakijken',
  elsewhere: 'elders',
  compare: 'vergelijken/:edition?/:view?/:item?/:area?/:language?',
  edition: 'uitgave/:edition',
  answers: 'uitgave/:edition/antwoorden',
} as const

type Addresses = typeof ADDRESSES
type Parameters<Address> = Address extends `${infer First}/${infer Rest}` ? Parameters<First> & Parameters<Rest>
  : Address extends `:${infer Name}?` ? { [N in Name]?: string }
  : Address extends `:${infer Name}` ? { [N in Name]: string }
  : unknown

export type Route = { [Screen in keyof Addresses]: { screen: Screen } & Parameters<Addresses[Screen]> }[keyof Addresses] | { screen: 'unknown' }

/** Reads the part of an address after `#`. Anything odd is `unknown`, never an exception. */
export function readRoute(hash: string): Route {
  const parts = hash.replace(/^#\/?/, '').split('/').map(decoded)
  for (const [screen, address] of Object.entries(ADDRESSES)) {
    const found = parametersOf(address.split('/'), parts)
    if (found) return { screen, ...found } as Route
  }
  return { screen: 'unknown' }
}

/** The parameters when the parts fit the address; null when they do not. */
function parametersOf(address: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (parts.length > address.length) return null
  const found: Record<string, string> = {}
  for (const [index, expected] of address.entries()) {
    const part = parts[index] ?? ''
    if (!expected.startsWith(':')) {
      if (part !== expected) return null
    } else if (part !== '') found[expected.replace(/^:|\?$/g, '')] = part
    else if (!expected.endsWith('?')) return null
  }
  return found
}

/** An address from its parts, each encoded: `to('meting', wave, 'tellen')`. */
export function to(...parts: readonly string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`
}

/** The current route; renders again when the address changes. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const change = () => setHash(location.hash)
    // A sign-in link may have been taken out of the address before this listener stood.
    change()
    addEventListener('hashchange', change)
    return () => removeEventListener('hashchange', change)
  }, [])
  return readRoute(hash)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
