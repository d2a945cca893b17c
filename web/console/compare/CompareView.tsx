// The comparison as markup: two choices, then either one theme over all areas or one area over all themes, each with what it says,
// who gave no answer, whom we heard and how it was made. Pure, so that specimens and tests drive it.
import type { EditionSummary } from '../../../src/results/wire.ts'
import { domainName, measureKey, measureName } from '../../charts/from-comparison.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import type { Choice } from '../../components/Field.tsx'
import { Field } from '../../components/Field.tsx'
import type { EditionParts } from '../../results/edition-parts.ts'
import { MethodBox } from '../../results/MethodBox.tsx'
import { WhomDidWeHear } from '../../results/WhomDidWeHear.tsx'
import { audienceName, inWords } from '../words.ts'
import { to } from '../route.ts'
import { OneArea } from './OneArea.tsx'
import { OneTheme } from './OneTheme.tsx'
import { Heading } from '../Heading.tsx'

export interface CompareViewProps {
  editions: readonly Pick<EditionSummary, 'id' | 'head'>[]
  id: string
  edition: EditionParts
  /** A measure's key, or `wijk:` and a domain; absent: the first primary outcome. */
  chosen: string | undefined
  onChoose: (edition: string, chosen?: string) => void
}

const AREA = 'wijk:'

export function CompareView({ editions, id, edition, chosen, onChoose }: CompareViewProps) {
  const { head } = edition
  const themes = themesOf(edition)
  const domain = chosen?.startsWith(AREA) ? chosen.slice(AREA.length) : null
  const item = themes.find((theme) => measureKey(theme) === chosen) ?? themes[0]
  return (
    <>
      <Heading text="Vergelijken" />
      <div class="fields no-print">
        <Field name="edition" label="Meting" kind="choice" value={id} choices={editions.map(editionChoice)} onInput={(value) => onChoose(value)} />
        <Field name="theme" label="Onderwerp of wijk" kind="choice" value={domain === null ? item ? measureKey(item) : '' : chosen!} choices={choicesOf(edition)} onInput={(value) => onChoose(id, value)} />
      </div>
      <p class="lead">{head.wave.label}{head.baseline ? `, vergeleken met ${head.baseline.label}` : ', zonder eerdere meting'}. Uitgave van {inWords(head.date)} voor {audienceName(head.audience)}.</p>
      {head.baseline?.afterStart && <Alert kind="info" title="Nulmeting na de start: de aanpak was al begonnen toen de eerste meting liep." />}
      {head.baseline?.imported && <Alert kind="info" title="De eerdere cijfers komen uit een ander onderzoek. Alleen gelijke vragen zijn getoetst." />}
      {domain !== null ? <OneArea edition={edition} domain={domain} /> : item && <OneTheme edition={edition} item={item} />}
      <div class="actions no-print"><Button onPress={() => print()}>Afdrukken</Button><a href={to('uitgave', id)}>Alles op één pagina</a></div>
      <WhomDidWeHear head={head} />
      <MethodBox head={head} />
    </>
  )
}

function themesOf({ head }: EditionParts) {
  const shown = head.items.filter(({ measure }) => measure === 'share' || measure === 'mean')
  return [...shown.filter(({ primary }) => primary), ...shown.filter(({ primary }) => !primary)]
}

function editionChoice({ id, head }: Pick<EditionSummary, 'id' | 'head'>): Choice {
  return { value: id, label: `${head.wave.label}${head.baseline ? ` tegenover ${head.baseline.label}` : ''} (${audienceName(head.audience)}, ${inWords(head.date)})` }
}

function choicesOf(edition: EditionParts): Choice[] {
  const domains = [...new Set([...edition.comparisons, ...edition.rows].map((row) => row.domain))]
  const together = ['all', 'focus', 'comparison']
  const ordered = [...together.filter((domain) => domains.includes(domain)), ...domains.filter((domain) => !together.includes(domain))]
  return [
    ...themesOf(edition).map((item) => ({ value: measureKey(item), label: measureName(item), group: item.primary ? 'Hoofduitkomsten' : 'Andere onderwerpen' })),
    ...ordered.map((domain) => ({ value: `${AREA}${domain}`, label: domainName(domain, edition.head), group: 'Alles over één wijk' })),
  ]
}
