import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fromSource, root } from './root.js'

export const migrationsFolder = join(root, fromSource ? 'migrations' : 'dist/migrations')

/** The files of this program's migrations, in their order. */
export function migrationFiles(): string[] {
  return readdirSync(migrationsFolder)
    .filter(name => /^\d.*\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
}

/** Their names, as a database remembers them. */
export function knownMigrations(): string[] {
  return migrationFiles().map(file => file.replace(/\.[jt]s$/, ''))
}
