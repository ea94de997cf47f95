import type { Db } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { Reader } from '../../names/reader.js'
import type { FormState } from '../../web/read.js'
import type { WordsForClaimsPage } from '../pages.js'
import { claimChoices, type PieceWithWords, textsWithUses, wordsUsed } from './using-words.js'

/** The words of a piece, to choose some for a claim. @param form may name the claim from whose page somebody came */
export async function wordsPage(
  db: Db,
  person: Reader,
  found: PieceWithWords,
  form: FormState,
): Promise<WordsForClaimsPage> {
  const { piece, enquiry, may } = found
  const number = numberOf(piece)
  const used = await wordsUsed(db, person, found)
  const asked = form.values.claim
  const claims = may.use ? await claimChoices(db, enquiry) : []
  return {
    title: `Words of ${number} for claims`,
    breadcrumbs: crumbsOf(enquiry, { href: `/evidence/${piece.id}`, text: number }),
    head: headOf(enquiry, 'evidence'),
    number,
    heading: piece.title,
    pieceHref: `/evidence/${piece.id}`,
    address: `/evidence/${piece.id}/passages`,
    texts: await textsWithUses(db, person, found, used),
    lost: used.filter(one => one.lost),
    claims,
    forClaim: claims.find(claim => claim.value === asked && asked !== 'new') ?? null,
    form,
    may,
  }
}
