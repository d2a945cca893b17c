// When it is worth trying a request again: after a while, or at once when the network is back or the page is looked at.
// Separate because both opening a letter and sending wait like this.

/** Milliseconds to wait after so many tries without an answer: 2, 4, 8 ... at most 60 seconds. */
export function backOff(tries: number): number {
  return Math.min(60_000, 2_000 * 2 ** Math.min(tries - 1, 5))
}

/** Resolves after `milliseconds`, or as soon as the network is back or the page is looked at again. */
export function untilWorthTrying(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      document.removeEventListener('visibilitychange', seen)
      resolve()
    }
    const seen = () => {
      if (!document.hidden) done()
    }
    const timer = setTimeout(done, milliseconds)
    addEventListener('online', done)
    document.addEventListener('visibilitychange', seen)
  })
}
