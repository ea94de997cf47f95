import { endedBefore, overOn } from './days.js'
import type { KeptKind } from './kind.js'

/** Single answers to closed questionnaires. What a group made of them stands in its evidence and measures. */
export const answersKept: KeptKind = {
  kind: 'questionnaires',
  name: 'Answers to questionnaires',
  holds: 'What people answered, without their names, one by one.',
  from: 'after the questionnaire is closed',
  because:
    'While the group is at work it may look at them again. What it made of them stays in its evidence and its measures.',
  offered: [6, 12, 24, 36],
  usual: 24,
  words: ['questionnaire', 'questionnaires'],
  erased: 'All single answers go. The questions stay, and what the group logged from them.',
  async due(db, asked) {
    const rows = await db
      .selectFrom('questionnaires')
      .innerJoin('groups', 'groups.id', 'questionnaires.groupId')
      .select(['questionnaires.id', 'questionnaires.groupId', 'questionnaires.closedAt'])
      .where('groups.networkId', '=', asked.networkId)
      .where('questionnaires.closedAt', '<', endedBefore(asked))
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('questionnaireAnswers').select('id').whereRef('questionnaireId', '=', 'questionnaires.id')),
      )
      .$if(asked.only !== undefined, query => query.where('questionnaires.id', 'in', asked.only!))
      .where('questionnaires.id', '>', asked.after?.thing ?? '')
      .orderBy('questionnaires.id')
      .limit(asked.most)
      .execute()
    return rows.map(({ id, groupId, closedAt }) => ({
      thing: id,
      groupId,
      label: '',
      dueOn: overOn(closedAt!, asked.months),
    }))
  },
  async erase(trx, things) {
    for (const table of ['questionnaireAnswers', 'questionnaireLinks', 'questionnairePeople'] as const)
      await trx.deleteFrom(table).where('questionnaireId', 'in', things).execute()
  },
}
