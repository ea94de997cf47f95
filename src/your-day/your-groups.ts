import { sql } from 'kysely'
import type { Db } from '../database.js'
import type { FactBook } from '../facts/kinds.js'
import { kindsInHistory } from '../facts/telling.js'
import { inSentences, newestLinesIn } from '../groups/history.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { type StageState, stageNamed, stages, trackOf } from '../stages.js'
import { byName } from '../words/words.js'
import type { Around } from '../enquiries/around.js'
import { type NewestPicture, newestPictures } from './newest-pictures.js'

/** A group as Your day shows it. */
export interface YourGroup {
  id: string
  name: string
  href: string
  question: string
  /** What the person is in it; nothing for a volunteer. */
  role: string
  track: StageState[]
  stands: string
  /** What happened last, for those who are in the group. */
  lately: { said: string; at: string } | null
  pictures: NewestPicture[]
}

/** Groups in one network: their own first. */
export interface GroupsInNetwork {
  networkId: string
  network: string
  /** Those they work in or help. */
  own: YourGroup[]
  /** What the others are to them. */
  heading: string
  /** Those they look after in another way, in one line each. */
  others: { id: string; name: string; href: string; question: string; track: StageState[] }[]
  /** How many more there are. */
  more: number
}

const mostOthers = 6

/** The person's groups, network by network: the one with most of theirs comes first, then by name. */
export async function groupsOfPerson(around: Around, facts: FactBook): Promise<GroupsInNetwork[]> {
  const listed = around.enquiries.filter(enquiry => isOwn(enquiry) || enquiry.closedAt === null)
  const own = listed.filter(enquiry => isOwn(enquiry) && enquiry.closedAt === null).map(enquiry => enquiry.groupId)
  const pictures = await newestPictures(around, own)
  const lately = await latestDeeds(around, facts)
  const networks = new Map(listed.map(enquiry => [enquiry.networkId, enquiry.networkName]))
  return [...networks]
    .map(([networkId, network]): GroupsInNetwork => {
      const groups = listed.filter(enquiry => enquiry.networkId === networkId)
      const others = groups.filter(enquiry => !isOwn(enquiry)).map(one => ({ ...one, name: one.groupName }))
      return {
        networkId,
        network,
        own: groups
          .filter(isOwn)
          .sort(openFirst)
          .map(enquiry => ({
            ...lineOf(enquiry),
            role: roleIn(enquiry),
            stands: standsInWords(enquiry),
            lately: lately.get(enquiry.groupId) ?? null,
            pictures: pictures.get(enquiry.groupId) ?? [],
          })),
        heading: headingFor(others, network),
        others: others.sort(byName).slice(0, mostOthers).map(lineOf),
        more: Math.max(0, others.length - mostOthers),
      }
    })
    .sort((one, other) => other.own.length - one.own.length || one.network.localeCompare(other.network))
}

function headingFor(others: Enquiry[], network: string): string {
  if (others.some(one => one.standing.networkLeader)) return `Groups in ${network}`
  return others.some(one => one.standing.coLeader) ? 'Groups of your themes' : 'Groups with people from your school'
}

function isOwn({ standing }: Enquiry): boolean {
  return standing.member || standing.facilitator
}

/** Groups at work before finished ones, those the person leads before others, then by name. */
function openFirst(one: Enquiry, other: Enquiry): number {
  const over = ({ closedAt, finishedAt, standing }: Enquiry) =>
    Number(closedAt !== null) * 4 + Number(finishedAt !== null) * 2 + Number(!standing.lead)
  return over(one) - over(other) || byName({ name: one.groupName }, { name: other.groupName })
}

function lineOf(enquiry: Enquiry) {
  return {
    id: enquiry.groupId,
    name: enquiry.groupName,
    href: `/groups/${enquiry.groupId}`,
    question: enquiry.question,
    track: trackOf(enquiry.stage, enquiry.finishedAt !== null),
  }
}

function roleIn({ standing }: Enquiry): string {
  if (standing.lead) return 'you lead it'
  return standing.facilitator && !standing.member ? 'you are its facilitator' : ''
}

/** Where a group stands, in one sentence. */
export function standsInWords({ stage, finishedAt, closedAt, cycle }: Enquiry): string {
  if (closedAt !== null) return 'This group is closed. What it found stays.'
  if (finishedAt !== null) return 'This cycle is finished.'
  const { name, question } = stageNamed(stage)
  const round = cycle > 1 ? ` of cycle ${cycle}` : ''
  return `Stage ${stages.findIndex(one => one.key === stage) + 1} of 5${round}, ${name}: ${question}`
}

/** The newest line of the memory of each group that the person is in. */
async function latestDeeds(
  { db, enquiries }: Around,
  facts: FactBook,
): Promise<Map<string, { said: string; at: string }>> {
  const groupIds = enquiries.filter(enquiry => enquiry.standing.member).map(enquiry => enquiry.groupId)
  const deeds = new Map<string, { said: string; at: string }>()
  for (let from = 0; from < groupIds.length; from += mostTogether)
    for (const row of await latestDeedIn(db, facts, groupIds.slice(from, from + mostTogether)))
      deeds.set(row.groupId!, { said: `${row.name ?? 'Somebody who has left'} ${row.did}`, at: row.at })
  return deeds
}

/** SQLite reads a question of at most 500 parts, of which each group makes two. */
const mostTogether = 100

async function latestDeedIn(db: Db, facts: FactBook, groupIds: string[]) {
  const numbered = db
    .selectFrom(newestLinesIn(db, kindsInHistory(facts), groupIds, 1).as('lines'))
    .select(['groupId', 'personId', 'did', 'kind', 'details', 'at'])
    .select(sql<number>`row_number() over (partition by group_id order by at desc, number desc, id desc)`.as('place'))
  const rows = await db
    .selectFrom(numbered.as('deeds'))
    .leftJoin('people', 'people.id', 'deeds.personId')
    .select(['deeds.groupId', 'deeds.did', 'deeds.kind', 'deeds.details', 'deeds.at', 'people.name'])
    .where('deeds.place', '=', 1)
    .execute()
  return inSentences(facts, rows)
}
