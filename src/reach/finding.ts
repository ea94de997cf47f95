import { type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Tables } from '../database.js'
import type { ValueOrSlot } from '../database/in-the-same-words.js'
import type { Person } from '../people/person.js'
import { today } from '../web/now.js'
import { withinTheGroup } from './reaches.js'
import { inPublishedWork, type Relation, relations, type Way, waysIn, waysToGaps } from './ways.js'

export type InGroups = ExpressionBuilder<Tables, 'evidence' | 'groups'>

/** Whether the person comes upon a piece today: `waysIn` as a condition of SQL. */
export function isReadableBy(eb: InGroups, person: Person): Expression<SqlBool> {
  return byAnyOf(eb, person, waysIn)
}

/** A piece that stays listed as a number only, for those who may have leaned on it. */
export function isGapFor(eb: InGroups, person: Person): Expression<SqlBool> {
  return byAnyOf(eb, person, waysToGaps)
}

/** Whether a piece may stand in published work today: `inPublishedWork` as a condition of SQL. */
export function mayBePublished(eb: ExpressionBuilder<Tables, 'evidence'>): Expression<SqlBool> {
  return mayBePublishedOn(eb, today())
}

/** The same on a day, as a question that stays in the same words is asked with it. */
export function mayBePublishedOn(eb: ExpressionBuilder<Tables, 'evidence'>, day: ValueOrSlot): Expression<SqlBool> {
  const { reaches, agreed } = inPublishedWork
  const still = eb.or([eb('evidence.reachUntil', 'is', null), eb('evidence.reachUntil', '>=', day)])
  return eb.and([eb('evidence.reach', 'in', reaches), eb('evidence.agreed', '=', agreed), still])
}

function byAnyOf(eb: InGroups, person: Person, ways: Way[]): Expression<SqlBool> {
  return eb.or(
    ways.flatMap(way => {
      const stands = standsSo(eb, person, way)
      return stands ? [eb.and([eb('evidence.reach', 'in', way.reaches), ...stillToday(eb, way), ...stands])] : []
    }),
  )
}

/** Where an agreement has ended since, a piece is the group's alone, whatever was kept of it. */
export function stillToday(eb: ExpressionBuilder<Tables, 'evidence'>, way: Way): Expression<SqlBool>[] {
  if (endsOnNoDay(way)) return []
  return [eb.or([eb('evidence.reachUntil', 'is', null), eb('evidence.reachUntil', '>=', today())])]
}

/** Whether this way leads to the same pieces after an agreement has ended. */
export function endsOnNoDay({ reaches }: Way): boolean {
  return reaches.every(reach => reaches.includes(withinTheGroup(reach)))
}

/** How the person must stand towards a piece for this way; undefined where they stand so towards none. */
function standsSo(eb: InGroups, person: Person, { as, within }: Way): Expression<SqlBool>[] | undefined {
  const is = holds(eb, person, as)
  if (!is || !within) return is && [is]
  const also = within.flatMap(one => holds(eb, person, one) ?? [])
  return also.length > 0 ? [is, eb.or(also)] : undefined
}

function holds(eb: InGroups, person: Person, as: keyof typeof relations): Expression<SqlBool> | undefined {
  const { heldBy, of } = relations[as] as Relation
  const ids = heldBy(person)
  if (ids.length === 0) return undefined
  if (of === 'schoolIds') return comesFrom(eb, ids)
  return of === 'networkId' ? eb('groups.networkId', 'in', ids) : eb(`evidence.${of}`, 'in', ids)
}

export function comesFrom(eb: ExpressionBuilder<Tables, 'evidence'>, schools: string[]): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('evidenceSchools')
      .select('evidenceSchools.schoolId')
      .whereRef('evidenceSchools.evidenceId', '=', 'evidence.id')
      .where('evidenceSchools.schoolId', 'in', schools),
  )
}
