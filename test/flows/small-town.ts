// The files a municipality has before it begins, of an invented town of seven buurten, one of them very small: the key figures of Statistics
// Netherlands as the year's spreadsheet is saved, a count of the register, and a map in metres as PDOK gives it. Each also with faults in it.
// Separate from the flow that hands them to the console, because what a file looks like is not what the flow is about.
const CODES = ['BU09350101', 'BU09350102', 'BU09350103', 'BU09350104', 'BU09350201', 'BU09350202', 'BU09350203'] as const
export const NAMES = ['Lindekwartier', 'Sluiswijk', 'Molenveld', 'Oosterpark', 'Havenzicht', 'Kloosterhof', 'Het Eiland'] as const
/** Adults in a cell of age and sex; the last buurt has 40 adults in all. */
const CELL = [120, 110, 130, 125, 140, 115, 5] as const
const GROUPS = ['18-34', '35-54', '55-74', '75+'] as const
const file = (name: string, mimeType: string, text: string) => ({ name, mimeType, buffer: Buffer.from(text, 'utf8') })

export const ADULTS = CELL.map((cell) => cell * 8)

const keyFigures = [
  'gwb_code_10;regio;gm_naam;recs;gwb_code;a_inw', 'NL00;Nederland;Nederland;Land;NL00;17811291', 'GM0935;Lindestad;Lindestad;Gemeente;GM0935;9100',
  'WK093501;Wijk 01 Noord;Lindestad;Wijk;WK093501;4900', ...CODES.map((code, i) => `${code};${NAMES[i]};Lindestad;Buurt;${code};${ADULTS[i]! + 200}`),
  'GM0899;Elders;Elders;Gemeente;GM0899;27670', 'BU08990000;Elders centrum;Elders;Buurt;BU08990000;2000',
]
/** As it was downloaded. */
export const keyFiguresFile = file('kwb-2026.csv', 'text/csv', `${keyFigures.join('\r\n')}\r\n`)
/** Two rows of the own municipality with a code that is none. */
export const wrongKeyFigures = file('kwb-fout.csv', 'text/csv', 'code;naam;rol;stadsdeel\r\nBU01;Goed;aandacht;\r\nB/02;Fout;;\r\nBU03;Raar;baas;\r\n')

const counts = CODES.flatMap((code, i) => GROUPS.flatMap((age) => ['M', 'V'].map((sex) => `${code};${age};${sex};${CELL[i]}`)))
export const registerFile = file('brp-telling.csv', 'text/csv', `buurtcode;leeftijd;geslacht;aantal\r\n${counts.join('\r\n')}\r\n`)
/** One line with a word for a number, one with a group that falls into two. */
export const wrongRegister = file('brp-fout.csv', 'text/csv', `buurtcode;leeftijd;geslacht;aantal\r\n${[...counts, 'BU09350101;31;M;veel', 'BU09350101;15 tot 25 jaar;M;12'].join('\r\n')}\r\n`)

const square = (i: number) => {
  const [x, y] = [178_000 + 1000 * (i % 4), 318_000 + 1000 * Math.floor(i / 4)]
  return { type: 'Polygon', coordinates: [[[x, y], [x + 1000, y], [x + 1000, y + 1000], [x, y + 1000], [x, y]]] }
}
const shapes = (codes: readonly string[]) => JSON.stringify({ type: 'FeatureCollection', features: codes.map((buurtcode, i) => ({ type: 'Feature', properties: { buurtcode }, geometry: square(i) })) })
export const mapFile = file('buurten.geojson', 'application/geo+json', shapes(CODES))
/** A buurt of the own municipality that is in no list. */
export const wrongMap = file('buurten-fout.geojson', 'application/geo+json', shapes([CODES[0], 'BU09350999']))
