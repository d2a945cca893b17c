// The load: a process of its own that plays requests made beforehand over keep-alive sockets, one under way per socket. Plain sockets
// because two cores must carry server and load: a client library would take a good part of what is being measured.
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { fork } from 'node:child_process'

export interface Play { port: number; connections: number; file: string }
export interface Played { seconds: number; sent: number; acknowledged: number; p50: number; p99: number }

/** One request with its headers, as bytes; `origin` is the residents' own. */
export function requestBytes(port: number, path: string, body: object): Buffer {
  const text = JSON.stringify(body)
  const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n`
  return Buffer.from(head + text)
}

/** Requests as a file: length (4 bytes, big endian) and bytes, one after another. */
export function packed(requests: readonly Buffer[]): Buffer {
  return Buffer.concat(requests.flatMap((request) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(request.length)
    return [length, request]
  }))
}

function unpacked(file: string): Buffer[] {
  const bytes = readFileSync(file)
  const requests: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    requests.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return requests
}

/** The load process: answers each `Play` with a `Played`. */
export function loadProcess(): void {
  process.on('message', (play: Play) => void played(play).then((result) => process.send!(result)))
}

/** Starts a load process out of this bundle. */
export function startLoad(bundle: string): { play: (play: Play) => Promise<Played>; stop: () => void } {
  const child = fork(bundle, ['--load'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return {
    play: (play) => new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`the load process ended (${code})`))
      child.once('exit', ended)
      child.once('message', (result) => (child.off('exit', ended), resolve(result as Played)))
      child.send(play)
    }),
    stop: () => void child.kill(),
  }
}

async function played({ port, connections, file }: Play): Promise<Played> {
  const requests = unpacked(file)
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(port)))
  const times: number[] = []
  let next = 0
  let acknowledged = 0
  const began = performance.now()
  await Promise.all(sockets.map(async (socket) => {
    while (next < requests.length) {
      const request = requests[next++]!
      const sent = performance.now()
      const status = await answered(socket, request)
      times.push(performance.now() - sent)
      if (status === 200) acknowledged += 1
    }
  }))
  const seconds = (performance.now() - began) / 1000
  for (const socket of sockets) socket.destroy()
  times.sort((a, b) => a - b)
  return { seconds, sent: requests.length, acknowledged, p50: times[times.length >> 1]!, p99: times[Math.floor(times.length * 0.99)]! }
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket)).setNoDelay(true).once('error', reject)
  })
}

/** Bytes of a whole acknowledgement: all are as long, so one is recognised without reading it. */
let usual = -1
const ACKNOWLEDGED = Buffer.from('HTTP/1.1 200')

/** Writes one request and resolves with the status once the whole reply is there. */
function answered(socket: Socket, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let reply = ''
    const take = (part: Buffer) => {
      const known = reply === '' && part.length === usual && part.subarray(0, 12).equals(ACKNOWLEDGED)
      reply += known ? '' : part.toString('latin1')
      if (!known && !isWhole(reply)) return
      socket.off('data', take).off('close', lost)
      const status = known ? 200 : Number(reply.slice(9, 12))
      if (status === 200 && !known) usual = reply.length
      resolve(status)
    }
    const lost = () => reject(new Error('the server closed a connection'))
    socket.on('data', take).once('close', lost)
    socket.write(request)
  })
}

function isWhole(reply: string): boolean {
  const end = reply.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /\r\ncontent-length: *(\d+)/i.exec(reply.slice(0, end + 2))
  return length ? reply.length >= end + 4 + Number(length[1]) : reply.endsWith('0\r\n\r\n')
}
