// How many reporters' requests are let in: so many a second in all, fewer from one bucket of callers, and so many at a time. In memory only, of a fixed
// size whatever comes. It keeps surveys answering while reports are flooded; it is no authorisation. Separate from caller-bucket.ts, which looks
// at addresses: this one only ever sees a number.

export interface Gate {
  /** 0: let in, and `leave` has to be called; otherwise the seconds after which to try again. */
  enter: (bucket: number | null) => number
  leave: () => void
  /** Whether challenges should be harder. */
  busy: () => boolean
}

/** Tokens for everybody: so many at once, so many more a second. */
const ALL = { most: 240, aSecond: 60 }
/** For one bucket: a network of 256 addresses, behind which a mobile operator may have thousands of people. */
const BUCKET = { most: 120, aSecond: 2 }
/** Requests under way at a time: what bounds memory (a body of 21 KB, a block of 22 KB each). */
const AT_A_TIME = 64
const BUCKETS = 65_536
const AFTER_SECONDS = 5

/** `now` in milliseconds. */
export function newGate(now: () => number): Gate {
  const tokens = new Float32Array(BUCKETS).fill(BUCKET.most)
  const seen = new Float64Array(BUCKETS).fill(-1)
  let all = ALL.most
  let last = now()
  let inside = 0
  const refill = (at: number) => {
    all = Math.min(ALL.most, all + (Math.max(0, at - last) / 1_000) * ALL.aSecond)
    last = at
  }
  return {
    enter(bucket) {
      const at = now()
      refill(at)
      if (bucket !== null) {
        const since = seen[bucket]! < 0 ? 0 : Math.max(0, at - seen[bucket]!) / 1_000
        tokens[bucket] = Math.min(BUCKET.most, tokens[bucket]! + since * BUCKET.aSecond)
        seen[bucket] = at
        if (tokens[bucket]! < 1) return Math.ceil((1 - tokens[bucket]!) / BUCKET.aSecond)
      }
      if (all < 1 || inside >= AT_A_TIME) return AFTER_SECONDS
      if (bucket !== null) tokens[bucket]! -= 1
      all -= 1
      inside += 1
      return 0
    },
    leave: () => void (inside -= 1),
    busy() {
      refill(now())
      return all < ALL.most / 4
    },
  }
}
