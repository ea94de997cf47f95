import { Router } from 'express'
import { inOne } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { allow } from '../../errors.js'
import { evidenceByIds, findEvidence } from '../../evidence/evidence.js'
import { findText } from '../../evidence/readable-texts/readable-texts.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, read, withChoices } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { listed } from '../../words/words.js'
import { ClaimForm } from '../forms.js'
import { linkPassage } from '../linking/linking-passages.js'
import { linkEvidence, mayBeLinked, whyNot } from '../linking/linking.js'
import { placeOfWords } from '../linking/places.js'
import { mayMakeClaims } from '../permissions.js'
import { makeClaim } from './making.js'
import { newClaimPage, piecesToTick, tickedIn } from './new-claim-page.js'

const pieceHasGone = 'One of the ticked pieces cannot be linked any more. Look at the list again'

/** Making a claim, on its own or from a piece of evidence or some words of one. */
export function makingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/claims/new', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayMakeClaims(enquiry))
    const asked = ['piece', 'text', 'startsAt', 'endsAt'].map(name => [name, queried(req, name)])
    const form = formOf({ ...Object.fromEntries(asked), bearing: queried(req, 'bearing') || 'for' })
    show(res, 'claims/new', await newClaimPage(db, person, enquiry, form))
  })

  routes.post('/groups/:group/claims', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayMakeClaims(enquiry))
    const among = await piecesToTick(db, person, enquiry, tickedIn(formOf(req.body)))
    const reading = withChoices(read(ClaimForm, req.body), req.body, {
      speaksFor: { among, otherwise: pieceHasGone },
      speaksAgainst: { among, otherwise: pieceHasGone },
    })
    if (!reading.ok) return show(res.status(422), 'claims/new', await newClaimPage(db, person, enquiry, reading.form))
    const {
      piece: pieceId,
      bearing,
      text: textId,
      startsAt,
      endsAt,
      speaksFor,
      speaksAgainst,
      ...values
    } = reading.values
    const opposite = bearing === 'for' ? speaksAgainst : speaksFor
    const onBoth = new Set([
      ...speaksAgainst.filter(id => speaksFor.includes(id)),
      ...opposite.filter(id => id === pieceId),
    ])
    if (onBoth.size > 0) {
      const which = among.filter(one => onBoth.has(one.value)).map(one => one.text)
      const form = addMistake(formOf(req.body), 'speaksAgainst', onBothSides(which))
      return show(res.status(422), 'claims/new', await newClaimPage(db, person, enquiry, form))
    }
    const piece = pieceId ? await findEvidence(db, person, pieceId) : undefined
    if (piece && !mayBeLinked(enquiry, piece)) {
      const form = addMistake(formOf(req.body), 'claim', whyNot(piece))
      return show(res.status(422), 'claims/new', await newClaimPage(db, person, enquiry, form))
    }
    const text = piece && textId ? await findText(db, piece, textId) : undefined
    const place = text && placeOfWords(text.words, { startsAt, endsAt })
    if (text && (text.replacedAt !== null || !place)) {
      const sentence = 'The words that you chose have been changed meanwhile. Make the claim, and choose them again.'
      const { text: _text, ...typed } = req.body as Record<string, string>
      const form = addMistake(formOf(typed), 'claim', sentence)
      return show(res.status(409), 'claims/new', await newClaimPage(db, person, enquiry, form))
    }
    const claim = await inOne(db, trx => makeClaim(trx, enquiry, person, values))
    if (piece && text && place) await inOne(db, trx => linkPassage(trx, claim, piece, text, place, person, { bearing }))
    else if (piece) await inOne(db, trx => linkEvidence(trx, claim, piece, person, { bearing }))
    await inOne(db, async trx => {
      for (const [side, ids] of [
        ['for', speaksFor],
        ['against', speaksAgainst],
      ] as const)
        for (const ticked of await evidenceByIds(trx, person, ids))
          await linkEvidence(trx, claim, ticked, person, { bearing: side })
    })
    const begun = speaksFor.length + speaksAgainst.length > 0
    const next = begun ? '' : ' Link the evidence that speaks for it, and what speaks against it.'
    await tell(db, res, `C${claim.number} is made.${next}`)
    res.redirect(303, `/claims/${claim.id}`)
  })

  return routes
}

/** @param which `E4 Nine read on` */
function onBothSides(which: string[]): string {
  const [are, each] = which.length === 1 ? ['is', 'it'] : ['are', 'each']
  return `${listed(which)} ${are} ticked on both sides. Leave ${each} on one`
}
