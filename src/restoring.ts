import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { command } from './command.js'
import { drill } from './backups/drills/drilling.js'
import { outcomeOf } from './backups/drills/in-words.js'
import { keyOfDrills, verified } from './backups/drills/signing.js'
import { withBackup } from './backups/medium.js'
import { restore } from './backups/restoring.js'
import { type Environment, readEnvironment } from './environment.js'
import { KeyStore } from './keys/store.js'
import { isThere } from './places-on-disk.js'
import { recordAgain } from './recording-again.js'

/**
 * `npm run restore -- FOLDER`: puts a backup in the place of the present database and files. `-- --drill FOLDER` tries it in a place
 * that is thrown away, and signs what it found; `-- --verify RESULT` tells whether such a result was changed.
 */
const say = (words: string) => void process.stdout.write(`${words}\n`)
const ways: Record<string, (environment: Environment, place: string) => Promise<void> | void> = {
  '': putBack,
  '--drill': tryOut,
  '--verify': verify,
}

await command(async () => {
  const wanted = process.argv.slice(2)
  const [place, ...more] = wanted.filter(word => !word.startsWith('-'))
  const [option = '', ...others] = wanted.filter(word => word.startsWith('-'))
  const way = ways[option]
  if (!way || others.length > 0)
    throw new Error(`${[option, ...others].join(' ')} is not known here. There are --drill FOLDER and --verify RESULT.`)
  if ((!place || more.length > 0) && option === '--verify')
    throw new Error('Name the result of a drill: npm run restore -- --verify RESULT')
  if (!place || more.length > 0)
    throw new Error(
      `Name the backup to ${option ? 'try' : 'put back'}, such as: npm run restore -- ${option}${option && ' '}/backups/monday`,
    )
  await way(readEnvironment(process.env), place)
})

async function putBack(environment: Environment, place: string): Promise<void> {
  const near = { passphrase: environment.backupPassphrase, near: dirname(environment.beside) }
  const { aside, checked } = await withBackup(resolve(place), near, clear => restore(environment, clear))
  const before = aside
    ? ` What was there before is kept in ${aside}${environment.bucket ? '' : `, its files beside ${environment.uploads}`}.`
    : ''
  say(
    `The backup is in its place: the database and ${checked.files} files.${before} Start the workbench; withdrawals of consent that came after the backup are recorded again then.`,
  )
}

async function tryOut(environment: Environment, place: string): Promise<void> {
  const { to, drilled } = await drill(
    { ...environment, keysAt: path => new KeyStore(path, secretOf(environment.keys)) },
    place,
    recordAgain,
  )
  for (const sentence of drilled.wrong) say(sentence)
  say(
    `After ${drilled.seconds.toFixed(1)} seconds: ${outcomeOf(drilled)}. Nothing of the installation was touched. The signed result is ${to}; npm run restore -- --verify ${to} tells later whether it was changed.`,
  )
  process.exitCode = drilled.wrong.length === 0 ? 0 : 1
}

function verify({ beside }: Environment, place: string): void {
  if (!isThere(place)) throw new Error(`There is no result at ${resolve(place)}.`)
  if (statSync(place).isDirectory()) throw new Error(`${resolve(place)} is a folder: name the result of a drill in it.`)
  const words = verified(readFileSync(place, 'utf8'), keyOfDrills(beside))
  say(`It was signed here, and is as it was then.\n\n${words}`)
}

/** A drill makes no secret for the installation. */
function secretOf(keys: string): string {
  if (process.env.KEYS_SECRET) return process.env.KEYS_SECRET
  return existsSync(`${keys}.secret`)
    ? readFileSync(`${keys}.secret`, 'utf8').trim()
    : randomBytes(32).toString('base64')
}
