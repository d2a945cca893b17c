// "Hoe gaat het?": what the first page says before its list of metingen. What runs and how many answered, what changed last on the
// hoofdcijfers, and what needs doing this week. Pure, so that a test can walk every state and day.
import type { PublishedComparison } from '../../../src/analysis/edition.ts'
import { changeSentence } from '../../../src/analysis/sentence.ts'
import { didSentence } from '../../../src/analysis/view-sentences.ts'
import type { PlanAnswer } from '../../../src/plans/wire.ts'
import type { EditionSummary } from '../../../src/results/wire.ts'
import type { WaveDetail, WaveSummary } from '../../../src/waves/wire.ts'
import { domainName, measureKey, measureName } from '../../charts/from-comparison.ts'
import type { EditionParts } from '../../results/edition-parts.ts'
import { newestEdition } from '../newest-edition.ts'
import { to } from '../route.ts'
import { stepsOf } from '../wave-steps.ts'
import { inWords, number } from '../words.ts'

/** Something to do: what, where, and the day it is for (YYYY-MM-DD) when it has one. */
export interface Task { text: string; href: string; day: string | null }

const WEEK = 7

/** What asks for somebody between today and a week from now, what is late first. */
export function tasksOf(waves: readonly WaveSummary[], running: readonly WaveDetail[], editions: readonly EditionSummary[], plan: PlanAnswer['state'], today: string): Task[] {
  const until = addDays(today, WEEK)
  const tasks: Task[] = []
  if (plan !== 'locked') tasks.push({ text: plan === 'none' ? 'Schrijf het evaluatieplan, vóór de nulmeting.' : 'Leg het evaluatieplan vast. Zonder dat begint geen meting.', href: to('evaluatieplan'), day: null })
  for (const wave of running) {
    for (const [index, day] of wave.reminders.entries()) {
      if (day >= today && day <= until) tasks.push({ text: `${wave.name}: verstuur herinnering ${index + 1}.`, href: to('meting', wave.id, 'brieven'), day })
    }
  }
  for (const wave of waves) {
    const { next, missing } = stepsOf(wave, newestEdition(editions, wave.id))
    if (wave.state === 'field') {
      if (wave.ends <= until) tasks.push({ text: `${wave.name}: sluit het veldwerk na de laatste dag.`, href: to('meting', wave.id, 'sluiten'), day: wave.ends })
    } else if (next && wave.state !== 'sealed') tasks.push({ text: `${wave.name}: ${lower(missing)}`, href: next.href, day: wave.state === 'ready' ? wave.starts : null })
    else if (wave.state === 'sealed' && !wave.pilot) tasks.push(...publishing(wave, editions))
  }
  return tasks.sort((a, b) => (a.day ?? today).localeCompare(b.day ?? today))
}

function publishing(wave: WaveSummary, editions: readonly EditionSummary[]): Task[] {
  const audiences = editions.filter((edition) => edition.wave === wave.id).map(({ audience }) => audience)
  const href = to('meting', wave.id, 'publiceren')
  if (audiences.length === 0) return [{ text: `${wave.name}: publiceer de uitkomsten, eerst voor de stuurgroep.`, href, day: null }]
  return audiences.includes('public') ? [] : [{ text: `${wave.name}: vertel het de bewoners. Maak een uitgave voor iedereen.`, href, day: null }]
}

export interface Running { id: string; name: string; ends: string; daysLeft: number; answers: string; margin: string | null }

/** Share and design effect for a margin before anything is counted: a figure of 30%, and what weighting usually costs. */
const EXPECTED = { share: 0.3, deff: 1.3 }

/** A meting in the field, in figures that move once a day. */
export function runningOf({ id, name, ends, invited, received, asOf }: Pick<WaveSummary, 'id' | 'name' | 'ends' | 'invited' | 'received' | 'asOf'>, today: string): Running {
  const answers = received === null ? 'De eerste telling komt morgenochtend.'
    : `Minstens ${number(received)} van ${number(invited)} brieven beantwoord (${Math.floor((100 * received) / Math.max(1, invited))}%), stand van ${inWords(asOf ?? today)}.`
  const half = received ? 196 * Math.sqrt((EXPECTED.deff * EXPECTED.share * (1 - EXPECTED.share)) / received) : null
  return {
    id, name, ends, daysLeft: Math.max(0, Math.round((Date.parse(ends) - Date.parse(today)) / 86_400_000)), answers,
    margin: half === null ? null : `Dat geeft voor de hele gemeente een marge van ongeveer ${Math.ceil(half)} punten bij een cijfer van 30%.`,
  }
}

/** What changed last on the hoofdcijfers: a sentence each for the focus areas, and against the comparison areas where that was claimed or tested. */
export function lastChanges(edition: EditionParts): { name: string; where: string; sentences: string[] }[] {
  const { head } = edition
  const of = (key: string, domain: string): PublishedComparison | undefined => edition.comparisons.find((one) => measureKey(one) === key && one.domain === domain)
  return head.items.filter((item) => item.primary && (item.measure === 'share' || item.measure === 'mean')).flatMap((item) => {
    const key = measureKey(item)
    const focus = head.areas.filter(({ role }) => role === 'focus')
    const comparison = of(key, 'focus') ?? (focus.length === 1 ? of(key, focus[0]!.id) : undefined) ?? of(key, 'all')
    if (!comparison) return []
    const did = edition.did.find((one) => measureKey(one) === key)
    return [{
      name: measureName(item), where: domainName(comparison.domain, head),
      sentences: [
        changeSentence(comparison, 'nl', { afterStart: head.baseline?.afterStart ?? false }),
        ...(did && comparison.difference && comparison.domain !== 'all' ? [didSentence(did, comparison.difference.value, 'nl')] : []),
      ],
    }]
  })
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
