import { type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { type Socket, Server as Listening } from 'node:net'

export interface ConnectionLimits {
  /** Within this a form is brought; the uploads of people have the server’s own limit (serving.ts). */
  millisecondsToBring: number
  /** So long an answer may lie before somebody who reads nothing of it. */
  millisecondsUnread: number
  /** Browsers ask one thing after the other on a connection; so many that were sent ahead are still answered. */
  mostAhead: number
}

const usual: ConnectionLimits = { millisecondsToBring: 30_000, millisecondsUnread: 300_000, mostAhead: 200 }

interface Connection {
  isAnswering: boolean
  ahead: (() => void)[]
  /** How much had come on it when it was last found to be idle. */
  idleAt: number | undefined
}

const bringing = new WeakMap<IncomingMessage, NodeJS.Timeout>()

/** A file on a slow line may be longer on its way than a form. */
export function mayBringSlowly(req: IncomingMessage): void {
  clearTimeout(bringing.get(req))
}

/**
 * The connections of a server: each has one answer under way, so that nobody makes us keep hundreds of answers that they do not
 * read; forms are brought and answers read in good time; and at the stop whatever was sent is answered.
 */
export class Connections {
  private readonly open = new Map<Socket, Connection>()
  private readonly limits: ConnectionLimits
  private letIn = 0
  private isClosing = false

  constructor(
    private readonly server: Server,
    limits: Partial<ConnectionLimits> = {},
  ) {
    this.limits = { ...usual, ...limits }
    server.on('connection', socket => {
      this.letIn += 1
      this.open.set(socket, { isAnswering: false, ahead: [], idleAt: undefined })
      socket.once('close', () => this.open.delete(socket))
    })
  }

  answerBy(answer: RequestListener): void {
    this.server.on('request', (req, res) => {
      const connection = this.open.get(req.socket)
      if (!connection) return answer(req, res)
      this.hurry(req, res)
      const begin = () => {
        connection.isAnswering = true
        // Whoever keeps a connection for the next thing is told that there is none.
        if (this.isClosing) res.shouldKeepAlive = false
        res.once('close', () => {
          connection.isAnswering = false
          connection.ahead.shift()?.()
        })
        answer(req, res)
      }
      if (!connection.isAnswering) return begin()
      if (connection.ahead.push(begin) > this.limits.mostAhead) req.socket.destroy()
    })
  }

  /** Nobody else is let in; what was sent by now is answered, within so many milliseconds. */
  async close(milliseconds: number): Promise<void> {
    // Whatever was on its way at this moment has come by then.
    const soon = setTimeout(() => (this.isClosing = true), 500)
    await this.letInWhoeverIsAtTheDoor()
    // A timer stands right before that look, and what has arrived would be cut off unread: so each time after it.
    const often = setInterval(() => setImmediate(() => this.closeIdle()), 50)
    const late = setTimeout(() => this.server.closeAllConnections(), milliseconds)
    // The close of a server for the web would cut off requests that it has not read.
    await new Promise<void>(resolve => Listening.prototype.close.call(this.server, () => resolve()))
    clearTimeout(soon)
    clearInterval(often)
    clearTimeout(late)
  }

  /** One comes in with each look at the net, and a door that is closed cuts the others off; for a second at most. */
  private async letInWhoeverIsAtTheDoor(): Promise<void> {
    const until = Date.now() + 1000
    let before: number
    do {
      before = this.letIn
      for (let looks = 0; looks < 3; looks++) await afterALook()
    } while (this.letIn > before && Date.now() < until)
  }

  /** Those on which nothing has come and nothing is owed, since the last time. */
  private closeIdle(): void {
    for (const [socket, connection] of this.open) {
      const { bytesRead } = socket
      const isIdle = !connection.isAnswering && connection.idleAt === bytesRead
      connection.idleAt = connection.isAnswering ? undefined : bytesRead
      if (isIdle) socket.destroySoon()
    }
  }

  private hurry(req: IncomingMessage, res: ServerResponse): void {
    const { socket } = req
    const late = setTimeout(() => {
      // All of it is here, and whoever asked waits for a long answer: a film, a PDF, a whole group.
      if (req.complete) return
      if (!res.headersSent) socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
      socket.destroySoon()
    }, this.limits.millisecondsToBring)
    bringing.set(req, late)
    for (const over of ['end', 'close'] as const) req.once(over, () => clearTimeout(late))
    const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse
    res.writeHead = (...args: unknown[]) => {
      socket.setTimeout(this.limits.millisecondsUnread)
      return writeHead(...args)
    }
  }
}

function afterALook(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
