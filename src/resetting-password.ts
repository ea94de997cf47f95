import { isThere } from './places-on-disk.js'
import { command } from './command.js'
import { inOne, openDatabase } from './database.js'
import { isPostgres } from './database/engine.js'
import { readEnvironment } from './environment.js'
import { record } from './facts/facts.js'
import './people/facts.js'
import { takeOffSecondStepFor } from './people/second-step/second-step.js'
import { makeResetLink, minutesToReset } from './people/passwords/resetting-password.js'

/**
 * `npm run reset-password -- ADDRESS`: prints a link to a new password for an administrator who has no other way back. Everybody else
 * is helped by an administrator. It may be run while the workbench is open. `--without-second-step` takes that off too, where the
 * telephone and the recovery codes are lost.
 */
await command(async () => {
  const withoutStep = process.argv.includes('--without-second-step')
  const unknown = process.argv.slice(2).filter(one => one.startsWith('-') && one !== '--without-second-step')
  if (unknown.length > 0) throw new Error(`${unknown.join(' ')} is not known here. There is --without-second-step.`)
  const [email, ...more] = process.argv
    .slice(2)
    .filter(one => !one.startsWith('-'))
    .map(one => one.trim().toLowerCase())
  if (!email || more.length > 0)
    throw new Error('Name the email address of an administrator, such as: npm run reset-password -- alex@example.org')
  const { database, baseUrl } = readEnvironment(process.env)
  if (!isPostgres(database) && !isThere(database)) throw new Error(`There is no database at ${database}.`)
  const { db } = openDatabase(database)
  const link = await inOne(db, async trx => {
    const person = await trx
      .selectFrom('people')
      .select(['id', 'name', 'disabledAt', 'administratorSince'])
      .where('email', '=', email)
      .executeTakeFirst()
    if (!person) throw new Error(`Nobody here has the address ${email}.`)
    if (person.administratorSince === null || person.disabledAt !== null)
      throw new Error(
        `${email} looks after nothing here, so an administrator helps: Administration, People, the account, “A forgotten password”.`,
      )
    if (withoutStep) await takeOffSecondStepFor(trx, person, null)
    await record(trx, { kind: 'reset link made on the machine', by: null, aboutKind: 'person', aboutId: person.id })
    return makeResetLink(trx, baseUrl, person.id)
  })
  await db.destroy()
  process.stdout.write(`Open this link within ${minutesToReset} minutes, and choose a new password:\n${link}\n`)
})
