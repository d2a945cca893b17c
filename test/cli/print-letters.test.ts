// Letters to PDF through a real Chromium: two A4 sides a letter, in files of some hundreds, asking nobody for anything.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { printLetters } from '../../src/cli-print-letters.ts'
import { letterFrame } from '../../src/letters/letter-sheet.ts'
import { listForNumbers, listForPeople } from '../../src/letters/mailing.ts'
import { size } from '../support/size.ts'
import { aSender } from '../letters/a-sender.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'nulmeting-print-test-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Pages of a PDF with the size of each, in points: Chromium writes its page objects uncompressed. */
function pages(name: string): string[] {
  const objects = readFileSync(join(folder, name), 'latin1').split(/\bendobj\b/).filter((object) => /\/Type\s*\/Page\b/.test(object))
  return objects.map((object) => /\/MediaBox\s*\[([^\]]+)\]/.exec(object)![1]!.trim().split(/\s+/).map((side) => Math.round(Number(side))).join(' '))
}

const run = (letters: Parameters<typeof printLetters>[0]['letters'], sender = aSender(), perFile = 500) => {
  const told: number[] = []
  return printLetters({ folder, name: 'wave-letters', sender, frame: letterFrame(sender, 0), letters, pdf: true, perFile, progress: (done) => void told.push(done) }).then((files) => ({ files, told }))
}

describe('letters to PDF', () => {
  it('refuses in a sentence where there is no browser, before anything is written', async () => {
    const before = process.env.CHROMIUM
    process.env.CHROMIUM = '/nowhere/chromium'
    try {
      // A machine with a browser in the usual place prints; one without says what to do. Either is right, a fault is not.
      await run(listForNumbers('w', 'a'.repeat(64), ['A'], [1]).letters).catch((fault: Error) => {
        expect(fault.message).toContain('PDF needs Chromium')
        expect(readdirSync(folder)).toEqual([])
      })
    } finally {
      if (before === undefined) delete process.env.CHROMIUM
      else process.env.CHROMIUM = before
    }
  })

  it('are two sides of A4 each, in batches, with progress, for this account only', async () => {
    const [count, perFile] = [size({ test: 5, soak: 5_000 }), size({ test: 3, soak: 500 })]
    const { files, told } = await run(listForNumbers('w', 'a'.repeat(64), ['A'], [count]).letters, aSender(), perFile)
    expect(files[0]).toBe('wave-letters-001.pdf')
    expect(files).toHaveLength(Math.ceil(count / perFile))
    const all = files.flatMap(pages)
    expect(all).toHaveLength(2 * count)
    expect(new Set(all)).toEqual(new Set(['0 0 595 842']))
    expect(told.at(-1)).toBe(count)
    for (const html of readdirSync(folder).filter((name) => name.endsWith('.html'))) expect(statSync(join(folder, html)).mode & 0o077).toBe(0)
  })

  it('load nothing from anywhere, whatever a name holds (attack 46)', async () => {
    let asked = 0
    const server = createServer((_, answer) => (asked++, answer.end()))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.png`
    const harm = `<img src="${address}"><link rel=stylesheet href=${address}>`
    const letters = listForPeople('w', 'a'.repeat(64), ['A'], [{ stratum: 'A', name: harm, street: harm, postcode: '1234 AB', place: `url(${address})` }]).letters
    const { files } = await run(letters, aSender({ host: address.replace('/x.png', ''), returnLine: harm, signedBy: harm }))
    expect(pages(files[0]!)).toHaveLength(2)
    expect(asked).toBe(0)
    await new Promise((resolve) => server.close(resolve))
  })
})
