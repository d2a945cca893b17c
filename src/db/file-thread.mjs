// The thread that owns every embedded file, so that a commit waits for the disk here while requests are parsed and signatures verified there.
// Group commit: what was asked for while the last commit ran becomes one batch, answered after its commit; several responses share a commit.
// Separate from threaded-file.ts, which asks, and plain JavaScript: Node 20 strips no types in a thread, and tests run unbuilt.
import { parentPort, receiveMessageOnPort } from 'node:worker_threads'
// The client of files alone: what speaks HTTP takes three times as long to load.
import { createClient } from '@libsql/client/sqlite3'

/** Statements in one commit at most: a bound on the memory and the time one commit may take. */
const LARGEST = 2_000

const clients = new Map()
const asked = []
let serving = false

parentPort.on('message', (request) => {
  asked.push(request)
  if (!serving) void serve()
})

/** Answers in the order of asking, everything that arrives meanwhile too. */
async function serve() {
  serving = true
  while (asked.length > 0) {
    for (let next = receiveMessageOnPort(parentPort); next; next = receiveMessageOnPort(parentPort)) asked.push(next.message)
    const group = takeGroup()
    parentPort.postMessage(group[0].act === 'write' ? await commit(group) : [await reply(group[0], others[group[0].act])])
  }
  serving = false
}

/** The first request; when it writes, with all that write to the same file, though others wait between them. */
function takeGroup() {
  const group = [asked.shift()]
  const [{ act, file, given }] = group
  let room = LARGEST - given.length
  for (let i = 0; act === 'write' && i < asked.length;) {
    const same = asked[i].act === 'write' && asked[i].file === file
    if (same && (room -= asked[i].given.length) < 0) break
    if (same) group.push(...asked.splice(i, 1))
    else i += 1
  }
  return group
}

/** One batch. If it fails, each request is tried alone, so that nobody's write fails because of a stranger's, and each stays atomic. */
async function commit(group) {
  if (group.length === 1) return [await reply(group[0], write)]
  try {
    const results = await write({ file: group[0].file, given: group.flatMap(({ given }) => given) })
    return group.map(({ call, given }) => ({ call, answer: results.splice(0, given.length) }))
  } catch {
    const replies = []
    for (const request of group) replies.push(await reply(request, write))
    return replies
  }
}

async function reply(request, act) {
  try {
    return { call: request.call, answer: await act(request) }
  } catch ({ message, code, extendedCode, rawCode }) {
    return { call: request.call, fault: { message, code, extendedCode, rawCode } }
  }
}

async function write({ file, given }) {
  try {
    return (await clients.get(file).batch(given, 'write')).map(plainResult)
  } catch (fault) {
    // A statement left unfinished by a busy connection would poison every later commit on it (libsql-client-ts 352).
    if (fault.message.includes('SQL statements in progress')) clients.get(file).reconnect()
    throw fault
  }
}

const others = {
  open: async ({ file, given: [config] }) => void clients.set(file, createClient(config)),
  read: async ({ file, given: [query] }) => plainResult(await clients.get(file).execute(query)),
  async close({ file }) {
    clients.get(file)?.close()
    clients.delete(file)
  },
}

/** As much of a result as crosses to another thread: the places of a row are properties that do not. */
const plainResult = ({ columns, rows, rowsAffected }) => ({ columns, rows: rows.map((row) => Array.from(row)), rowsAffected })
