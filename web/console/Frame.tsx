// What stands around every screen: the example's banner, the name of the municipality, the ways to go, sign-out and which browsers work.
// Separate so that no page of an example municipality can miss its banner. Moves the focus to the heading when the screen changes.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Me } from '../../src/staff/wire.ts'
import type { Route } from './route.ts'
import { to } from './route.ts'

const REPORTS: readonly Route['screen'][] = ['reports', 'report', 'report-keys', 'report-figures', 'partners', 'signals', 'write-signal', 'rewrite-signal', 'review-signal']

/**
 * The main menu: what each way leads to and which screens belong to it; a screen in none belongs to the first. Of ways to the same screens
 * one shows: the first that somebody's roles allow.
 */
const MENU: readonly { label: string; href: string; screens: readonly Route['screen'][]; roles?: Me['roles'] }[] = [
  { label: 'Metingen', href: '#/', screens: [] },
  { label: 'Evaluatieplan', href: to('evaluatieplan'), screens: ['plan'] },
  { label: 'Vergelijken', href: to('vergelijken'), screens: ['compare', 'edition', 'elsewhere'] },
  { label: 'Meldingen', href: to('meldingen'), screens: REPORTS, roles: ['report-officer'] },
  { label: 'Signalen', href: to('meldingen', 'signalen'), screens: REPORTS, roles: ['reviewer', 'partner'] },
  { label: 'Meldingen', href: to('meldingen', 'cijfers'), screens: REPORTS, roles: ['coordinator', 'analyst'] },
  { label: 'Adviezen', href: to('adviezen'), screens: ['advice'], roles: ['coordinator', 'report-officer'] },
  { label: 'Papieren', href: to('papieren'), screens: ['papers'], roles: ['coordinator', 'analyst'] },
  { label: 'Uw gemeente', href: to('gemeente'), screens: ['municipality'], roles: ['coordinator', 'analyst'] },
  { label: 'Collega’s', href: to('collegas'), screens: ['people'], roles: ['coordinator', 'analyst'] },
  { label: 'Tien stappen', href: to('hulp'), screens: ['help'], roles: ['coordinator', 'analyst'] },
]

export interface FrameProps {
  me: Me | null
  route?: Route
  onSignOut?: () => void
  children: ComponentChildren
}

export function Frame({ me, route, onSignOut, children }: FrameProps) {
  const main = useRef<HTMLElement>(null)
  const place = JSON.stringify(route ?? null)
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else {
      main.current?.focus()
      scrollTo(0, 0)
    }
  }, [place])
  const mine = MENU.filter(({ roles }) => !roles || roles.some((role) => me?.roles.includes(role)))
  const ways = mine.filter(({ screens }, index) => screens.length === 0 || mine.findIndex((one) => one.screens === screens) === index)
  const here = ways.find(({ screens }) => screens.includes(route?.screen ?? 'waves')) ?? ways[0]
  return (
    <>
      <a class="skip" href="#inhoud" onClick={(event) => { event.preventDefault(); main.current?.focus() }}>Naar de inhoud</a>
      <header class="top">
        {me?.municipality.example && <p class="banner banner--example"><strong>Voorbeeldgemeente.</strong> Alles wat u hier ziet, is verzonnen.</p>}
        <div class="top__inner">
          <a class="top__name" href="#/">Nulmeting{me && <span>{me.municipality.name}</span>}</a>
          {me && (
            <nav aria-label="Hoofdmenu">
              <ul class="top__links">
                {ways.map((item) => (
                  <li key={item.label}><a href={item.href} aria-current={item === here ? 'page' : undefined}>{item.label}</a></li>
                ))}
                <li><button type="button" onClick={onSignOut}>Afmelden</button></li>
              </ul>
            </nav>
          )}
        </div>
      </header>
      <main class="page" id="inhoud" tabIndex={-1} ref={main}>{children}</main>
      <footer class="foot no-print">
        {me && <>Aangemeld als {me.name}. </>}Werkt in Chromium (Chrome, Edge) en Firefox, in een versie van nu.
      </footer>
    </>
  )
}
