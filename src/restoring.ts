import { dirname, resolve } from 'node:path'
import { withBackup } from './backups/medium.js'
import { restore } from './backups/restoring.js'
import { readEnvironment } from './environment.js'

/** `npm run restore -- FOLDER`: puts a backup in the place of the present database and files. */
try {
  const place = process.argv[2]
  if (!place) throw new Error('Name the backup to put back, such as: npm run restore -- /backups/monday')
  const environment = readEnvironment(process.env)
  const near = { passphrase: environment.backupPassphrase, near: dirname(environment.beside) }
  const { aside, checked } = await withBackup(resolve(place), near, clear => restore(environment, clear))
  const before = aside
    ? ` What was there before is kept in ${aside}${environment.bucket ? '' : `, its files beside ${environment.uploads}`}.`
    : ''
  process.stdout.write(
    `The backup is in its place: the database and ${checked.files} files.${before} Start the workbench; withdrawals of consent that came after the backup are recorded again then.\n`,
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
