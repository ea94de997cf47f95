import { lettersAfter } from '../mail/following.js'

/** Whoever looks after a key hears when somebody else has opened it. No name of a pupil is in the letter. */
const tellOwner = lettersAfter({
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

export const keyFollowers = [tellOwner]
