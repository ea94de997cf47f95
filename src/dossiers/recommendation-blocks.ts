import type { Db } from '../database.js'
import type { Block, Inline } from '../documents/document.js'
import { blocksFrom } from '../documents/from-markdown.js'
import { evidenceInGroups, type Piece } from '../evidence/evidence.js'
import { filled, ofWhom } from '../evidence/loading-pieces.js'
import { kindNamed } from '../evidence/kinds.js'
import { placesToldOutside } from '../evidence/places.js'
import { speakerSaid } from '../evidence/speakers.js'
import { numberOf } from '../evidence/listing/cards.js'
import { publishable } from '../evidence/sharing/publishable.js'
import { namesOutside } from '../names/names.js'
import { day, listed } from '../words/words.js'
import { heading, paragraph, text } from '../documents/making-blocks.js'
import { claimBlocks } from './claim-blocks.js'
import { type Recommended, recommendationCalled } from './recommended.js'
import { costSaid, keptPieces, withdrawnPieces } from './sentences.js'

/**
 * A recommendation: what, from whom, why, what it costs, and the evidence that it leans on. Each is named at the head of its
 * own words, so that what belongs together is read in one go and a head's whole dossier is one sheet.
 */
export async function recommendationBlocks(db: Db, code: string, one: Recommended): Promise<Block[]> {
  return [
    heading(`${recommendationCalled(code)}, from ${one.group}`),
    paragraph(one.recommendation, 'claim'),
    paragraph(`They asked: ${one.question}`, 'quiet'),
    ...(await claimBlocks(db, one)),
    ...(one.reasons.trim() ? named('Why.', blocksFrom(one.reasons, { headingLevel: 4 })) : []),
    ...named('What it costs.', [paragraph(costSaid(one.releaseDays, one.cost))]),
    ...(await evidenceBlocks(db, one)),
  ]
}

/** Blocks whose first words say what they are. */
function named(name: string, [first, ...rest]: Block[]): Block[] {
  const strong: Inline = { kind: 'strong', inlines: text(name) }
  if (first?.kind !== 'paragraph') return [{ kind: 'paragraph', inlines: [strong] }, ...(first ? [first] : []), ...rest]
  return [{ ...first, inlines: [strong, ...text(' '), ...first.inlines] }, ...rest]
}

/** Pieces by number, kind, school and day; of those that may not be seen outside only that they are there. */
async function evidenceBlocks(db: Db, { id }: Recommended): Promise<Block[]> {
  const pieces = await piecesLeanedOn(db, id)
  if (pieces.length === 0) return []
  const ids = pieces.map(piece => piece.id)
  const stopped = new Set((await publishable(db, ids, 'outside')).map(finding => finding.piece.id))
  const seenOutside = pieces.filter(piece => !piece.gap && !stopped.has(piece.id))
  const withdrawn = pieces.filter(piece => piece.gap).length
  const kept = pieces.length - seenOutside.length - withdrawn
  const said = [
    ...seenOutside.map(piece => `${pieceInOneLine(piece)}.`),
    ...(kept > 0 ? [keptPieces(kept)] : []),
    ...(withdrawn > 0 ? [withdrawnPieces(withdrawn)] : []),
  ]
  return named('The evidence it leans on.', [paragraph(said.join(' '))])
}

async function piecesLeanedOn(db: Db, recommendationId: string): Promise<Piece[]> {
  const rows = await evidenceInGroups(db)
    .innerJoin('recommendationEvidence', 'recommendationEvidence.evidenceId', 'evidence.id')
    .selectAll('evidence')
    .select(ofWhom)
    .where('recommendationEvidence.recommendationId', '=', recommendationId)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .orderBy('evidence.number')
    .execute()
  return filled(db, namesOutside(), rows)
}

function pieceInOneLine(piece: Piece): string {
  const speaker = speakerSaid(piece.speaker).toLowerCase()
  const from = listed(placesToldOutside(piece))
  const said = [kindNamed(piece.kind), speaker, from, day(piece.gatheredOn)].filter(Boolean)
  return `${numberOf(piece)} ${piece.title}: ${said.join(', ')}`
}
