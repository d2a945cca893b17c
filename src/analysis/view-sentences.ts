// The sentences of whole views: against comparison areas, one area on a page, silence, fear, who did not dare to say,
// whom we heard, stayers. Separate from sentence.ts, which speaks of one comparison; here several rows make one thought.
import { DYSFUNCTIONALLY_WORRIED, FUNCTIONALLY_WORRIED } from '../instrument/functional-fear.ts'
import type { Cell, Edition, Measure, PublishedComparison, PublishedDid, ResponseFigures } from './edition.ts'
import { capital, range } from './sentence.ts'
import { WORDS, cellWords, points, thousands } from './sentence-words.ts'
import type { Language } from './sentence-words.ts'

/** Focus against comparison areas, with the placebo rank. `focusChange`: the change of the focus areas themselves. */
export function didSentence(did: PublishedDid, focusChange: number, language: Language): string {
  const { measure, effect, comparisonAreas, placebo, verdict, detectable } = did
  const falling = focusChange < 0
  const size = points(measure, effect.value, language)
  const limits = range(measure, effect, language)
  const more = (effect.value < 0) === falling
  const first = placebo?.rank === 1
  if (language === 'nl') {
    if (verdict === 'none') return `Geen aantoonbaar verschil met ${comparisonAreas} vergelijkingswijken${detectable === null ? '' : ` (zichtbaar vanaf ${points(measure, detectable, language)})`}.`
    const claim = `De ${falling ? 'daling' : 'stijging'} is ${size} ${more ? 'groter' : 'kleiner'} dan in ${comparisonAreas} vergelijkingswijken (${limits})`
    if (verdict === 'unclaimed') return `${claim}; met minder dan vijf vergelijkingswijken is dat niet aan te tonen.`
    return `${claim}${first ? `${more ? ' en groter' : ' en kleiner'} dan in elk van die wijken` : ''}.`
  }
  if (verdict === 'none') return `No demonstrable difference from ${comparisonAreas} comparison areas${detectable === null ? '' : ` (visible from ${points(measure, detectable, language)})`}.`
  const claim = `The ${falling ? 'fall' : 'rise'} is ${size} ${more ? 'larger' : 'smaller'} than in ${comparisonAreas} comparison areas (${limits})`
  if (verdict === 'unclaimed') return `${claim}; with fewer than five comparison areas that cannot be shown.`
  return `${claim}${first ? ` and ${more ? 'larger' : 'smaller'} than in each of them` : ''}.`
}

/** One area on a page: what went better, what went worse, and how much cannot be said. Names are nouns of themes. */
export function areaSentence(name: string, themes: readonly { theme: string; comparison: PublishedComparison; better: 'lower' | 'higher' | 'neither' }[], language: Language): string {
  const moved = (good: boolean): string[] => themes.filter(({ comparison: { verdict }, better }) =>
    (verdict === 'lower' || verdict === 'higher') && better !== 'neither' && (verdict === better) === good).map(({ theme }) => theme)
  const silent = themes.filter(({ comparison: { verdict } }) => verdict !== 'lower' && verdict !== 'higher').length
  const [better, worse] = [moved(true), moved(false)]
  if (language === 'nl') {
    const parts = [...(better.length > 0 ? [`ging vooruit: ${better.join(', ')}`] : []), ...(worse.length > 0 ? [`ging achteruit: ${worse.join(', ')}`] : [])]
    return `In ${name} ${parts.length > 0 ? `${parts.join('; ')}; ` : ''}${parts.length > 0 ? 'over' : 'kunnen wij over'} ${silent} van ${themes.length} thema's ${parts.length > 0 ? 'kunnen wij niets zeggen' : 'niets zeggen'}.`
  }
  const parts = [...(better.length > 0 ? [`better: ${better.join(', ')}`] : []), ...(worse.length > 0 ? [`worse: ${worse.join(', ')}`] : [])]
  return `In ${name} ${parts.length > 0 ? `${parts.join('; ')}; ` : ''}about ${silent} of ${themes.length} themes we can say nothing.`
}

