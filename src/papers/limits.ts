// "Wat wij niet kunnen beloven": every limit of the promises, for residents, in Dutch (B1) and English. Pure. Separate from the privacy notice,
// because a limit that stands between reassurances is not read. What holds on one runtime only is said on that runtime only.
import type { Block, Paper, PaperFacts, Section } from './paper.ts'

type Both = { nl: [heading: string, ...blocks: Block[]]; en: [heading: string, ...blocks: Block[]]; when?: (facts: PaperFacts) => boolean }

const LIMITS: readonly Both[] = [
  {
    nl: ['Twee mensen samen', 'Uw antwoord is op slot. De sleutel ligt op papier in twee kluizen. Wie de sleutel heeft én kopieën van de server uit de tijd van het onderzoek, kan uw antwoord bij uw brief zoeken. Daarvoor moeten mensen met verschillende taken samenspannen.', 'Na de telling vernietigen wij de sleutel. Vanaf die dag kan niemand dit meer. De dag staat in de verklaring.'],
    en: ['Two people together', 'Your answer is locked. The key is on paper in two safes. Whoever has the key and also copies of the server from the time of the survey can look up which answer belongs to which letter. People with different tasks would have to work together for that.', 'After the count we destroy the key. From that day nobody can do this any more. The certificate names the day.'],
  },
  {
    nl: ['Wie de pagina verandert', 'Uw telefoon zet uw antwoord op slot. De pagina die dat doet, komt van onze server. Wie inbreekt op de server en de pagina verandert, kan meelezen. Iedereen kan controleren of de pagina klopt: de code is openbaar en de controlegetallen ook.'],
    en: ['Whoever changes the page', 'Your phone locks your answer. The page that does so comes from our server. Whoever breaks into the server and changes the page can read along. Everybody can check whether the page is right: the code and its digests are public.'],
  },
  {
    nl: ['Uw telefoon', 'Wie uw telefoon open in handen heeft terwijl u invult, ziet wat u invult. Uw browser onthoudt dat u de pagina bezocht. Is er software op uw telefoon gezet die meekijkt, dan helpt onze beveiliging niet. U kunt ook bellen of een andere telefoon gebruiken.'],
    en: ['Your phone', 'Whoever holds your unlocked phone while you answer sees what you answer. Your browser remembers that you visited the page. If somebody put software on your phone that watches you, our protection does not help. You can also call us or use another phone.'],
  },
  {
    nl: ['De brief', 'Huisgenoten en buren kunnen zien dat u een brief kreeg. Wij kunnen dat niet verbergen. De envelop is neutraal en de brief is in elke wijk dezelfde.', 'Wie uw brief heeft en zelf een computerprogramma schrijft, kan nagaan of de code al is gebruikt. Is die nog niet gebruikt, dan is de code daarna op. Onze pagina laat dit nooit zien.'],
    en: ['The letter', 'People you live with and neighbours can see that you got a letter. We cannot hide that. The envelope is neutral and the letter is the same in every neighbourhood.', 'Whoever holds your letter and writes a computer program can find out whether its code was used. If it was not, the code is used up by that. Our page never shows it.'],
  },
  {
    nl: ['Wat u zelf schrijft', 'In het onderzoek kunt u niets in eigen woorden schrijven. In een melding wel. Schrijf daar niets waaraan iemand u herkent: wie de melding leest, leest uw woorden.'],
    en: ['What you write yourself', 'In the survey you cannot write anything in your own words. In a report you can. Write nothing there by which somebody may recognise you: who reads the report reads your words.'],
  },
  {
    nl: ['De klok van de server', 'Wij schrijven nergens op wanneer u antwoordde. Wie op dat moment meekijkt op de server, ziet wel dat er een brief en kort daarna een antwoord binnenkomt. Wat erin staat, ziet die niet.'],
    en: ['The clock of the server', 'We write down nowhere when you answered. Whoever watches the server at that very moment does see a letter come in and an answer shortly after. Not what is in it.'],
  },
  {
    when: ({ runtime }) => runtime === 'edge',
    nl: ['Het logboek van de databaseserver', 'Deze dienst draait op een databaseserver die zelf een logboek bijhoudt. Daarin staat in welke volgorde er iets is opgeslagen. Dat logboek verdwijnt met de database, na de telling. Tot dan geldt wat hierboven staat over twee mensen samen.', 'Valt de stroom uit bij de server, dan kan een antwoord dat net binnen was, verloren gaan.'],
    en: ['The log of the database server', 'This service runs on a database server that keeps a log of its own. It holds the order in which things were stored. That log goes with the database, after the count. Until then the same holds as above for two people together.', 'If the power of the server fails, an answer that had only just arrived may be lost.'],
  },
  {
    when: ({ backupDays, restorePointDays }) => (backupDays ?? 0) > 0 || restorePointDays > 0,
    nl: ['Reservekopieën', 'Van de server bestaan kopieën, voor als er iets stukgaat. Een antwoord dat in zo’n kopie staat, verdwijnt pas als de kopie verloopt. Het blijft op slot, en na het vernietigen van de sleutel kan niemand het nog lezen.'],
    en: ['Backups', 'There are copies of the server, in case something breaks. An answer in such a copy goes only when the copy expires. It stays locked, and once the key is destroyed nobody can read it any more.'],
  },
]

const OPENING = {
  nl: { title: 'Wat wij niet kunnen beloven', text: 'Wij doen veel om u te beschermen. Maar sommige dingen kan niemand beloven. Die staan hier, zodat u zelf kunt kiezen.' },
  en: { title: 'What we cannot promise', text: 'We do much to protect you. But some things nobody can promise. They stand here, so that you can choose for yourself.' },
} as const

/** The page of limits in one language. */
export function limitsPaper(facts: PaperFacts, language: 'nl' | 'en'): Paper {
  const { title, text } = OPENING[language]
  const [first, ...rest] = LIMITS.filter(({ when }) => when?.(facts) ?? true).map((limit): Section => {
    const [heading, ...blocks] = limit[language]
    return { heading, blocks }
  })
  return { kind: 'limits', language, title, sections: [{ heading: '', blocks: [text] }, first!, ...rest, asking(facts, language)], missing: [] }
}

function asking({ municipality: { phone, hours } }: PaperFacts, language: 'nl' | 'en'): Section {
  const call = language === 'nl' ? (phone ? `Bel ${phone}${hours ? ` (${hours})` : ''}. U hoeft uw naam niet te zeggen.` : 'Bel het nummer op de brief. U hoeft uw naam niet te zeggen.')
    : phone ? `Call ${phone}${hours ? ` (${hours})` : ''}. You need not say your name.` : 'Call the number on the letter. You need not say your name.'
  return { heading: language === 'nl' ? 'Twijfelt u?' : 'Are you in doubt?', blocks: [language === 'nl' ? 'Meedoen hoeft niet. Niet meedoen heeft geen gevolgen.' : 'You do not have to take part. Nothing happens if you do not.', call] }
}
