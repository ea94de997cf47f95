import type { Db } from '../database.js'
import { unread } from '../names/names.js'
import { readers } from '../reach/readers.js'
import { idsIn, idsInGroup } from '../search/ids.js'
import { plainWords } from '../search/plain.js'
import { after, itself } from '../search/renewals.js'
import type { Found, Searchable } from '../search/searchables.js'
import { answerSaid } from './answers.js'
import type { recommendationFacts } from './facts.js'
import { recommendationsById } from './recommendations.js'
import type { Recommendation, Response } from './tables.js'

const changing = [
  'recommendation drafted',
  'recommendation revised',
  'recommendation sent',
  'recommendation withdrawn',
  'recommendation released',
  'recommendation no longer released',
  'recommendation answered',
  'answer entered from paper',
  'answer from paper confirmed',
  'adoption followed',
] satisfies (keyof typeof recommendationFacts)[]

/** What groups ask of heads. A draft is the group's own; what was sent is for those it went to and those who look after it. */
export const recommendationSearch: Searchable = {
  kind: 'recommendation',
  one: 'recommendation',
  many: 'recommendations',
  version: 2,
  renewals: [after(changing, itself)],
  ids: idsIn('recommendations'),
  async entries(db, ids) {
    const responses = await db.selectFrom('responses').selectAll().where('recommendationId', 'in', ids).execute()
    return (await recommendationsBy(db, ids)).map(row => {
      const sentTo = responses.filter(response => response.recommendationId === row.id)
      return {
        record: row.id,
        title: `R${row.number} ${row.recommendation}`,
        words: wordsOfRecommendation(row),
        day: row.draftedAt,
        readers: readersOfSent(
          row,
          sentTo,
          sentTo.map(({ schoolId }) => readers.colleague(schoolId)),
        ),
        about: { group: row.groupId, by: row.draftedBy, stage: 'evaluation' },
      }
    })
  },
  async find(db, person, ids) {
    if (!person) return []
    const found = await recommendationsById(db, person, ids)
    return found.map(({ recommendation, groupName }) => ({
      ...placeOfRecommendation(recommendation, groupName),
      record: recommendation.id,
      kind: recommendation.withdrawnAt ? 'recommendation, withdrawn' : 'recommendation',
      title: recommendation.recommendation,
      words: wordsOfRecommendation(recommendation),
      href: `/recommendations/${recommendation.id}`,
      day: recommendation.draftedAt,
      schools: [],
      by: recommendation.draftedBy,
    }))
  },
}

/** What heads answered, and what can be seen in their schools. */
export const answerSearch: Searchable = {
  kind: 'answer',
  one: 'head’s answer',
  many: 'heads’ answers',
  version: 1,
  renewals: [after(changing, ({ aboutId }, db) => answersOf(db, aboutId))],
  ids: idsIn('responses'),
  async entries(db, ids) {
    const responses = unread(
      await db.selectFrom('responses').selectAll().where('id', 'in', ids).where('answer', 'is not', null).execute(),
    )
    const rows = new Map(
      (
        await recommendationsBy(
          db,
          responses.map(one => one.recommendationId),
        )
      ).map(row => [row.id, row]),
    )
    return responses.flatMap(response => {
      const row = rows.get(response.recommendationId)
      if (!row) return []
      return [
        {
          record: response.id,
          title: `R${row.number}`,
          words: wordsOfAnswer(response),
          day: response.answeredAt ?? response.sentAt,
          readers: readersOfSent(row, [response]),
          about: { group: row.groupId, by: response.answeredBy, schools: [response.schoolId], stage: 'evaluation' },
        },
      ]
    })
  },
  async find(db, person, ids) {
    if (!person) return []
    const of = await db.selectFrom('responses').select('recommendationId').where('id', 'in', ids).execute()
    const found = await recommendationsById(db, person, [...new Set(of.map(one => one.recommendationId))])
    return found.flatMap(({ recommendation, groupName }): Found[] =>
      recommendation.responses
        .filter(response => ids.includes(response.id) && response.answer !== null)
        .map(response => ({
          ...placeOfRecommendation(recommendation, groupName),
          record: response.id,
          kind: 'head’s answer',
          title: '',
          heading: `${response.schoolName}: ${answerSaid(response.answer)}`,
          words: wordsOfAnswer(response),
          href: `/recommendations/${recommendation.id}`,
          day: response.answeredAt ?? response.sentAt,
          schools: [{ id: response.schoolId, name: response.schoolName }],
          by: response.answeredBy,
        })),
    )
  },
}

/** The records of a group. */
export const ofGroup = {
  recommendation: idsInGroup('recommendations'),
  async answer(db: Db, groupId: string): Promise<string[]> {
    const rows = await db
      .selectFrom('responses')
      .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
      .select('responses.id')
      .where('recommendations.groupId', '=', groupId)
      .execute()
    return rows.map(row => row.id)
  },
}

async function answersOf(db: Db, recommendationId: string | null): Promise<string[]> {
  const rows = await db.selectFrom('responses').select('id').where('recommendationId', '=', recommendationId).execute()
  return rows.map(row => row.id)
}

async function recommendationsBy(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('recommendations')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .selectAll('recommendations')
    .select('groups.networkId')
    .where('recommendations.id', 'in', ids)
    .execute()
  return unread(rows)
}

/** @param colleagues those of the schools that it was sent to, who read the recommendation itself */
function readersOfSent(
  row: Recommendation & { networkId: string },
  sentTo: Pick<Response, 'schoolId'>[],
  colleagues: string[] = [],
): string[] {
  if (sentTo.length === 0) return [readers.member(row.groupId)]
  return [
    readers.member(row.groupId),
    readers.coLeader(row.groupId),
    readers.facilitator(row.groupId),
    readers.leader(row.networkId),
    ...sentTo.map(response => readers.head(response.schoolId)),
    ...colleagues,
    ...(row.releasedOutsideAt ? [readers.governor(row.networkId)] : []),
  ]
}

function placeOfRecommendation(recommendation: Recommendation, groupName: string) {
  return {
    thing: `recommendation ${recommendation.id}`,
    label: `R${recommendation.number}`,
    group: { id: recommendation.groupId, name: groupName },
    stage: 'evaluation',
  }
}

function wordsOfRecommendation({ reasons, cost }: Recommendation): string {
  return plainWords([reasons, cost].filter(Boolean).join('\n\n'))
}

function wordsOfAnswer({ reason, whatCanBeSeen }: Response): string {
  return plainWords([reason, whatCanBeSeen].filter(Boolean).join('\n\n'))
}
