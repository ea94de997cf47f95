import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOnce, builtServer } from '../built-once.js'
import { Doing, halves } from './doing.js'
import { Installation } from './installation.js'
import { prepare } from './journeys.js'
import { mayLimit, mayTrace } from './mounting.js'

/** What follows from a deed and failed is tried again after some seconds. */
const patience = { timeout: 90_000 }

/** One workbench meets one fault after the other, and goes on each time without a restart. */
describe('six journeys go on after each fault, with nothing lost and nothing half done', { timeout: 600_000 }, () => {
  const at = new Installation()
  const doing = new Doing(at)

  beforeAll(async () => {
    buildOnce()
    await at.start(withClock(0))
    await prepare(at)
    expect(refused(await doing.each(1))).toEqual([])
  }, 600_000)
  afterAll(() => at.leave())

  test.runIf(mayLimit)('when no more files can be opened (EMFILE)', async () => {
    const pid = at.running!.process.pid!
    const open = readdirSync(`/proc/${pid}/fd`).length
    try {
      const met: string[] = []
      for (const more of [-4, 2]) {
        limitFiles(pid, open + more)
        const answers = await doing.each(2)
        met.push(...refused(answers))
        // Back in a moment, and never our mistake.
        expect([...answers].filter(([, { statuses }]) => statuses.includes(500))).toEqual([])
      }
      expect(met).not.toEqual([])
    } finally {
      limitFiles(pid, 4096)
    }
    // What could not be written into the journal is tried again soon.
    await expect.poll(() => doing.lost(), patience).toEqual([])
    expect(refused(await doing.each(1))).toEqual([])
    await expect.poll(() => doing.lost(), patience).toEqual([])
  })

  test.runIf(mayTrace)(
    'when the disk does not confirm what was written (fsync fails), none of it is acknowledged',
    async () => {
      const strace = await failingFsync(at.running!.process.pid!)
      const meanwhile = await doing.each(2)
      await ended(strace)
      expect([...meanwhile].filter(([, { done }]) => done > 0)).toEqual([])
      await expect.poll(() => doing.lost(), patience).toEqual([])
      expect(refused(await doing.each(1))).toEqual([])
      await expect.poll(() => doing.lost(), patience).toEqual([])
    },
  )

  test('when the clock is set back by three hours, and the workbench is killed and begins on that clock', async () => {
    at.running!.process.kill('SIGUSR2')
    expect(refused(await doing.each(2))).toEqual([])
    await at.kill()
    await at.start(withClock(3))
    expect(refused(await doing.each(1))).toEqual([])
    await expect.poll(() => doing.lost(), patience).toEqual([])
  })

  test('in the end all of it is as it was kept', async () => {
    await expect.poll(() => doing.lost(), patience).toEqual([])
    await at.kill()
    expect(at.lookedThrough()).toMatch(/^Everything is as it was kept/)
    expect(await halves(at)).toEqual([])
  })
})

/** The journeys of which not one deed was acknowledged. */
function refused(answers: Awaited<ReturnType<Doing['each']>>): string[] {
  return [...answers].filter(([, { done }]) => done === 0).map(([name]) => name)
}

/** Node with a clock that is so many hours behind, and three more at a signal. */
function withClock(hours: number): string[] {
  const clock = `
    let behind = ${hours} * 3600000
    const Real = Date
    globalThis.Date = class Date extends Real {
      constructor(...given) {
        if (given.length === 0) super(Real.now() - behind)
        else super(...given)
      }
      static now() {
        return Real.now() - behind
      }
    }
    process.on('SIGUSR2', () => (behind += 3 * 3600000))`
  return [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(clock)}`, ...builtServer]
}

function limitFiles(pid: number, files: number): void {
  execFileSync('prlimit', ['--pid', String(pid), `--nofile=${files}:`])
}

/** From here on the kernel answers each fsync of the program and of all its threads as a failing disk does. */
async function failingFsync(pid: number): Promise<ChildProcess> {
  const calls = ['-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:error=EIO']
  const one = spawn('strace', ['-f', '-p', String(pid), '-o', '/dev/null', ...calls], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await new Promise<void>((resolve, reject) => {
    one.stderr.on('data', more => String(more).includes('attached') && resolve())
    one.once('exit', () => reject(new Error('strace could not be attached.')))
  })
  return one
}

function ended(one: ChildProcess): Promise<unknown> {
  const gone = new Promise(resolve => one.once('exit', resolve))
  one.kill('SIGTERM')
  return gone
}
