// Trying a batch again while another holds the lock: another request's at the edge, another process's (the command line) on Node.
// Separate because both runtimes need it. A busy batch was rolled back whole, so trying again is safe for idempotent writes.

const TRIES = 6
const SHORTEST_PAUSE = 20
const LONGEST_PAUSE = 400

/** Runs the batch; after SQLITE_BUSY again, up to six times, with a random pause so that two do not meet again. */
export async function patiently<Result>(batch: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await batch()
    } catch (fault) {
      if (attempt === TRIES || !isBusy(fault)) throw fault
      await new Promise((resolve) => setTimeout(resolve, SHORTEST_PAUSE + Math.random() * (LONGEST_PAUSE - SHORTEST_PAUSE)))
    }
  }
}

/** Inside a batch the server may report the code of a busy database only in its message. */
function isBusy(fault: unknown): boolean {
  const { code, message } = fault as { code?: string; message?: string }
  return code === 'SQLITE_BUSY' || /SQLITE_BUSY|database is locked/.test(message ?? '')
}
