// The list of papers with what each misses, the few details they need, and one paper as it prints. Markup from data.
import { useState } from 'preact/hooks'
import type { Block, DetailField, Paper, PapersAnswer } from '../../../src/papers/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Field } from '../../components/Field.tsx'
import { Heading } from '../Heading.tsx'
import { to } from '../route.ts'

export interface PapersViewProps {
  answer: PapersAnswer
  /** Kind and language, `privacy-nl`; absent: the list. */
  chosen: string | undefined
  mayWrite: boolean
  said: { field: string; text: string; mistake: boolean } | null
  onKeep: (field: string, value: string) => void
}

const nameOf = ({ kind, language }: Paper) => `${kind}-${language}`

export function PapersView({ answer, chosen, mayWrite, said, onKeep }: PapersViewProps) {
  const paper = answer.papers.find((one) => nameOf(one) === chosen)
  if (paper) return <PaperPrint paper={paper} />
  return (
    <>
      <Heading text="Papieren" />
      <p class="lead">Deze papieren maken wij uit uw instellingen. Controleer ze, vul aan wat mist en druk ze af.</p>
      <section class="card" aria-label="De papieren">
        <ul class="steps">
          {answer.papers.map((one) => (
            <li key={nameOf(one)} class={one.missing.length === 0 ? 'steps__done' : ''} data-sign={one.missing.length === 0 ? '✓' : '→'}>
              <a href={to('papieren', nameOf(one))} lang={one.language}>{one.title}</a>
              {one.missing.length > 0 && <> Nog niet ingevuld: {one.missing.join(', ')}.</>}
            </li>
          ))}
        </ul>
        <p>Contact, functionaris en telefoon vult u in bij <a href={to('gemeente')}>Uw gemeente</a>.</p>
      </section>
      {mayWrite && (
        <section class="card" aria-label="Aanvullen">
          <h2>Aanvullen</h2>
          {answer.fields.map((field) => <DetailRow key={field.field} field={field} value={answer.values[field.field] ?? ''} said={said?.field === field.field ? said : null} onKeep={onKeep} />)}
        </section>
      )}
    </>
  )
}

function DetailRow({ field: { field, label, hint, choices }, value, said, onKeep }: { field: DetailField; value: string; said: PapersViewProps['said']; onKeep: PapersViewProps['onKeep'] }) {
  const [typed, setTyped] = useState(value)
  const options = choices ? [{ value: '', label: 'Kies' }, ...choices] : undefined
  return (
    <form class="detail" noValidate onSubmit={(event) => { event.preventDefault(); onKeep(field, typed) }}>
      <Field name={`detail-${field}`} label={label} hint={hint} value={typed} onInput={setTyped} {...(options ? { kind: 'choice' as const, choices: options } : {})} {...(said?.mistake ? { mistake: said.text } : {})} />
      <Button type="submit">Bewaren</Button>{said && !said.mistake && <span role="status"> {said.text}</span>}
    </form>
  )
}

function PaperPrint({ paper }: { paper: Paper }) {
  return (
    <>
      <p class="crumb"><a href={to('papieren')}>Papieren</a></p>
      <div lang={paper.language}>
        <Heading text={paper.title} />
        {paper.missing.length > 0 && <Alert kind="warning" title="Nog niet compleet."><p>Nog niet ingevuld: {paper.missing.join(', ')}.</p></Alert>}
        {paper.sections.map(({ heading, blocks }, index) => (
          <div key={index} class="card">
            {heading && <h2>{heading}</h2>}
            {blocks.map((block, place) => <PaperBlock key={place} block={block} caption={heading || paper.title} />)}
          </div>
        ))}
      </div>
      <div class="actions no-print"><Button kind="primary" onPress={() => print()}>Afdrukken</Button></div>
    </>
  )
}

function PaperBlock({ block, caption }: { block: Block; caption: string }) {
  if (typeof block === 'string') return <p>{block}</p>
  if ('list' in block) return <ul>{block.list.map((item) => <li key={item}>{item}</li>)}</ul>
  const { columns, rows } = block.table
  return <DataTable caption={caption} columns={columns.map((heading, at) => ({ heading, text: (row: readonly string[]) => row[at] ?? '' }))} rows={rows} />
}
