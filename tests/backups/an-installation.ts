import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openFile } from '../../src/database.js'
import { folderStore } from '../../src/files/stores/folder.js'
import { root } from '../../src/root.js'

/** Where somebody runs a workbench: its database, and the folder of its uploads. */
export interface Installation {
  database: string
  uploads: string
}

/** A file that sam uploaded, in the folder and in the database. */
export async function keepFile({ database, uploads }: Installation, key: string, words: string): Promise<void> {
  const path = folderStore(uploads).pathOf(key)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, words)
  const { db } = openFile(database)
  await db
    .insertInto('files')
    .values({
      ...{ id: key, kind: 'text', name: 'Read.txt', mediaType: 'text/plain', storedAs: key, bytes: words.length },
      ...{ sha256: createHash('sha256').update(words).digest('hex'), sentSha256: null, erasedAt: null },
      ...{ width: null, height: null, thumbnailAs: null, smallAs: null },
      ...{ uploadedBy: 'sam', uploadedAt: '2026-11-01T09:00:00.000Z' },
    })
    .execute()
  await db.destroy()
}

/** Runs a built command, such as `restoring`, as somebody does at the machine. */
export function command(
  { database, uploads }: Installation,
  program: string,
  words: string[],
  own: Record<string, string> = {},
): { status: number | null; said: string } {
  const env = { PATH: process.env.PATH, DATABASE_URL: `sqlite:${database}`, UPLOADS_DIR: uploads, ...own }
  const { status, stdout, stderr } = spawnSync('node', [join(root, `dist/src/${program}.js`), ...words], {
    env,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}
