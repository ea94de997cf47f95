import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildLook } from '../src/look/build.js'
import { root } from '../src/root.js'

const built = join(root, 'dist', 'assets')
const stamp = join(root, 'dist', 'assets-of')

/**
 * Builds what browsers fetch, unless it stands there already, made of the same sources. It is made elsewhere and each
 * file put in its place at once, so that two runs beside each other never read half a file.
 */
export async function buildLookOnce(): Promise<void> {
  const sources = hashOfSources()
  if (readIfThere(stamp) === sources && readIfThere(join(built, 'manifest.json'))) return
  mkdirSync(built, { recursive: true })
  const apart = mkdtempSync(join(root, 'dist', 'look-'))
  await buildLook(apart)
  for (const file of filesIn(apart)) {
    mkdirSync(dirname(join(built, file)), { recursive: true })
    renameSync(join(apart, file), join(built, file))
  }
  rmSync(apart, { recursive: true })
  writeFileSync(stamp, sources)
}

/** The look and its browser scripts, what these import of the house, and which libraries are installed. */
function hashOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const file of filesIn(join(root, 'src')).sort())
    if (/\.(ts|scss|svg|webmanifest)$/.test(file) && !file.startsWith('demo'))
      hash.update(file).update(readFileSync(join(root, 'src', file)))
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
