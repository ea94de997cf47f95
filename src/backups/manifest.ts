import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What a backup holds. It is written last, so that a backup without one is not whole, or of an older version. */
const Manifest = z.object({
  madeAt: z.iso.datetime(),
  database: z.object({ bytes: z.number(), sha256: z.string() }),
  /** The SHA-256 of each file, by its key. */
  files: z.record(z.string(), z.string()),
  /** Keys that the database names and whose bytes were not there any more: erased while the backup was made, or lost before. */
  missing: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>

export function readManifest(folder: string): Manifest | undefined {
  const path = nameIn(folder)
  if (!existsSync(path)) return undefined
  try {
    return Manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new Error(`The list of what is in the backup (${path}) cannot be read.`)
  }
}

export function writeManifest(folder: string, manifest: Manifest): void {
  const path = nameIn(folder)
  writeFileSync(`${path}.half`, JSON.stringify(manifest), { mode: 0o600, flush: true })
  renameSync(`${path}.half`, path)
}

export function nameIn(folder: string): string {
  return join(folder, 'manifest.json')
}
