import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { schoolsByIds } from '../../networks/schools/schools.js'
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
import { type CardOfSchool, contextCardsOf } from './records.js'
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
    const found = await findContextCard(db, signedIn(res), req.params.card)
    const form = formOf({ phase: found.card.phase, roll: found.card.roll })
    show(res, 'enquiries/context-card', await cardPage(db, found, form))
  })

  routes.post('/groups/:group/context-cards/:card', async (req, res) => {
    const person = signedIn(res)
    const found = await findContextCard(db, person, req.params.card)
    allow(mayWriteStages(found.enquiry))
    const reading = read(CardFactsForm, req.body)
    if (!reading.ok) return show(res.status(422), 'enquiries/context-card', await cardPage(db, found, reading.form))
    await inOne(db, trx => mendCardFacts(trx, found, person, reading.values))
    await tell(db, res, 'The card is mended.')
    res.redirect(303, req.path)
  })

  return routes
}

async function cardPage(
  db: Db,
  { card, enquiry }: { card: CardOfSchool; enquiry: Enquiry },
  form: FormState,
): Promise<ContextCardPage> {
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
    next: mayWriteStages(enquiry) ? await schoolWithoutCard(db, enquiry) : null,
    begin: `/groups/${enquiry.groupId}/context-cards`,
    address: `/groups/${enquiry.groupId}/context-cards/${card.id}`,
    form,
    stageHref,
  }
}

/** The first of the schools that take part, by name, which has no card yet. */
async function schoolWithoutCard(db: Db, enquiry: Enquiry): Promise<{ id: string; name: string } | null> {
  const cards = await contextCardsOf(db, enquiry)
  const schools = await schoolsByIds(db, enquiry.schoolIds)
  return schools.find(school => !cards.some(card => card.schoolId === school.id)) ?? null
}
