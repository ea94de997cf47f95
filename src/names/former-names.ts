import type { Db, Trx } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'

/** Whose name it was. */
export type NameOf = { schoolId: string } | { personId: string }

/** Somebody or a school is called otherwise from now on; what they were called is still looked for in texts. */
export async function keepFormerName(trx: Trx, of: NameOf, before: string, after: string): Promise<void> {
  if (before.trim() === '' || before === after) return
  await trx
    .insertInto('formerNames')
    .values({ id: newId(), schoolId: null, personId: null, ...of, name: before, until: now() })
    .execute()
}

/** What schools were called before, as lists by their ids. */
export async function formerNamesOfSchools(db: Db, schoolIds: string[]): Promise<Map<string, string[]>> {
  return byWhom((await ofSchools(db, { schoolIds })).map(({ schoolId, name }) => ({ id: schoolId!, name })))
}

/** What people were called before, as lists by their ids. */
export async function formerNamesOfPeople(db: Db, personIds: string[]): Promise<Map<string, string[]>> {
  return byWhom((await ofPeople(db, { personIds })).map(({ personId, name }) => ({ id: personId!, name })))
}

/** All names of those in these groups, now or before, who have had another. */
export async function renamedPeopleIn(db: Db, groupIds: string[]): Promise<{ groupId: string; names: string[] }[]> {
  const each = new Map<string, { groupId: string; names: string[] }>()
  for (const { groupId, personId, called, name } of await renamedIn(db, { groupIds })) {
    const one = each.get(`${groupId} ${personId}`) ?? { groupId, names: [called] }
    one.names.push(name)
    each.set(`${groupId} ${personId}`, one)
  }
  return [...each.values()]
}

/** With an account its former names go too. */
export async function forgetFormerNames(trx: Trx, personId: string): Promise<void> {
  await trx.deleteFrom('formerNames').where('personId', '=', personId).execute()
}

/** The groups that have a pseudonym for a school, or might have one for a person. */
export async function groupsThatHide(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('pseudonyms')
    .select('groupId')
    .where('schoolId', '=', id)
    .where('removedAt', 'is', null)
    .union(
      db
        .selectFrom('groupPeople')
        .innerJoin('pseudonyms', 'pseudonyms.groupId', 'groupPeople.groupId')
        .select('pseudonyms.groupId')
        .where('groupPeople.personId', '=', id)
        .where('pseudonyms.kind', '=', 'person')
        .where('pseudonyms.removedAt', 'is', null),
    )
    .execute()
  return rows.map(row => row.groupId)
}

const ofSchools = asksWith((db, { schoolIds }: Slots<{ schoolIds: string[] }>) =>
  db.selectFrom('formerNames').select(['schoolId', 'name']).where('schoolId', 'in', schoolIds),
)

const ofPeople = asksWith((db, { personIds }: Slots<{ personIds: string[] }>) =>
  db.selectFrom('formerNames').select(['personId', 'name']).where('personId', 'in', personIds),
)

const renamedIn = asksWith((db, { groupIds }: Slots<{ groupIds: string[] }>) =>
  db
    .selectFrom('groupPeople')
    .innerJoin('formerNames', 'formerNames.personId', 'groupPeople.personId')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select(['groupPeople.groupId', 'groupPeople.personId', 'people.name as called', 'formerNames.name'])
    .distinct()
    .where('groupPeople.groupId', 'in', groupIds),
)

function byWhom(rows: { id: string; name: string }[]): Map<string, string[]> {
  const each = new Map<string, string[]>()
  for (const { id, name } of rows) each.set(id, [...new Set([...(each.get(id) ?? []), name])])
  return each
}
