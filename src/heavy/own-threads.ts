import { Piscina } from 'piscina'
import { asRunHere } from '../root.js'
import { takeTurns } from '../web/limits/taking-turns.js'
import { type Weight, whenThereIsRoom, type WorkKind } from './at-once.js'
import { readingTypescript } from './in-typescript.js'
import { restsBy } from './resting.js'

export interface ThreadLimits {
  of: WorkKind
  weight: Weight
  /** How many at once, and how many more may wait their turn. */
  atOnce: number
  waiting: number
  /** How long one piece of work may take. */
  milliseconds: number
  /** How many megabytes of JavaScript each thread may hold. */
  megabytes: number
  /** For how many milliseconds a thread waits for more work. */
  idle?: number
}

/** What is said when the line is full, when it took too long, and when it failed. */
export interface ThreadSentences {
  full: () => Error
  tooSlow: () => Error
  failed: (cause: unknown) => Error
}

const IDLE = 5 * 60_000

/**
 * Threads of one kind of work, which must not hold up the pages. They are begun when there is work, and wait for more.
 * @param module from the root and without its ending; its default export does the work
 */
export class OwnThreads<Question, Answer> {
  private pool: Piscina<Question, Answer> | undefined
  private readonly inTurn

  constructor(
    private readonly module: string,
    private readonly limits: ThreadLimits,
    private readonly sentences: ThreadSentences,
  ) {
    this.inTurn = takeTurns({ ...limits, full: sentences.full })
    restsBy(() => this.rest())
  }

  /** @throws what the sentences make */
  ask(question: Question): Promise<Answer> {
    return this.inTurn(() => whenThereIsRoom(this.limits, () => this.askNow(question)))
  }

  private async askNow(question: Question): Promise<Answer> {
    const late = AbortSignal.timeout(this.limits.milliseconds)
    try {
      return await (this.pool ??= this.begun()).run(question, { signal: late })
    } catch (error) {
      throw late.aborted ? this.sentences.tooSlow() : this.sentences.failed(error)
    }
  }

  private begun(): Piscina<Question, Answer> {
    const { atOnce, megabytes, idle = IDLE } = this.limits
    const pool = new Piscina<Question, Answer>({
      filename: asRunHere(this.module),
      minThreads: 0,
      maxThreads: atOnce,
      idleTimeout: idle,
      atomics: 'disabled',
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      execArgv: readingTypescript(),
    })
    // Whoever asked is told; one that ends while it waits for work is of no interest to anybody.
    pool.on('error', () => undefined)
    return pool
  }

  private async rest(): Promise<void> {
    const pool = this.pool
    this.pool = undefined
    await pool?.destroy()
  }
}
