import type { Db } from '../database.js'
import { namesOutside } from '../names/names.js'
import type { Reader } from '../names/reader.js'
import type { Network } from '../networks/tables.js'
import type { Move, MovesOf, Span } from '../networks/year.js'
import { takingPart } from '../people/roles/roles.js'
import type { Adoption, Answer } from './answers.js'

/**
 * What schools took up of what groups recommended. An answer is the head's and the group's affair until its head lets
 * everybody read it: others who work in the network are told of those alone.
 */
export const adoptedRecommendations: MovesOf = async (db, person, network, span, outside) => {
  const rows = (await answeredIn(db, network, span)).filter(row => mayKnow(person, network, row))
  const names = person ?? outside ?? namesOutside()
  const schools = await schoolsOfGroups(
    db,
    rows.map(row => row.groupId),
  )
  const moves: Move[] = []
  for (const row of rows) {
    const { read, school } = await names.namesIn(db, row.groupId)
    const how = howOf(row)
    if (!how) continue
    moves.push({
      at: row.inPlaceAt ?? row.answeredAt!,
      from: {
        kind: 'group',
        id: row.groupId,
        name: read(row.group),
        schoolIds: schools.filter(one => one.groupId === row.groupId).map(one => one.schoolId),
      },
      to: {
        kind: 'school',
        id: row.schoolId,
        name: person ? row.school : school({ id: row.schoolId, name: row.school }),
      },
      what: read(row.recommendation),
      how,
      madeOfIt: read(row.whatCanBeSeen) || (row.answer === 'adapt' ? read(row.reason) : ''),
      href: mayOpen(person, network, row) ? `/recommendations/${row.id}` : null,
      isPublic: row.publicAt !== null,
    })
  }
  return moves
}

function answeredIn(db: Db, network: Pick<Network, 'id'>, { from, until }: Span) {
  return db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .innerJoin('schools', 'schools.id', 'responses.schoolId')
    .select(['recommendations.id', 'recommendations.recommendation', 'recommendations.groupId'])
    .select(['groups.name as group', 'groups.themeId', 'responses.schoolId', 'schools.name as school'])
    .select(['responses.answer', 'responses.adoption', 'responses.answeredAt', 'responses.inPlaceAt'])
    .select(['responses.publicAt', 'responses.whatCanBeSeen', 'responses.reason'])
    .where('groups.networkId', '=', network.id)
    .where('recommendations.withdrawnAt', 'is', null)
    .where('responses.answer', 'in', ['accept', 'adapt'])
    .where(eb =>
      eb.or([
        eb.and([eb('responses.answeredAt', '>=', from), eb('responses.answeredAt', '<', until)]),
        eb.and([eb('responses.inPlaceAt', '>=', from), eb('responses.inPlaceAt', '<', until)]),
      ]),
    )
    .execute()
}

function mayKnow(
  person: Reader | undefined,
  network: Pick<Network, 'id'>,
  row: { groupId: string; themeId: string | null; schoolId: string; publicAt: string | null },
): boolean {
  return row.publicAt !== null || mayOpen(person, network, row)
}

/** The recommendation itself: those whom it concerns. */
function mayOpen(
  person: Reader | undefined,
  network: Pick<Network, 'id'>,
  row: { groupId: string; themeId: string | null; schoolId: string },
): boolean {
  if (!person) return false
  return (
    person.isNetworkLeaderOf(network.id) ||
    person.isCoLeaderOf(row.themeId) ||
    person.isVolunteerIn(row.groupId) ||
    person.answersFor(row.schoolId)
  )
}

/** Undefined where the school has not begun yet: it said yes, and nothing has moved. */
function howOf({ answer, adoption }: { answer: Answer | null; adoption: Adoption | null }): Move['how'] | undefined {
  switch (adoption) {
    case 'in place':
      return 'has it in place'
    case 'dropped':
      return 'dropped it'
    case 'trying':
      return answer === 'adapt' ? 'adapted it' : 'tries it'
    default:
      return undefined
  }
}

async function schoolsOfGroups(db: Db, groupIds: string[]): Promise<{ groupId: string; schoolId: string }[]> {
  if (groupIds.length === 0) return []
  const rows = await db
    .selectFrom('groupPeople')
    .select(['groupId', 'schoolId'])
    .distinct()
    .where('groupId', 'in', groupIds)
    .where('role', 'in', takingPart)
    .where('leftAt', 'is', null)
    .where('schoolId', 'is not', null)
    .execute()
  return rows as { groupId: string; schoolId: string }[]
}
