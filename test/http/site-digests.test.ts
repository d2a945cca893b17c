// Attack 49: a bundle changed by a byte on the way out, and a page with something added to it, are seen from outside.
import { describe, expect, it } from 'vitest'
import { hex, sha256, utf8 } from '../../src/crypto/digest.ts'
import { isFilled, siteDifferences } from '../../src/http/site-digests.ts'

const shell = '<html data-exit="<!--place:exitUrl-->"><script type="module" src="/assets/a.js"></script><p><!--place:name--></p></html>'
const served = '<html data-exit="/weer"><script type="module" src="/assets/a.js"></script><p>Lindestad</p></html>'
const script = utf8('console.log(1)')

async function differences(files: Record<string, Uint8Array<ArrayBuffer>>) {
  const digests = { 'resident/assets/a.js': hex(await sha256(script)), 'resident/index.html': 'filled per town', 'console/assets/c.js': 'another origin' }
  return siteDifferences(digests, shell, async (path) => files[path] ?? null)
}

describe('the monitor of a live site', () => {
  it('attack 49: finds a script changed by one byte', async () => {
    expect(await differences({ '/': utf8(served), '/assets/a.js': utf8('console.log(2)') })).toEqual(['/assets/a.js: other bytes than were built'])
  })

  it('attack 49: finds a tag, an attribute or another script put into the page', () => {
    expect(isFilled(shell, served.replace('Lindestad', 'Lindestad<script src=//x></script>'))).toBe(false)
    expect(isFilled(shell, served.replace('/weer', '/weer" onload="x'))).toBe(false)
    expect(isFilled(shell, served.replace('/assets/a.js', '/assets/b.js'))).toBe(false)
  })

  it('finds a file that is gone and a page that is gone', async () => {
    expect(await differences({})).toEqual(['/: the page is not the one that was built', '/assets/a.js: missing'])
  })

  it('is content with the site as it was built', async () => {
    expect(await differences({ '/': utf8(served), '/assets/a.js': script })).toEqual([])
  })
})
