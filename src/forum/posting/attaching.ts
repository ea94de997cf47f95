import type { Db } from '../../database.js'
import { evidenceByIds, type Piece } from '../../evidence/evidence.js'
import { cardOf, type PieceCard } from '../../evidence/listing/cards.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import { allPublished, type Work } from '../../published/works.js'
import { audienceOf } from '../../reach/audience-in-words.js'
import type { ForumPost } from '../tables.js'

const mostPieces = 60

/** Pieces of somebody's own groups that the whole network may see today, the newest first. */
export async function piecesToShow(db: Db, person: Reader, network: Pick<Network, 'id'>): Promise<PieceCard[]> {
  const groups = person.membershipsWith('takes part').map(one => one.groupId)
  if (groups.length === 0) return []
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('groups', 'groups.id', 'evidence.groupId')
    .select('evidence.id')
    .where('evidence.groupId', 'in', groups)
    .where('groups.networkId', '=', network.id)
    .where('evidence.sharedWithNetworkAt', 'is not', null)
    .where('evidence.withdrawnAt', 'is', null)
    .orderBy('evidence.loggedAt', 'desc')
    .limit(mostPieces)
    .execute()
  const ids = rows.map(row => row.id)
  return (await evidenceByIds(db, person, ids)).filter(isForTheNetwork).map(piece => cardOf(piece, person))
}

/** The piece that hangs on a post, as far as this reader and its consent go today; undefined where it is not to be seen. */
export async function pieceOn(db: Db, person: Reader, post: ForumPost): Promise<PieceCard | undefined> {
  if (!post.evidenceId) return undefined
  const [piece] = await evidenceByIds(db, person, [post.evidenceId])
  return piece && isForTheNetwork(piece) ? cardOf(piece, person) : undefined
}

function isForTheNetwork(piece: Piece): boolean {
  return piece.withdrawnAt === null && audienceOf(piece) === 'network'
}

export interface WorkToShow {
  value: string
  text: string
}

/** What has been published in the network, to be shown with a post. */
export async function worksToShow(db: Db, person: Reader, network: Pick<Network, 'id'>): Promise<WorkToShow[]> {
  const works = await allPublished(db, person.outside)
  return works
    .filter(work => work.networkId === network.id)
    .map(work => ({ value: keyOf(work), text: `${work.kind}: ${work.title}` }))
}

/** The published work that hangs on a post; undefined once it is withdrawn. */
export async function workOn(db: Db, person: Reader, post: ForumPost): Promise<Work | undefined> {
  if (!post.workId) return undefined
  return (await allPublished(db, person.outside)).find(
    work => work.ofKind === post.workKind && work.ofId === post.workId,
  )
}

function keyOf(work: Pick<Work, 'ofKind' | 'ofId'>): string {
  return `${work.ofKind} ${work.ofId}`
}

/** What was chosen on the form, as it is kept. */
export function attached(given: {
  evidence: string
  work: string
}): Pick<ForumPost, 'evidenceId' | 'workKind' | 'workId'> {
  const [, workKind, workId] = /^(write-up|termly report) (.+)$/.exec(given.work) ?? []
  return {
    evidenceId: given.evidence || null,
    workKind: (workKind as ForumPost['workKind']) ?? null,
    workId: workId ?? null,
  }
}
