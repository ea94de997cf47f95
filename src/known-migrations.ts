import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'migrations')

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
