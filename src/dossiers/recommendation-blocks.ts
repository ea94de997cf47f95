import type { Db } from '../database.js'
import type { Block, Inline } from '../documents/document.js'
import { blocksFrom } from '../documents/from-markdown.js'
import { evidenceInGroups, type Piece } from '../evidence/evidence.js'
import { filled, ofWhom } from '../evidence/loading-pieces.js'
import { kindNamed } from '../evidence/kinds.js'
import { numberOf } from '../evidence/listing/cards.js'
import { publishable } from '../evidence/sharing/publishable.js'
import { namesOutside } from '../names/names.js'
import { day, listed, plural } from '../words/words.js'
import { heading, paragraph, text } from '../documents/making-blocks.js'
import { claimBlocks } from './claim-blocks.js'
import { type Recommended, recommendationCalled } from './recommended.js'

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
    ...named('What it costs.', [paragraph(costSaid(one))]),
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
  const others = pieces.length - seenOutside.length
  const said = [
    ...seenOutside.map(piece => `${pieceInOneLine(piece)}.`),
    ...(others > 0 ? [`${plural(others, 'piece stays', 'pieces stay')} with those who agreed to be in it.`] : []),
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
  const schools = listed(piece.schools.map(school => school.name))
  const said = [kindNamed(piece.kind), schools, day(piece.gatheredOn)].filter(Boolean)
  return `${numberOf(piece)} ${piece.title}: ${said.join(', ')}`
}

function costSaid({ releaseDays, cost }: Recommended): string {
  const days =
    releaseDays === null
      ? 'Nobody has said how much release time it takes.'
      : releaseDays === 0
        ? 'No release time.'
        : `${plural(releaseDays, 'day', 'days')} of release time in a year.`
  return [days, cost].filter(Boolean).join(' ')
}
