// The technical account as text, Dutch and English: the chapters statistical offices use, in their order. Each chapter is made of what this
// edition really did. Separate from its page, so that a statistician can read it as a whole and a test can ask for every chapter.
import type { EditionHead } from '../analysis/edition.ts'
import type { Language } from '../analysis/sentence-words.ts'
import { thousands } from '../analysis/sentence-words.ts'
import { responseSentence } from '../analysis/view-sentences.ts'
import type { Certificate } from '../counting/certificate.ts'
import { planOf } from './plan-section.ts'
import { dayInWords } from './public-words.ts'

/** What the account is made from; a certificate is absent for an imported survey. */
export interface AccountFacts { head: EditionHead; certificate: Certificate | null; shown: number; hidden: number; tests: number }

export interface Chapter { title: string; paragraphs: readonly string[] }

type Write = (facts: AccountFacts, language: Language) => readonly (string | null)[]

const percent = (share: number, language: Language) => `${String(Math.round(share * 1000) / 10).replace('.', language === 'nl' ? ',' : '.')}%`
const own = ({ head }: AccountFacts) => head.response.find(({ wave }) => wave === head.wave.id)
const say = (nl: string, en: string, language: Language) => (language === 'nl' ? nl : en)

/** The plan that was locked, part by part, and every change of it. */
function planLines(head: EditionHead, language: Language): string[] {
  const { fixed, parts, amendments } = planOf(head, language)
  return [fixed, ...parts.map(({ name, text }) => `${name}: ${text}.`), ...amendments]
}

