import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const run = (command: string, ...words: string[]) => execFileSync(command, words, { stdio: 'pipe' })

/** Whether this machine lets a test have a disk of its own: Linux, as root, and not within a container that forbids it. */
export const mayMount = tries(() => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-mount-'))
  run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder)
  run('umount', folder)
  rmSync(folder, { recursive: true })
})

/** Whether an image of a disk can be made and mounted too. */
export const mayMountImages =
  mayMount &&
  tries(() => {
    const folder = mkdtempSync(join(tmpdir(), 'workbench-image-'))
    try {
      makeImage(join(folder, 'image'), 4)
      mountImage(join(folder, 'image'), join(folder, 'at'))()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

/** Whether the calls of a running program can be made to fail. */
export const mayTrace = tries(() => run('strace', '-f', '-e', 'trace=fsync', 'true'))

/** Whether a running program can be told to open fewer files. */
export const mayLimit = tries(() => run('prlimit', '--pid', String(process.pid), '--nofile'))

/** A small disk in memory. @returns how it is taken away again */
export function mountSmallDisk(folder: string, megabytes: number): () => void {
  mkdirSync(folder, { recursive: true })
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)
  return () => void run('umount', '-l', folder)
}

/** Fills a disk to its last page, whoever else writes there meanwhile. @returns how there is room again */
export function fillDisk(folder: string): () => void {
  const filling = join(folder, 'filling')
  const file = openSync(filling, 'w')
  const page = Buffer.alloc(statfsSync(folder).bsize)
  // What does not fit is refused, as it will be for everybody.
  while (tries(() => writeSync(file, page)));
  closeSync(file)
  return () => rmSync(filling)
}

/** A disk in a file, with a journal as most have it. */
export function makeImage(path: string, megabytes: number): void {
  run('truncate', '-s', `${megabytes}M`, path)
  run('mkfs.ext4', '-q', '-F', '-m', '0', '-E', 'lazy_itable_init=0,lazy_journal_init=0', path)
}

/** @returns how it is taken away again */
export function mountImage(path: string, folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  run('mount', '-o', 'loop', path, folder)
  return () => void run('umount', '-l', folder)
}

function tries(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
