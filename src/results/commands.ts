// Counting, publishing and comparing at the command line, over HTTP with a staff session: the same procedures as the console's.
// Private keys are read from a key sheet for as long as the command runs and are never written.
import { needed, readWords, Refused } from '../cli-command.ts'
import type { Command, Terminal } from '../cli-command.ts'
import { editionKeyFrom, identityFrom } from '../cli-key-sheet.ts'
import { readText } from '../cli-operator.ts'
import { send, sendJson } from '../cli-session.ts'
import type { Audience, Cell, Edition, Level, PublishedComparison } from '../analysis/edition.ts'
import { editionKeyOf } from '../analysis/edition-key.ts'
import { draftEdition, publishingApi, sendEdition } from '../analysis/publish.ts'
import type { PublishOptions } from '../analysis/publish.ts'
import { AnotherArchive, AnotherKey, AnotherManifest, NothingToCount, countWave } from '../counting/count-wave.ts'
import { countingApi } from '../counting/counting-api.ts'
import { ChunkDamaged } from '../counting/chunks.ts'
import { FrozenDiffers } from '../counting/freeze.ts'
import { printedKey } from '../waves/commands.ts'
import type { WaveDetail } from '../waves/wire.ts'
import { ANALYSE_USAGE, analyseFiles } from './analyse-files.ts'
import { importFile } from './import-command.ts'
import type { MunicipalityKeys } from './wire.ts'

const text = { type: 'string' } as const
const countUsage = 'count MEASUREMENT --key-sheet FILE [--reference TEXT] [--archive TEXT] [--check] [--keep]'
const publishUsage = 'publish MEASUREMENT --archive-sheet FILE [--baseline ID] [--audience steering|partners|public] [--date DAY] [--finest ITEM=area|district|all]...'
const compareUsage = 'compare MEASUREMENT --baseline ID --archive-sheet FILE [--audience steering|partners|public] [--finest ITEM=area|district|all]...'

async function count(given: string[], { say, progress }: Terminal): Promise<void> {
  const { words: [wave], options, flags } = readWords(given, countUsage, 1, { 'key-sheet': text, reference: text, archive: text, check: { type: 'boolean' }, keep: { type: 'boolean' } })
  const sheet = needed(options['key-sheet'], 'key-sheet', countUsage)
  const { recipient } = await sendJson<WaveDetail>('GET', `/api/waves/${wave}`)
  if (recipient === null) throw new Refused('This measurement has no key yet.')
  const identity = await identityFrom(sheet, recipient)
  try {
    const counted = await countWave(countingApi(send, wave!), identity, {
      checkOnly: flags.check ?? false, keepIntake: flags.keep ?? false, ...(options.reference === undefined ? {} : { letter: options.reference }),
      ...(options.archive === undefined ? {} : { archive: options.archive }),
      onPhase: (phase, done, total) => progress(`${phase} ${done}${total > 0 ? ` of ${total}` : ''}`),
    })
    const { received, counted: kept, duplicate } = counted.tally
    say(`${received} received, ${kept} counted, ${duplicate} twice, ${received - kept - duplicate} invalid.`)
    say(`Digest ${counted.digest}`)
    say(counted.letters.compared ? 'Counted with the keys of the letter.' : `Compare with the back of any letter of this measurement: ${counted.letters.fingerprint}`)
    if (!counted.archive.compared) say(`Compare with the archive sheet: ${counted.archive.fingerprint}`)
    if (counted.certificate) say('The sealed answers no longer exist. Destroy the key sheets now.')
  } catch (fault) {
    throw expected(fault)
  }
}

/** What a count or an edition may end with, as a sentence. */
function expected(fault: unknown): unknown {
  if (fault instanceof AnotherKey) return new Refused('This key sheet is of another measurement.')
  if (fault instanceof AnotherManifest) return new Refused('The server names other keys than the letter does. Nothing was counted. Read the back of the letter again; if it says the same, somebody exchanged them.')
  if (fault instanceof AnotherArchive) return new Refused('The server names another archive key than the archive sheet does. Nothing was counted. Read the mark on the sheet again; if it says the same, somebody exchanged the key.')
  if (fault instanceof NothingToCount) return new Refused('This measurement is not ready to be counted.')
  if (fault instanceof FrozenDiffers) return new Refused('This count differs from the one that is stored. Nothing was destroyed.')
  if (fault instanceof ChunkDamaged) return new Refused('The stored count is damaged. Nothing was destroyed; count again.')
  return fault
}

