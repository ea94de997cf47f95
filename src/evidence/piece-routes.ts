import { Router } from 'express'
import type { Db } from '../database.js'
import { takeComment } from '../enquiries/comments/commenting.js'
import { type Enquiry, findEnquiryById } from '../enquiries/enquiry.js'
import { type Thread, threadAbout } from '../enquiries/comments/thread.js'
import { allow, NotFound } from '../errors.js'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { citationsIn, citationsNamed } from '../knowledge/citing/citing.js'
import type { Person } from '../people/person.js'
import type { FormState } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { day } from '../words/words.js'
import { consentReaches } from '../reach/agreed.js'
import { gapSince, numberOf } from './listing/cards.js'
import { findEvidence, findGap, type Piece } from './evidence.js'
import { newestList } from './withdrawing/dependants.js'
import type { EvidenceGapPage, EvidencePage } from './pages.js'
import * as permissions from './permissions.js'
import { pieceParts } from './piece-parts.js'
import { namesIn } from './names/names-in-a-piece.js'
import { consentInWords, shown, whyHeldBack } from './showing.js'
import { undoOffered } from './names/undoing-a-name.js'
import { textsOf } from './texts/readable-texts.js'
import { crumbsIn, crumbsTo, enquiryOf } from './standing-by.js'

/** The page of one piece; where it was withdrawn, the page of the gap that it left. */
export function pieceRoutes(house: House, { onPiece }: Pick<Brought, 'onPiece'>): Router {
  const { db, store } = house
  const routes = Router()

  routes.get('/evidence/:id', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id).catch(unlessNotFound)
    if (!piece) {
      const gap = await findGap(db, person, req.params.id)
      return show(res, 'evidence/gap', {
        ...gapPage(gap, person),
        list: await newestList(db, person, gap),
        breadcrumbs: await crumbsTo(db, person, gap),
      })
    }
    const enquiry = await enquiryOf(db, person, piece)
    const texts = await textsOf(db, piece)
    const shownPiece = await shown(db, store, piece, person, texts)
    show(res, 'evidence/piece', {
      title: `${numberOf(piece)} ${piece.title}`,
      breadcrumbs: crumbsIn(enquiry, piece),
      piece: shownPiece,
      citations: enquiry
        ? await citationsIn(db, enquiry, [shownPiece.words])
        : await citationsNamed(db, piece.groupId, [shownPiece.words]),
      address: `/evidence/${piece.id}`,
      groupAddress: enquiry ? `/groups/${piece.groupId}` : null,
      consent: {
        sentence: consentInWords(piece),
        agreed: piece.consent !== null && consentReaches(piece.consent, 'group'),
      },
      heldBack: whyHeldBack(piece),
      names: person.isVolunteerIn(piece.groupId) ? await namesIn(house, person, piece, texts) : [],
      undo: undoOffered(person, piece),
      thread: enquiry && piece.sharedWithGroupAt ? await threadOf(db, person, enquiry, piece) : null,
      parts: await pieceParts(onPiece, db, person, piece, texts),
      may: rightsOf(person, piece),
    })
  })

  routes.post('/evidence/:id/comments', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    const enquiry = await findEnquiryById(db, person, piece.enquiryId)
    allow(piece.sharedWithGroupAt !== null, 'A draft is spoken about when it is shared.')
    await takeComment(db, req, res, {
      enquiry,
      thing: { ...aboutPiece(piece), name: `evidence ${numberOf(piece)}` },
      page: `/evidence/${piece.id}`,
      again: async form =>
        show(res, 'evidence/comments', {
          title: `About ${numberOf(piece)}`,
          breadcrumbs: await crumbsTo(db, person, piece, true),
          thread: await threadOf(db, person, enquiry, piece, form),
        }),
    })
  })

  return routes
}

const aboutPiece = (piece: Piece) => ({ aboutKind: 'evidence', aboutId: piece.id })

function threadOf(db: Db, person: Person, enquiry: Enquiry, piece: Piece, form?: FormState): Promise<Thread> {
  const page = `/evidence/${piece.id}`
  return threadAbout(db, person, enquiry, aboutPiece(piece), {
    page,
    address: `${page}/comments`,
    cites: citationsIn,
    ...(form ? { form } : {}),
  })
}

export function unlessNotFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error
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

function gapPage(gap: Piece, person: Person): Omit<EvidenceGapPage, 'breadcrumbs' | 'list'> {
  const number = numberOf(gap)
  const settles = permissions.maySettleGap(person, gap)
  const isErased = gap.title === ''
  return {
    title: `${number}, withdrawn`,
    number,
    groupName: gap.groupName,
    groupAddress: `/groups/${gap.groupId}/evidence`,
    heading: gap.withdrawnAt ? `${number} was withdrawn` : `${number} is hidden`,
    sentence: gap.withdrawnAt
      ? `It was withdrawn on ${day(gap.withdrawnAt)}. Its words and pictures are shown to nobody; its number stays, so that what leaned on it can be understood.`
      : `Consent for it was taken back on ${day(gapSince(gap))}. Its words and pictures are shown to nobody, here or anywhere else.`,
    reason: gap.withdrawnBecause,
    address: `/evidence/${gap.id}`,
    may: {
      putBack: settles && gap.withdrawnAt !== null && !isErased,
      consent: !isErased && gap.withdrawnAt === null && permissions.mayRecordConsent(person, gap),
      erase: settles && !isErased,
    },
  }
}
