import type { Around } from '../../enquiries/around.js'
import { plural } from '../../words/words.js'
import { quoted, type Waiting, type WaitingKind } from '../../web/waiting.js'
import { addressOf } from '../listing.js'
import { openChallenges } from '../drafting/comments.js'

/** Those who write a text together answer what it is challenged with. */
export const challengesToTexts: WaitingKind<Around> = async ({ db, person }) => {
  const texts = await db
    .selectFrom('projectWriters')
    .innerJoin('projectTexts', 'projectTexts.id', 'projectWriters.textId')
    .innerJoin('projects', 'projects.id', 'projectTexts.projectId')
    .select(['projectTexts.id', 'projectTexts.title', 'projects.networkId', 'projects.id as projectId'])
    .where('projectWriters.personId', '=', person.id)
    .where('projects.endedAt', 'is', null)
    .execute()
  const open = await openChallenges(
    db,
    texts.map(one => one.id),
  )
  return texts.flatMap((text): Waiting[] => {
    const many = open.filter(one => one.textId === text.id).length
    if (many === 0 || !person.belongsTo(text.networkId)) return []
    return [
      {
        text: `${plural(many, 'challenge', 'challenges')} to ${quoted(text.title)} that you write together`,
        href: `${addressOf({ networkId: text.networkId, id: text.projectId })}/texts/${text.id}#comments`,
        action: 'Read and answer',
        networkId: text.networkId,
      },
    ]
  })
}