async function draft(given: string[], usage: string, { progress }: Terminal): Promise<{ edition: Edition; keys: { archive: string; edition?: string } }> {
  const { words: [wave], options } = readWords(given, usage, 1, { 'archive-sheet': text, baseline: text, audience: text, date: text, finest: { type: 'string', multiple: true } })
  const sheet = needed(options['archive-sheet'], 'archive-sheet', usage)
  const { archive: { recipient }, edition: { publicKey } } = await sendJson<MunicipalityKeys>('GET', '/api/keys')
  const archive = await identityFrom(sheet, recipient)
  const own = editionKeyFrom(sheet)
  if (own === undefined && (await editionKeyOf(archive)).publicKey !== publicKey) throw new Refused('The edition key is not on this sheet.')
  const asked: PublishOptions = {
    wave: wave!, baseline: options.baseline ?? null, audience: audienceOf(options.audience), date: dayOf(options.date), finest: finestOf(options.finest),
    onProgress: (done, total, what) => progress(`${what} ${done} of ${total}`),
  }
  const keys = own === undefined ? { archive } : { archive, edition: own }
  return { keys, edition: await draftEdition(publishingApi(send), keys, asked).catch((fault) => Promise.reject(expected(fault))) }
}

function audienceOf(given = 'steering'): Audience {
  if (given !== 'steering' && given !== 'partners' && given !== 'public') throw new Refused('An audience is steering, partners or public.')
  return given
}

function dayOf(given = new Date().toISOString().slice(0, 10)): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(given) || Number.isNaN(Date.parse(given))) throw new Refused('A date is written as 2026-11-25.')
  return given
}

function finestOf(given = ''): Record<string, Level> {
  return Object.fromEntries(given.split(',').filter((one) => one !== '').map((one) => {
    const [item, level] = one.split('=')
    if (!item || (level !== 'area' && level !== 'district' && level !== 'all')) throw new Refused('A finest level is written as ITEM=area, ITEM=district or ITEM=all.')
    return [item, level]
  }))
}

function cellText(cell: Cell): string {
  return 'hidden' in cell ? 'not shown' : `${cell.value} (${cell.low} to ${cell.high}, n ${cell.n}${cell.reliability === 'wide' ? ', wide' : ''})`
}

function comparisonText({ item, measure, categories, domain, now, baseline, difference, verdict, detectable }: PublishedComparison): string {
  const change = difference === null ? '' : `; change ${difference.value} (${difference.low} to ${difference.high})`
  const words = verdict === 'none' && detectable !== null ? `no change seen; visible from ${detectable}` : verdict
  return `${item} ${measure}${categories.length > 0 ? ` ${categories.join('+')}` : ''}, ${domain}: ${cellText(now)}; before ${cellText(baseline)}${change}: ${words}`
}

export const resultCommands: readonly Command[] = [
  {
    name: 'register-keys', who: 'staff', usage: 'register-keys --out FOLDER', does: 'makes the archive key of the municipality, its sheets, and the edition key that follows from it',
    async run(given, { say }) {
      const { options } = readWords(given, 'register-keys --out FOLDER', 0, { out: text })
      const { identity, recipient, fingerprint } = await printedKey(needed(options.out, 'out', 'register-keys --out FOLDER'), 'archive', 'Opent alle getelde metingen en tekent uitgaven')
      await send('PUT', '/api/keys', { archive: { recipient, fingerprint }, edition: { publicKey: (await editionKeyOf(identity)).publicKey } })
      say(`Archive key ${fingerprint}. Print both sheets in ${options.out}, put them in two safes, delete the files.`)
    },
  },
  { name: 'count', who: 'staff', usage: countUsage, does: 'counts a closed measurement; --reference compares with the back of a letter, --archive with the mark on the archive sheet, --check compares only, --keep leaves the sealed answers for a colleague', run: count },
  {
    name: 'compare', who: 'staff', usage: compareUsage, does: 'prints how a measurement compares, without publishing',
    async run(given, terminal) {
      const { edition } = await draft(given, compareUsage, terminal)
      for (const comparison of edition.comparisons) terminal.say(comparisonText(comparison))
    },
  },
  {
    name: 'publish', who: 'staff', usage: publishUsage, does: 'publishes an edition: weighed, compared, small cells hidden, signed',
    async run(given, terminal) {
      const { edition, keys } = await draft(given, publishUsage, terminal)
      const { edition: id, number } = await sendEdition(publishingApi(send), keys, edition)
      terminal.say(`Edition ${number} (${id}).`)
    },
  },
  importFile,
  {
    name: 'analyse', who: 'files', usage: ANALYSE_USAGE, does: 'weighs, estimates and compares waves that lie in a folder; no server',
    run: (given, { say, progress }) => analyseFiles(given, { print: say, progress: (done, total, what) => progress(`${what} ${done} of ${total}`) }),
  },
]
