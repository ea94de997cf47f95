import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { plural } from '../../words/words.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { addressOf } from '../listing.js'

/** Those who write a text together answer what it is challenged with. */
export const challengesToTexts = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('projectWriters')
        .innerJoin('projectTexts', 'projectTexts.id', 'projectWriters.textId')
        .innerJoin('projects', 'projects.id', 'projectTexts.projectId')
        .innerJoin('projectComments', 'projectComments.textId', 'projectTexts.id')
        .select(['projectTexts.id', 'projectTexts.title', 'projects.networkId', 'projects.id as projectId'])
        .select(({ fn }) => fn.countAll<number>().as('many'))
        .where('projectWriters.personId', '=', me)
        .where('projects.endedAt', 'is', null)
        .where('projectComments.kind', '=', 'challenge')
        .where('projectComments.answer', 'is', null)
        .where('projectComments.removedAt', 'is', null)
        .groupBy(['projectTexts.id', 'projectTexts.title', 'projects.networkId', 'projects.id']),
  ),
  says: (texts, { person }) =>
    texts
      .filter(text => person.belongsTo(text.networkId))
      .map((text): Waiting => ({
        text: `${plural(Number(text.many), 'challenge', 'challenges')} to ${quoted(text.title)} that you write together`,
        href: `${addressOf({ networkId: text.networkId, id: text.projectId })}/texts/${text.id}#comments`,
        action: 'Read and answer',
        networkId: text.networkId,
      })),
})
