// The built command line and the built server as whoever runs them meets them: processes of their own on a data folder of their own.
// Separate from the flow so that what it says reads as a list of commands.
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../src/db/sqld.ts'

const build = new URL('../../build/', import.meta.url).pathname

export interface Said {
  code: number
  out: string
  /** What went to standard error: the sentence of a refusal. */
  complaint: string
}

export interface CommandLine {
  /** Where files of the flow go; the data folder is one below it. */
  folder: string
  /** http://127.0.0.1:<port> */
  origin: string
  nulmeting: (...words: string[]) => Promise<Said>
  /** The server, started on first use of the data folder; `stop` asks it to end and waits. */
  serve: () => Promise<{ stop: () => Promise<number | null> }>
  remove: () => void
}

export async function commandLine(): Promise<CommandLine> {
  const folder = mkdtempSync(join(tmpdir(), 'nulmeting-line-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = { ...process.env, PORT: String(port), NULMETING_DATA: join(folder, 'data'), NULMETING_SESSION: join(folder, 'session.json'), STAFF_ORIGIN: '' }
  const settings = Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== '' && name !== 'NULMETING_SECRET_FILE'))
  return {
    folder, origin,
    nulmeting: (...words) => new Promise((resolve) => {
      execFile(process.execPath, [join(build, 'cli.mjs'), ...words], { env: settings, cwd: folder, maxBuffer: 1 << 26 }, (fault, out, complaint) => {
        resolve({ code: fault ? Number(fault.code) : 0, out: out.trim(), complaint: complaint.trim() })
      })
    }),
    async serve() {
      const server = spawn(process.execPath, [join(build, 'node.mjs'), '--empty'], { env: settings, cwd: folder, stdio: 'ignore' })
      const gone = new Promise<number | null>((resolve) => server.once('exit', resolve))
      while (!(await fetch(`${origin}/api/`).then((answer) => answer.status < 500, () => false))) {
        if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return { stop: () => (server.kill('SIGTERM'), gone) }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
