import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { constants, hostname } from 'node:os'
import { join } from 'node:path'
import { makeFolder } from '../places-on-disk.js'

type Purpose = 'drilling' | 'opened-backup' | 'backing-up'

const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const ours = /^(?:drilling|opened-backup|backing-up)-(?:([\da-f]{8})-(\d+)-)?/
const aDay = 86_400_000
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * A folder in which a backup lies in clear for a while. It goes when it is left, and when the program is told to stop; what a
 * killed program left goes with the next one.
 * @param near where there is room, never on the medium of the backup
 */
export function folderForAWhile(near: string, purpose: Purpose): { folder: string; leave(): void } {
  makeFolder(near)
  sweepFoldersLeft(near)
  // Whoever tells it to stop is heard before there is anything to see.
  let folder = ''
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  const stop = (signal: NodeJS.Signals) => {
    remove()
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of signals) process.once(signal, stop)
  folder = mkdtempSync(join(near, `${purpose}-${machine}-${process.pid}-`))
  return {
    folder,
    leave() {
      remove()
      for (const signal of signals) process.removeListener(signal, stop)
    },
  }
}

/** Takes away what programs left that are no more on this machine; of others, which may share the disk, what is a day old. */
export function sweepFoldersLeft(near: string): void {
  if (!existsSync(near)) return
  for (const name of readdirSync(near)) {
    const [found, on, by] = ours.exec(name) ?? []
    if (found === undefined) continue
    const place = join(near, name)
    const isOver = (on === machine && !isRunning(Number(by))) || statSync(place).mtimeMs < Date.now() - aDay
    if (isOver) rmSync(place, { recursive: true, force: true, maxRetries: 5 })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
