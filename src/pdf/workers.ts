import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { PdfFailed, type Drawing } from './drawing.js'

export interface Limits {
  workers: number
  /** How many may wait their turn. */
  waiting: number
  /** How long one drawing may take. */
  milliseconds: number
}

type Answer = { done: true } | { failed: string }

interface Job {
  drawing: Drawing
  resolve(): void
  reject(error: PdfFailed): void
}

/** Worker threads that draw, at most so many at once; further drawings wait, and too many of them are refused. */
export class Workers {
  private readonly waiting: Job[] = []
  private readonly idle: Worker[] = []
  private busy = 0

  constructor(private readonly limits: Limits) {}

  draw(drawing: Drawing): Promise<void> {
    if (this.waiting.length >= this.limits.waiting) {
      return Promise.reject(new PdfFailed('Many PDFs are being drawn just now. Please try again in a minute.'))
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ drawing, resolve, reject })
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

  private async work(worker: Worker, job: Job): Promise<void> {
    worker.ref()
    const answer = await this.answerOf(worker, job.drawing)
    this.busy--
    if (answer instanceof PdfFailed) {
      void worker.terminate()
      job.reject(answer)
    } else {
      worker.unref()
      this.idle.push(worker)
      if ('done' in answer) job.resolve()
      else job.reject(failedBy(answer.failed))
    }
    this.next()
  }

  private answerOf(worker: Worker, drawing: Drawing): Promise<Answer | PdfFailed> {
    return new Promise(resolve => {
      const finish = (answer: Answer | PdfFailed) => {
        clearTimeout(timer)
        worker.off('message', finish).off('error', onError).off('exit', onExit)
        resolve(answer)
      }
      const onError = (cause: unknown) => finish(failedBy(cause))
      const onExit = () => onError('the drawing thread ended')
      const timer = setTimeout(() => {
        finish(new PdfFailed('This PDF took too long to draw, so we stopped. The page itself can still be read.'))
      }, this.limits.milliseconds)
      worker.on('message', finish).on('error', onError).on('exit', onExit)
      worker.postMessage(drawing)
    })
  }
}

function failedBy(cause: unknown): PdfFailed {
  return new PdfFailed('This PDF could not be drawn. The page itself can still be read.', { cause })
}

/** A worker from the built JavaScript, or from our TypeScript while developing and testing. */
function newWorker(): Worker {
  const limits = { resourceLimits: { maxOldGenerationSizeMb: 768 } }
  const fromSource = import.meta.url.endsWith('.ts')
  if (!fromSource) return new Worker(new URL('./worker.js', import.meta.url), limits)
  return new Worker(throughTypescript(new URL('./worker.ts', import.meta.url)), { ...limits, eval: true, execArgv: [] })
}

function throughTypescript(file: URL): string {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))
  const reader = new URL('dist/esm/api/index.mjs', tsx).href
  return `import('${reader}').then(({ register }) => { register(); return import('${file.href}') })`
}
