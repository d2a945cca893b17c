// The list of advice: each page with the languages it stands in and those it misses, and the order in which residents see them.
// Separate from the form because most visits only look whether a translation is missing.
import { useState } from 'preact/hooks'
import type { AdviceDesk } from '../../../src/advice/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { Heading } from '../Heading.tsx'
import { to } from '../route.ts'
import { plural } from '../words.ts'
import { languageName, languageTyped } from './advice-words.ts'

export interface AdviceViewProps {
  desk: AdviceDesk
  refused?: string
  onStart: () => void
  onOrder: (slugs: readonly string[]) => void
}

export function AdviceView({ desk, refused, onStart, onOrder }: AdviceViewProps) {
  const missing = desk.pages.reduce((sum, { texts }) => sum + desk.languages.filter((language) => !texts[language]).length, 0)
  const slugs = desk.pages.map(({ slug }) => slug)
  const up = (index: number) => onOrder([...slugs.slice(0, index - 1), slugs[index]!, slugs[index - 1]!, ...slugs.slice(index + 1)])
  return (
    <>
      <Heading text="Adviezen" />
      <p class="lead">Bewoners lezen dit op de pagina waar zij iets kunnen vertellen. Niemand ziet wie het leest. Wat u bewaart, staat er meteen.</p>
      {refused && <Alert kind="mistake" title={refused} />}
      {desk.pages.length === 0 && (
        <div class="card card--next">
          <p>Er zijn nog geen adviezen. Begin met de voorbeeldteksten in het Nederlands en Engels, en maak ze passend voor uw gemeente.</p>
          <div class="actions"><Button kind="primary" onPress={onStart}>Voorbeeldteksten klaarzetten</Button><Button href={to('adviezen', 'nieuw', 'nl')}>Zelf een pagina schrijven</Button></div>
        </div>
      )}
      {desk.pages.length > 0 && (
        <>
          <p>{missing === 0 ? 'Elke pagina staat in elke taal.' : `${plural(missing, 'vertaling ontbreekt', 'vertalingen ontbreken')} nog.`}</p>
          <ul class="waves">
            {desk.pages.map(({ slug, texts }, index) => (
              <li key={slug} class="card advice">
                <h2>{titleOf(texts)}</h2>
                <ul class="chips">
                  {desk.languages.map((language) => (
                    <li key={language}>
                      <a class={texts[language] ? 'chip' : 'chip chip--missing'} href={to('adviezen', slug, language)}>
                        {languageName(language)}{!texts[language] && ': ontbreekt'}
                      </a>
                    </li>
                  ))}
                </ul>
                {index > 0 && <Button onPress={() => up(index)}>Omhoog<span class="only-heard">: {titleOf(texts)}</span></Button>}
              </li>
            ))}
          </ul>
          <div class="actions"><Button kind="primary" href={to('adviezen', 'nieuw', 'nl')}>Nieuwe pagina</Button></div>
          <AnotherLanguage slug={slugs[0]!} known={desk.languages} />
        </>
      )}
    </>
  )
}

/** A further language begins with one page; from then on every page shows that it misses it. */
function AnotherLanguage({ slug, known }: { slug: string; known: readonly string[] }) {
  const [typed, setTyped] = useState('')
  const [mistake, setMistake] = useState<string>()
  const begin = (event: Event) => {
    event.preventDefault()
    const language = languageTyped(typed)
    if (language === null) setMistake('Vul een taalcode in, zoals ar, tr of pl.')
    else if (known.includes(language)) setMistake(`${languageName(language)} staat er al.`)
    else location.hash = to('adviezen', slug, language)
  }
  return (
    <form class="card" noValidate onSubmit={begin}>
      <h2>Nog een taal</h2>
      <Field name="language" label="Code van de taal" hint="Bijvoorbeeld ar (Arabisch), tr (Turks), pl (Pools), so (Somalisch). U begint met de eerste pagina." value={typed} onInput={setTyped} {...(mistake ? { mistake } : {})} />
      <Button type="submit">Deze taal toevoegen</Button>
    </form>
  )
}

function titleOf(texts: Readonly<Record<string, { title: string }>>): string {
  return (texts.nl ?? texts.en ?? Object.values(texts)[0])?.title ?? ''
}
