// The sentences of whole views: against comparison areas, one area on a page, silence, fear, who did not dare to say, whom we heard,
// stayers. Separate from sentence.ts, which speaks of one comparison; here several rows make one thought. Where a part is not
// shown the sentence says less, or null: never half a figure.
import { DYSFUNCTIONALLY_WORRIED, FUNCTIONALLY_WORRIED } from '../instrument/functional-fear.ts'
import type { Cell, Edition, EditionItem, Measure, PublishedComparison, PublishedDid, ResponseFigures } from './edition.ts'
import { capital, range } from './sentence.ts'
import { WORDS, cellWords, listWords, points, thousands } from './sentence-words.ts'
import type { Language } from './sentence-words.ts'

type Shown = Pick<Edition, 'head' | 'rows' | 'comparisons'>

/** Focus against comparison areas, with the placebo rank. `focusChange`: the change of the focus areas themselves. */
export function didSentence(did: PublishedDid, focusChange: number, language: Language): string {
  const { measure, effect, comparisonAreas, placebo, verdict, detectable } = did
  const falling = focusChange < 0
  const size = points(measure, effect.value, language)
  const limits = range(measure, effect, language)
  const more = (effect.value < 0) === falling
  const others = (placebo?.rank ?? 1) - 1
  // the comparison areas went the other way, or the focus areas stood still: then nothing is a larger fall than another
  const apart = focusChange === 0 || Math.sign(focusChange - effect.value) === -Math.sign(focusChange)
  if (language === 'nl') {
    if (verdict === 'none') return `Geen aantoonbaar verschil met ${comparisonAreas} vergelijkingswijken${detectable === null ? '' : ` (zichtbaar vanaf ${points(measure, detectable, language)})`}.`
    const claim = apart ? `De focuswijken gingen ${size} ${effect.value < 0 ? 'omlaag' : 'omhoog'} tegenover ${comparisonAreas} vergelijkingswijken (${limits})`
      : `De ${falling ? 'daling' : 'stijging'} is ${size} ${more ? 'groter' : 'kleiner'} dan in ${comparisonAreas} vergelijkingswijken (${limits})`
    if (verdict === 'unclaimed') return `${claim}; met minder dan vijf vergelijkingswijken is dat niet aan te tonen.`
    if (others > 0) return `${claim}; ${others} van die wijken ${others === 1 ? 'verschilt' : 'verschillen'} zelf net zo veel van de andere.`
    return `${claim}${apart ? '; geen van die wijken verschilt zelf zo veel van de andere' : ` en ${more ? 'groter' : 'kleiner'} dan in elk van die wijken`}.`
  }
  if (verdict === 'none') return `No demonstrable difference from ${comparisonAreas} comparison areas${detectable === null ? '' : ` (visible from ${points(measure, detectable, language)})`}.`
  const claim = apart ? `The focus areas went ${size} ${effect.value < 0 ? 'down' : 'up'} against ${comparisonAreas} comparison areas (${limits})`
    : `The ${falling ? 'fall' : 'rise'} is ${size} ${more ? 'larger' : 'smaller'} than in ${comparisonAreas} comparison areas (${limits})`
  if (verdict === 'unclaimed') return `${claim}; with fewer than five comparison areas that cannot be shown.`
  if (others > 0) return `${claim}; ${others} of those areas ${others === 1 ? 'differs' : 'differ'} as much from the rest.`
  return `${claim}${apart ? '; none of those areas differs as much from the rest' : ` and ${more ? 'larger' : 'smaller'} than in each of them`}.`
}

