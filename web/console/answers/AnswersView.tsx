// The answers as a form: one area at a time, so that twenty areas do not make a wall of fields; what was written in another area is kept.
import { useState } from 'preact/hooks'
import type { EditionHead } from '../../../src/analysis/edition.ts'
import type { AreaAnswer } from '../../../src/publication/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { Heading } from '../Heading.tsx'
import { to } from '../route.ts'

export type AnswersSaid = { kind: 'busy' } | { kind: 'done' } | { kind: 'refused'; text: string } | null

export interface AnswersViewProps {
  /** The edition. */
  id: string
  head: Pick<EditionHead, 'areas' | 'audience' | 'wave'>
  answers: readonly AreaAnswer[]
  said: AnswersSaid
  onSave: (answers: readonly AreaAnswer[]) => void
}

export function AnswersView({ id, head, answers: stored, said, onSave }: AnswersViewProps) {
  const [answers, setAnswers] = useState(stored)
  const [area, setArea] = useState('all')
  const of = (language: AreaAnswer['language']): AreaAnswer => answers.find((one) => one.area === area && one.language === language) ?? { area, language, said: '', doing: '' }
  const change = (language: AreaAnswer['language'], part: Partial<AreaAnswer>) =>
    setAnswers([...answers.filter((one) => !(one.area === area && one.language === language)), { ...of(language), ...part }])
  const places = [{ id: 'all', name: 'Hele gemeente' }, ...head.areas]
  const written = (place: string) => answers.some((one) => one.area === place && (one.said !== '' || one.doing !== ''))
  return (
    <>
      <p class="crumb"><a href={to('uitgave', id)}>{head.wave.label}</a></p>
      <Heading text="U zei, wij doen" />
      <p class="lead">Vertel bewoners wat u hoorde en wat u doet. Schrijf kort en concreet. Noem geen mensen, families of huisnummers.</p>
      {head.audience !== 'public' && <Alert kind="info" title="Dit kan bij een uitgave voor iedereen. Publiceer die eerst." />}
      {said?.kind === 'refused' && <Alert kind="mistake" title={said.text} />}
      {said?.kind === 'done' && <Alert kind="done" title="Bewaard. Het staat nu op de openbare pagina." />}
      <form class="card" noValidate onSubmit={(event) => { event.preventDefault(); onSave(answers) }}>
        <Field name="area" label="Wijk" kind="choice" value={area} onInput={setArea} choices={places.map(({ id: place, name }) => ({ value: place, label: `${name}${written(place) ? ' (ingevuld)' : ''}` }))} />
        <Field name="said" label="U zei" kind="lines" value={of('nl').said} onInput={(text) => change('nl', { said: text })} hint="Bijvoorbeeld: u voelt zich ’s avonds onveilig bij het plein." />
        <Field name="doing" label="Wij doen" kind="lines" value={of('nl').doing} onInput={(text) => change('nl', { doing: text })} hint="Bijvoorbeeld: vanaf maart brandt er meer licht. De wijkagent is er elke donderdag." />
        <Field name="said-en" label="U zei, in het Engels (mag leeg blijven)" kind="lines" value={of('en').said} onInput={(text) => change('en', { said: text })} />
        <Field name="doing-en" label="Wij doen, in het Engels (mag leeg blijven)" kind="lines" value={of('en').doing} onInput={(text) => change('en', { doing: text })} />
        <Button kind="primary" type="submit" busy={said?.kind === 'busy' || head.audience !== 'public'}>Bewaren</Button>
      </form>
    </>
  )
}
