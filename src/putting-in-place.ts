import type { Stats } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/**
 * Each file takes the place of the old one in one step; those that there are no more go afterwards.
 * @param stays tells which of these stay for the time being
 */
export async function putInPlace(
  from: string,
  to: string,
  stays: (path: string, written: Stats) => boolean = () => false,
): Promise<void> {
  const files = await filesIn(from)
  for (const file of files) {
    await mkdir(dirname(join(to, file)), { recursive: true })
    await rename(join(from, file), join(to, file))
  }
  const gone = (await filesIn(to)).filter(file => !files.includes(file))
  for (const file of gone) {
    const path = join(to, file)
    const written = await stat(path).catch(() => undefined)
    if (written && !stays(path, written)) await rm(path, { force: true })
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(one => one.isFile()).map(one => relative(folder, join(one.parentPath, one.name)))
}
