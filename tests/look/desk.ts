import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import sharp from 'sharp'
import { root } from '../../src/root.js'
import { sheet } from './sheet.js'

export interface Sent {
  address: string
  fields: URLSearchParams
  body: string
}

type Answering = (sent: Sent, res: ServerResponse) => void

/** A small server that shows pages in the real look under the real content policy, and answers as a test tells it to. */
export class Desk {
  readonly sent: Sent[] = []
  readonly pages: Record<string, string> = { '/sheet': sheet() }
  answering: Answering = (_sent, res) => void res.writeHead(404).end()

  private constructor(
    private readonly server: Server,
    private readonly picture: Buffer,
  ) {}

  static async open(): Promise<Desk> {
    const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#d9cfae' } })
      .jpeg()
      .toBuffer()
    const server = createServer((req, res) => desk.answer(req, res))
    const desk = new Desk(server, picture)
    await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
    return desk
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close(): void {
    this.server.closeAllConnections()
    this.server.close()
  }

  private answer(req: IncomingMessage, res: ServerResponse): void {
    res.setHeader('Content-Security-Policy', "default-src 'self'; frame-ancestors 'none'; form-action 'self'")
    const address = (req.url ?? '').split('?')[0]!
    if (req.method === 'POST') return void this.take(req, res, address)
    const page = this.pages[address]
    if (page) return void res.setHeader('Content-Type', 'text/html; charset=utf-8').end(page)
    if (address === '/picture.jpg') return void res.setHeader('Content-Type', 'image/jpeg').end(this.picture)
    if (address.startsWith('/assets/')) return this.asset(address.slice('/assets/'.length), res)
    res.writeHead(404).end()
  }

  private async take(req: IncomingMessage, res: ServerResponse, address: string): Promise<void> {
    let body = ''
    for await (const piece of req) body += String(piece)
    const sent = { address, body, fields: new URLSearchParams(body) }
    this.sent.push(sent)
    this.answering(sent, res)
  }

  private asset(name: string, res: ServerResponse): void {
    const kinds: Record<string, string> = {
      css: 'text/css',
      js: 'text/javascript',
      woff2: 'font/woff2',
      svg: 'image/svg+xml',
    }
    res.setHeader('Content-Type', kinds[name.split('.').at(-1)!] ?? 'text/plain')
    res.end(readFileSync(path.join(root, 'dist/assets', name)))
  }
}

export function json(res: ServerResponse, status: number, answer: unknown): void {
  res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
}
