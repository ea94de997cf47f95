import { Router } from 'express'
import { sql } from 'kysely'
import type { House } from '../house.js'

/** For whatever watches over the process: alive, and ready to work. No session is needed and nothing is told. */
export function healthRoutes({ db }: House): Router {
  const routes = Router()
  routes.get('/healthz', (_req, res) => void res.type('text').send('ok'))
  routes.get('/readyz', async (_req, res) => {
    const ready = await sql`select 1`.execute(db).then(
      () => true,
      () => false,
    )
    res
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready' : 'not ready')
  })
  return routes
}
