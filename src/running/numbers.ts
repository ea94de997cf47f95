import { timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { workDone, type WorkDone, workNow } from '../heavy/at-once.js'
import type { House } from '../house.js'
import { hashOfToken } from '../web/new-id.js'
import { version } from '../version.js'
import { whatWaits } from './what-waits.js'

/** In seconds: a page, a form with a picture, a PDF. */
const buckets = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/**
 * Numbers about how this instance runs, for Prometheus and what reads like it, at /metrics. Whoever asks shows METRICS_TOKEN; where
 * none is set there is nothing at that address, and nothing is counted. Addresses are counted by their pattern: no number here has
 * a person, a school, a question or a word beside it.
 * @returns what counts every request, and answers those for the numbers
 */
export function countedRequests(house: House): RequestHandler {
  const { metricsToken } = house
  if (!metricsToken) return (_req, _res, next) => next()
  const register = new Registry()
  const took = requestTimes(register)
  countsOfTheProgram(register)
  countsOfWork(register)
  countsOfTheHouse(register, house)

  return (req, res, next) => {
    if (req.path === '/metrics' && req.method === 'GET') {
      if (!isSame(req.get('authorization') ?? '', `Bearer ${metricsToken}`))
        return void res
          .set('WWW-Authenticate', 'Bearer')
          .status(401)
          .type('text')
          .send('METRICS_TOKEN is asked for here.')
      return register
        .metrics()
        .then(text => void res.set('Cache-Control', 'no-store').type(register.contentType).send(text), next)
    }
    const end = took.startTimer()
    res.on('close', () => {
      const route = String((req.route as { path?: string } | undefined)?.path ?? 'none')
      // What was given up before its answer was out has no status that anybody saw.
      end({ method: req.method, route, status: res.writableFinished ? String(res.statusCode) : 'broken off' })
    })
    next()
  }
}

function requestTimes(register: Registry) {
  return new Histogram({
    name: 'workbench_request_seconds',
    help: 'How long requests took, by the pattern of their address',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [register],
  })
}

/** Of Node.js itself: memory, processor, and how late the loop is that every request waits for. */
function countsOfTheProgram(register: Registry): void {
  collectDefaultMetrics({ register })
  new Gauge({
    name: 'workbench_version',
    help: 'The version that runs',
    labelNames: ['version'],
    registers: [register],
  }).set({ version }, 1)
}

function countsOfWork(register: Registry): void {
  const took = new Histogram({
    name: 'workbench_heavy_work_seconds',
    help: 'How long heavy work took once it had its turn',
    labelNames: ['of', 'went'],
    buckets,
    registers: [register],
  })
  const waited = new Histogram({
    name: 'workbench_heavy_work_waited_seconds',
    help: 'How long heavy work waited for its turn',
    labelNames: ['of'],
    buckets,
    registers: [register],
  })
  workDone.subscribe(message => {
    const done = message as WorkDone
    took.observe({ of: done.of, went: done.isWell ? 'well' : 'wrong' }, done.took)
    waited.observe({ of: done.of }, done.waited)
  })
  new Gauge({
    name: 'workbench_heavy_work_now',
    help: 'How many pieces of heavy work run, and how many wait',
    labelNames: ['state'],
    registers: [register],
    collect() {
      for (const [state, count] of Object.entries(workNow())) this.set({ state }, count)
    },
  })
}

/** What all instances share is the same at each; the largest, or that of any, is the right one. */
function countsOfTheHouse(register: Registry, house: House): void {
  const { db, engine, store } = house
  new Gauge({
    name: 'workbench_waiting_seconds',
    help: 'How long the oldest of what is done beside the pages has waited',
    labelNames: ['what'],
    registers: [register],
    async collect() {
      for (const { name, since } of await whatWaits(db))
        this.set({ what: name }, since === null ? 0 : Math.max(0, (Date.now() - Date.parse(since)) / 1000))
    },
  })
  new Gauge({
    name: 'workbench_waiting',
    help: 'How much of what is done beside the pages waits',
    labelNames: ['what'],
    registers: [register],
    async collect() {
      for (const { name, count } of await whatWaits(db)) this.set({ what: name }, count)
    },
  })
  new Gauge({
    name: 'workbench_leads',
    help: 'Whether this instance is the one that posts letters and follows deeds for all',
    registers: [register],
    async collect() {
      this.set((await engine.leads()) ? 1 : 0)
    },
  })
  new Gauge({
    name: 'workbench_free_bytes',
    help: 'How much room there is where files arrive',
    registers: [register],
    async collect() {
      this.set(await store.freeBytes())
    },
  })
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashOfToken(one)), Buffer.from(hashOfToken(other)))
}
