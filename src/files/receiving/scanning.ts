import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { Away } from '../../errors.js'

/**
 * Looks for viruses in a file that waits.
 * @returns what was found in it, by the scanner’s name for it; undefined where nothing was
 * @throws Away where the scanner gives no word: then nothing comes in
 */
export type Scanner = (path: string) => Promise<string | undefined>

/** Where a scanner listens: a host with a port, or a socket of this machine. */
export type ScannerAddress = { host: string; port: number } | { path: string }

/** As SCAN_URL says it: `clamd://127.0.0.1:3310`, or `clamd:/run/clamav/clamd.ctl`. @returns undefined when it is neither */
export function scannerAddressIn(words: string): ScannerAddress | undefined {
  const path = /^clamd:(\/[^/].*)$/.exec(words)?.[1]
  if (path) return { path }
  if (!URL.canParse(words)) return undefined
  const { protocol, hostname, port, pathname } = new URL(words)
  const isHost = protocol === 'clamd:' && hostname !== '' && ['', '/'].includes(pathname)
  return isHost ? { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) } : undefined
}

const patience = 60_000

/** ClamAV’s program (clamd), asked by its command INSTREAM: the bytes go in parts, each behind its length (man 8 clamd). */
export function clamdAt(address: ScannerAddress): Scanner {
  return async path => {
    const said = await answerTo(address, createReadStream(path)).catch((cause: unknown) => {
      throw new Away('its virus scanner', { cause })
    })
    if (/: OK$/.test(said)) return undefined
    const found = /^stream: (.+) FOUND$/.exec(said)?.[1]
    if (found) return found
    throw new Away('its virus scanner', { cause: new Error(`clamd said: ${said}`) })
  }
}

async function answerTo(address: ScannerAddress, bytes: Readable): Promise<string> {
  const socket = connect(address)
  // Whoever waits for it is told by what they wait for.
  socket.on('error', () => undefined)
  socket.setTimeout(patience, () => socket.destroy(new Error('clamd did not answer')))
  const answer = allOf(socket)
  try {
    await send(socket, Buffer.from('zINSTREAM\0'))
    for await (const part of bytes as AsyncIterable<Buffer>) {
      // It ends early what is larger than it takes, and says so.
      if (socket.readyState !== 'open') break
      await send(socket, Buffer.concat([lengthOf(part.length), part]))
    }
    if (socket.readyState === 'open') await send(socket, lengthOf(0))
    return await answer
  } finally {
    bytes.destroy()
    socket.destroy()
  }
}

function allOf(socket: Socket): Promise<string> {
  let said = ''
  const heard = (async () => {
    for await (const part of socket as AsyncIterable<Buffer>) said += part.toString('utf8')
    return said.replace(/\0.*$/s, '').trim()
  })()
  // Whoever asks hears of a line that broke; until then it must not end the program.
  heard.catch(() => undefined)
  return heard
}

function send(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.write(bytes, error => {
      socket.off('error', reject)
      if (error) reject(error)
      else resolve()
    })
  })
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}
