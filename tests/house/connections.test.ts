import { createServer, type RequestListener } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type ConnectionLimits, Connections } from '../../src/web/limits/connections.js'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function serverOf(answer: RequestListener, limits: Partial<ConnectionLimits> = {}) {
  const server = createServer()
  const connections = new Connections(server, limits)
  connections.answerBy(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => connections.close(100))
  return { connections, port: (server.address() as AddressInfo).port }
}

interface Came {
  came: string
  isReset: boolean
}

/** Sends what is given as it is. @returns all that came back by the end, and whether it was broken off */
async function send(port: number, text: string): Promise<Came> {
  const { write, ended } = await connected(port)
  write(text)
  return ended
}

function connected(port: number): Promise<{ write: (text: string) => void; ended: Promise<Came> }> {
  return new Promise(resolve => {
    let came = ''
    let isReset = false
    const socket = connect(port, '127.0.0.1', () => resolve({ write: text => void socket.write(text), ended }))
    socket.on('data', more => (came += String(more)))
    socket.on('error', () => (isReset = true))
    const ended = new Promise<Came>(over => socket.on('close', () => over({ came, isReset })))
  })
}

test('of 180 requests that were sent before the stop each is answered, also those that nobody had read', async () => {
  const { connections, port } = await serverOf((_req, res) => void setTimeout(() => res.end('done'), 2))
  const one = 'GET / HTTP/1.1\r\nHost: here\r\n\r\n'
  const open = await Promise.all(Array.from({ length: 60 }, () => connected(port)))
  for (let turn = 0; turn < 3; turn++) await new Promise(resolve => setImmediate(resolve))
  for (const { write } of open) write(one.repeat(3))
  // What is in the way when the stop is asked for: nothing that arrives meanwhile is read.
  const until = Date.now() + 100
  while (Date.now() < until);
  await connections.close(10_000)
  const answers = await Promise.all(open.map(({ ended }) => ended))
  expect(answers.filter(answer => answer.isReset)).toEqual([])
  expect(answers.map(({ came }) => came.split('HTTP/1.1 200').length - 1)).toEqual(Array(60).fill(3))
})

test('a connection has one answer under way, however many requests were sent ahead', async () => {
  let most = 0
  let now = 0
  const { port } = await serverOf((_req, res) => {
    most = Math.max(most, ++now)
    setTimeout(() => {
      now -= 1
      res.end('done')
    }, 5)
  })
  const ahead = 'GET / HTTP/1.1\r\nHost: here\r\n\r\n'.repeat(20)
  const last = 'GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n'
  const { came } = await send(port, ahead + last)
  expect(came.split('HTTP/1.1 200').length - 1).toBe(21)
  expect(most).toBe(1)
})

test('a form that is not brought in good time is told so, and its connection is free', async () => {
  const { port } = await serverOf(req => void req.resume(), { millisecondsToBring: 50 })
  const { came } = await send(port, 'POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\na')
  expect(came).toContain('408')
})

test('whoever brought everything gets an answer that takes longer than a form may: a PDF, a film, a whole group', async () => {
  const { port } = await serverOf(
    (_req, res) => {
      setTimeout(() => res.write('the first half '), 100)
      setTimeout(() => res.end('and the second'), 200)
    },
    { millisecondsToBring: 50 },
  )
  const { came } = await send(port, 'GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n')
  expect(came).toContain('HTTP/1.1 200')
  expect(came).toContain('and the second')
})

test('an answer that nobody reads is not kept for ever', async () => {
  let isOver = false
  const { port } = await serverOf(
    (_req, res) => {
      res.once('close', () => (isOver = true))
      res.end(Buffer.alloc(50_000_000))
    },
    { millisecondsUnread: 50 },
  )
  const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n'))
  socket.on('error', () => undefined)
  socket.pause()
  while (!isOver) await new Promise(resolve => setTimeout(resolve, 10))
  socket.destroy()
  expect(isOver).toBe(true)
})
