import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { allow, BadInput, NotFound } from '../../errors.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { localPath } from '../../web/local-path.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findClaim, type FoundClaim } from '../claims.js'
import { BackForm, NoteForm, PassageForm } from '../forms.js'
import { linkPassage, noteOnPassage, unlinkPassage } from './linking-passages.js'
import type { WordsForClaimsPage } from '../pages.js'
import { mayReviseClaim } from '../permissions.js'
import { placeOf } from './places.js'
import { claimChoices, findPieceWithWords, type PieceWithWords, textsWithUses, wordsUsed } from './using-words.js'

/** Single passages on a claim: chosen in the words of a piece, said why beside the claim, and taken away again. */
export function passageRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/evidence/:id/passages', async (req, res) => {
    const person = signedIn(res)
    const found = await findPieceWithWords(db, person, req.params.id)
    show(res, 'claims/words', await wordsPage(db, person, found, formOf({ claim: queried(req, 'claim') })))
  })

  routes.post('/evidence/:id/passages', async (req, res) => {
    const person = signedIn(res)
    const found = await findPieceWithWords(db, person, req.params.id)
    allow(found.may.use, 'These words cannot be used for a claim now.')
    const reading = read(PassageForm, req.body)
    const refused = async (status: number, field: string, sentence: string) => {
      const form = addMistake(reading.ok ? formOf(req.body) : reading.form, field, sentence)
      show(res.status(status), 'claims/words', await wordsPage(db, person, found, form))
    }
    if (!reading.ok) return show(res.status(422), 'claims/words', await wordsPage(db, person, found, reading.form))
    const { text: textId, claim: claimId, bearing, note, back, ...pointing } = reading.values
    const text = found.texts.find(one => one.id === textId)
    if (!text)
      return refused(
        409,
        'text',
        'This text has changed since you opened it. Look at it as it is now, and choose again.',
      )
    const place = placeOf(text.words, pointing)
    if (!place) return refused(422, 'from', 'Choose the words first: select them, or say from which sentence to which.')
    if (claimId === 'new') {
      const begun = { piece: found.piece.id, bearing, text: text.id, startsAt: place.startsAt, endsAt: place.endsAt }
      const query = new URLSearchParams(Object.entries(begun).map(([name, value]) => [name, String(value)]))
      return res.redirect(303, `/groups/${found.piece.groupId}/claims/new?${query.toString()}`)
    }
    const claim = await claimToLink(db, person, claimId)
    const passage = await inOne(db, trx => linkPassage(trx, claim, found.piece, text, place, person, { bearing, note }))
    await tell(db, res, `These words of ${numberOf(found.piece)} speak ${bearing} C${claim.number}.`)
    res.redirect(303, localPath(back, `/claims/${claim.id}#passage-${passage.id}`))
  })

  routes.post('/claims/:claim/passages/:passage', async (req, res) => {
    const claim = await claimToLink(db, signedIn(res), req.params.claim)
    const reading = read(NoteForm, req.body)
    if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
    const passage = await linkedPassage(db, claim, req.params.passage)
    await noteOnPassage(db, claim, passage.passageId, reading.values.note)
    await tell(db, res, `What these words of E${passage.number} have to say about C${claim.number} is noted.`)
    res.redirect(303, `${localPath(reading.values.back, `/claims/${claim.id}`)}#passage-${passage.passageId}`)
  })

  routes.post('/claims/:claim/passages/:passage/removal', async (req, res) => {
    const person = signedIn(res)
    const claim = await claimToLink(db, person, req.params.claim)
    const reading = read(BackForm, req.body)
    const passage = await linkedPassage(db, claim, req.params.passage)
    await inOne(db, trx => unlinkPassage(trx, claim, passage, person))
    await tell(db, res, `These words of E${passage.number} are no longer linked to C${claim.number}.`)
    res.redirect(303, localPath(reading.ok ? reading.values.back : undefined, `/claims/${claim.id}`))
  })

  return routes
}

async function claimToLink(db: Db, person: Reader, id: string): Promise<FoundClaim> {
  const claim = await findClaim(db, person, id)
  allow(mayReviseClaim(claim.enquiry, claim))
  return claim
}

async function linkedPassage(db: Db, claim: FoundClaim, passageId: string) {
  return db
    .selectFrom('claimPassages')
    .innerJoin('evidence', 'evidence.id', 'claimPassages.evidenceId')
    .select(['claimPassages.passageId', 'evidence.number'])
    .where('claimPassages.claimId', '=', claim.id)
    .where('claimPassages.passageId', '=', passageId)
    .executeTakeFirstOrThrow(() => new NotFound('passage on this claim'))
}

async function wordsPage(db: Db, person: Reader, found: PieceWithWords, form: FormState): Promise<WordsForClaimsPage> {
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
