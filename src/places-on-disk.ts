import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whether something stands there. @throws where that cannot be told: “there is none” is said of nothing that may not be looked at */
export function isThere(path: string): boolean {
  try {
    statSync(path)
    return true
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

/** A folder that only this account looks into, and those around it. Node itself never ends making folders in one that takes none, such as /proc. */
export function makeFolder(path: string): void {
  for (const one of missing(path)) {
    try {
      mkdirSync(one, { mode: 0o700 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(one).isDirectory()) throw error
    }
  }
}

/** From the outermost in. */
function missing(path: string): string[] {
  return isThere(path) && statSync(path).isDirectory()
    ? []
    : [...(dirname(path) === path ? [] : missing(dirname(path))), path]
}