/** Fear that helps and fear that harms; null where a part is not shown. */
export function fearSentence(edition: Edition, wave: string, language: Language): string | null {
  const afraid = find(edition, wave, 'afraid', 'share')
  const harmed = find(edition, wave, 'functionalFear', 'share', DYSFUNCTIONALLY_WORRIED)
  const adapted = find(edition, wave, 'functionalFear', 'share', FUNCTIONALLY_WORRIED)
  if (!afraid || !harmed || !adapted) return null
  const [a, h, f] = [afraid, harmed, adapted].map((cell) => cellWords('share', cell, language))
  return language === 'nl' ? `${a} was het afgelopen jaar bang; bij ${h} werd het leven er slechter door, ${f} paste iets aan of was bang en leeft gewoon door.`
    : `${a} were afraid in the past year; for ${h} life got worse by it, ${f} adapted or were afraid and live on as before.`
}

/** Who saw pressure, and how many of all told those who can act; null where a part is not shown. */
export function silenceSentence(edition: Edition, wave: string, language: Language): string | null {
  const saw = find(edition, wave, 'seenPressure', 'share')
  const told = find(edition, wave, 'told', 'share')
  if (!saw || !told) return null
  const [s, t] = [saw, told].map((cell) => cellWords('share', cell, language))
  return language === 'nl' ? `${s} zag of hoorde dat mensen onder druk gezet werden; ${t} van alle mensen meldde zoiets aan gemeente, verhuurder, politie of Meld Misdaad Anoniem.`
    : `${s} saw or heard that people were pressed; ${t} of all people reported such a thing to municipality, landlord, police or Meld Misdaad Anoniem.`
}

/** Who would not say whether they were pressed, now and then, and how many were watched. */
export function refusalSentence(edition: Edition, domain: string, language: Language): string | null {
  const found = edition.comparisons.find((each) => each.item === 'ownPressure' && each.measure === 'preferNot' && each.domain === domain)
  const now = found?.now ?? edition.rows.find((row) => row.wave === edition.head.wave.id && row.item === 'ownPressure' && row.measure === 'preferNot' && row.domain === domain)?.cell
  if (!now) return null
  const words = WORDS[language]
  const before = found && !('hidden' in found.baseline) ? `; ${words.baseline} ${cellWords('preferNot', found.baseline, language)}` : ''
  const watched = edition.head.response.find(({ wave }) => wave === edition.head.wave.id)?.watched ?? null
  return language === 'nl'
    ? `${capital(cellWords('preferNot', now, language))} wilde niet zeggen of zij bedreigd zijn${before}.${watched === null ? '' : ` ${watched}% van alle mensen vulde in terwijl iemand meekeek.`}`
    : `${capital(cellWords('preferNot', now, language))} would not say whether they were threatened${before}.${watched === null ? '' : ` ${watched}% of all people answered while somebody was watching.`}`
}

/** Age groups as printed. */
const AGES = ['18-34', '35-54', '55-74', '75+'] as const

/** "1.310 van 4.800 aangeschreven mensen (27%); 18-34 jaar half zo vaak; na weging tellen de antwoorden als 980." */
export function responseSentence(figures: ResponseFigures, language: Language): string {
  const lowest = figures.ages.filter(({ relative }) => relative !== null && relative < 0.8).sort((a, b) => a.relative! - b.relative!)[0]
  const often = (relative: number): string => (relative <= 0.55 && relative >= 0.45 ? (language === 'nl' ? 'half zo vaak' : 'half as often')
    : language === 'nl' ? `${String(relative).replace('.', ',')} keer zo vaak` : `${relative} times as often`)
  const young = lowest ? ` ${AGES[lowest.age - 1]}${language === 'nl' ? ' jaar' : ' years'} ${often(lowest.relative!)};` : ''
  const [responses, invited, effective] = [figures.responses, figures.invited, figures.effectiveN].map((value) => thousands(value, language))
  return language === 'nl' ? `${responses} van ${invited} aangeschreven mensen (${figures.rate}%);${young} na weging tellen de antwoorden als ${effective}.`
    : `${responses} of ${invited} people invited (${figures.rate}%);${young} after weighting the answers count as ${effective}.`
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

function find(edition: Edition, wave: string, item: string, measure: Measure, category?: number): Cell | null {
  const row = edition.rows.find((each) => each.wave === wave && each.item === item && each.measure === measure && each.domain === 'all'
    && (category === undefined || each.categories[0] === category))
  return row?.cell ?? null
}
