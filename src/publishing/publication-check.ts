import { chosenBy, unread } from '../names/names.js'
import type { Db } from '../database.js'
import type { Block, Document, Figure } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { textOf } from '../documents/to-text.js'
import { numberOf } from '../evidence/cards.js'
import type { Piece } from '../evidence/evidence.js'
import { publishable } from '../evidence/publishable.js'
import { namesNoticed, namesOfKeysStandIn } from '../keys/noticing.js'
import { citedIn, piecesToCite } from '../write-ups/citing.js'
import { type FoundWriteUp, partAddress, partText, type PartWithText, writeUpAddress } from '../write-ups/write-ups.js'
import { isTold } from '../write-ups/document-of.js'

/** One reason why a write-up may not go out yet, and where it can be mended. */
export interface Stop {
  because: string
  mendAt: string
  /** What the link says. */
  mend: string
  /** Words that may name a pupil, and where it can be said that they do not. */
  name?: { words: string; address: string }
}

/**
 * The publication check: names everything that may not go out, and why. A write-up can only be submitted, and only be
 * approved, when nothing is found.
 */
export async function stopsFor(
  db: Db,
  writeUp: FoundWriteUp,
  parts: PartWithText[],
  document: Document,
): Promise<Stop[]> {
  const pieces = await piecesToCite(db, writeUp.groupId)
  return [
    ...emptyDocument(writeUp, parts),
    ...numbersWithoutPiece(parts, pieces),
    ...(await stopsInDocument(db, writeUp, document, parts)),
  ]
}

/** The same check over a document that was frozen: its words are what they are, but pieces and answers can change. */
export async function stopsInDocument(
  db: Db,
  writeUp: FoundWriteUp,
  document: Document,
  parts: PartWithText[] = [],
): Promise<Stop[]> {
  const telling = { said: plain(textOf(document)), parts: parts.filter(isTold), writeUp }
  return [
    ...(await stoppedPieces(db, document)),
    ...wordlessPictures(document, writeUp),
    ...(await pastedWords(db, document, telling)),
    ...(await unagreedResponses(db, telling)),
    ...(await namesThatStand(db, document, writeUp)),
    ...(await pupilsNamed(db, document, telling)),
    ...(await namesToAnswer(db, document, telling)),
  ]
}

/** What a document says, and the parts in which its words can be mended. */
interface Telling {
  said: string
  parts: PartWithText[]
  writeUp: FoundWriteUp
}

function emptyDocument(writeUp: FoundWriteUp, parts: PartWithText[]): Stop[] {
  if (parts.some(isTold)) return []
  const because = 'There is nothing to read yet. Log what you found out, or write the parts yourselves.'
  return [{ because, mendAt: writeUpAddress(writeUp.enquiry), mend: 'Open the write-up' }]
}

/** A number in the text to which there is no piece that the group shares. */
function numbersWithoutPiece(parts: PartWithText[], pieces: Piece[]): Stop[] {
  const known = new Set(pieces.map(numberOf))
  return parts.filter(isTold).flatMap(part => {
    const asked = [...part.text.body.matchAll(/\[\[\s*([A-Za-z]{1,3}\d{1,7})(?:\s+(?:quote|picture))?\s*\]\]/gi)]
    const missing = new Set(asked.map(found => found[1]!.toUpperCase()).filter(label => !known.has(label)))
    return [...missing].map(label => ({
      because: `“${part.heading}” speaks of ${label}, and the group has shared no piece with that number.`,
      mendAt: partAddress(part),
      mend: 'Take the number out',
    }))
  })
}

async function stoppedPieces(db: Db, document: Document): Promise<Stop[]> {
  const findings = await publishable(db, citedIn(document), 'public')
  return findings.map(({ piece, because, mendAt }) => ({
    because,
    mendAt: mendAt || piece.address,
    mend: piece.number ? `Mend ${piece.number}` : 'Take it out',
  }))
}