/** One area on a page: what went better, what went worse, where no difference shows, and how much cannot be said. Names are nouns of themes. */
export function areaSentence(name: string, themes: readonly { theme: string; comparison: PublishedComparison; better: 'lower' | 'higher' | 'neither' }[], language: Language): string {
  const moved = (good: boolean): string[] => themes.filter(({ comparison: { verdict }, better }) =>
    (verdict === 'lower' || verdict === 'higher') && better !== 'neither' && (verdict === better) === good).map(({ theme }) => theme)
  const [better, worse] = [moved(true), moved(false)]
  const none = themes.filter(({ comparison: { verdict } }) => verdict === 'none').length
  const silent = themes.length - better.length - worse.length - none
  const went = (list: readonly string[]): string => (list.length === 1 ? 'ging' : 'gingen')
  const parts = language === 'nl' ? [
    ...(better.length > 0 ? [`${went(better)} ${listWords(better, language)} vooruit`] : []), ...(worse.length > 0 ? [`${went(worse)} ${listWords(worse, language)} achteruit`] : []),
    ...(better.length + worse.length === 0 ? ['ging geen thema aantoonbaar vooruit of achteruit'] : []),
    ...(none > 0 ? [`bij ${none} van ${themes.length} thema's is geen verschil aan te tonen`] : []), ...(silent > 0 ? [`over ${silent} van ${themes.length} thema's kunnen wij niets zeggen`] : []),
  ] : [
    ...(better.length > 0 ? [`${listWords(better, language)} went forward`] : []), ...(worse.length > 0 ? [`${listWords(worse, language)} went back`] : []),
    ...(better.length + worse.length === 0 ? ['no theme demonstrably went forward or back'] : []),
    ...(none > 0 ? [`for ${none} of ${themes.length} themes no difference can be shown`] : []), ...(silent > 0 ? [`about ${silent} of ${themes.length} themes we can say nothing`] : []),
  ]
  return `In ${name} ${parts.join('; ')}.`
}

/** Fear that helps and fear that harms; null where a part is not shown. */
export function fearSentence(edition: Shown, wave: string, language: Language, domain = 'all'): string | null {
  const afraid = find(edition, wave, domain, 'afraid', 'share')
  const harmed = find(edition, wave, domain, 'functionalFear', 'share', [DYSFUNCTIONALLY_WORRIED])
  const adapted = find(edition, wave, domain, 'functionalFear', 'share', [FUNCTIONALLY_WORRIED])
  if (!afraid || !harmed || !adapted) return null
  const [a, h, f] = [afraid, harmed, adapted].map((cell) => cellWords('share', cell, language))
  return language === 'nl' ? `${capital(a!)} was het afgelopen jaar bang; bij ${h} werd het leven er slechter door, ${f} paste iets aan of was bang en leeft gewoon door.`
    : `${capital(a!)} were afraid in the past year; for ${h} life got worse by it, ${f} adapted or were afraid and live on as before.`
}

/** Who saw pressure, how many of them told those who can act, and why others did not; null where the first two are not shown. */
export function silenceSentence(edition: Shown, wave: string, language: Language, domain = 'all'): string | null {
  const saw = find(edition, wave, domain, 'seenPressure', 'share')
  const told = find(edition, wave, domain, 'told', 'among') ?? find(edition, wave, domain, 'told', 'share')
  if (!saw || !told) return null
  const among = find(edition, wave, domain, 'told', 'among') !== null
  const [s, t] = [saw, told].map((cell) => cellWords('share', cell, language))
  const often = 'hidden' in told || !among ? null : oneIn(told.value)
  const reason = topReason(edition, wave, domain)
  const why = !reason?.item.answer ? '' : language === 'nl' ? ` Meest genoemde reden om te zwijgen: ‘${reason.item.answer.nl}’ (${inner(reason.cell, language)}).`
    : ` Reason for silence named most: ‘${reason.item.answer.en}’ (${inner(reason.cell, language)}).`
  if (language === 'nl') {
    const told = among ? `van wie druk zag of meemaakte meldde ${often === null ? t : `1 op de ${often} (${t})`} het aan gemeente, verhuurder, politie of Meld Misdaad Anoniem` : `${t} van alle mensen meldde zoiets aan gemeente, verhuurder, politie of Meld Misdaad Anoniem`
    return `${capital(s!)} zag of hoorde dat mensen onder druk gezet werden; ${told}.${why}`
  }
  const heard = among ? `of people who saw or met with it ${often === null ? t : `1 in ${often} (${t})`} reported it to the municipality, landlord, police or Meld Misdaad Anoniem` : `${t} of all people reported such a thing to the municipality, landlord, police or Meld Misdaad Anoniem`
  return `${capital(s!)} saw or heard that people were pressed; ${heard}.${why}`
}

/** The reason named most by those who saw it and did not report it; null where none is shown. */
export function topReason({ head, rows }: Shown, wave: string, domain: string): { item: EditionItem; cell: Cell } | null {
  const reasons = head.items.filter(({ item, measure }) => item === 'whyNot' && measure === 'among').flatMap((item) => {
    const cell = rows.find((row) => row.wave === wave && row.item === 'whyNot' && row.measure === 'among' && row.domain === domain && row.categories[0] === item.categories[0])?.cell
    return cell && !('hidden' in cell) ? [{ item, cell }] : []
  })
  return reasons.sort((a, b) => b.cell.value - a.cell.value)[0] ?? null
}

