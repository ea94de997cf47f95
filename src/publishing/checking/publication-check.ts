import { type NamesBook, unread } from '../../names/names.js'
import type { Db } from '../../database.js'
import { undecidedIn } from '../../pseudonyms/undecided.js'
import type { Block, Document, Figure } from '../../documents/document.js'
import { inlineText } from '../../documents/inline-text.js'
import { textOf } from '../../documents/to-text.js'
import { numberOf } from '../../evidence/listing/cards.js'
import { type Piece, piecesWithIds } from '../../evidence/evidence.js'
import { hindrancesIn } from '../../evidence/sharing/publishable.js'
import { namesAround } from '../../keys/noticing.js'
import type { DbAndKeys } from '../../keys/store.js'
import { citedIn, piecesToCite } from '../../write-ups/document/citing.js'
import type { Draft } from '../../write-ups/document/draft.js'
import {
  type FoundWriteUp,
  isTold,
  partAddress,
  partIdsOf,
  type PartWithText,
  writeUpAddress,
} from '../../write-ups/write-ups.js'
import { namesThatStand, namesToAnswer, namesUndecided, pupilsNamed } from './names-that-stop.js'
import { type Checked, plain, type Stop } from './what-is-checked.js'
import { numbersTakenBack, pastedWords, unagreedResponses } from './words-that-stop.js'

/**
 * The publication check: names everything that may not go out, and why. A write-up can only be submitted, and only be
 * approved, when nothing is found.
 */
export async function stopsFor(house: DbAndKeys, draft: Draft): Promise<Stop[]> {
  const { db } = house
  const { writeUp, document, pieces, names } = draft
  const undecided = await undecidedIn(db, writeUp.groupId, draft.decided)
  const parts = draft.parts.filter(isTold)
  const partIds = draft.parts.map(part => part.id)
  return [
    ...emptyDocument(writeUp, parts),
    ...numbersWithoutPiece(parts, pieces),
    ...(await stopsIn(db, await heldAgainst(house, { writeUp, document, parts, partIds, pieces, names, undecided }))),
  ]
}

/**
 * The same check over a document that was frozen: its words are what they are, but pieces and answers can change.
 * @param outside under which names the group's work leaves it
 */
export async function stopsInDocument(
  house: DbAndKeys,
  writeUp: FoundWriteUp,
  document: Document,
  outside: NamesBook,
): Promise<Stop[]> {
  const { db } = house
  const names = await outside.namesIn(db, writeUp.groupId)
  const pieces = await piecesToCite(db, writeUp.groupId, names, writeUp.enquiryId)
  const partIds = await partIdsOf(db, writeUp)
  const undecided = await undecidedIn(db, writeUp.groupId)
  return stopsIn(db, await heldAgainst(house, { writeUp, document, parts: [], partIds, pieces, names, undecided }))
}

async function heldAgainst(house: DbAndKeys, what: Omit<Checked, 'said' | 'cited' | 'around'>): Promise<Checked> {
  const { document, pieces, writeUp } = what
  const ids = new Set(citedIn(document))
  const shared = pieces.filter(piece => ids.has(piece.id))
  const noMore = [...ids].filter(id => !shared.some(piece => piece.id === id))
  const { groupId, networkId } = writeUp.enquiry
  return {
    ...what,
    said: plain(textOf(document)),
    cited: [...shared, ...(await piecesWithIds(house.db, noMore))],
    around: await namesAround(house, { groupId, networkId }, 'what leaves the group'),
  }
}

async function stopsIn(db: Db, checked: Checked): Promise<Stop[]> {
  const pieces = stoppedPieces(checked)
  return [
    ...pieces,
    ...wordlessPictures(withoutFigures(checked.document, pieces), checked.writeUp),
    ...pastedWords(checked),
    ...(await unagreedResponses(db, checked)),
    ...(await numbersTakenBack(db, checked)),
    ...namesThatStand(checked),
    ...namesUndecided(checked),
    ...(await pupilsNamed(checked)),
    ...(await namesToAnswer(checked)),
  ]
}

function emptyDocument(writeUp: FoundWriteUp, parts: PartWithText[]): Stop[] {
  if (parts.length > 0) return []
  const because = 'There is nothing to read yet. Log what you found out, or write the parts yourselves.'
  return [{ kind: 'text', because, mendAt: writeUpAddress(writeUp.enquiry), mend: 'Open the write-up' }]
}

/** A number in the text to which there is no piece that the group shares. */
function numbersWithoutPiece(parts: PartWithText[], pieces: Piece[]): Stop[] {
  const known = new Set(pieces.map(numberOf))
  return parts.flatMap(part => {
    const asked = [
      ...unread(part.text.body).matchAll(/\[\[\s*([A-Za-z]{1,3}\d{1,7})(?:\s+(?:quote|picture))?\s*\]\]/gi),
    ]
    const missing = new Set(asked.map(found => found[1]!.toUpperCase()).filter(label => !known.has(label)))
    return [...missing].map(label => ({
      kind: 'text' as const,
      because: `“${part.heading}” speaks of ${label}, and the group has shared no piece with that number.`,
      mendAt: partAddress(part),
      mend: 'Take the number out',
    }))
  })
}

function stoppedPieces({ document, cited }: Checked): Stop[] {
  return hindrancesIn(cited, citedIn(document), 'public').map(({ kind, piece, because, mendAt }) => ({
    kind,
    ...(piece.number && { piece: { id: piece.id, number: piece.number } }),
    because,
    mendAt: mendAt || piece.address,
    mend: piece.number ? `Mend ${piece.number}` : 'Take it out',
  }))
}

/** A picture that is to be described where its piece is says nothing twice. */
function withoutFigures({ parts }: Document, stops: Stop[]): Pick<Document, 'parts'> {
  const asked = new Set(stops.flatMap(stop => (stop.kind === 'picture' && stop.piece ? [stop.piece.id] : [])))
  return {
    parts: parts.filter(block => block.kind !== 'figure' || !citedIn({ parts: [block] }).some(id => asked.has(id))),
  }
}

/** A picture that nobody has described says nothing to those who do not see it. */
export function wordlessPictures({ parts }: Pick<Document, 'parts'>, writeUp: FoundWriteUp): Stop[] {
  return figuresIn(parts)
    .filter(({ alt }) => alt.trim() === '')
    .map(({ caption }) => ({
      kind: 'picture' as const,
      because: `The picture “${inlineText(caption).trim() || 'without a caption'}” has no words that say what it shows.`,
      mendAt: writeUpAddress(writeUp.enquiry),
      mend: 'Describe the picture where it was logged',
    }))
}

function figuresIn(blocks: Block[]): Figure[] {
  return blocks.flatMap(block => {
    if (block.kind === 'figure') return [block]
    if (block.kind === 'quotation') return figuresIn(block.blocks)
    if (block.kind === 'list') return block.items.flatMap(item => figuresIn(item.blocks))
    return []
  })
}
