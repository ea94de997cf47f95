import type { Trx } from '../../database.js'
import { unread } from '../../names/names.js'
import type { Read } from '../../names/written.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { renewReach } from '../../reach/renewing.js'
import type { Stage } from '../../stages.js'
import { now } from '../../web/now.js'
import type { Piece } from '../evidence.js'
import type { Kind } from '../kinds.js'
import type { Speaker } from '../speakers.js'
import { linkToSchools, titleFor } from '../logging/logging.js'
import { keepText } from '../readable-texts/readable-texts.js'
import { aboutPiece } from '../as-fact.js'
import type { Evidence } from '../tables.js'

/** Says to which stage a piece belongs; its words stay as they are. */
export async function putToStage(trx: Trx, piece: Piece, person: Person, stage: Stage): Promise<void> {
  await trx
    .updateTable('evidence')
    .set({ stage, version: piece.version + 1, revisedAt: now() })
    .where('id', '=', piece.id)
    .execute()
  await renewReach(trx, [piece.id])
  await record(trx, { kind: 'evidence revised', by: person, ...aboutPiece(piece) })
}

export interface Revised {
  title: string
  whatWeSaw: string
  kind: Kind
  stage: Stage
  gatheredOn: string
  schools: string[]
  speaker: Speaker
  elsewhere: string
}

export type Revision = { outcome: 'saved' } | { outcome: 'conflict'; theirs: Read<Evidence> }

/** Saves what was written upon a version of the piece. When it has moved on since, nothing is saved and both come back. */
export async function reviseEvidence(
  trx: Trx,
  piece: Piece,
  person: Person,
  { schools, ...words }: Revised,
  version: number,
): Promise<Revision> {
  const current = await trx.selectFrom('evidence').selectAll().where('id', '=', piece.id).executeTakeFirstOrThrow()
  if (current.version !== version) return { outcome: 'conflict', theirs: unread(current) }
  const title = words.title || titleFor(words.whatWeSaw, words.kind, words.gatheredOn)
  await trx
    .updateTable('evidence')
    .set({ ...words, title, version: version + 1, revisedAt: now() })
    .where('id', '=', piece.id)
    .execute()
  await linkToSchools(trx, piece.id, schools)
  await renewReach(trx, [piece.id])
  await keepText(trx, { evidenceId: piece.id, source: 'words' }, words.whatWeSaw, person)
  await record(trx, { kind: 'evidence revised', by: person, ...aboutPiece(piece) })
  return { outcome: 'saved' }
}
