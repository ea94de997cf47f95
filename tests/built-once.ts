import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/root.js'

/** The workbench as `npm start` runs it; tests that start or kill a whole process start this one. */
export const builtServer = ['--enable-source-maps', join(root, 'dist/src/server.js')]

const stamp = join(root, 'dist', 'built-of')

/** Builds the program and what browsers fetch, unless both stand there already, made of the same sources. */
export function buildOnce(): void {
  const sources = hashOfSources()
  if (readIfThere(stamp) === sources && existsSync(builtServer[1]!)) return
  execFileSync(process.execPath, ['--import', 'tsx', 'src/build.ts'], { cwd: root, stdio: 'inherit' })
  writeFileSync(stamp, sources)
}

/** All that is built, and which libraries are installed. */
function hashOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of ['src', 'migrations'])
    for (const file of filesIn(join(root, folder)).sort())
      hash.update(file).update(readFileSync(join(root, folder, file)))
  return hash.digest('hex')
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
