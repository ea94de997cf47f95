import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Chart } from './chart.js'
import type { Picture } from './to-svg.js'

export class ChartFailed extends Error {}

interface Job {
  asked: { chart: Chart; width: number }
  resolve(picture: Picture): void
  reject(error: ChartFailed): void
}

type Answer = { picture: Picture } | { failed: string }

/** Threads that draw charts, at most so many at once; further charts wait, and too many of them are refused. */
export class ChartWorkers {
  private readonly waiting: Job[] = []
  private readonly idle: Worker[] = []
  private busy = 0

  constructor(private readonly limits: { workers: number; waiting: number; milliseconds: number }) {}

  draw(chart: Chart, width: number): Promise<Picture> {
    if (this.waiting.length >= this.limits.waiting)
      return Promise.reject(new ChartFailed('Many charts are being drawn.'))
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked: { chart, width }, resolve, reject })
      this.next()
    })
  }

  /** Ends the threads that wait for work. */
  async rest(): Promise<void> {
    await Promise.all(this.idle.splice(0).map(worker => worker.terminate()))
  }

  private next(): void {
    if (this.busy >= this.limits.workers || this.waiting.length === 0) return
    const job = this.waiting.shift()!
    this.busy++
    void this.work(this.idle.pop() ?? this.hire(), job)
  }

  private hire(): Worker {
    const worker = newWorker()
    worker.on('error', () => {})
    worker.once('exit', () => {
      const at = this.idle.indexOf(worker)
      if (at >= 0) this.idle.splice(at, 1)
    })
    return worker
  }

  private async work(worker: Worker, { asked, resolve, reject }: Job): Promise<void> {
    worker.ref()
    const answer = await this.answerOf(worker, asked)
    this.busy--
    if (answer === 'broken') void worker.terminate()
    else {
      worker.unref()
      this.idle.push(worker)
    }
    if (answer === 'broken') reject(new ChartFailed('A chart took too long to draw.'))
    else if ('failed' in answer) reject(new ChartFailed(answer.failed))
    else resolve(answer.picture)
    this.next()
  }

  private answerOf(worker: Worker, asked: Job['asked']): Promise<Answer | 'broken'> {
    return new Promise(resolve => {
      const finish = (answer: Answer | 'broken') => {
        clearTimeout(timer)
        worker.off('message', finish).off('error', broken).off('exit', broken)
        resolve(answer)
      }
      const broken = () => finish('broken')
      const timer = setTimeout(broken, this.limits.milliseconds)
      worker.on('message', finish).on('error', broken).on('exit', broken)
      worker.postMessage(asked)
    })
  }
}

/** A worker from the built JavaScript, or from our TypeScript while developing and testing. */
function newWorker(): Worker {
  const limits = { resourceLimits: { maxOldGenerationSizeMb: 256 } }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker.js', import.meta.url), limits)
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))
  const reader = new URL('dist/esm/api/index.mjs', tsx).href
  const file = new URL('./worker.ts', import.meta.url).href
  const through = `import('${reader}').then(({ register }) => { register(); return import('${file}') })`
  return new Worker(through, { ...limits, eval: true, execArgv: [] })
}
