// Whether a printed letter and a manifest belong together, as somebody who counts checks it: by what the letter says, typed.
// Separate from manifest.ts because no phone needs it: a phone follows the letter's link, which names the manifest itself.
import { crockfordTyped } from './crockford.ts'
import { manifestFingerprint, manifestReference } from './manifest.ts'

/**
 * `typed`: the fingerprint on the back of a letter (spaces, lower case and look-alike letters understood), the 16 characters before the
 * dot in its address, or a whole digest.
 */
export function namesManifest(digest: string, typed: string): boolean {
  const mark = crockfordTyped(typed)
  const marks = [manifestFingerprint(digest).replaceAll(' ', ''), manifestReference(digest).toUpperCase(), digest.toUpperCase()]
  return marks.includes(mark)
}
