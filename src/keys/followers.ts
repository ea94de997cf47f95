import type { Db } from '../database.js'
import { follower } from '../facts/followers.js'
import { lettersAfter } from '../mail/following.js'
import { tellOfKeyLeftBehind } from './left-behind.js'

/** Whoever looks after a key hears when somebody else has opened it. No name of a pupil is in the letter. */
const tellOfOpening = lettersAfter({
  name: 'letters of opened keys',
  follows: ['key opened'],
  async write({ db, baseUrl }, { personId, aboutId }) {
    const key = await db
      .selectFrom('pupilKeys')
      .innerJoin('people as owner', 'owner.id', 'pupilKeys.ownerId')
      .innerJoin('schools', 'schools.id', 'pupilKeys.schoolId')
      .innerJoin('groups', 'groups.id', 'pupilKeys.groupId')
      .select(['pupilKeys.id', 'owner.id as ownerId', 'owner.email', 'schools.name as school', 'groups.name as group'])
      .where('pupilKeys.id', '=', aboutId)
      .where('owner.disabledAt', 'is', null)
      .executeTakeFirst()
    const by = await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()
    if (!key || !by || key.ownerId === personId) return []
    const text = `${by.name} has opened the key of ${key.school} to the pupils’ codes of ${key.group}. What for, they have written down beside it:\n${baseUrl}/keys/${key.id}\n`
    return [{ to: key.email, subject: 'A key that you look after was opened', text }]
  },
})

/** Whoever looks after a key hears what becomes of it. No name of a pupil is in the letter. */
const tellOwner = lettersAfter({
  name: 'letters to owners of keys',
  follows: ['key taken over'],
  async write({ db }, fact) {
    const by = await db.selectFrom('people').select('name').where('id', '=', fact.personId).executeTakeFirst()
    if (!by) return []
    return letterToOwner(db, fact, fact.details.from, `${by.name} has taken it over and looks after it now.`)
  },
})

async function letterToOwner(db: Db, { aboutId }: { aboutId: string | null }, ownerId: string, said: string) {
  const key = await db
    .selectFrom('pupilKeys')
    .innerJoin('schools', 'schools.id', 'pupilKeys.schoolId')
    .innerJoin('groups', 'groups.id', 'pupilKeys.groupId')
    .select(['schools.name as school', 'groups.name as group'])
    .where('pupilKeys.id', '=', aboutId)
    .executeTakeFirst()
  const owner = await db
    .selectFrom('people')
    .select('email')
    .where('id', '=', ownerId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  if (!key || !owner) return []
  const text = `You look after the key of ${key.school} to the pupils’ codes of ${key.group}. ${said}\n`
  return [{ to: owner.email, subject: 'A key that you look after', text }]
}

/** The file of keys has no transaction in common with the database: what is erased here is erased there afterwards. */
const eraseBeside = follower({
  name: 'erase keys',
  follows: ['key erased'],
  isPrompt: true,
  async run({ keys }, { aboutId }) {
    if (aboutId !== null) await keys.erase(aboutId)
  },
})

export const keyFollowers = [tellOfOpening, tellOwner, tellOfKeyLeftBehind, eraseBeside]
