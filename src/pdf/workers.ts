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
    void this.work(this.idle.pop() ?? newWorker(), job)
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
      else job.reject(new PdfFailed('This PDF could not be drawn. The page itself can still be read.', { cause: answer.failed }))
    }
    this.next()
  }

  private answerOf(worker: Worker, drawing: Drawing): Promise<Answer | PdfFailed> {
    return new Promise(resolve => {
      const finish = (answer: Answer | PdfFailed) => {
        clearTimeout(timer)
        worker.off('message', finish).off('error', onError).off('exit', onExit)
        worker.on('error', () => {})
        resolve(answer)
      }
      const onError = (cause: unknown) => finish(new PdfFailed('This PDF could not be drawn. The page itself can still be read.', { cause }))
      const onExit = () => onError('the drawing thread ended')
      const seconds = Math.ceil(this.limits.milliseconds / 1000)
      const timer = setTimeout(() => {
        finish(new PdfFailed(`This PDF took longer than ${seconds} seconds to draw, so we stopped. The page itself can still be read.`))
      }, this.limits.milliseconds)
      worker.on('message', finish).on('error', onError).on('exit', onExit)
      worker.postMessage(drawing)
    })
  }
}

/** A worker from our TypeScript while developing and testing, from the built JavaScript otherwise. */
function newWorker(): Worker {
  const fromSource = import.meta.url.endsWith('.ts')
  const file = new URL(fromSource ? './worker.ts' : './worker.js', import.meta.url)
  const worker = new Worker(file, {
    execArgv: fromSource ? ['--import', typescriptLoader()] : [],
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  })
  worker.setMaxListeners(50)
  return worker
}

function typescriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
}
