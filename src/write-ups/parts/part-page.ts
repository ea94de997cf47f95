import { chosenBy } from '../../names/names.js'
import { readTexts } from '../../texts/texts.js'
import type { Db } from '../../database.js'
import { idFrom } from '../../documents/headings.js'
import { htmlOfDocument } from '../../documents/to-html.js'
import { numberOf } from '../../evidence/listing/cards.js'
import { kindNamed } from '../../evidence/kinds.js'
import { keysAmong } from '../../knowledge/citing/cite-keys.js'
import { citationsAmong } from '../../knowledge/citing/citing.js'
import { type ListedReference, referencesOf } from '../../knowledge/references/references.js'
import { namesOf } from '../../people/people.js'
import { textInPlace } from '../../texts/in-place.js'
import type { FormState } from '../../web/read.js'
import { listed } from '../../words/words.js'
import { begun, lookupIn, type PieceToCite, piecesToCite } from '../document/citing.js'
import { piecesChosen } from '../document/choosing-pieces.js'
import { blocksOfPart } from '../document/document-of.js'
import { withoutLeftOut } from '../document/masking.js'
import { earlierWords } from './earlier-words.js'
import { frameOf } from '../document/frame.js'
import type { PartPage, PartShown } from '../pages.js'
import { appendix, holdsOf } from './parts.js'
import { mayWriteUp } from '../permissions.js'
import {
  type FoundWriteUp,
  partAddress,
  partText,
  type PartWithText,
  pictureAddressOf,
  writeUpAddress,
} from '../write-ups.js'

/** A part where it is written, with everything it can refer to beside it. */
export async function partPage(
  db: Db,
  writeUp: FoundWriteUp,
  part: PartWithText,
  form: FormState,
): Promise<PartPage & { title: string }> {
  const names = await chosenBy(db, writeUp.groupId)
  const pieces = await piecesToCite(db, writeUp.groupId, names, writeUp.enquiryId)
  const references = await referencesOf(db, writeUp.groupId)
  const { leftOut } = await piecesChosen(db, writeUp)
  const place = { kind: partText.kind, owner: part.id, field: partText.field }
  return {
    title: `${part.heading}`,
    ...frameOf(writeUp),
    back: writeUpAddress(writeUp.enquiry),
    part: (await partsShown(db, [part]))[0]!,
    text: textInPlace(place, readTexts({ [partText.field]: part.text }, writeUp.enquiry.names), {
      label: 'The words',
      rows: 22,
    }),
    preview: await htmlWith(writeUp, part, pieces, references, leftOut),
    cites: keysAmong(references, writeUp.groupId),
    previewAddress: `${partAddress(part)}/preview`,
    pieces: pieces
      .filter(piece => !piece.gap)
      .map(piece => ({
        number: numberOf(piece),
        title: piece.title,
        facts: [begun(kindNamed(piece.kind)), listed(piece.schools.map(school => school.name))]
          .filter(Boolean)
          .join(', '),
        hasWords: piece.whatWeSaw.trim() !== '',
        hasPicture: piece.files.some(file => file.kind === 'image'),
        passages: piece.passages.map(({ number, words }) => ({ number, words })),
      })),
    earlier: (await earlierWords(db, part)).length,
    form,
    may: { write: mayWriteUp(writeUp.enquiry) },
  }
}

/** How a part reads by itself. */
export async function htmlOfPart(db: Db, writeUp: FoundWriteUp, part: PartWithText): Promise<string> {
  const names = await chosenBy(db, writeUp.groupId)
  const pieces = await piecesToCite(db, writeUp.groupId, names, writeUp.enquiryId)
  const { leftOut } = await piecesChosen(db, writeUp)
  return htmlWith(writeUp, part, pieces, await referencesOf(db, writeUp.groupId), leftOut)
}

async function htmlWith(
  writeUp: FoundWriteUp,
  part: PartWithText,
  pieces: PieceToCite[],
  references: ListedReference[],
  leftOut: string[],
): Promise<string> {
  const citations = citationsAmong(references, writeUp.enquiry)
  const blocks = blocksOfPart(writeUp.enquiry.names.read(part.text.body), lookupIn(pieces), citations)
  // The appendix is on another page here, so a number leads to the piece itself.
  const html = await htmlOfDocument(withoutLeftOut(blocks, leftOut), { pictureAddress: pictureAddressOf(writeUp) })
  return html.replaceAll('href="#evidence-', 'href="/evidence/')
}

/** Parts as pages speak of them. */
export async function partsShown(db: Db, parts: PartWithText[]): Promise<PartShown[]> {
  const named = await namesOf(
    db,
    parts.map(part => part.text.savedBy),
  )
  return parts.map(part => ({
    id: part.id,
    anchor: idFrom(part.heading),
    heading: part.heading,
    holds: holdsOf(part.part),
    html: '',
    automatic: part.part === appendix,
    edited: part.edited,
    composedAt: part.composedAt,
    savedAt: part.text.savedAt,
    savedBy: part.text.savedBy ? named(part.text.savedBy) : '',
    address: partAddress(part),
  }))
}
