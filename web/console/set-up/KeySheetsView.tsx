// Making, printing and reading back a key sheet, as markup: first the archive's, then the meting's. The sheets are all that prints.
import { useState } from 'preact/hooks'
import { encode } from 'uqr'
import type { KeySheet } from '../../../src/crypto/key-sheet.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { to } from '../route.ts'
import { StepFrame } from '../StepFrame.tsx'

export interface KeySheetsViewProps {
  wave: WaveDetail
  /** The mark of the archive sheet; null while there is none. */
  archive: string | null
  made: KeySheet | null
  busy: boolean
  refused: string | null
  mistake: string | undefined
  mayMake: boolean
  onMake: () => void
  onReadBack: (typed: string, which: 'archive' | 'wave') => void
  onPrint: () => void
}

export function KeySheetsView({ wave, archive, made, busy, refused, mistake, mayMake, onMake, onReadBack, onPrint }: KeySheetsViewProps) {
  const [typed, setTyped] = useState('')
  const which = archive === null ? 'archive' : 'wave'
  const ready = archive !== null && wave.keyConfirmed
  const what = which === 'archive' ? 'Opent alle getelde metingen van uw gemeente en tekent uitgaven.' : `Opent de antwoorden van: ${wave.name}.`
  const done = [archive !== null && `Het sleutelblad van het archief is er (${archive}).`, wave.keyConfirmed && `Het sleutelblad van deze meting is teruggelezen (${wave.keyFingerprint}).`].filter((text) => typeof text === 'string')
  const missing = [archive === null && 'Het sleutelblad van het archief, één keer voor alle metingen.', !wave.keyConfirmed && 'Het sleutelblad van deze meting.'].filter((text) => typeof text === 'string')
  return (
    <StepFrame wave={wave} step="brieven" heading="Sleutelbladen" done={done} missing={missing} next={ready ? { label: 'Verder', href: to('meting', wave.id, wave.state === 'draft' ? 'vastleggen' : 'brieven') } : null}>
      {refused && <Alert kind="mistake" title={refused} />}
      {!ready && !mayMake && <Alert kind="info" title="Sleutelbladen maakt de collega die telt, op een eigen apparaat." />}
      {!ready && mayMake && !made && (
        <section class="card no-print" aria-label="Sleutelblad maken">
          <h2>{which === 'archive' ? 'Sleutelblad van het archief' : 'Sleutelblad van deze meting'}</h2>
          <p>{what} U print het blad twee keer, voor twee kluizen op twee plekken. De sleutel staat daarna alleen op papier. Zonder blad kan niemand tellen.</p>
          <div class="actions"><Button kind="primary" busy={busy} onPress={onMake}>Sleutelblad maken</Button></div>
        </section>
      )}
      {made && !ready && (
        <>
          <section class="card no-print" aria-label="Printen en teruglezen">
            <h2>Print twee bladen en lees er één terug</h2>
            <div class="actions"><Button onPress={onPrint}>Printen</Button></div>
            <Field name="sheet" label={`Sleutelblad ${made.fingerprint}`} kind="lines" secret value={typed} onInput={setTyped} {...(mistake ? { mistake } : {})}
              hint="Typ de 24 woorden van een geprint blad, of scan de QR-code. De eerste vier letters van elk woord zijn genoeg." />
            <div class="actions"><Button kind="primary" busy={busy} onPress={() => onReadBack(typed, which)}>Teruglezen</Button></div>
          </section>
          {[1, 2].map((copy) => <Sheet key={copy} sheet={made} what={what} copy={copy} pilot={which === 'wave' && wave.pilot} />)}
        </>
      )}
    </StepFrame>
  )
}

function Sheet({ sheet: { words, qr, fingerprint }, what, copy, pilot }: { sheet: KeySheet; what: string; copy: number; pilot: boolean }) {
  const { data, size } = encode(qr, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <section class="card key-sheet" aria-label={`Sleutelblad ${copy} van 2`}>
      <h2>Sleutelblad {copy} van 2{pilot && ' · PROEF'}</h2>
      <p>{what}<br />Kenmerk: <strong class="mono">{fingerprint}</strong></p>
      <p>Bewaar dit blad in een kluis. Wie dit blad heeft, kan openen wat erbij hoort.</p>
      <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={`QR-code van sleutelblad ${copy}`}><path d={squares} /></svg>
      <ol class="key-sheet__words">{words.map((word, index) => <li key={index}>{word}</li>)}</ol>
    </section>
  )
}
