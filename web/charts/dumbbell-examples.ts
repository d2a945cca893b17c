// Specimens of the dumbbell as data: each kind of figure and verdict, a name that tries to be markup, a long name, marks instead of
// percentages. They drive the page of specimens, the accessibility test and the pictures people look at. The figures are invented.
import { resultsText } from '../languages/results.ts'
import type { DumbbellProps } from './Dumbbell.tsx'
import type { DumbbellRow, Figure } from './dumbbell.ts'

const ok = (value: number, lower: number, upper: number, n: number): Figure => ({ kind: 'ok', value, lower, upper, n, effectiveN: Math.round(n * 0.17) * 5 })
const wide = (value: number, lower: number, upper: number, n: number): Figure => ({ kind: 'wide', value, lower, upper, n, effectiveN: 25 })
const hidden: Figure = { kind: 'hidden' }

const row = (label: string, baseline: Figure, now: Figure, verdict: DumbbellRow['verdict'], words: string, detail?: string): DumbbellRow =>
  ({ id: label, label, baseline, now, verdict, words, ...(detail ? { detail } : {}), sentence: `${label}: ${words}${detail ? `, ${detail}` : ''}.` })

const names = { words: resultsText.nl, baselineName: 'nulmeting (voorjaar 2024)', nowName: 'nu (voorjaar 2026)' }

export interface DumbbellExample extends DumbbellProps { name: string; sentence: string }

export const dumbbellExamples: readonly DumbbellExample[] = [
  {
    name: 'Aandeel per wijk', unit: 'points', label: 'Voelt zich weleens onveilig in de buurt, per wijk', ...names,
    sentence: 'In 2 van 8 wijken aantoonbaar lager, in 1 hoger, in 3 geen aantoonbaar verschil (zichtbaar vanaf 13 punten), 1 wijk te weinig antwoorden, 1 wijk met een ruime marge.',
    rows: [
      row('Wittevrouwenveld', ok(42, 37, 47, 375), ok(31, 27, 35, 385), 'lower', '11 punten lager', 'verschil 5 tot 17'),
      row('Pottenberg', ok(38, 33, 43, 360), ok(27, 23, 32, 350), 'lower', '11 punten lager', 'verschil 4 tot 18'),
      row('Heer', ok(18, 13, 24, 205), ok(29, 23, 36, 195), 'higher', '11 punten hoger', 'verschil 2 tot 20'),
      row('Nazareth en Limmel', ok(35, 30, 41, 355), ok(33, 28, 39, 365), 'none', 'geen aantoonbaar verschil', 'zichtbaar vanaf 11 punten'),
      row('Scharn', ok(14, 10, 20, 200), ok(15, 10, 21, 210), 'none', 'geen aantoonbaar verschil', 'zichtbaar vanaf 11 punten'),
      row('Amby', ok(9, 5, 14, 190), ok(11, 7, 16, 200), 'none', 'geen aantoonbaar verschil', 'zichtbaar vanaf 9 punten'),
      row('Limmel-Oost', wide(44, 25, 64, 35), wide(36, 19, 56, 30), 'none', 'geen aantoonbaar verschil', 'zichtbaar vanaf 38 punten'),
      row('Meerssenhoven', hidden, hidden, 'hidden', 'niets over te zeggen'),
    ],
  },
  {
    name: 'Grens, gat en breuk', unit: 'points', label: 'Grensgevallen', ...names,
    sentence: 'Een cijfer van 0 staat er alleen als grens; een andere vraag is een breuk; een cijfer zonder marge is alleen ter vergelijking.',
    rows: [
      row('Itteren', { kind: 'limit', side: 'atMost', bound: 3, n: 125, effectiveN: 125 }, ok(4, 2, 8, 130), 'none', 'geen aantoonbaar verschil', 'zichtbaar vanaf 7 punten'),
      row('Borgharen', { kind: 'limit', side: 'atLeast', bound: 96, n: 110, effectiveN: 110 }, { kind: 'limit', side: 'atLeast', bound: 95, n: 105, effectiveN: 105 }, 'none', 'geen aantoonbaar verschil', 'zichtbaar vanaf 6 punten'),
      row('Malberg', ok(52, 45, 59, 210), ok(38, 31, 45, 205), 'break', 'andere vraag: niet te vergelijken', 'de tekst van de vraag is veranderd'),
      row('Oud-Caberg', { kind: 'bare', value: 22 }, ok(25, 19, 31, 200), 'context', 'alleen ter vergelijking', 'ouder cijfer zonder marge'),
      row('Daalhof', { kind: 'absent' }, ok(47, 40, 54, 200), 'hidden', 'toen niet gevraagd'),
      row('Sint Pieter', ok(12, 8, 18, 200), hidden, 'hidden', 'te weinig antwoorden'),
    ],
  },
  {
    name: 'Rapportcijfers', unit: 'mark', label: 'Prettig wonen, 0 tot 10', ...names,
    sentence: 'In 1 van 3 wijken aantoonbaar hoger, in 2 geen aantoonbaar verschil (zichtbaar vanaf 0,6).',
    rows: [
      row('Wittevrouwenveld', ok(5.8, 5.5, 6.1, 375), ok(6.5, 6.3, 6.8, 385), 'higher', '0,7 hoger', 'verschil 0,4 tot 1,0'),
      row('Pottenberg', ok(6.1, 5.8, 6.4, 360), ok(6.2, 6.0, 6.5, 350), 'none', 'geen aantoonbaar verschil', 'zichtbaar vanaf 0,5'),
      row('Scharn', ok(7.6, 7.4, 7.9, 200), ok(7.5, 7.3, 7.8, 210), 'none', 'geen aantoonbaar verschil', 'zichtbaar vanaf 0,6'),
    ],
  },
  {
    name: 'Namen die geen tekst willen zijn', unit: 'points', label: '"><script>document.title="x"</script>', words: resultsText.nl, baselineName: '<b>toen</b>', nowName: 'nu',
    sentence: '<img src=x onerror="document.title=\'x\'">',
    rows: [
      row('<script>document.title="x"</script>', ok(42, 37, 47, 375), ok(31, 27, 35, 385), 'lower', '<svg onload=document.title="x">', '"><b>'),
      row('Burgemeester van Hasseltwijk-Noordoost en Omstreken met een heel lange naam', ok(12, 8, 18, 200), ok(9, 6, 14, 200), 'none', 'geen aantoonbaar verschil', 'zichtbaar vanaf 9 punten'),
    ],
  },
]