const CHAPTERS: readonly { title: Record<Language, string>; write: Write }[] = [
  { title: { nl: 'Steekproefkader', en: 'Frame' }, write: ({ head }, l) => [
    say(`Het kader is het bevolkingsregister: volwassenen met een adres in een van de ${head.areas.length} wijken van ${head.municipality}, in de indeling van ${head.boundaryYear}. Wie niet is ingeschreven, staat er niet in.`,
      `The frame is the population register: adults with an address in one of the ${head.areas.length} areas of ${head.municipality}, in the boundaries of ${head.boundaryYear}. Who is not registered is not in it.`, l),
  ] },
  { title: { nl: 'Eenheid', en: 'Unit' }, write: (_, l) => [say('De eenheid is een persoon. Elke brief staat op naam van één getrokken persoon en telt één keer mee.', 'The unit is a person. Every letter names one person who was drawn, and counts once.', l)] },
  { title: { nl: 'Veldwerk', en: 'Fieldwork' }, write: (facts, l) => [
    say(`Van ${dayInWords(facts.head.wave.starts, l)} tot en met ${dayInWords(facts.head.wave.ends, l)}.`, `From ${dayInWords(facts.head.wave.starts, l)} to ${dayInWords(facts.head.wave.ends, l)}.`, l),
    own(facts) ? say('Zo deden mensen mee: ', 'How people took part: ', l) + own(facts)!.modes.map(({ mode, percent: share }) => `${mode} ${share}%`).join(', ') + say('. In welke taal: ', '. In which language: ', l) + own(facts)!.languages.map(({ language, percent: share }) => `${language} ${share}%`).join(', ') + '.' : null,
    planOf(facts.head, l).afterStart,
  ] },
  { title: { nl: 'Respons', en: 'Response' }, write: (facts, l) => [
    own(facts) ? responseSentence(own(facts)!, l) : null,
    facts.certificate ? say(
      `Verstuurd: ${thousands(facts.certificate.drawn, l)}. Uitgegeven toegang: ${thousands(facts.certificate.issued, l)}. Ontvangen: ${thousands(facts.certificate.received, l)}. Ongeldig: ${thousands(facts.certificate.invalid, l)}. Dubbel: ${thousands(facts.certificate.duplicate, l)}. Geteld: ${thousands(facts.certificate.counted, l)}. Respons volgens AAPOR RR1: ${percent(facts.certificate.counted / Math.max(1, facts.certificate.drawn), l)} van alle brieven; brieven die niet aankwamen tellen mee in de noemer.`,
      `Sent: ${thousands(facts.certificate.drawn, l)}. Access issued: ${thousands(facts.certificate.issued, l)}. Received: ${thousands(facts.certificate.received, l)}. Invalid: ${thousands(facts.certificate.invalid, l)}. Double: ${thousands(facts.certificate.duplicate, l)}. Counted: ${thousands(facts.certificate.counted, l)}. Response (AAPOR RR1): ${percent(facts.certificate.counted / Math.max(1, facts.certificate.drawn), l)} of all letters; letters that did not arrive count in the denominator.`, l) : null,
  ] },
  { title: { nl: 'Vragenlijst', en: 'Questionnaire' }, write: ({ head }, l) => [
    say(`${new Set(head.items.map(({ item }) => item)).size} onderwerpen en schalen. Bij elke vraag kon men ‘weet ik niet’ en ‘wil ik niet zeggen’ kiezen of de vraag overslaan; die drie en ‘niet gevraagd’ zijn vier verschillende codes en worden niet weggelaten.`,
      `${new Set(head.items.map(({ item }) => item)).size} subjects and scales. Every question offered ‘I do not know’ and ‘prefer not to say’ and could be skipped; these three and ‘not asked’ are four different codes and are not dropped.`, l),
    ...planLines(head, l),
  ] },
  { title: { nl: 'Weging', en: 'Weighting' }, write: (facts, l) => {
    const figures = own(facts)
    return [
      say(`Insluitgewichten N/n per stratum, daarna geraakt naar ${facts.head.recipe.margins.join(', ')} uit het register${facts.head.recipe.trim ? `, begrensd op ${facts.head.recipe.trim.low} tot ${facts.head.recipe.trim.high} keer het gemiddelde` : ', zonder begrenzing'}.`,
        `Design weights N/n per stratum, then raked to ${facts.head.recipe.margins.join(', ')} of the register${facts.head.recipe.trim ? `, trimmed at ${facts.head.recipe.trim.low} to ${facts.head.recipe.trim.high} times the mean` : ', without trimming'}.`, l),
      figures ? say(`Grootste relatieve afwijking van een marge: ${figures.misfit.toExponential(1)}. Ontwerpeffect (Kish): ${String(figures.deff).replace('.', ',')}; effectieve n ${thousands(figures.effectiveN, l)}. Leeftijd of geslacht onbekend: ${figures.unknownAgeOrSex}% (een eigen klasse, niet verdeeld of weggelaten).`,
        `Largest relative misfit of a margin: ${figures.misfit.toExponential(1)}. Design effect (Kish): ${figures.deff}; effective n ${thousands(figures.effectiveN, l)}. Age or sex unknown: ${figures.unknownAgeOrSex}% (a class of its own, neither spread nor dropped).`, l) : null,
    ]
  } },
  { title: { nl: 'Marges', en: 'Margins' }, write: (_, l) => [
    say('95%-betrouwbaarheidsintervallen uit gelineariseerde varianties per stratum, met de gewichten als gegeven. Percentages: grenzen volgens Korn en Graubard (beta). Gemiddelden: t met de vrijheidsgraden van het domein. Waar niemand of iedereen een antwoord gaf, staat alleen een grens.',
      '95% confidence intervals from linearised variances by stratum, with the weights as given. Percentages: Korn and Graubard limits (beta). Means: t with the domain’s degrees of freedom. Where nobody or everybody gave an answer, only a limit is shown.', l),
  ] },
  { title: { nl: 'Eindige populatie', en: 'Finite population' }, write: (_, l) => [
    say('De correctie voor een eindige populatie is niet gebruikt: verandering gaat over meer dan de mensen van nu. In kleine wijken die helemaal zijn aangeschreven, is de marge daardoor aan de ruime kant.',
      'The finite population correction is not used: change is about more than the people of now. In small areas invited whole the margin is therefore on the wide side.', l),
  ] },
  { title: { nl: 'Families van toetsen', en: 'Families of tests' }, write: ({ head, tests }, l) => [
    head.baseline ? say(`${tests} verschillen zijn getoetst, tweezijdig op ${percent(head.recipe.level, l)}. Hoofdcijfers in focuswijken vormen één familie (Holm); alles wat deze uitgave hoger of lager noemt, is samen gecorrigeerd (Benjamini-Hochberg). Naast elk ‘geen aantoonbaar verschil’ staat vanaf welke verandering dat met ${percent(head.recipe.power, l)} kans te zien was.`,
      `${tests} differences were tested, two-sided at ${percent(head.recipe.level, l)}. Primary outcomes in focus areas are one family (Holm); everything this edition calls higher or lower was corrected together (Benjamini-Hochberg). Beside every ‘no demonstrable difference’ stands the change that would have been seen with a chance of ${percent(head.recipe.power, l)}.`, l)
      : say('Er is niets vergeleken, dus niets getoetst.', 'Nothing was compared, so nothing was tested.', l),
    planOf(head, l).regression,
  ] },
  { title: { nl: 'Onderdrukking', en: 'Suppression' }, write: ({ shown, hidden, head }, l) => [
    say(`${thousands(shown, l)} cijfers zijn te zien, ${thousands(hidden, l)} verborgen. Verborgen is: minder dan 10 antwoorden, of een antwoord dat 1 of 2 mensen gaven (of niet gaven). Ook wat samen met andere cijfers, metingen of uitgaven een verborgen cijfer tot op 20 punten zou verraden, is weggelaten.${head.leftOut.length > 0 ? ` Helemaal weggelaten: ${new Set(head.leftOut.map(({ item }) => item)).size} onderwerpen.` : ''}`,
      `${thousands(shown, l)} figures are shown, ${thousands(hidden, l)} hidden. Hidden is: fewer than 10 answers, or an answer that 1 or 2 people gave (or did not give). What would give a hidden figure away to within 20 points, together with other figures, measurements or editions, is left out as well.${head.leftOut.length > 0 ? ` Left out whole: ${new Set(head.leftOut.map(({ item }) => item)).size} subjects.` : ''}`, l),
  ] },
  { title: { nl: 'Vergelijkbaarheid', en: 'Comparability' }, write: ({ head }, l) => [
    head.baseline ? say(`Vergeleken met ${head.baseline.label}. Alleen dezelfde vraag, met dezelfde woorden, antwoorden, manier van meedoen en talen, is getoetst; anders staat er een breuk.`, `Compared with ${head.baseline.label}. Only the same question, with the same words, answers, modes and languages, was tested; otherwise there is a break.`, l) : null,
  ] },
  { title: { nl: 'Wat niet is gezien', en: 'What was not seen' }, write: (facts, l) => [
    say('Wie niet meedeed, kan anders denken dan wie wel meedeed; weging herstelt dat alleen voor wijk, leeftijd en geslacht.', 'Who did not take part may think otherwise than who did; weighting mends that for area, age and sex only.', l),
    own(facts)?.watched !== null && own(facts) ? say(`${own(facts)!.watched}% vulde in terwijl iemand meekeek.`, `${own(facts)!.watched}% answered while somebody was watching.`, l) : null,
    say('Eigen vraagformuleringen zijn niet dezelfde als die van landelijke monitors.', 'Own wordings are not those of national monitors.', l),
  ] },
]

/** Every chapter, in order; one that has nothing to say is left out. */
export function accountChapters(facts: AccountFacts, language: Language): Chapter[] {
  return CHAPTERS.map(({ title, write }) => ({ title: title[language], paragraphs: write(facts, language).filter((one) => one !== null && one !== undefined) })).filter(({ paragraphs }) => paragraphs.length > 0)
}
