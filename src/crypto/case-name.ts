// The name of a case: two words that follow from the thread's random key, so that a name tells neither when a report came nor how many there are.
// Separate because server, console and the exported files name threads in the same way.
import { wordsNl } from './words-nl.ts'

/** `walnoot-eiland` of a thread's key (a random 63-bit integer as decimal text). Two threads of one month share a name about once in 4 million pairs. */
export function caseName(thread: string): string {
  const key = BigInt(thread)
  return `${wordsNl[Number(key & 2047n)]}-${wordsNl[Number((key >> 11n) & 2047n)]}`
}
