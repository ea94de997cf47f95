import type { Request } from 'express'

/**
 * The network address that a request comes from, as far as it is worth counting by. Behind a web server on the same
 * machine it is the last one that this server names; nobody else's word is taken for it. Of an IPv6 address only the
 * half that a provider gives out counts, because the rest can be changed at will.
 */
export function whereFrom(req: Request): string {
  const near = plain(req.socket.remoteAddress ?? '')
  const named = [req.headers['x-forwarded-for'] ?? ''].flat().join(',').split(',').at(-1)!.trim()
  const address = isLoopback(near) && named ? plain(named) : near
  return address.includes(':') ? halfOf(address) : address
}

function plain(address: string): string {
  return address.replace(/^::ffff:/i, '').slice(0, 60)
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}

function halfOf(address: string): string {
  const [before = '', after] = address.split('::')
  const front = before ? before.split(':') : []
  const back = after ? after.split(':') : []
  const zeros =
    after === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}
