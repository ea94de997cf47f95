import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { numberOf } from '../listing/cards.js'
import { evidenceVisibleTo } from '../evidence.js'
import { now } from '../../web/now.js'
import { plural } from '../../words/words.js'
import { quoted, waits } from '../../web/waiting.js'

/** So many are counted; whoever has more is told that there are at least so many. */
const most = 40

/** Drafts older than a day that only their author sees: one line a group. Leaving them private is fine too. */
export const draftsNotShared = waits({
  asks: inTheSameWords(
    ({ person, enquiries }: Around) => ({
      me: person.id,
      own: groupsAtWork(enquiries),
      yesterday: new Date(Date.parse(now()) - 86_400_000).toISOString(),
    }),
    (db, { me, own, yesterday }) =>
      db
        .selectFrom('evidence')
        .select('evidence.id')
        .where('evidence.loggedBy', '=', me)
        .where('evidence.reach', '=', 'author')
        .where('evidence.loggedAt', '<', yesterday)
        .where('evidence.groupId', 'in', own)
        .limit(most + 1),
  ),
  async says(found, { db, person, enquiries }) {
    const drafts = await evidenceVisibleTo(db, person)
      .select(['evidence.id', 'evidence.groupId', 'evidence.number', 'evidence.title'])
      .where(
        'evidence.id',
        'in',
        found.map(one => one.id),
      )
      .orderBy('evidence.loggedAt')
      .execute()
    return enquiries.flatMap(({ groupId, groupName, networkId, names }) => {
      const [first, ...others] = names.read(drafts).filter(draft => draft.groupId === groupId)
      if (!first) return []
      const several = others.length > 0
      return {
        text: draftsInWords({ group: groupName, ...first, count: others.length + 1, isAll: found.length <= most }),
        href: several
          ? `/groups/${groupId}/evidence?audience=author&who=${person.id}`
          : `/evidence/${first.id}/sharing`,
        action: several ? 'Look through them' : 'Choose who sees it',
        networkId,
        groupId,
      }
    })
  },
})

function groupsAtWork(enquiries: Around['enquiries']): string[] {
  return enquiries.filter(one => one.standing.member && one.closedAt === null).map(one => one.groupId)
}

export function draftsInWords(one: {
  group: string
  number: number
  title: string
  count: number
  isAll: boolean
}): string {
  const drafts = `${one.isAll ? '' : 'at least '}${plural(one.count, 'draft', 'drafts')}`
  if (one.count > 1) return `Only you can see ${drafts} of yours in ${one.group}.`
  return `Only you can see ${numberOf(one)} in ${one.group}: ${quoted(one.title, 60)}`
}
