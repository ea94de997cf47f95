import { Router } from 'express'
import { whatIsNotReady } from '../backups/being-ready.js'
import type { House } from '../house.js'

/** An answer stands for this long, so that asking often does not write often. */
const standsFor = 1000

/** For whatever watches over the process: alive, and ready to work. No session is needed, and only what is wrong is told. */
export function healthRoutes(house: House): Router {
  const routes = Router()
  let asked: { at: number; problem: Promise<string | undefined> } | undefined
  routes.get('/healthz', (_req, res) => void res.type('text').send('ok'))
  routes.get('/readyz', async (_req, res) => {
    if (!asked || performance.now() - asked.at > standsFor)
      asked = { at: performance.now(), problem: whatIsNotReady(house) }
    const problem = await asked.problem
    res
      .status(problem ? 503 : 200)
      .type('text')
      .send(problem ? `not ready: ${problem}` : 'ready')
  })
  return routes
}
