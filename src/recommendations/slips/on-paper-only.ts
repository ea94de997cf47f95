import type { ListOrSlot } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'

/** Answers of these schools that were entered from paper, stand still, and no head has confirmed. */
export function onPaperOnly(db: Db, schoolIds: ListOrSlot) {
  return db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .where('responses.schoolId', 'in', schoolIds)
    .where('responses.fromPaperOn', 'is not', null)
    .where('responses.confirmedAt', 'is', null)
    .where('recommendations.withdrawnAt', 'is', null)
}
