// One line of the log, as JSON: a code, the pattern of a route, a status. Separate because what a line may hold decides whether the log
// tells of anybody: never a path, a message, a time, an identifier or who called. A program that collects logs reads it as it is.

export interface LogEntry {
  /** The code of a fault (SQLITE_BUSY, TypeError), never its message: drivers put parameters there. */
  code: string
  /** Method and pattern as in http/roles.ts (`POST /api/responses`), `page`, or the name of a job. */
  route: string
  /** What was answered; absent where nobody asked. */
  status?: number
}

/** The line, without a line break. */
export function logLine({ code, route, status }: LogEntry): string {
  return JSON.stringify({ code, route, ...(status === undefined ? {} : { status }) })
}
