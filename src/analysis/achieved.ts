// "Is het gelukt?": what the primary outcomes of the focus areas say together, in one line, and per outcome in one. Separate from the
// sentences it stands above, because it is the only place where verdicts are added up; it adds no figure of its own.
import type { EditionHead, EditionItem, PublishedComparison, PublishedDid } from './edition.ts'
import type { Language } from './sentence-words.ts'

/** yes: every primary outcome better somewhere, none worse; partly: some; mixed: better and worse; worse; unseen: no difference shown; unknown: nothing compares. */
export type Achieved = 'yes' | 'partly' | 'mixed' | 'worse' | 'unseen' | 'unknown'

export interface OutcomeTally {
  item: EditionItem
  /** Focus areas by what was found: better, worse, no difference shown, nothing to say. */
  better: string[]
  worse: string[]
  none: string[]
  silent: string[]
  /** Against comparison areas: better, worse, no difference shown, not claimed, or not tested. */
  against: 'better' | 'worse' | 'none' | 'unclaimed' | null
}

interface Parts { head: EditionHead; comparisons: readonly PublishedComparison[]; did: readonly PublishedDid[] }

const same = (a: Pick<EditionItem, 'item' | 'measure' | 'categories'>, b: Pick<EditionItem, 'item' | 'measure' | 'categories'>): boolean =>
  a.item === b.item && a.measure === b.measure && a.categories.join() === b.categories.join()

/** One tally per primary outcome, over the focus areas that the edition lists. */
export function outcomeTallies({ head, comparisons, did }: Parts): OutcomeTally[] {
  const focus = new Set(head.areas.filter(({ role }) => role === 'focus').map(({ id }) => id))
  return head.items.filter((item) => item.primary && (item.measure === 'share' || item.measure === 'mean')).map((item): OutcomeTally => {
    const list = comparisons.filter((comparison) => same(comparison, item) && focus.has(comparison.domain))
    const where = (test: (verdict: PublishedComparison['verdict']) => boolean): string[] => list.filter(({ verdict }) => test(verdict)).map(({ domain }) => domain)
    const good = (verdict: string): boolean => verdict === item.better
    const moved = (verdict: string): boolean => verdict === 'lower' || verdict === 'higher'
    const against = did.find((each) => same(each, item))?.verdict ?? null
    return {
      item, better: where((verdict) => moved(verdict) && good(verdict)), worse: where((verdict) => moved(verdict) && !good(verdict)),
      none: where((verdict) => verdict === 'none'), silent: where((verdict) => !moved(verdict) && verdict !== 'none'),
      against: against === 'lower' || against === 'higher' ? (good(against) ? 'better' : 'worse') : against,
    }
  })
}

export function achievedOf(tallies: readonly OutcomeTally[]): Achieved {
  const better = tallies.filter((tally) => tally.better.length > 0).length
  const worse = tallies.filter((tally) => tally.worse.length > 0).length
  if (tallies.every((tally) => tally.better.length + tally.worse.length + tally.none.length === 0)) return 'unknown'
  if (better > 0 && worse > 0) return 'mixed'
  if (worse > 0) return 'worse'
  if (better === 0) return 'unseen'
  return better === tallies.length ? 'yes' : 'partly'
}

const SHORT: Readonly<Record<Language, Readonly<Record<Achieved, string>>>> = {
  nl: {
    yes: 'Ja, zover wij kunnen zien.', partly: 'Voor een deel.', mixed: 'Gemengd: beter en slechter.', worse: 'Nee, het werd slechter.',
    unseen: 'Dat is niet aan te tonen.', unknown: 'Dat kunnen wij nog niet zeggen.',
  },
  en: {
    yes: 'Yes, as far as we can see.', partly: 'In part.', mixed: 'Mixed: better and worse.', worse: 'No, it became worse.',
    unseen: 'That cannot be shown.', unknown: 'We cannot say that yet.',
  },
}

/** "Voor een deel." and what stands behind it: how many outcomes moved, and for how many more than elsewhere. */
export function achievedSentences(tallies: readonly OutcomeTally[], language: Language): { short: string; why: string } {
  const short = SHORT[language][achievedOf(tallies)]
  const count = (test: (tally: OutcomeTally) => boolean): number => tallies.filter(test).length
  const [better, worse] = [count((tally) => tally.better.length > 0), count((tally) => tally.worse.length > 0)]
  const more = count((tally) => tally.against === 'better' && tally.better.length > 0)
  const tested = tallies.some(({ against }) => against !== null && against !== 'unclaimed')
  if (achievedOf(tallies) === 'unknown') return { short, why: language === 'nl' ? 'Er is geen eerdere meting die hiermee te vergelijken is.' : 'There is no earlier measurement to compare this with.' }
  if (language === 'nl') {
    const of = `${better} van de ${tallies.length} hoofduitkomsten`
    return {
      short,
      why: `${better === 0 ? `Bij geen van de ${tallies.length} hoofduitkomsten` : `Bij ${of}`} werd het in een of meer focuswijken aantoonbaar beter, bij ${worse === 0 ? 'geen' : worse} slechter.`
        + (better === 0 ? '' : tested ? (more > 0 ? ` Bij ${more} daarvan is dat meer dan in de vergelijkingswijken.` : ' Bij geen daarvan is aan te tonen dat het meer is dan in de vergelijkingswijken.') : ''),
    }
  }
  return {
    short,
    why: `${better === 0 ? `For none of the ${tallies.length} primary outcomes` : `For ${better} of the ${tallies.length} primary outcomes`} one or more focus areas became demonstrably better, for ${worse === 0 ? 'none' : worse} worse.`
      + (better === 0 ? '' : tested ? (more > 0 ? ` For ${more} of these that is more than in the comparison areas.` : ' For none of these can it be shown to be more than in the comparison areas.') : ''),
  }
}
