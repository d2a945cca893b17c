// Specimens of every chart but the dumbbell, as data: each kind of row, a name that tries to be markup, too few answers, a break. They drive the page
// of specimens, the accessibility test and the pictures people look at. The figures are invented.
import type { AreaMap } from '../../src/frame/area-map.ts'
import type { Chart } from './chart.ts'

const ODD = '<script>document.title="x"</script>'

/** Four squares, one of them in two parts; metres, as stored. */
export const squares: AreaMap = {
  type: 'Topology', objects: { areas: { type: 'GeometryCollection', geometries: [
    { type: 'Polygon', id: 'a', arcs: [[0]] }, { type: 'Polygon', id: 'b', arcs: [[1]] }, { type: 'Polygon', id: 'c', arcs: [[2]] }, { type: 'MultiPolygon', id: 'd', arcs: [[[3]], [[4]]] },
  ] } },
  arcs: ([[0, 0, 100], [110, 0, 100], [0, 110, 100], [110, 110, 60], [180, 180, 40]] as const).map(([x, y, side]) => [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]),
}

const figure = (value: number, n = 200) => ({ kind: 'ok' as const, value, lower: value - 5, upper: value + 5, n, effectiveN: n - 20 })

export const drawnExamples: readonly { name: string; chart: Chart }[] = [
  {
    name: 'Veranderingen', chart: {
      kind: 'changes', unit: 'points', label: 'Verandering per wijk', reference: { value: -1, name: 'lijn: gemiddelde van de vergelijkingswijken' },
      rows: [
        { id: '1', label: 'Lindenkwartier', look: 'focus', change: { value: -13, low: -20, high: -6 }, words: '13 punten lager', detail: 'verschil 6 tot 20', sentence: 'Lindenkwartier: 13 punten lager.' },
        { id: '2', label: ODD, look: 'comparison', change: { value: 1, low: -9, high: 11 }, words: 'geen aantoonbaar verschil', detail: 'zichtbaar vanaf 20 punten', sentence: `${ODD}: geen verschil.` },
        { id: '3', label: '– wie er 5 jaar of langer woont', look: 'other', change: { value: -11, low: -19, high: -3 }, words: '11 punten lager', sentence: 'Onder blijvers 11 punten lager.' },
        { id: '4', label: 'Het Eiland', look: 'other', change: null, words: 'te weinig antwoorden', sentence: 'Het Eiland: te weinig antwoorden.' },
      ],
    },
  },
  {
    name: 'Antwoorden', chart: {
      kind: 'stack', label: 'Alle antwoorden', names: ['Helemaal mee eens', 'Mee eens', 'Niet eens en niet oneens', 'Mee oneens', ODD], apart: ['Dat doe ik nooit', 'weet ik niet', 'wil ik niet zeggen'],
      rows: [
        { id: '1', label: 'Hele gemeente, nu', count: 'n = 2.925 (2.305)', parts: [10, 33, 34, 16, 7].map((value) => ({ name: '', value })), apart: [12, 3, 2], sentence: 'Hele gemeente: 10% helemaal mee eens.' },
        { id: '2', label: 'Focuswijken samen', count: 'n = 1.110 (990)', parts: [31, 40, 20, 8, 1].map((value) => ({ name: '', value })), apart: [9, 14, null], sentence: 'Focuswijken: 31% helemaal mee eens.' },
        { id: '3', label: 'Vergelijkingswijken samen', count: '', parts: null, apart: [null, null, null], sentence: 'Vergelijkingswijken: te weinig antwoorden.' },
      ],
    },
  },
  {
    name: 'Delen', chart: {
      kind: 'stack', diverging: false, label: 'Vier groepen', names: ['geen zorgen', 'onveilig', 'past iets aan', 'leven slechter'], apart: [],
      rows: [{ id: '1', label: 'Hele gemeente', count: 'n = 2.925 (2.305)', parts: [67, 4, 18, 11].map((value) => ({ name: '', value })), apart: [], sentence: 'Hele gemeente: 67% geen zorgen.' }],
    },
  },
  {
    name: 'Balken', chart: {
      kind: 'bars', label: 'Redenen', most: 50, reference: { value: 30, name: 'gemiddeld' },
      rows: [
        { id: '1', label: 'Ik was bang voor de gevolgen', value: 61, limits: { low: 56, high: 65 }, text: '61% (56-65)', sentence: 'Bang voor de gevolgen: 61%.' },
        { id: '2', label: ODD, value: 20, limits: { low: 5, high: 40 }, wide: true, text: '≈ 20% (5-40)', detail: 'een heel andere vraag', sentence: `${ODD}: 20%.` },
        { id: '3', label: 'Iets anders', value: null, limits: null, text: 'te weinig antwoorden', sentence: 'Iets anders: te weinig antwoorden.' },
      ],
    },
  },
  {
    name: 'Over de jaren', chart: {
      kind: 'trend', unit: 'points', label: 'Onveilig over de jaren', start: { day: '2024-06-01', name: 'start aanpak' },
      points: [
        { id: '1', label: 'Nulmeting 2024', day: '2024-03-01', figure: figure(43), break: null, sentence: 'Nulmeting 2024: 43%.' },
        { id: '2', label: ODD, day: '2025-03-01', figure: { ...figure(38, 40), kind: 'wide' }, break: null, sentence: 'Meting 2025: 38%, ruime marge.' },
        { id: '3', label: 'Meting 2026', day: '2026-03-01', figure: figure(30), break: 'de vraag is anders gesteld', sentence: 'Meting 2026: 30%. Breuk.' },
        { id: '4', label: 'Meting 2027', day: '2027-03-01', figure: { kind: 'hidden' }, break: null, sentence: 'Meting 2027: te weinig antwoorden.' },
      ],
    },
  },
  {
    name: 'Kaart', chart: {
      kind: 'map', map: squares, unit: 'points', label: 'Onveilig op de kaart',
      areas: [
        { id: 'a', name: 'Noord', figure: figure(41), focus: true, sentence: 'Noord: 41%.' }, { id: 'b', name: ODD, figure: { ...figure(22), kind: 'wide' }, focus: false, sentence: `${ODD}: 22%.` },
        { id: 'c', name: 'Zuid', figure: { kind: 'limit', side: 'atMost', bound: 3, n: 60, effectiveN: 50 }, focus: false, sentence: 'Zuid: ten hoogste 3%.' }, { id: 'd', name: 'Eiland', figure: { kind: 'hidden' }, focus: false, sentence: 'Eiland: te weinig antwoorden.' },
      ],
    },
  },
]
