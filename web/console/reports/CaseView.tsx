// One report, read: what was told, the messages of both sides, answering, coding, and what else can be done with it. What does not verify says
// "beschadigd of vervalst" in its place and hides nothing else.
import { useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { Heading } from '../Heading.tsx'
import { to } from '../route.ts'
import type { Status } from '../../../src/crypto/report-message.ts'
import type { CaseFile, CaseMessage, CaseRow } from './case.ts'
import { CodingForm } from './CodingForm.tsx'
import type { CodingFormProps } from './CodingForm.tsx'
import { likelyDoubles } from './inbox-filter.ts'
import { kindNames, partNames, sinceNames, spotNames, statusNames, weekName } from './report-words.ts'
import { ReplyForm } from './ReplyForm.tsx'
import type { ReplyFormProps } from './ReplyForm.tsx'

export interface CaseViewProps {
  file: CaseFile
  rows: readonly CaseRow[]
  areas: Readonly<Record<string, string>>
  busy: boolean
  refused?: string
  said?: string
  onReply: ReplyFormProps['onReply']
  onCode: CodingFormProps['onCode']
  onState: (state: CaseRow['state']) => void
  onMerge: (into: string | null) => void
}

const FAULTS = { damaged: 'Dit bericht is beschadigd of vervalst.', moved: 'Dit bericht hoort hier niet: beschadigd of vervalst.', gap: 'Vóór dit bericht ontbreekt er een.' } as const

export function CaseView({ file: { row, text, messages }, rows, areas, busy, refused, said, onReply, onCode, onState, onMerge }: CaseViewProps) {
  const status: Status = messages.filter(({ from, fault }) => from === 'officer' && fault !== 'damaged').at(-1)?.status ?? 'read'
  return (
    <>
      <p class="crumb"><a href={to('meldingen')}>Meldingen</a></p>
      <Heading text={row.name}>{row.state !== 'open' && <> <span class="state">{row.state === 'junk' ? 'geen melding' : 'afgesloten'}</span></>}</Heading>
      {refused && <Alert kind="mistake" title={refused} />}
      {said && <Alert kind="done" title={said} />}
      <div class="beside">
        <div>
          {row.facts === null
            ? <Alert kind="warning" title="Deze melding is beschadigd of vervalst."><p>Zij opent niet met de sleutel van haar maand, of hoort op een andere plek. Bel uw beheerder als dit vaker gebeurt.</p></Alert>
            : (
              <section class="card" aria-label="De melding">
                <dl class="facts">
                  <div><dt>Soort</dt><dd>{row.facts.kinds.map((kind) => kindNames[kind]).join(', ') || 'niet gezegd'}</dd></div>
                  <div><dt>Waar</dt><dd>{row.facts.area === '' ? 'buurt niet gezegd' : areas[row.facts.area] ?? row.facts.area}<small>{spotNames[row.facts.spot]}</small></dd></div>
                  <div><dt>Wanneer</dt><dd>{sinceNames[row.facts.since]}<small>{partNames[row.facts.partOfDay]}; verteld in {weekName(row.facts.week)}</small></dd></div>
                </dl>
                <h2>Wat er gebeurt</h2>
                {text === null ? <Alert kind="warning" title="De tekst is beschadigd of vervalst." /> : text === '' ? <p>Er staat geen tekst bij.</p> : <p class="told" lang={row.facts.language} dir="auto">{text}</p>}
              </section>
            )}
          <section class="card" aria-label="Berichten">
            <h2>Berichten</h2>
            {messages.length === 0 ? <p>Er zijn nog geen berichten.</p> : <ol class="messages">{messages.map((one) => <Message key={`${one.from} ${one.number}`} message={one} />)}</ol>}
          </section>
          {row.facts && <ReplyForm status={status} busy={busy} onReply={onReply} />}
        </div>
        <div>
          {row.facts && row.coding === 'damaged' && <Alert kind="warning" title="De codering is beschadigd of vervalst."><p>Codeer opnieuw.</p></Alert>}
          {row.facts && <CodingForm key={`${row.thread}`} facts={row.facts} coding={row.coding === 'damaged' ? null : row.coding} areas={areas} busy={busy} onCode={onCode} />}
          <section class="card" aria-label="Verder met deze melding">
            <h2>Verder met deze melding</h2>
            <div class="actions">
              {row.facts && <Button kind="primary" href={to('meldingen', 'signalen', 'nieuw', row.month, row.thread)}>Signaal schrijven</Button>}
              {row.state === 'open'
                ? <><Button busy={busy} onPress={() => onState('closed')}>Afsluiten</Button><Button busy={busy} onPress={() => onState('junk')}>Geen melding</Button></>
                : <Button busy={busy} onPress={() => onState('open')}>Weer openen</Button>}
            </div>
            <Doubles row={row} rows={rows} busy={busy} onMerge={onMerge} />
          </section>
        </div>
      </div>
    </>
  )
}

function Message({ message: { from, text, status, fault } }: { message: CaseMessage }) {
  return (
    <li class={`message message--${from}`}>
      <p class="message__who">{from === 'reporter' ? 'De melder' : `Wij: ${statusNames[status]}`}</p>
      {fault !== null && <p class="message__fault">{FAULTS[fault]}</p>}
      {fault !== 'damaged' && text !== '' && <p class="told" dir="auto">{text}</p>}
    </li>
  )
}

function Doubles({ row, rows, busy, onMerge }: { row: CaseRow; rows: readonly CaseRow[]; busy: boolean; onMerge: (into: string | null) => void }) {
  const [typed, setTyped] = useState('')
  const [mistake, setMistake] = useState<string>()
  if (row.mergedInto !== null) {
    const into = rows.find(({ month, thread }) => month === row.month && thread === row.mergedInto)
    return <p>Dubbel van {into ? <a href={to('meldingen', 'melding', into.month, into.thread)}>{into.name}</a> : 'een melding die er niet meer is'}. <Button busy={busy} onPress={() => onMerge(null)}>Toch niet dubbel</Button></p>
  }
  const likely = likelyDoubles(rows, row)
  const byName = (event: Event) => {
    event.preventDefault()
    const name = (typed.toLowerCase().match(/\p{L}+/gu) ?? []).join('-')
    const found = rows.find((one) => one.month === row.month && one.name === name && one.thread !== row.thread)
    setMistake(found ? undefined : 'In deze maand is er geen andere melding met die naam.')
    if (found) onMerge(found.thread)
  }
  return (
    <details>
      <summary>Staat hetzelfde in een andere melding?</summary>
      {likely.length > 0 && <ul class="doubles">{likely.map((one) => <li key={one.thread}><a href={to('meldingen', 'melding', one.month, one.thread)}>{one.name}</a> <Button busy={busy} onPress={() => onMerge(one.thread)}>Dubbel van {one.name}</Button></li>)}</ul>}
      <form noValidate onSubmit={byName}>
        <Field name="double" label="Naam van de andere melding" hint="Twee woorden, uit dezelfde maand." value={typed} onInput={setTyped} {...(mistake ? { mistake } : {})} />
        <Button type="submit" busy={busy}>Als dubbel merken</Button>
      </form>
    </details>
  )
}
