// One letter, front and back, drawn by the page for its own printer: the same parts in the same order as the command line's page
// (src/letters/letter-page.ts), under the same style sheet. A test holds the two side by side.
import type { LetterFrame, LetterSheet } from '../../../src/letters/letter-sheet.ts'

export function LetterPaper({ frame, sheet }: { frame: LetterFrame; sheet: LetterSheet }) {
  const { words, lines, returnLine, site, label, fingerprint, pilot } = frame
  const { mailing, to, code, qr } = sheet
  const side = `${qr.millimetres}mm`
  return (
    <>
      <section class="letter">
        {pilot && <p class="letter__pilot">PROEF</p>}
        <p class="letter__return">{returnLine}</p>
        <p class="letter__to">{to.map((line, i) => <span key={i}>{line}</span>)}</p>
        <p class="letter__number">{mailing}</p>
        <p>{words.greeting}</p>
        {words.paragraphs.map((text, i) => <p key={i}>{text}</p>)}
        <div class="letter__how">
          <svg viewBox={`0 0 ${qr.size} ${qr.size}`} width={side} height={side} shape-rendering="crispEdges"><path d={qr.path} /></svg>
          <div><p>{words.how}</p><p class="letter__site">{site}</p><p>Kenmerk en code:<br /><span class="letter__typed">{label} {code}</span></p></div>
        </div>
        <p>{words.closing.map((line, i) => <span key={i}>{i > 0 && <br />}{line}</span>)}</p>
        <ul class="letter__lines">{lines.map(({ language, direction, text }) => <li key={language} lang={language} dir={direction}>{text}</li>)}</ul>
      </section>
      <section class="letter letter__back"><p class="letter__fingerprint">{fingerprint}</p></section>
    </>
  )
}
