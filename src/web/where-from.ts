import type { Request } from 'express'

/**
 * The network address that a request comes from, as far as it is worth counting by. What a web server in front says is
 * believed as far as TRUST_PROXY does, and nobody else's word. Of an IPv6 address only the half that a provider gives
 * out counts, because the rest can be changed at will.
 */
export function whereFrom(req: Pick<Request, 'ip'>): string {
  const address = (req.ip ?? '').replace(/^::ffff:/i, '').slice(0, 60)
  return address.includes(':') ? halfOf(address) : address
}

function halfOf(address: string): string {
  const [before = '', after] = address.split('::')
  const front = before ? before.split(':') : []
  const back = after ? after.split(':') : []
  const zeros =
    after === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}