/** Who would not say whether they were pressed, now and then, and how many were watched. */
export function refusalSentence(edition: Shown, domain: string, language: Language): string | null {
  const wave = edition.head.wave.id
  const found = edition.comparisons.find((each) => each.item === 'ownPressure' && each.measure === 'preferNot' && each.domain === domain)
  const now = found?.now ?? find(edition, wave, domain, 'ownPressure', 'preferNot')
  if (!now) return null
  const words = WORDS[language]
  const before = found && !('hidden' in found.baseline) ? `; ${edition.head.baseline?.afterStart ? words.afterStart : words.baseline} ${cellWords('preferNot', found.baseline, language)}` : ''
  const watched = find(edition, wave, domain, 'watched', 'share')
  const seen = watched === null || 'hidden' in watched ? '' : language === 'nl' ? ` ${capital(cellWords('share', watched, language))} vulde in terwijl iemand meekeek.`
    : ` ${capital(cellWords('share', watched, language))} answered while somebody was watching.`
  return `${capital(cellWords('preferNot', now, language))} ${language === 'nl' ? 'wilde niet zeggen of zij bedreigd zijn' : 'would not say whether they were threatened'}${before}.${seen}`
}

/** Age groups as printed. */
export const AGES = ['18-34', '35-54', '55-74', '75+'] as const

/** "1.310 van 4.800 aangeschreven mensen (27%); 18-34 jaar half zo vaak; na weging tellen de antwoorden als 980." */
export function responseSentence(figures: ResponseFigures, language: Language): string {
  const lowest = figures.ages.filter(({ relative }) => relative !== null && relative < 0.8).sort((a, b) => a.relative! - b.relative!)[0]
  const young = lowest ? ` ${AGES[lowest.age - 1]}${language === 'nl' ? ' jaar' : ' years'} ${oftenWords(lowest.relative!, language)};` : ''
  const [responses, invited, effective] = [figures.responses, figures.invited, figures.effectiveN].map((value) => thousands(value, language))
  return language === 'nl' ? `${responses} van ${invited} aangeschreven mensen (${figures.rate}%);${young} na weging tellen de antwoorden als ${effective}.`
    : `${responses} of ${invited} people invited (${figures.rate}%);${young} after weighting the answers count as ${effective}.`
}

/** "half zo vaak", "1,3 keer zo vaak": response against the average. */
export function oftenWords(relative: number, language: Language): string {
  if (relative <= 0.55 && relative >= 0.45) return language === 'nl' ? 'half zo vaak' : 'half as often'
  if (relative === 1) return language === 'nl' ? 'even vaak' : 'as often'
  return language === 'nl' ? `${String(relative).replace('.', ',')} keer zo vaak` : `${relative} times as often`
}

/** What the same comparison says among stayers; null when it was not made. */
export function stayersSentence(comparison: PublishedComparison, language: Language): string | null {
  const stayers = comparison.checks.find(({ kind }) => kind === 'stayers')
  if (!stayers || (comparison.verdict !== 'lower' && comparison.verdict !== 'higher')) return null
  const way = WORDS[language][comparison.verdict]
  const limits = range(comparison.measure, stayers.difference, language)
  if (stayers.verdict === comparison.verdict) {
    return language === 'nl' ? `Ook onder wie er al vijf jaar woont is het ${way} (${limits}): het komt niet alleen door verhuizen.`
      : `Among people who have lived there for five years it is ${way} too (${limits}): moving is not the whole story.`
  }
  return language === 'nl' ? `Onder wie er al vijf jaar woont is dat niet aan te tonen (${limits}): het kan door verhuizen komen.`
    : `Among people who have lived there for five years that cannot be shown (${limits}): it may be moving.`
}

function find({ rows }: Shown, wave: string, domain: string, item: string, measure: Measure, categories?: readonly number[]): Cell | null {
  const row = rows.find((each) => each.wave === wave && each.item === item && each.measure === measure && each.domain === domain
    && (categories === undefined || each.categories.join() === categories.join()))
  return row?.cell ?? null
}

/** "58%, 53-63": a figure inside brackets. */
function inner(cell: Cell, language: Language): string {
  return cellWords('share', cell, language).replace(/ \((.*)\)$/, ', $1')
}

/** 5 for 20%: "1 op de 5", where that is within two points; null where no small number says it. */
function oneIn(percent: number): number | null {
  return [2, 3, 4, 5, 6, 8, 10, 20].find((k) => Math.abs(percent - 100 / k) <= 1) ?? null
}
