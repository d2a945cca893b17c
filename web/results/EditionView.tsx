// The reader's page as markup from an edition alone, so that specimens and tests can read it without a server.
import { Button } from '../components/Button.tsx'
import { measureKey } from '../charts/from-comparison.ts'
import { audienceName, inWords } from '../console/words.ts'
import type { EditionParts } from './edition-parts.ts'
import { MeasureFigure } from './MeasureFigure.tsx'
import { MethodBox } from './MethodBox.tsx'
import { sayTogether } from './sentences.ts'
import { WhomDidWeHear } from './WhomDidWeHear.tsx'
import { Heading } from '../console/Heading.tsx'

export function EditionView({ edition }: { edition: EditionParts }) {
  const { head } = edition
  const shown = head.items.filter(({ measure }) => measure === 'share' || measure === 'mean')
  const together = sayTogether(edition)
  const ordered = [...shown.filter(({ primary }) => primary), ...shown.filter(({ primary }) => !primary)]
  return (
    <article>
      <Heading text={head.wave.label} />
      <p class="lead">{head.baseline ? `Vergeleken met ${head.baseline.label}. ` : ''}Uitgave van {inWords(head.date)}, voor {audienceName(head.audience)}.{head.baseline?.afterStart && ' De nulmeting is van na de start van de aanpak.'}</p>
      <div class="actions"><Button onPress={() => print()}>Afdrukken</Button></div>
      <WhomDidWeHear head={head} />
      {together.length > 0 && (
        <section class="card" aria-label="Samen gelezen">
          <h2>Samen gelezen</h2>
          {together.map((sentence) => <p key={sentence}>{sentence}</p>)}
        </section>
      )}
      {ordered.map((item) => (
        <section key={measureKey(item)} class="card"><MeasureFigure edition={edition} item={item} /></section>
      ))}
      <MethodBox head={head} />
    </article>
  )
}
