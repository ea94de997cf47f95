import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const milliseconds = 5000
const mostBytes = 256 * 1024

/** Nothing there is an issuer; the machine itself, and what a hosting company tells machines there, never answers to us. */
const neverAsked = new BlockList()
neverAsked.addSubnet('127.0.0.0', 8)
neverAsked.addSubnet('0.0.0.0', 8)
neverAsked.addSubnet('169.254.0.0', 16)
neverAsked.addSubnet('224.0.0.0', 3)
neverAsked.addAddress('::1', 'ipv6')
neverAsked.addAddress('::', 'ipv6')
neverAsked.addSubnet('fe80::', 10, 'ipv6')
neverAsked.addSubnet('ff00::', 8, 'ipv6')

export class NotAsked extends Error {}

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: unknown
}

/**
 * Asks an issuer, and nobody else: over https, within five seconds, for at most 256 kB, following no redirect. A name is looked
 * up once, and where it leads is looked at before anything is sent. A workbench that is itself on loopback, in tests and
 * development, may ask an issuer there.
 * @param baseUrl where people reach the workbench
 */
export function askingIssuers(baseUrl: string) {
  const own = new URL(baseUrl)
  const onLoopback = own.protocol === 'http:' && isLoopback(own.hostname)
  return (address: string, { method = 'GET', headers = {}, body }: Asked): Promise<Response> =>
    new Promise((resolve, reject) => {
      const url = new URL(address)
      const local = onLoopback && isLoopback(url.hostname)
      if (url.protocol !== 'https:' && !local) throw new NotAsked('only https')
      if (url.username || url.password) throw new NotAsked('a name in the address')
      if (!local && isIP(bare(url.hostname)) && isNeverAsked(bare(url.hostname))) throw new NotAsked('not an issuer')
      const sent = typeof body === 'string' || body instanceof URLSearchParams ? body.toString() : undefined
      const asking = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
        method,
        headers: { ...headers, ...(sent === undefined ? {} : { 'content-length': Buffer.byteLength(sent) }) },
        signal: AbortSignal.timeout(milliseconds),
        agent: false,
        ...(local ? {} : { lookup: lookedAt }),
      })
      asking.on('error', reject)
      asking.on('response', answer => {
        const parts: Buffer[] = []
        let bytes = 0
        answer.on('data', (part: Buffer) => {
          bytes += part.length
          if (bytes > mostBytes) asking.destroy(new NotAsked('too much'))
          else parts.push(part)
        })
        answer.on('error', reject)
        answer.on('end', () => {
          const status = answer.statusCode ?? 500
          const type = answer.headers['content-type'] ?? ''
          const noBody = status < 200 || status === 204 || status === 304
          const headers = new Headers(type ? { 'content-type': type } : {})
          resolve(new Response(noBody ? null : Buffer.concat(parts), { status: Math.max(200, status), headers }))
        })
      })
      asking.end(sent)
    })
}

/** Whether http is ever taken from there: only by a workbench that is on loopback itself. */
export function mayBeAsked(address: string, baseUrl: string): boolean {
  if (!URL.canParse(address)) return false
  const [url, own] = [new URL(address), new URL(baseUrl)]
  if (url.username || url.password || url.search || url.hash) return false
  if (url.protocol === 'https:') return true
  return url.protocol === 'http:' && own.protocol === 'http:' && isLoopback(own.hostname) && isLoopback(url.hostname)
}

const lookedAt: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '')
    if (found.length === 0 || found.some(one => isNeverAsked(one.address)))
      return done(new NotAsked('not an issuer'), '')
    if (options.all) return done(null, found)
    done(null, found[0]!.address, found[0]!.family)
  })
}

function isNeverAsked(address: string): boolean {
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  return neverAsked.check(inside, inside.includes(':') ? 'ipv6' : 'ipv4')
}

function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '::1'].includes(bare(hostname))
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}
