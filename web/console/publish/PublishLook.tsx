// The look before publishing: how much is shown and hidden, the primary outcomes as readers will see them, and the edition key that signs.
import { useMemo, useState } from 'preact/hooks'
import { measureKey } from '../../charts/from-comparison.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import type { EditionParts } from '../../results/edition-parts.ts'
import { ResultFigure } from '../../results/ResultFigure.tsx'
import { areasFigure } from '../../results/views/one-item.ts'
import { WhomDidWeHear } from '../../results/WhomDidWeHear.tsx'
import { audienceName, inWords, leftOutText, shownText } from '../words.ts'

export interface PublishLookProps {
  preview: EditionParts
  /** False when the key that signs follows from the archive sheet that was typed. */
  asksEditionKey: boolean
  busy?: boolean
  mistake?: string
  refused?: string
  onPublish: (editionKey: string) => void
  onBack: () => void
}

export function PublishLook({ preview, asksEditionKey, busy = false, mistake, refused, onPublish, onBack }: PublishLookProps) {
  const [key, setKey] = useState('')
  const mistakes = useMemo(() => mistake ? [{ field: 'edition-key', text: mistake }] : [], [mistake])
  const { head, rows } = preview
  const hidden = rows.filter(({ cell }) => 'hidden' in cell).length
  const primary = head.items.filter((item) => item.primary && (item.measure === 'share' || item.measure === 'mean'))
  return (
    <>
      <ErrorSummary mistakes={mistakes} />
      {refused && <Alert kind="mistake" title={refused} />}
      <div class="card">
        <h2>Wat er te zien zal zijn</h2>
        <p>{shownText(rows.length - hidden, hidden, audienceName(head.audience))} {leftOutText(head)}</p>
        <p>Uitgave van {inWords(head.date)}{head.baseline ? `, vergeleken met ${head.baseline.label}` : ''}.</p>
      </div>
      {primary.map((item) => <section key={measureKey(item)} class="card"><ResultFigure figure={areasFigure(preview, item, 'nl')} head={head} language="nl" /></section>)}
      <WhomDidWeHear head={head} />
      <form class="card card--next" noValidate onSubmit={(event) => { event.preventDefault(); onPublish(key) }}>
        {asksEditionKey && <Field name="edition-key" label="Uitgavesleutel" secret value={key} onInput={setKey} hint="Plak de regel onder ‘Ondertekening van uitgaven’ van het sleutelblad. Daarmee ondertekent u." {...(mistake ? { mistake } : {})} />}
        <div class="actions">
          <Button kind="primary" type="submit" busy={busy}>{busy ? 'Bezig met publiceren' : 'Publiceren'}</Button>
          <Button onPress={onBack}>Terug</Button>
        </div>
      </form>
    </>
  )
}
