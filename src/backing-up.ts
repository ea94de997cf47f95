import { dirname, resolve } from 'node:path'
import { command } from './command.js'
import { backUp } from './backups/backing-up.js'
import { checkBackup, checkedInWords } from './backups/checking.js'
import { withBackup } from './backups/medium.js'
import { readEnvironment } from './environment.js'
import { openStore } from './files/stores/opening.js'

/** `npm run backup -- FOLDER` makes a backup; `npm run backup -- --check FOLDER` looks through one. */
const say = (words: string) => void process.stdout.write(`${words}\n`)

await command(async () => {
  const wanted = process.argv.slice(2)
  const [folder, ...more] = wanted.filter(word => !word.startsWith('-'))
  const unknown = wanted.filter(word => word.startsWith('-') && word !== '--check')
  if (unknown.length > 0) throw new Error(`${unknown.join(' ')} is not known here. There is --check FOLDER.`)
  if (!folder || more.length > 0)
    throw new Error(
      wanted.includes('--check')
        ? 'Name the backup to look through, such as: npm run backup -- --check /backups/monday'
        : 'Name the folder for the backup, such as: npm run backup -- /backups/monday',
    )
  const environment = readEnvironment(process.env)
  await (wanted.includes('--check') ? check(folder, environment) : make(folder, environment))
})

async function make(folder: string, environment: ReturnType<typeof readEnvironment>): Promise<void> {
  const { to, files, missing } = await backUp(environment, folder, say, environment.backupPassphrase)
  if (missing > 0) say(`${missing} files that the database names had no bytes any more; the list says which.`)
  say(`Backed up the database and ${files} files to ${to}. To look through it: npm run backup -- --check ${to}`)
}

async function check(folder: string, environment: ReturnType<typeof readEnvironment>): Promise<void> {
  const store = await openStore(environment, say)
  const near = { passphrase: environment.backupPassphrase, near: dirname(environment.beside) }
  say(await withBackup(resolve(folder), near, async clear => checkedInWords(await checkBackup(clear, store))))
}
