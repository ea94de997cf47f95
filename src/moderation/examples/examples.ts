import type { PictureInSizes } from '../../files/pictures/sizes.js'
import type { Db } from '../../database.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import { today } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { agreedOn } from '../agreeing/agreeing.js'
import { mayReadExamples } from '../permissions.js'
import { type FoundPiece, shownTo } from '../pieces/pieces.js'
import { type PieceShown, shownPiece } from '../pieces/showing.js'
import { type Criterion, sheetsOf } from '../preparing/sheet.js'
import type { ModerationPiece } from '../tables.js'

export interface ExampleFilter {
  criterion: string
  level: string
}

/** A piece of pupils’ work with what was agreed about it, and why. */
export interface ExampleShown {
  href: string
  title: string
  from: string
  reason: string
  levels: { criterion: string; level: string; means: string }[]
  picture: (PictureInSizes & { alt: string }) | null
}

export interface FoundExample extends FoundPiece {
  round: string
  levels: { criterion: string; level: string; means: string }[]
}

/**
 * What was agreed in a network and may be shown to whoever works in it, one page of it: evidence as far as the reader reaches,
 * and what was brought for a round where those in it agreed to the network.
 */
export async function examplesIn(
  db: Db,
  person: Reader,
  network: Pick<Network, 'id'>,
  filter: ExampleFilter,
  page: number,
  size: number,
): Promise<{ rows: FoundExample[]; total: number }> {
  if (!mayReadExamples(person, network)) return { rows: [], total: 0 }
  let query = examples(db, person, network)
  if (filter.criterion) query = query.where('id', 'in', piecesAt(db, network, filter))
  const { total } = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .selectAll()
    .orderBy('agreedAt', 'desc')
    .orderBy('number')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total: Number(total), rows: await asExamples(db, person, rows) }
}

function examples(db: Db, person: Reader, network: Pick<Network, 'id'>) {
  const judged = db
    .selectFrom('moderationPieces as judged')
    .select('judged.evidenceId')
    .where('judged.networkId', '=', network.id)
    .where('judged.agreedAt', 'is not', null)
    .where('judged.evidenceId', 'is not', null)
  const readable = evidenceVisibleTo(db, person)
    .select('evidence.id')
    .where('evidence.id', 'in', judged.$castTo<{ evidenceId: string }>())
  return db
    .selectFrom('moderationPieces')
    .where('moderationPieces.networkId', '=', network.id)
    .where('moderationPieces.agreedAt', 'is not', null)
    .where('moderationPieces.removedAt', 'is', null)
    .where('moderationPieces.goesTo', '=', 'network')
    .where(eb => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', today())]))
    .where(eb => eb.or([eb('evidenceId', 'is', null), eb('evidenceId', 'in', readable)]))
}

/** The pieces that stand at a level of a criterion, by their names: rounds that took over a sheet are found together. */
function piecesAt(db: Db, network: Pick<Network, 'id'>, { criterion, level }: ExampleFilter) {
  const at = db
    .selectFrom('moderationAgreements')
    .innerJoin('moderationCriteria', 'moderationCriteria.id', 'moderationAgreements.criterionId')
    .innerJoin('moderationRounds', 'moderationRounds.id', 'moderationCriteria.roundId')
    .select('moderationAgreements.pieceId')
    .where('moderationRounds.networkId', '=', network.id)
    .where('moderationCriteria.name', '=', criterion)
  if (!level) return at
  return at
    .innerJoin('moderationLevels', join =>
      join
        .onRef('moderationLevels.criterionId', '=', 'moderationAgreements.criterionId')
        .onRef('moderationLevels.level', '=', 'moderationAgreements.level'),
    )
    .where('moderationLevels.name', '=', level)
}

/** Those of these pieces that are examples for this person. */
export async function examplesByIds(db: Db, person: Reader, ids: string[]): Promise<FoundExample[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('moderationPieces')
    .selectAll()
    .where('id', 'in', ids)
    .where('agreedAt', 'is not', null)
    .where('goesTo', '=', 'network')
    .execute()
  return asExamples(
    db,
    person,
    rows.filter(row => mayReadExamples(person, { id: row.networkId })),
  )
}

async function asExamples(db: Db, person: Reader, rows: ModerationPiece[]): Promise<FoundExample[]> {
  const shown = await shownTo(db, person, rows)
  const told = await levelsAgreed(
    db,
    shown.map(one => one.piece),
  )
  return shown.map(one => ({ ...one, ...told(one.piece) }))
}

/** What was agreed of each piece, in the words of the sheet of its round. */
export async function levelsAgreed(
  db: Db,
  pieces: Pick<ModerationPiece, 'id' | 'roundId'>[],
): Promise<(piece: Pick<ModerationPiece, 'id' | 'roundId'>) => Pick<FoundExample, 'round' | 'levels'>> {
  const roundIds = [...new Set(pieces.map(one => one.roundId))]
  if (roundIds.length === 0) return () => ({ round: '', levels: [] })
  const rounds = await db.selectFrom('moderationRounds').select(['id', 'title']).where('id', 'in', roundIds).execute()
  const sheets = await sheetsOf(db, roundIds)
  const agreed = await agreedOn(
    db,
    pieces.map(one => one.id),
  )
  return ({ id, roundId }) => ({
    round: rounds.find(one => one.id === roundId)?.title ?? '',
    levels: inWords(
      sheets.filter(one => one.roundId === roundId),
      agreed.get(id) ?? {},
    ),
  })
}

export function inWords(sheet: Criterion[], marks: Record<string, number>): FoundExample['levels'] {
  return sheet.flatMap(criterion => {
    const level = criterion.levels.find(one => one.level === marks[criterion.id])
    return level ? [{ criterion: criterion.name, level: level.name, means: level.means }] : []
  })
}

export function shownExample(found: FoundExample): ExampleShown {
  const href = addressOfExample(found.piece)
  const piece = shownPieceOf(found)
  const [picture] = piece.pictures
  return {
    ...{ href, title: piece.title, from: found.round },
    ...{ reason: found.piece.reason, levels: found.levels },
    picture: picture ?? null,
  }
}

export function shownPieceOf(found: FoundPiece): PieceShown {
  return shownPiece(found, addressOfExample(found.piece))
}

export function addressOfExample({ networkId, id }: Pick<ModerationPiece, 'networkId' | 'id'>): string {
  return `/networks/${networkId}/moderation/examples/${id}`
}

/** By what examples can be found: what was looked at, and the levels of that. */
export async function whatWasLookedAt(
  db: Db,
  network: Pick<Network, 'id'>,
  criterion: string,
): Promise<{ criteria: string[]; levels: string[] }> {
  const rows = await db
    .selectFrom('moderationAgreements')
    .innerJoin('moderationCriteria', 'moderationCriteria.id', 'moderationAgreements.criterionId')
    .innerJoin('moderationRounds', 'moderationRounds.id', 'moderationCriteria.roundId')
    .select(['moderationCriteria.id', 'moderationCriteria.name'])
    .distinct()
    .where('moderationRounds.networkId', '=', network.id)
    .execute()
  const criteria = [...new Set(rows.map(row => row.name))].sort((one, other) => byName({ name: one }, { name: other }))
  const ids = rows.filter(row => row.name === criterion).map(row => row.id)
  if (ids.length === 0) return { criteria, levels: [] }
  const levels = await db
    .selectFrom('moderationLevels')
    .select(['name', 'level'])
    .where('criterionId', 'in', ids)
    .orderBy('level')
    .execute()
  return { criteria, levels: [...new Set(levels.map(one => one.name))] }
}
