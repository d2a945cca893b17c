// "Een meting doen in tien stappen" as a page to read and print, in Dutch or English. Names of screens that have an address of their own are
// links. Markup from the handbook's text.
import { Button } from '../../components/Button.tsx'
import { Heading } from '../Heading.tsx'
import { to } from '../route.ts'
import type { Help, HelpSection, Inline } from './read-help.ts'

/** Screens that need no meting: their name -> their address. */
const SCREENS: Readonly<Record<string, string>> = {
  'Uw gemeente': 'gemeente', 'Collega’s': 'collegas', Papieren: 'papieren', 'Nieuwe meting': 'nieuwe-meting', Evaluatieplan: 'evaluatieplan', Vergelijken: 'vergelijken',
}

export type HelpLanguage = 'nl' | 'en'

export function HelpView({ help: { title, sections }, language }: { help: Help; language: HelpLanguage }) {
  return (
    <>
      <p class="crumb"><a href="#/">Metingen</a></p>
      <div lang={language}><Heading text={title} /></div>
      <p class="no-print">{language === 'nl' ? <a href={to('hulp', 'en')} lang="en" hreflang="en">This page in English</a> : <a href={to('hulp')} lang="nl" hreflang="nl">Deze pagina in het Nederlands</a>}</p>
      <div class="help" lang={language}>{sections.map((section) => <Part key={section.heading} section={section} />)}</div>
      <div class="actions no-print"><Button onPress={() => print()}>Afdrukken</Button></div>
    </>
  )
}

function Part({ section: { step, heading, blocks } }: { section: HelpSection }) {
  return (
    <section class={step === null ? 'help__part' : 'card help__step'}>
      {heading !== '' && <h2>{step !== null && <span class="help__number">{step}</span>}{heading}</h2>}
      {blocks.map((block, at) => ('list' in block
        ? <ul key={at}>{block.list.map((item, place) => <li key={place}><Text inlines={item} /></li>)}</ul>
        : <p key={at}><Text inlines={block} /></p>))}
    </section>
  )
}

function Text({ inlines }: { inlines: readonly Inline[] }) {
  return <>{inlines.map((inline, at) => {
    if (typeof inline === 'string') return inline
    if ('line' in inline) return <code key={at} class="mono">{inline.line}</code>
    const address = SCREENS[inline.name]
    return address === undefined ? <strong key={at} lang="nl">{inline.name}</strong> : <a key={at} lang="nl" href={to(address)}>{inline.name}</a>
  })}</>
}
