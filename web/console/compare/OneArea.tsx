// One area over all themes: the neighbourhood page. Shares and marks have their own scale, so each has its own figure.
import { Dumbbell } from '../../charts/Dumbbell.tsx'
import type { DumbbellRow, Unit } from '../../charts/dumbbell.ts'
import { DumbbellTable } from '../../charts/DumbbellTable.tsx'
import { domainName } from '../../charts/from-comparison.ts'
import { Figure } from '../../components/Figure.tsx'
import type { EditionParts } from '../../results/edition-parts.ts'
import { baselineName, nowName, themeRows } from '../../results/edition-parts.ts'
import { sayThemes } from '../../results/sentences.ts'

export function OneArea({ edition, domain }: { edition: EditionParts; domain: string }) {
  const name = domainName(domain, edition.head)
  const { points, marks } = themeRows(edition, domain)
  const figure = (title: string, rows: readonly DumbbellRow[], unit: Unit) => {
    const chart = { rows, unit, label: `${name}: ${title}`, baselineName: baselineName(edition.head), nowName: nowName(edition.head) }
    return rows.length > 0 && (
      <section class="card" aria-label={title}>
        <Figure title={`${name}: ${title}`} rank={2} sentence={sayThemes(rows)} table={<DumbbellTable {...chart} />}><Dumbbell {...chart} /></Figure>
      </section>
    )
  }
  return (
    <>
      {figure('percentages', points, 'points')}
      {figure('rapportcijfers', marks, 'mark')}
      {points.length + marks.length === 0 && <p>Over deze wijk staat niets in deze uitgave.</p>}
    </>
  )
}
