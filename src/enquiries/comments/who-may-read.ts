import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { personById } from '../../people/people.js'
import type { FormState } from '../../web/read.js'
import { addMistake } from '../../web/read.js'
import { byName, listed } from '../../words/words.js'
import type { Enquiry } from '../enquiry.js'
import { type Named, namesTyped } from './names-typed.js'
import type { ThreadFinder } from './threads.js'

/** Somebody who may be named under a thing. */
export interface MayBeNamed {
  id: string
  name: string
}

/**
 * Everybody around the group who may read a thing, as this person reads their names: each is asked for as they would be
 * if they opened it themselves.
 */
export async function whoMayRead(
  db: Db,
  enquiry: Enquiry,
  finder: ThreadFinder,
  aboutId: string,
): Promise<MayBeNamed[]> {
  const may: Reader[] = []
  for (const id of await peopleAround(db, enquiry)) {
    const one = await personById(db, id)
    if (one && (await finder(db, one, [aboutId])).has(aboutId)) may.push(one)
  }
  return may.map(({ id, name }) => ({ id, name: enquiry.names.read(name) })).sort(byName)
}

async function peopleAround(db: Db, enquiry: Enquiry): Promise<string[]> {
  const inGroup = await db
    .selectFrom('groupPeople')
    .select('personId')
    .distinct()
    .where('groupId', '=', enquiry.groupId)
    .where('leftAt', 'is', null)
    .execute()
  const behind = await db
    .selectFrom('networkRoles')
    .select('personId')
    .distinct()
    .where('networkId', '=', enquiry.networkId)
    .where('endedAt', 'is', null)
    .where(eb =>
      eb.or([
        eb('role', '=', 'network leader'),
        eb.and([eb('role', '=', 'co-leader'), eb('themeId', '=', enquiry.themeId)]),
        eb.and([eb('role', '=', 'headteacher'), eb('schoolId', 'in', [...enquiry.schoolIds, ''])]),
      ]),
    )
    .execute()
  return [...new Set([...inGroup, ...behind].map(row => row.personId))]
}

/**
 * Whom the words name. People are looked for only where an @ was typed.
 * @returns those named, or the form with a sentence about whoever cannot be
 */
export async function namedIn(
  db: Db,
  enquiry: Enquiry,
  thing: { finder: ThreadFinder; aboutId: string },
  words: string,
  form: FormState,
): Promise<{ named: Named[] } | { form: FormState }> {
  if (!words.includes('@')) return { named: [] }
  const { named, unknown, unclear } = namesTyped(words, await whoMayRead(db, enquiry, thing.finder, thing.aboutId))
  if (unclear.length > 0)
    return {
      form: addMistake(form, 'words', `More than one person is called ${listed(unclear)}. Write the whole name.`),
    }
  if (unknown.length > 0)
    return {
      form: addMistake(
        form,
        'words',
        `Nobody called ${listed(unknown)} can read this, so nobody would hear of it. Write a name as it stands under People, or leave out the @.`,
      ),
    }
  return { named }
}
