// How the figures were made, in a box that every print carries: margins, weights, tests, what is hidden. Separate because it is read by
// the few who check, on every page that shows figures.
import type { EditionHead } from '../../src/analysis/edition.ts'
import { audienceName, inWords, leftOutText } from '../console/words.ts'

export function MethodBox({ head }: { head: EditionHead }) {
  const deff = head.response.map(({ deff }) => String(deff).replace('.', ',')).join(' en ')
  return (
    <section class="card method" aria-label="Hoe deze cijfers zijn gemaakt">
      <h2>Hoe deze cijfers zijn gemaakt</h2>
      <ul>
        <li>Antwoorden zijn gewogen naar {head.recipe.margins.map((margin) => ({ area: 'wijk', age: 'leeftijd', sex: 'geslacht' })[margin]).join(', ')}.{deff && ` Het effect van wegen (deff) is ${deff}.`}</li>
        <li>Elke marge is een interval van {Math.round(100 * (1 - head.recipe.level))}%. Bij een verschil hoort de marge van het verschil zelf.</li>
        <li>‘Aantoonbaar’ houdt rekening met alle vergelijkingen in deze uitgave (Holm voor de hoofduitkomsten, Benjamini-Hochberg voor de rest).</li>
        <li>Percentages zijn hele punten; aantallen zijn afgerond op 5. Cijfers over te weinig mensen staan er niet in.</li>
        {head.leftOut.length > 0 && <li>{leftOutText(head)} Geen enkele indeling beschermde die genoeg.</li>}
        <li>Uitgave van {inWords(head.date)} voor {audienceName(head.audience)}. Grenzen van {head.boundaryYear}. Rekenwijze {head.engine}.</li>
      </ul>
    </section>
  )
}
