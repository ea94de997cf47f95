import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ToRead } from './program.js'
import type { Reading } from './words-found.js'

/** How long one file may take, and how much memory, in bytes, the program that reads may hold meanwhile. */
export interface ReadingLimits {
  milliseconds: number
  memory: number
}

const usual: ReadingLimits = { milliseconds: 30_000, memory: 600 * 1024 ** 2 }
const IDLE = 20_000
const FAILED: Reading = { outcome: 'failed', words: '', pages: null }

let helper: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined
let line: Promise<unknown> = Promise.resolve()

/** Reads the text of a file in a program of its own, one file at a time. A file that is too much for it has `failed`. */
export function readTextOf(file: ToRead, limits: Partial<ReadingLimits> = {}): Promise<Reading> {
  const reading = line.then(() => readNow(file, { ...usual, ...limits }))
  line = reading.catch(() => undefined)
  return reading
}

/** Ends the program that reads, so that this one can stop; what it was reading has `failed`. */
export function restReading(): void {
  clearTimeout(idle)
  helper?.kill('SIGKILL')
  helper = undefined
}

async function readNow(file: ToRead, limits: ReadingLimits): Promise<Reading> {
  clearTimeout(idle)
  const program = (helper ??= start())
  program.ref()
  program.channel?.ref()
  const reading = await answerOf(program, file, limits)
  program.unref()
  program.channel?.unref()
  idle = setTimeout(restReading, IDLE)
  idle.unref()
  return reading
}

function answerOf(program: ChildProcess, file: ToRead, { milliseconds, memory }: ReadingLimits): Promise<Reading> {
  return new Promise(resolve => {
    const finish = (reading: Reading) => {
      clearTimeout(late)
      clearInterval(watch)
      program.off('message', finish).off('exit', gaveUp).off('error', gaveUp)
      resolve(reading)
    }
    const gaveUp = () => {
      if (helper === program) helper = undefined
      program.kill('SIGKILL')
      finish(FAILED)
    }
    const late = setTimeout(gaveUp, milliseconds)
    const watch = setInterval(() => {
      void memoryOf(program).then(bytes => bytes > memory && gaveUp())
    }, 50)
    program.on('message', finish).on('exit', gaveUp).on('error', gaveUp)
    program.send(file, error => error && gaveUp())
  })
}

/** Resident bytes, where the system tells them (Linux); elsewhere the limit of its own heap must do. */
async function memoryOf(program: ChildProcess): Promise<number> {
  const said = await readFile(`/proc/${program.pid}/statm`, 'utf8').catch(() => '')
  return Number(said.split(' ')[1] ?? 0) * 4096
}

/** The built program, or our TypeScript while developing and testing. It is told nothing of the settings or secrets. */
function start(): ChildProcess {
  const fromSource = import.meta.url.endsWith('.ts')
  const file = fileURLToPath(new URL(fromSource ? './program.ts' : './program.js', import.meta.url))
  const reader = fromSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm')).href] : []
  const program = fork(file, [], {
    execArgv: [...reader, '--max-old-space-size=256'],
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
