// Brieven and Helpdesk in every stage as data, for axe and for looking.
import type { LettersAnswer } from '../../../src/mailings/wire.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import type { ScreenExample } from '../screen-examples.tsx'
import { HelpDeskView } from './HelpDeskView.tsx'
import type { HelpDeskViewProps } from './HelpDeskView.tsx'
import { LettersView } from './LettersView.tsx'
import type { LettersActs, LettersViewProps, Stage } from './LettersView.tsx'

const nothing = () => undefined
const recipient = `age1${'q'.repeat(58)}`
const acts: LettersActs = {
  phone: '14 043', area: 'Lindenkwartier', onSave: nothing, onFile: nothing, onMake: nothing, onWritten: nothing, onOpen: nothing, onDraw: nothing, onPrint: nothing, onStop: nothing, onPrinted: nothing,
  onSealed: nothing, onPlain: nothing, onList: nothing, onDestroy: nothing, onFind: nothing, onAskPrinter: nothing, onAgreePrinter: nothing, onAskMore: nothing, onAgreeMore: nothing,
}
const sender = { host: 'https://meedoen.voorbeeldstad.nl', phone: '14 043', hours: { from: 1, to: 5, opens: '9.00', closes: '17.00' }, returnLine: 'Postbus 1, 1234 AB Voorbeeldstad', signedBy: 'A. Voorbeeld, burgemeester' }
const empty: LettersAnswer = { sender: null, hosts: ['meedoen.voorbeeldstad.nl'], list: null, runs: [], replacements: { codes: 0, most: 98, asked: null }, notes: 0, printer: null }
const made: LettersAnswer = { ...empty, sender, list: { recipient, madeOn: '2026-10-19', madeBy: 'Sam', destroyedOn: null, destroyedBy: null } }
const printed: LettersAnswer = { ...made, runs: [{ number: 1, phase: 0, day: '2026-10-23', letters: 4900, by: 'Sam' }], notes: 3 }
const faulty = { people: 0, differ: [], faults: [{ line: 4, fault: 'postcode', found: '12 AB' }, { line: 9, fault: 'missing', column: 'naam' }, { line: 12, fault: 'unknown-group', found: '<b>Nergens</b>' }, { line: 15, fault: 'twice', earlier: 3 }] } as const
const choose = (read: Partial<typeof faulty> & object = {}): Stage => ({ at: 'make', making: { at: 'choose', file: 'trekking-oktober.csv', read: { people: 4900, faults: [], differ: [], ...read } } })
const opened = { letters: 4900, named: true, pending: 0, toPrint: 0 }
const open = (more: Partial<Extract<Stage, { at: 'open' }>> = {}): Stage => ({ at: 'open', opened, printing: { at: 'idle' }, noted: 0, found: null, ...more })

/** `detail`: a wave of the examples in a state. */
export const lettersExamples = (detail: (state: WaveDetail['state']) => WaveDetail): readonly ScreenExample[] => {
  const wave = (state: WaveDetail['state'], invited = 4900): WaveDetail => ({ ...detail(state), invited, preparation: { ...detail(state).preparation, toInvite: 4900 } })
  const show = (name: string, letters: LettersAnswer, stage: Stage, more: Partial<LettersViewProps> = {}): ScreenExample =>
    ({ name: `letters-${name}`, signedIn: true, content: <LettersView wave={wave('ready', 0)} letters={letters} stage={stage} mayAct today="2026-10-23" busy={false} refused={null} said={null} acts={acts} {...more} /> })
  const desk = (name: string, more: Partial<HelpDeskViewProps> = {}): ScreenExample =>
    ({ name: `help-desk-${name}`, signedIn: true, content: <HelpDeskView wave={wave('field')} letters={printed} mayAct busy={false} refused={null} mistake={undefined} noted={0} onNote={nothing} {...more} /> })
  return [
    show('sender', empty, { at: 'make', making: { at: 'choose' } }),
    show('choose', { ...made, list: null }, { at: 'make', making: { at: 'choose' } }),
    show('faults', { ...made, list: null }, choose(faulty)),
    show('numbers-differ', { ...made, list: null }, choose({ differ: [{ group: 'Lindenkwartier', planned: 640, found: 612 }, { group: '<i>Sluiswijk</i>', planned: 640, found: 641 }] } as never)),
    show('read', { ...made, list: null }, choose()),
    show('words', { ...made, list: null }, { at: 'make', making: { at: 'words', passphrase: 'zebra-yellow-wagon-velvet-uncle-tobacco' } }),
    show('telling', { ...made, list: null }, { at: 'make', making: { at: 'working', step: 'Codes aanmelden', share: 0.4 } }),
    show('locked', made, { at: 'locked', opening: false, idle: true, mistake: 'Deze woorden openen de lijst niet. Kijk nog eens op uw papier.' }, { wave: wave('ready') }),
    show('print', made, open(), { wave: wave('ready') }),
    show('drawing', made, open({ printing: { at: 'drawing', pile: 0, share: 0.3 } }), { wave: wave('ready') }),
    show('drawn', made, open({ printing: { at: 'drawn', pile: 0 } }), { wave: wave('ready'), said: 'Genoteerd.' }),
    show('printed', printed, open(), { wave: wave('ready') }),
    show('reminder', { ...printed, printer: { recipient, by: 'Noor', own: false, agreed: false } }, open({ noted: 3, found: { mailing: '482913', area: 'Sluiswijk' } }), { wave: wave('field'), today: '2026-11-05' }),
    show('too-many', { ...printed, replacements: { codes: 96, most: 98, asked: { upTo: 120, by: 'Noor', own: false } } }, open({ noted: 24 }), { wave: wave('field'), today: '2026-11-06', refused: 'Er zouden meer dan 2% van de codes vervangen zijn. Vraag eerst een collega om akkoord.' }),
    show('unused-only', { ...printed, printer: { recipient, by: 'Noor', own: false, agreed: true } }, open(), { wave: wave('field'), today: '2026-11-05' }),
    show('elsewhere', printed, { at: 'elsewhere' }, { wave: wave('field'), today: '2026-11-06' }),
    show('destroyed', { ...printed, list: { ...made.list!, destroyedOn: '2026-11-20', destroyedBy: 'Sam' } }, { at: 'none' }, { wave: wave('field'), today: '2026-11-20' }),
    show('only-looking', printed, { at: 'elsewhere' }, { wave: wave('field'), mayAct: false }),
    show('after', printed, { at: 'locked', opening: false, idle: false, mistake: undefined }, { wave: wave('closed') }),
    show('draft', empty, { at: 'none' }, { wave: wave('draft', 0) }),
    desk('note'), desk('noted', { noted: 1 }), desk('mistake', { mistake: 'In deze code zit een leesfout. Vraag de beller de code nog eens te lezen.' }),
    desk('closed', { wave: wave('closed') }),
  ]
}
