// Letters to PDF: 5,000 letters of two sides, as the command line prints them, against the minute the issue gives. Separate because it
// starts browsers. The machine time from an empty list to printed files: codes drawn, pages written, PDF made.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { letterFrame } from '../../src/letters/letter-sheet.ts'
import { listForNumbers, listForPeople } from '../../src/letters/mailing.ts'
import { printLetters } from '../../src/cli-print-letters.ts'
import { aSender } from '../letters/a-sender.ts'
import { atMost, figureLine, whole } from './figure.ts'
import type { Bench } from './submissions.ts'

const AREAS = Array.from({ length: 22 }, (_, i) => `W${i + 1}`)

export async function letters({ quick, print }: Bench): Promise<void> {
  const count = quick ? 1_000 : 5_000
  const folder = mkdtempSync(join(tmpdir(), 'nulmeting-letters-'))
  try {
    const began = performance.now()
    const people = Array.from({ length: count }, (_, i) => ({ stratum: AREAS[i % 22]!, name: `Mevrouw A. Voorbeeld ${i}`, street: `Lindeplein ${i}`, postcode: '1234 AB', place: 'Veldwijk' }))
    const list = listForPeople('w', 'a'.repeat(64), AREAS, people)
    const drawn = performance.now()
    const sender = aSender()
    await printLetters({ folder, name: 'letters', sender, frame: letterFrame(sender, 0), letters: list.letters, pdf: true, progress: () => undefined })
    const seconds = (performance.now() - began) / 1000
    const megabytes = readdirSync(folder).filter((name) => name.endsWith('.pdf')).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 2 ** 20
    print(figureLine({
      what: `letters, ${whole(count)} to PDF`, measured: `${seconds.toFixed(1)} s (codes and names ${((drawn - began) / 1000).toFixed(1)} s), ${megabytes.toFixed(1)} MB, load ${loadavg()[0]!.toFixed(1)}`,
      target: atMost(quick ? 12 : 60, seconds, ' s'),
    }))
    const large = performance.now()
    listForNumbers('w', 'a'.repeat(64), AREAS, AREAS.map(() => 10_000))
    print(figureLine({ what: 'letters, drawing 220,000 codes in 22 groups', measured: `${((performance.now() - large) / 1000).toFixed(1)} s` }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
