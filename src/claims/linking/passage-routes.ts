import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { localPath } from '../../web/local-path.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findClaim } from '../claims.js'
import { BackForm, NoteForm, PassageForm } from '../forms.js'
import { mayReviseClaim } from '../permissions.js'
import { findLinkedPassage, linkPassage, noteOnPassage, unlinkPassage } from './linking-passages.js'
import { placeOfWords } from './places.js'
import { findPieceWithWords } from './using-words.js'
import { wordsPage } from './words-page.js'

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
    const place = placeOfWords(text.words, pointing)
    if (!place) return refused(422, 'from', 'Choose the words first: select them, or say from which sentence to which.')
    if (claimId === 'new') {
      const begun = { piece: found.piece.id, bearing, text: text.id, startsAt: place.startsAt, endsAt: place.endsAt }
      const query = new URLSearchParams(Object.entries(begun).map(([name, value]) => [name, String(value)]))
      return res.redirect(303, `/groups/${found.piece.groupId}/claims/new?${query.toString()}`)
    }
    const claim = await findClaim(db, person, claimId)
    allow(mayReviseClaim(claim.enquiry, claim))
    const passage = await inOne(db, trx => linkPassage(trx, claim, found.piece, text, place, person, { bearing, note }))
    await tell(db, res, `These words of ${numberOf(found.piece)} speak ${bearing} C${claim.number}.`)
    res.redirect(303, localPath(back, `/claims/${claim.id}#passage-${passage.id}`))
  })

  routes.post('/claims/:claim/passages/:passage', async (req, res) => {
    const claim = await findClaim(db, signedIn(res), req.params.claim)
    allow(mayReviseClaim(claim.enquiry, claim))
    const { note, back } = wellRead(read(NoteForm, req.body))
    const passage = await findLinkedPassage(db, claim, req.params.passage)
    await noteOnPassage(db, claim, passage.passageId, note)
    await tell(db, res, `What these words of E${passage.number} have to say about C${claim.number} is noted.`)
    res.redirect(303, `${localPath(back, `/claims/${claim.id}`)}#passage-${passage.passageId}`)
  })

  routes.post('/claims/:claim/passages/:passage/removal', async (req, res) => {
    const person = signedIn(res)
    const claim = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(claim.enquiry, claim))
    const reading = read(BackForm, req.body)
    const passage = await findLinkedPassage(db, claim, req.params.passage)
    await inOne(db, trx => unlinkPassage(trx, claim, passage, person))
    await tell(db, res, `These words of E${passage.number} are no longer linked to C${claim.number}.`)
    res.redirect(303, localPath(reading.ok ? reading.values.back : undefined, `/claims/${claim.id}`))
  })

  return routes
}
