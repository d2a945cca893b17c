// Reading a key sheet for the command line, typed or scanned into a file. Separate because counting and publishing ask alike, and because
// a file may hold more than one key (the example's does): the right one is the one whose recipient is asked for.
import { readKeySheet } from './crypto/key-sheet.ts'
import type { KeySheetReading } from './crypto/key-sheet.ts'
import { Refused } from './cli-command.ts'
import { readText } from './cli-operator.ts'

/** The identity in a file that belongs to a recipient (null: the first in the file); Refused with the mistake named. */
export async function identityFrom(path: string, recipient: string | null): Promise<string> {
  const text = readText(path)
  const found = [...(text.match(/AGE-SECRET-KEY-1[0-9A-Z]+/gi) ?? []), ...numberedWords(text)]
  let last: KeySheetReading = { mistake: 'empty' }
  for (const candidate of found.length > 0 ? found : [text]) {
    last = await readKeySheet(candidate, recipient)
    if ('identity' in last) return last.identity
  }
  throw new Refused(sentence(last as Exclude<KeySheetReading, { identity: string }>))
}

/** The edition key (base64url PKCS #8 of an Ed25519 key) in a file, when it holds one. */
export function editionKeyFrom(path: string): string | undefined {
  return /MC4CAQAwBQYDK2Vw[A-Za-z0-9_-]{48}/.exec(readText(path))?.[0]
}

/** Runs of numbered lines, 1 to 24, as printed on a sheet. */
function numberedWords(text: string): string[] {
  const words = [...text.matchAll(/^\s*(\d{1,2})[.)]?\s+([a-z]+)\s*$/gim)]
  const starts = words.flatMap(([, number], i) => (number === '1' ? [i] : []))
  return starts.map((start) => words.slice(start, start + 24).map(([, , word]) => word).join(' '))
}

function sentence(mistake: Exclude<KeySheetReading, { identity: string }>): string {
  switch (mistake.mistake) {
    case 'empty': return 'The file holds no key sheet.'
    case 'count': return `The sheet has 24 words; ${mistake.found} were found.`
    case 'word': return `Word ${mistake.position}, "${mistake.typed}", is not in the list. Nearest: ${mistake.nearest.join(', ')}.`
    case 'misread': return `Word ${mistake.position}, "${mistake.typed}", was probably "${mistake.meant}". Look at the sheet.`
    case 'other-key': return `This sheet is of key ${mistake.found}; needed is ${mistake.expected}.`
    case 'qr': return 'The scanned text is damaged; scan again or type the words.'
    case 'checksum': return 'The words do not belong together; compare them with the sheet.'
  }
}
