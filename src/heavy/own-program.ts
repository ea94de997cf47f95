import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import os from 'node:os'
import { asRunHere } from '../root.js'
import { takeTurns } from '../web/limits/taking-turns.js'
import { whenThereIsRoom, type WorkKind } from './at-once.js'
import { readingTypescript } from './in-typescript.js'
import { restsBy } from './resting.js'

export interface ProgramLimits {
  of: WorkKind
  /** How long one piece of work may take. */
  milliseconds: number
  /** How many bytes of memory the program may hold meanwhile; of them `heap` megabytes as JavaScript. */
  memory: number
  heap: number
  /** How many may wait their turn, and what the next one is told. */
  waiting: number
  full: () => Error
}

interface Asking {
  /** Somebody waits for the answer, and comes before work that nobody waits for; that work is never refused. */
  urgent: boolean
  milliseconds?: number
  memory?: number
}

const IDLE = 20_000

/**
 * A program of its own that does one piece of work after another on files from outside. Unlike a thread it can be held to
 * all the memory that it takes, and whatever a file does to it, the workbench goes on.
 * @param module from the root and without its ending; it answers each message with one `{ answer }`
 */
export class OwnProgram<Question extends object, Answer> {
  private running: ChildProcess | undefined
  private idle: NodeJS.Timeout | undefined
  private readonly inTurn

  constructor(
    private readonly module: string,
    private readonly limits: ProgramLimits,
  ) {
    this.inTurn = takeTurns({ atOnce: 1, ...limits })
    restsBy(() => this.rest())
  }

  /** @returns undefined when it took too long or too much memory, or ended @throws what `full` makes */
  ask(question: Question, { urgent, ...limits }: Asking): Promise<Answer | undefined> {
    const work = () => this.askNow(question, { ...this.limits, ...limits })
    return this.inTurn(
      () => whenThereIsRoom({ of: this.limits.of, weight: urgent ? 'heavy' : 'in the background' }, work),
      {
        urgent,
        patient: !urgent,
      },
    )
  }

  /** Ends the program, so that this one can stop; what it was doing is given up. */
  private rest(): void {
    clearTimeout(this.idle)
    this.running?.kill('SIGKILL')
    this.running = undefined
  }

  private async askNow(question: Question, limits: ProgramLimits): Promise<Answer | undefined> {
    clearTimeout(this.idle)
    const program = (this.running ??= start(this.module, limits.heap))
    program.ref()
    program.channel?.ref()
    const answer = await this.answerOf(program, question, limits)
    program.unref()
    program.channel?.unref()
    this.idle = setTimeout(() => this.rest(), IDLE)
    this.idle.unref()
    return answer
  }

  private answerOf(program: ChildProcess, question: Question, limits: ProgramLimits): Promise<Answer | undefined> {
    return new Promise(resolve => {
      const answered = ({ answer }: { answer: Answer | undefined }) => finish(answer)
      const finish = (answer: Answer | undefined) => {
        clearTimeout(late)
        clearInterval(watch)
        program.off('message', answered).off('exit', gaveUp).off('error', gaveUp)
        resolve(answer)
      }
      const gaveUp = () => {
        if (this.running === program) this.running = undefined
        program.kill('SIGKILL')
        finish(undefined)
      }
      const late = setTimeout(gaveUp, limits.milliseconds)
      const watch = setInterval(() => {
        void memoryOf(program).then(bytes => bytes > limits.memory && gaveUp())
      }, 50)
      program.on('message', answered).on('exit', gaveUp).on('error', gaveUp)
      program.send(question, error => error && gaveUp())
    })
  }
}

/** Resident bytes, where the system tells them (Linux); elsewhere the limit of its own heap must do. */
async function memoryOf(program: ChildProcess): Promise<number> {
  const said = await readFile(`/proc/${program.pid}/statm`, 'utf8').catch(() => '')
  return Number(said.split(' ')[1] ?? 0) * 4096
}

/** It is told nothing of the settings or secrets. */
function start(module: string, heap: number): ChildProcess {
  const program = fork(asRunHere(module), [], {
    execArgv: [...readingTypescript(), `--max-old-space-size=${heap}`],
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  try {
    os.setPriority(program.pid!, 10)
  } catch {
    // It has ended already, or this system does not let us.
  }
  return program
}
