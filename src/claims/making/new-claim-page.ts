import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { evidenceVisibleTo, findEvidence, type Piece } from '../../evidence/evidence.js'
import { cardOf } from '../../evidence/listing/cards.js'
import { findText } from '../../evidence/readable-texts/readable-texts.js'
import { citeKeys } from '../../knowledge/citing/cite-keys.js'
import type { Reader } from '../../names/reader.js'
import { notShared } from '../../reach/reaches.js'
import type { FormState } from '../../web/read.js'
import { placeOfWords } from '../linking/places.js'
import type { NewClaimPage } from '../pages.js'
import { sureOfAClaim } from '../sure.js'

/** @param form may name the piece that the claim begins with, and the place of some words in one of its texts */
export async function newClaimPage(db: Db, person: Reader, enquiry: Enquiry, form: FormState): Promise<NewClaimPage> {
  const pieceId = form.values.piece
  const piece = typeof pieceId === 'string' && pieceId ? await findEvidence(db, person, pieceId) : null
  return {
    title: 'Make a claim',
    breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/claims`, text: 'Claims' }),
    head: headOf(enquiry, 'claims'),
    form,
    sure: sureOfAClaim,
    piece: piece && cardOf(piece, person),
    bearing: form.values.bearing === 'against' ? 'against' : 'for',
    words: piece && (await wordsChosen(db, piece, form)),
    pieces: await piecesToTick(db, person, enquiry, tickedIn(form)),
    mostPieces: mostToTick,
    cites: await citeKeys(db, enquiry),
  }
}

const mostToTick = 25

/**
 * The group's newest pieces that a claim can rest on, newest first, and every one that is ticked, however old it is and
 * however many have come since. Older ones are linked from the page of the claim.
 */
export async function piecesToTick(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  ticked: string[],
): Promise<NewClaimPage['pieces']> {
  const linkable = evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.title'])
    .where('evidence.groupId', '=', enquiry.groupId)
    .where('evidence.reach', 'not in', notShared)
    .orderBy('evidence.number', 'desc')
  const newest = await linkable.limit(mostToTick).execute()
  const fallenOut = ticked.filter(id => !newest.some(piece => piece.id === id))
  const kept = fallenOut.length > 0 ? await linkable.where('evidence.id', 'in', fallenOut).execute() : []
  return enquiry.names
    .read([...newest, ...kept])
    .map(({ id, number, title }) => ({ value: id, text: `E${number} ${title}` }))
}

/** The pieces that are ticked on either side. */
export function tickedIn({ values }: Pick<FormState, 'values'>): string[] {
  return [values.speaksFor ?? [], values.speaksAgainst ?? []].flat().filter(id => id !== '')
}

async function wordsChosen(db: Db, piece: Piece, { values }: FormState): Promise<NewClaimPage['words']> {
  const [startsAt, endsAt] = [Number(values.startsAt), Number(values.endsAt)]
  if (typeof values.text !== 'string' || values.text === '') return null
  const text = await findText(db, piece, values.text)
  const place = text.replacedAt === null ? placeOfWords(text.words, { startsAt, endsAt }) : undefined
  return place ? { quoted: text.words.slice(place.startsAt, place.endsAt), text: text.id, ...place } : null
}
