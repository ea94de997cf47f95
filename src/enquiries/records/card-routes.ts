import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { textInPlace } from '../../texts/in-place.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findContextCard, mendCardFacts, schoolTakingPart } from './context-card.js'
import type { Enquiry } from '../enquiry.js'
import { CardFactsForm, CardForm } from '../forms.js'
import { crumbsOf, headOf, stageAddress } from '../head.js'
import type { ContextCardPage } from '../pages.js'
import { mayWriteStages } from '../permissions.js'
import { enquiryToWrite } from '../writing-stages.js'
import { addContextCard } from './recording.js'
import type { CardOfSchool } from './records.js'
import { cardFields } from '../stages/stage-fields.js'

/** A school's own context card. */
export function cardRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/groups/:group/context-cards', async (req, res) => {
    const { person, enquiry } = await enquiryToWrite(db, req, res)
    const reading = read(CardForm, req.body)
    const school = await schoolTakingPart(db, enquiry, reading.ok ? reading.values.school : '')
    const id = await inOne(db, trx => addContextCard(trx, enquiry, person, school))
    res.redirect(303, `/groups/${enquiry.groupId}/context-cards/${id}`)
  })

  routes.get('/groups/:group/context-cards/:card', async (req, res) => {
    const { card, enquiry } = await findContextCard(db, signedIn(res), req.params.card)
    show(res, 'enquiries/context-card', cardPage(card, enquiry, formOf({ phase: card.phase, roll: card.roll })))
  })

  routes.post('/groups/:group/context-cards/:card', async (req, res) => {
    const person = signedIn(res)
    const found = await findContextCard(db, person, req.params.card)
    allow(mayWriteStages(found.enquiry))
    const reading = read(CardFactsForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'enquiries/context-card', cardPage(found.card, found.enquiry, reading.form))
    await inOne(db, trx => mendCardFacts(trx, found, person, reading.values))
    await tell(db, res, 'The card is mended.')
    res.redirect(303, req.path)
  })

  return routes
}

function cardPage(card: CardOfSchool, enquiry: Enquiry, form: FormState): ContextCardPage {
  const stageHref = stageAddress(enquiry, 'context')
  return {
    title: `${card.school}, context card`,
    breadcrumbs: crumbsOf(enquiry, { href: stageHref, text: 'Context' }),
    head: headOf(enquiry, 'stage context'),
    card,
    texts: cardFields.map(({ field, label, hint }) => ({
      heading: label,
      place: textInPlace({ kind: 'context-card', owner: card.id, field }, card.texts, { label, hint, rows: 4 }),
    })),
    may: { write: mayWriteStages(enquiry) },
    address: `/groups/${enquiry.groupId}/context-cards/${card.id}`,
    form,
    stageHref,
  }
}
