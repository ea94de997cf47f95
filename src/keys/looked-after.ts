import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Tables } from '../database.js'
import { rolesThat, takingPart } from '../people/roles/roles.js'

type OfKeys = ExpressionBuilder<Tables, 'pupilKeys'>

/** Whoever looks after the key can open it now: the same rule as `mayOpenKey`, in the database. */
export function isLookedAfter(eb: OfKeys): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('groupPeople as inGroup')
      .innerJoin('people as owning', 'owning.id', 'inGroup.personId')
      .innerJoin('networkRoles as atSchool', 'atSchool.personId', 'inGroup.personId')
      .select('inGroup.id')
      .whereRef('inGroup.groupId', '=', 'pupilKeys.groupId')
      .whereRef('inGroup.personId', '=', 'pupilKeys.ownerId')
      .where('inGroup.role', 'in', takingPart)
      .where('inGroup.leftAt', 'is', null)
      .where('owning.disabledAt', 'is', null)
      .whereRef('atSchool.schoolId', '=', 'pupilKeys.schoolId')
      .where('atSchool.role', 'in', rolesThat('works'))
      .where('atSchool.endedAt', 'is', null),
  )
}