/** A picture that nobody has described says nothing to those who do not see it. */
export function wordlessPictures({ parts }: Pick<Document, 'parts'>, writeUp: FoundWriteUp): Stop[] {
  return figuresIn(parts)
    .filter(({ alt }) => alt.trim() === '')
    .map(({ caption }) => ({
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

const TELLING = 60

/** What may name a pupil in the parts and in the pieces that they quote, and nobody has said yet that it does not. */
async function namesToAnswer(db: Db, document: Document, { parts, writeUp }: Telling): Promise<Stop[]> {
  const cited = new Set(citedIn(document))
  const pieces = (await piecesToCite(db, writeUp.groupId)).filter(piece => cited.has(piece.id))
  const told = [
    ...parts.map(part => ({
      text: part.text.body,
      at: partAddress(part),
      place: placeOfPart(part),
      mend: part.heading,
    })),
    ...pieces.map(piece => ({
      text: `${piece.title}\n\n${piece.whatWeSaw}`,
      at: `/evidence/${piece.id}`,
      place: `/evidence/${piece.id}`,
      mend: numberOf(piece),
    })),
  ]
  const stops = new Map<string, Stop>()
  for (const { text, at, place, mend } of told)
    for (const { words } of await namesNoticed(db, null, ofGroup(writeUp), text, place))
      if (!stops.has(words))
        stops.set(words, {
          because: `“${words}” may be a pupil’s name.`,
          mendAt: at,
          mend: `Look at ${mend}`,
          name: { words, address: place },
        })
  return [...stops.values()]
}

function ofGroup({ groupId, enquiry }: FoundWriteUp) {
  return { groupId, networkId: enquiry.networkId }
}

/** As `placeOf` (src/keys/names-typed.ts) calls the box in which the part is written. */
function placeOfPart(part: { id: string }): string {
  return `/texts/${partText.kind}/${part.id}`
}

/** A pupil who is in one of the group's keys is named. Which name it is is told to nobody who has not typed it. */
async function pupilsNamed(db: Db, document: Document, { parts, writeUp }: Telling): Promise<Stop[]> {
  const own = await db.selectFrom('writeUpParts').select('id').where('writeUpId', '=', writeUp.id).execute()
  const place = [...own.map(placeOfPart), ...citedIn(document).map(id => `/evidence/${id}`)]
  const named = (text: string) => namesOfKeysStandIn(db, ofGroup(writeUp), text, place)
  if (!(await named(textOf(document)))) return []
  const because = 'A pupil’s name stands in the text. Write their code instead.'
  for (const part of parts)
    if (await named(part.text.body)) return [{ because, mendAt: partAddress(part), mend: 'Take the name out' }]
  return [{ because, mendAt: writeUpAddress(writeUp.enquiry), mend: 'Find the name' }]
}

/** A frozen document in which a name stands that the group has given a pseudonym since: it is to be submitted anew. */
async function namesThatStand(db: Db, document: Document, writeUp: FoundWriteUp): Promise<Stop[]> {
  const { read: words } = await chosenBy(db, writeUp.groupId)
  const said = textOf(document)
  if (words(said) === said) return []
  const because = 'A school, a person or a place has a pseudonym, and its own name stands in what was submitted.'
  return [{ because, mendAt: writeUpAddress(writeUp.enquiry), mend: 'Submit it anew' }]
}

/** Words of a piece that may not go out, typed or pasted into the text instead of being quoted by number. */
async function pastedWords(db: Db, document: Document, { said, parts, writeUp }: Telling): Promise<Stop[]> {
  const cited = new Set(citedIn(document))
  const { read: words } = await chosenBy(db, writeUp.groupId)
  const outside = (piece: Piece) => sentencesOf({ whatWeSaw: words(piece.whatWeSaw) })
  const pasted = (await piecesToCite(db, writeUp.groupId)).filter(
    piece => !cited.has(piece.id) && outside(piece).some(sentence => said.includes(sentence)),
  )
  const findings = await publishable(
    db,
    pasted.map(piece => piece.id),
    'public',
  )
  const stopped = new Set(findings.map(finding => finding.piece.id))
  return pasted
    .filter(piece => stopped.has(piece.id))
    .map(piece => ({
      because: `Words of ${numberOf(piece)} stand in the text, and ${numberOf(piece)} may not go out.`,
      mendAt: whereItStands(parts, writeUp, text => sentencesOf(piece).some(sentence => text.includes(sentence))),
      mend: 'Take the words out',
    }))
}

function sentencesOf(piece: Pick<Piece, 'whatWeSaw'>): string[] {
  return piece.whatWeSaw
    .split(/(?<=[.!?])\s+|\n+/)
    .map(plain)
    .filter(sentence => sentence.length >= TELLING)
}

/** What a head answered is theirs: it is told outside only with their agreement. */
async function unagreedResponses(db: Db, { said, parts, writeUp }: Telling): Promise<Stop[]> {
  const rows = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('schools', 'schools.id', 'responses.schoolId')
    .select(['schools.name', 'responses.reason', 'responses.whatCanBeSeen'])
    .where('recommendations.groupId', '=', writeUp.groupId)
    .where('responses.publicAt', 'is', null)
    .where('responses.answeredAt', 'is not', null)
    .execute()
  return rows.flatMap(({ name, reason, whatCanBeSeen }) => {
    const answer = unread([reason, whatCanBeSeen]).map(plain)
    if (!answer.some(words => isQuoted(said, words))) return []
    return [
      {
        because: `The answer of ${name} is quoted, and its head has not agreed to its being published.`,
        mendAt: whereItStands(parts, writeUp, text => answer.some(words => isQuoted(text, words))),
        mend: 'Take the answer out, or ask the head',
      },
    ]
  })
}

function whereItStands(parts: PartWithText[], writeUp: FoundWriteUp, holds: (text: string) => boolean): string {
  const part = parts.find(one => holds(plain(one.text.body)))
  return part ? partAddress(part) : writeUpAddress(writeUp.enquiry)
}

function isQuoted(said: string, words: string): boolean {
  return words.length >= 20 && said.includes(words)
}

function plain(words: string): string {
  return words
    .replace(/[*_`#>]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
