// One page of advice in one language: the text on one side, what residents will see on the other, and the Dutch text to translate from.
// Separate so that nobody saves what they have not seen laid out.
import { useMemo, useState } from 'preact/hooks'
import type { AdviceDesk, AdviceText } from '../../../src/advice/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { PlainText } from '../../components/PlainText.tsx'
import { Heading } from '../Heading.tsx'
import { to } from '../route.ts'
import { languageName } from './advice-words.ts'

export interface AdviceFormProps {
  desk: AdviceDesk
  slug: string
  language: string
  refused?: string
  onSave: (text: AdviceText) => void
  onDrop: () => void
}

export function AdviceForm({ desk, slug, language, refused, onSave, onDrop }: AdviceFormProps) {
  const texts = desk.pages.find((page) => page.slug === slug)?.texts ?? {}
  const stored = texts[language]
  const [title, setTitle] = useState(stored?.title ?? '')
  const [body, setBody] = useState(stored?.body ?? '')
  const [tried, setTried] = useState(false)
  const [dropping, setDropping] = useState(false)
  const mistakes = useMemo(() => (tried ? mistakesIn(title, body) : []), [tried, title, body])
  const mistake = (field: string) => mistakes.find((one) => one.field === field)?.text
  const source = language === 'nl' ? undefined : texts.nl ?? texts.en
  const save = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (mistakesIn(title, body).length === 0) onSave({ title, body })
  }
  return (
    <>
      <p class="crumb"><a href={to('adviezen')}>Adviezen</a></p>
      <Heading text={`${stored?.title ?? 'Nieuwe tekst'} (${languageName(language)})`} />
      {refused && <Alert kind="mistake" title={refused} />}
      <ErrorSummary mistakes={mistakes} />
      <div class="beside">
        <form class="card" noValidate onSubmit={save}>
          <Field name="title" label="Titel" value={title} onInput={setTitle} language={language} {...(mistake('title') ? { mistake: mistake('title')! } : {})} />
          <Field name="body" label="Tekst" kind="lines" rows={18} value={body} onInput={setBody} language={language} {...(mistake('body') ? { mistake: mistake('body')! } : {})}
            hint="Gewone tekst. Een lege regel begint een nieuwe alinea. # en een spatie maakt een kop, - en een spatie een punt van een lijst." />
          <div class="actions"><Button kind="primary" type="submit">Bewaren</Button><Button href={to('adviezen')}>Terug</Button></div>
        </form>
        <section class="card" aria-label="Zo ziet de bewoner het">
          <h2>Zo ziet de bewoner het</h2>
          {body.trim() === '' && title.trim() === '' ? <p>Begin met typen.</p> : <><h3 lang={language} dir="auto">{title}</h3><PlainText text={body} rank={4} language={language} /></>}
        </section>
      </div>
      {source && (
        <details class="card">
          <summary>Waaruit u vertaalt: {source.title}</summary>
          <PlainText text={source.body} rank={3} />
        </details>
      )}
      {stored && (
        <div class="card">
          {dropping
            ? <><p>De tekst in het {languageName(language)} gaat weg. Is het de laatste taal, dan gaat de pagina weg.</p><div class="actions"><Button kind="danger" onPress={onDrop}>Ja, weghalen</Button><Button onPress={() => setDropping(false)}>Nee, laten staan</Button></div></>
            : <Button onPress={() => setDropping(true)}>Deze tekst weghalen</Button>}
        </div>
      )}
    </>
  )
}

function mistakesIn(title: string, body: string): { field: string; text: string }[] {
  return [
    ...(title.trim() === '' ? [{ field: 'title', text: 'Geef de pagina een titel.' }] : title.length > 100 ? [{ field: 'title', text: `De titel is ${title.length} tekens lang. Hooguit 100 past.` }] : []),
    ...(body.trim() === '' ? [{ field: 'body', text: 'Schrijf de tekst.' }] : body.length > 8000 ? [{ field: 'body', text: `De tekst is ${body.length} tekens lang. Hooguit 8.000 past.` }] : []),
  ]
}
