import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/** A balancer asks for them every few seconds, and would fill the log. */
const askedAllTheTime = new Set(['/healthz', '/readyz'])

/** One line a request: who, which kind of address, how it ended. Addresses are logged by their pattern, without secrets. */
export function logRequests(log: Logger): RequestHandler {
  return (req, res, next) => {
    const began = process.hrtime.bigint()
    res.on('finish', () => {
      const route = (req.route as { path?: string } | undefined)?.path ?? '-'
      const ms = Number(process.hrtime.bigint() - began) / 1e6
      log[askedAllTheTime.has(req.path) && res.statusCode < 400 ? 'debug' : 'info'](
        {
          method: req.method,
          route: String(route),
          params: withoutSecrets(req.params),
          status: res.statusCode,
          ms: Math.round(ms),
          person: res.locals.person?.id,
        },
        'request',
      )
    })
    next()
  }
}

/** A request that failed before it found its route has no parameters. */
function withoutSecrets(params: Record<string, unknown> | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params ?? {}).filter(([name]) => !['token', 'code', 'name'].includes(name)))
}
