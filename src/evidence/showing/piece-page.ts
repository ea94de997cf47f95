import type { Citations } from '../../documents/citations.js'
import type { House } from '../../house.js'
import { citationsIn, citationsNamed } from '../../knowledge/citing/citing.js'
import type { Reader } from '../../names/reader.js'
import type { Brought } from '../../room.js'
import type { Person } from '../../people/person.js'
import { consentReaches } from '../../reach/agreed.js'
import { threadOfPiece } from './comments-on-pieces.js'
import type { Piece } from '../evidence.js'
import { numberOf } from '../listing/cards.js'
import { namesIn } from '../names/names-in-a-piece.js'
import { undoOffered } from '../names/undoing-a-name.js'
import type { EvidencePage } from './pages.js'
import * as permissions from '../permissions.js'
import { placeInList } from '../listing/in-list.js'
import { pieceParts } from '../piece-parts.js'
import { consentInWords, pieceInFull, whyHeldBack } from './showing.js'
import { enquiryOf, placeIn } from '../crumbs.js'
import { readableTextsOf } from '../readable-texts/readable-texts.js'

/** A piece with all that stands around it. @param list from which it was reached, where it was */
export async function piecePage(
  house: Pick<House, 'db' | 'keys' | 'store'>,
  { onPiece, narrows }: Pick<Brought, 'onPiece' | 'narrows'>,
  person: Reader,
  piece: Piece,
  list = '',
): Promise<EvidencePage & { citations: Citations | undefined }> {
  const { db, store } = house
  const enquiry = await enquiryOf(db, person, piece)
  const texts = await readableTextsOf(db, piece)
  const may = rightsOf(person, piece)
  const inFull = await pieceInFull(db, store, piece, person, texts)
  return {
    title: `${numberOf(piece)} ${piece.title}`,
    ...placeIn(enquiry, piece),
    inList: (list && enquiry && (await placeInList(db, person, enquiry, narrows, piece, list))) || null,
    piece: inFull,
    citations: enquiry
      ? await citationsIn(db, enquiry, [inFull.words])
      : await citationsNamed(db, piece.groupId, [inFull.words]),
    address: `/evidence/${piece.id}`,
    groupAddress: enquiry ? `/groups/${piece.groupId}` : null,
    consent: {
      sentence: consentInWords(piece, may.consent),
      agreed: piece.consent !== null && consentReaches(piece.consent, 'group'),
    },
    heldBack: whyHeldBack(piece, may.consent),
    names: person.isVolunteerIn(piece.groupId) ? await namesIn(house, person, piece, texts) : [],
    undo: undoOffered(person, piece),
    thread: enquiry && piece.sharedWithGroupAt ? await threadOfPiece(db, person, enquiry, piece) : null,
    parts: await pieceParts(onPiece, db, person, piece, texts),
    may,
  }
}

function rightsOf(person: Person, piece: Piece): EvidencePage['may'] {
  return {
    revise: permissions.mayReviseEvidence(person, piece),
    attach: permissions.mayReviseEvidence(person, piece),
    share: permissions.mayShareEvidence(person, piece),
    narrow: permissions.mayNarrowEvidence(person, piece),
    withdraw: permissions.mayWithdrawEvidence(person, piece),
    remove: permissions.mayRemoveDraft(person, piece),
    describe: permissions.mayDescribePictures(person, piece),
    consent: permissions.mayRecordConsent(person, piece),
    refuse: permissions.mayWithdrawConsent(person, piece),
    flag: permissions.mayFlagPupil(person, piece),
    clear: permissions.mayClearPupil(person, piece),
  }
}
