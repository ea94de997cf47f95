import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { isReturn } from '../../enquiries/moving-stage.js'
import { mayReadHistory } from '../../enquiries/permissions.js'
import type { NetworkPart } from '../../networks/network-parts.js'
import type { Term } from '../../networks/tables.js'
import { termNow } from '../../networks/term-now.js'
import type { Brought } from '../../room.js'
import { type Stage, type StageState, stageNamed, trackOf } from '../../stages.js'
import { aroundPerson } from '../../enquiries/around.js'

const most = 10

/** One move of a group: on, back, begun or finished. */
export interface Move {
  group: string
  href: string
  did: string
  /** What they learned, or why they went back; only for those who may read the group's memory. */
  sentence: string | null
  at: string
  track: StageState[]
}

/** What moved this term, the newest first, in the groups that the reader stands in some relation to. */
export const movedThisTerm = ({ threads }: Pick<Brought, 'threads'>): NetworkPart => ({
  place: 'news',
  view: 'your-day/_moved',
  async load(db, person, network) {
    const around = await aroundPerson(db, person, threads, [network.id])
    const term = termNow(around, network.id)
    if (!term || around.enquiries.length === 0) return undefined
    const moves = [
      ...(await stageMoves(db, around.enquiries, term)),
      ...(await beginningsAndEndings(db, around.enquiries, term)),
    ]
    moves.sort((one, other) => other.at.localeCompare(one.at))
    return { term: term.name, moves: moves.slice(0, most) }
  },
})

async function stageMoves(db: Db, enquiries: Enquiry[], term: Term): Promise<Move[]> {
  const rows = await db
    .selectFrom('stageMoves')
    .innerJoin('enquiries', 'enquiries.id', 'stageMoves.enquiryId')
    .select(['enquiries.groupId', 'stageMoves.fromStage', 'stageMoves.toStage', 'stageMoves.sentence'])
    .select('stageMoves.movedAt as at')
    .where('enquiries.groupId', 'in', idsOf(enquiries))
    .where('stageMoves.movedAt', '>=', term.startsOn)
    .orderBy('stageMoves.movedAt', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ groupId, fromStage, toStage, sentence, at }) => {
    const enquiry = enquiries.find(one => one.groupId === groupId)!
    const way = { from: fromStage as Stage, to: toStage as Stage }
    return {
      ...named(enquiry),
      did: movedInWords(way),
      sentence: mayReadHistory(enquiry) ? enquiry.names.read(sentence) : null,
      at,
      track: trackOf(toStage, false),
    }
  })
}

export function movedInWords({ from, to }: { from: Stage; to: Stage }): string {
  return isReturn(from, to) ? `went back to ${stageNamed(to).name}` : `moved on to ${stageNamed(to).name}`
}

async function beginningsAndEndings(db: Db, enquiries: Enquiry[], term: Term): Promise<Move[]> {
  const rows = await db
    .selectFrom('enquiries')
    .select(['groupId', 'cycle', 'question', 'beganAt', 'finishedAt', 'decidedBecause'])
    .where('groupId', 'in', idsOf(enquiries))
    .where(eb => eb.or([eb('beganAt', '>=', term.startsOn), eb('finishedAt', '>=', term.startsOn)]))
    .execute()
  return rows.flatMap(written => {
    const enquiry = enquiries.find(one => one.groupId === written.groupId)!
    const row = enquiry.names.read(written)
    const began = { did: row.cycle > 1 ? `began cycle ${row.cycle}` : 'began', sentence: row.question, at: row.beganAt }
    const because = mayReadHistory(enquiry) ? row.decidedBecause : null
    const finished = { did: `finished cycle ${row.cycle}`, sentence: because, at: row.finishedAt ?? '' }
    return [
      { ...named(enquiry), ...began, track: trackOf('context', false) },
      { ...named(enquiry), ...finished, track: trackOf('evaluation', true) },
    ].filter(move => move.at >= term.startsOn)
  })
}

function named(enquiry: Enquiry) {
  return { group: enquiry.groupName, href: `/groups/${enquiry.groupId}` }
}

function idsOf(enquiries: Enquiry[]): string[] {
  return enquiries.map(enquiry => enquiry.groupId)
}
