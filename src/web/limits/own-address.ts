import { isIP } from 'node:net'
import type { RequestHandler } from 'express'
import { Refusal } from '../../errors.js'

/**
 * Answers under its own name alone: a page of another site whose name was pointed at this machine (DNS rebinding) would else
 * be of the same site as the workbench. BASE_URL says the name; `localhost` and bare numbers cannot be pointed anywhere,
 * and web servers in front ask by them.
 */
export function underOwnAddress(baseUrl: string): RequestHandler {
  const ours = new URL(baseUrl).hostname
  return (req, _res, next) => {
    const asked = hostnameIn(req.headers.host ?? '')
    if (asked === ours || asked === 'localhost' || isIP(asked) !== 0) return next()
    next(
      new Refusal(
        421,
        'The workbench is at another address',
        `It is opened at ${baseUrl}. Whoever looks after it can change that (BASE_URL).`,
      ),
    )
  }
}

/** `[::1]:3000` → `::1`. Older programs that name no host ask as the machine itself would. */
function hostnameIn(host: string): string {
  if (host === '') return 'localhost'
  return host
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase()
}
