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
    pieces: await piecesToTick(db, person, enquiry, form.values),
    cites: await citeKeys(db, enquiry),
  }
}

const mostToTick = 25

/**
 * The group's newest pieces that a claim can rest on, and those that are ticked; others are linked from the page of the claim,
 * where all of them can be looked for.
 */
export async function piecesToTick(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  { speaksFor, speaksAgainst }: FormState['values'],
): Promise<NewClaimPage['pieces']> {
  const pieces = evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.title'])
    .where('evidence.groupId', '=', enquiry.groupId)
    .where('evidence.reach', 'not in', notShared)
    .orderBy('evidence.number', 'desc')
  const newest = await pieces.limit(mostToTick).execute()
  const ticked = [speaksFor ?? [], speaksAgainst ?? []].flat().filter(id => !newest.some(one => one.id === id))
  const others = ticked.length > 0 ? await pieces.where('evidence.id', 'in', ticked.slice(0, 200)).execute() : []
  const rows = [...newest, ...others]
  return enquiry.names.read(rows).map(({ id, number, title }) => ({ value: id, text: `E${number} ${title}` }))
}

async function wordsChosen(db: Db, piece: Piece, { values }: FormState): Promise<NewClaimPage['words']> {
  const [startsAt, endsAt] = [Number(values.startsAt), Number(values.endsAt)]
  if (typeof values.text !== 'string' || values.text === '') return null
  const text = await findText(db, piece, values.text)
  const place = text.replacedAt === null ? placeOfWords(text.words, { startsAt, endsAt }) : undefined
  return place ? { quoted: text.words.slice(place.startsAt, place.endsAt), text: text.id, ...place } : null
}
